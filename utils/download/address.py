"""Which addresses may be asked: https on public hosts, and nothing else."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from utils.download.errors import AddressError

Resolve = Callable[[str], list[str]]


def resolve(host: str) -> list[str]:
    """Every number that a host name stands for; raises `OSError` for an unknown name."""
    return sorted({str(found[4][0]) for found in socket.getaddrinfo(host, None)})


def host(url: str) -> str:
    """Host and port of an address as one name: what may be asked once a second."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def same_place(one: str, other: str) -> bool:
    """Whether two addresses have the same scheme, host and port, so that a key may go along."""
    return urlsplit(one).scheme == urlsplit(other).scheme and host(one) == host(other)


def check(url: str, loopback: bool = False, find: Resolve = resolve) -> None:
    """Raises `AddressError` unless the address is https on a public host without a user name.

    With ``loopback`` plain http to this very machine is allowed, for tests. A name that cannot
    be looked up is left to the connection, which says so itself.
    """
    parts = urlsplit(url)
    name = parts.hostname or ""
    if parts.username or parts.password or not name:
        raise AddressError(f"{name or url!r}: an address needs a host and may hold no user.")
    try:
        numbers = [ipaddress.ip_address(number.partition("%")[0]) for number in find(name)]
    except OSError:
        numbers = []
    if loopback and numbers and all(number.is_loopback for number in numbers):
        return
    if parts.scheme != "https":
        raise AddressError(f"{name}: only https is asked, not {parts.scheme}. Mend the address.")
    if not all(number.is_global for number in numbers):
        raise AddressError(f"{name} is no public host. Mend the address on the source's card.")
