"""Connect to public addresses alone: a name is resolved once, and what is connected to is what was looked at."""

from __future__ import annotations

import socket
import time
from contextlib import contextmanager
from contextvars import ContextVar
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator

# Ranges that lead into a private network, or stand for an IPv4 address, which older Pythons take for global
NOT_PUBLIC = tuple(
    map(
        ip_network,
        ("192.0.0.0/24", "198.18.0.0/15", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16", "fec0::/10"),
    )
)
_ends: ContextVar[float | None] = ContextVar("ends", default=None)


class RefusedError(Exception):
    """A host whose addresses are none that we connect to."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    >>> [is_public(one) for one in ("193.156.0.1", "127.0.0.1", "10.0.0.1", "169.254.169.254", "224.0.0.1")]
    [True, False, False, False, False]
    >>> [is_public(one) for one in ("2001:700::1", "::1", "fe80::1%eth0", "::ffff:10.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False, False]
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return (
        ip.is_global and not ip.is_multicast and not any(ip in net for net in NOT_PUBLIC if net.version == ip.version)
    )


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let what is done over the network in the block end after so many seconds, however slowly bytes drip in."""
    token = _ends.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends.reset(token)


def _left(timeout: float | None) -> float | None:
    """The seconds that a wait may take."""
    ends = _ends.get()
    if ends is None:
        return timeout
    left = ends - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the request takes too long")
    return left if timeout is None else min(left, timeout)


class Backend(httpcore.NetworkBackend):
    """Connects as httpcore does, but to a public address, or any where private ones are allowed."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that lets us in. RefusedError where none is public."""
        problem: Exception = httpcore.ConnectError("no address")
        for address in self._addresses(host, port):
            try:
                found = self._sockets.connect_tcp(address, port, _left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _Stream(found)
        raise problem

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            answer = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no such host: {host}") from error
        found = list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in answer))
        allowed = [address for address in found if self._allow_private or is_public(address)]
        if not allowed:
            where = host if host in found else f"{host} is at {found[0]}, which"
            raise RefusedError(f"{where} is no public address; --allow-private reads it")
        return allowed


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends with the request's time."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Transport(httpx.HTTPTransport):
    """httpx over our own connections; its pool is set by hand, for httpx takes no backend."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=100,
            max_keepalive_connections=10,
            keepalive_expiry=5,
            network_backend=Backend(allow_private=allow_private),
        )
