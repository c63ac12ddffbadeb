"""What annotate hands on with the marks of people and of their roles."""

from __future__ import annotations

from dataclasses import dataclass

Extent = tuple[int, int]  # start and end in the text, half-open


@dataclass(frozen=True, slots=True)
class NameFacts:
    """A mention's name, its genitive undone, and the party printed behind it.

    `full` says that the name can stand for the person; a mention by surname or first name alone cannot.
    """

    name: str
    full: bool
    party: str | None = None


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A title in its indefinite singular, the mentions of those who have it, and the mentions of what it is in.

    `each` says that every one of them has it in a body of their own, in the same order.
    """

    title: str
    people: tuple[Extent, ...]
    organizations: tuple[Extent, ...] = ()
    each: bool = False

    @property
    def shares(self) -> tuple[tuple[tuple[Extent, ...], tuple[Extent, ...]], ...]:
        """The mentions of people who have the title in the same bodies, with these."""
        if not self.each:
            return ((self.people, self.organizations),)
        return tuple(((person,), (body,)) for person, body in zip(self.people, self.organizations, strict=True))
