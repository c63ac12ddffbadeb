"""How the fetcher behaves towards the servers that it asks."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

NAME = "utdrag"  # what robots.txt may call us


@dataclass(frozen=True, slots=True)
class Manners:
    """The bounds that pages are fetched within; times are in seconds.

    One host is asked one thing at a time, `delay` apart, or as far apart as its robots.txt asks, which may be up to
    `longest_delay`. `timeout` bounds each wait for the network and `deadline` a whole request. A request that fails
    for a while is tried `attempts` times, first after `backoff`; a server that asks for a longer wait than
    `longest_wait` is not asked again.
    """

    delay: float = 1.0
    longest_delay: float = 60.0
    timeout: float = 20.0
    deadline: float = 60.0
    attempts: int = 4
    backoff: float = 1.0
    longest_wait: float = 120.0
    redirects: int = 10
    allow_private: bool = False
    contact: str = ""
    workers: int = 8

    @property
    def user_agent(self) -> str:
        """What servers are told of who asks."""
        who = f"; {self.contact}" if self.contact else ""
        return f"{NAME}/{version(NAME)} (reads Norwegian press releases{who})"
