"""Listens to a server that never stops talking: with limits, and again after every break.

The one place that holds a connection open. What is heard goes to a listener, which says from
where to listen on, and stores what it has learnt each time it is told to.
"""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from websockets import exceptions
from websockets.sync.client import ClientConnection, connect

from utils.download import address, wait
from utils.download.errors import AddressError, UnreachableError
from utils.download.policy import Clock, Policy

LOG = logging.getLogger("groundswell.stream")
LOG.setLevel(logging.INFO)  # one level lower the library writes every message down
TOO_BIG = 1009
"""How WebSocket says that a message is larger than is read (RFC 6455, 7.4.1)."""


@dataclass(frozen=True)
class StreamPolicy:
    """Seconds and bytes.

    ``silence`` is how long nothing new may come, ``tries`` how many times in a row a connection
    may bring nothing new. After ``step_over`` of them that ended for the same lasting reason (a
    place that is refused, a message that is too large) it is listened on from now. ``tick`` is
    how soon a wish to stop is heard, ``loopback`` lets a server on this machine pass, for tests.
    """

    opening: float = 15.0
    silence: float = 60.0
    most_bytes: int = 1_000_000
    tries: int = 30
    step_over: int = 3
    first_wait: float = 1.0
    longest_wait: float = 300.0
    store_every: float = 10.0
    tick: float = 0.25
    loopback: bool = False


class Listener(Protocol):
    """Who listens. What it raises ends the listening."""

    def address(self, live: bool) -> str:
        """Where to listen on: after what was heard, or (``live``) from now on."""

    def hear(self, message: str | bytes) -> bool:
        """Takes a message; returns whether it was news."""

    def store(self) -> None:
        """Keeps what was heard for good."""


class _BrokenError(Exception):
    """A connection that ended; ``lasting`` if the same question would end the same way."""

    def __init__(self, words: str, lasting: bool = False) -> None:
        super().__init__(words)
        self.lasting = lasting


@dataclass
class Stream:
    """Listens to one of the allowed ``hosts`` until told to stop; ``told`` hears of each break."""

    agent: str
    hosts: Collection[str]
    policy: StreamPolicy = StreamPolicy()
    clock: Clock = field(default_factory=Clock)
    told: Callable[[str], None] = lambda words: None
    find: address.Resolve = address.resolve
    news: bool = False

    def listen(self, listener: Listener, stop: threading.Event) -> None:
        """Returns after ``stop``, what was heard being stored.

        Raises `AddressError` for a host that is not allowed or not public, and `UnreachableError`
        when too many connections brought nothing new; what was heard is stored then too.
        """
        dry, stuck = 0, 0
        while not stop.is_set():
            self.news = False
            try:
                self._once(listener, stuck >= self.policy.step_over, stop)
            except _BrokenError as error:
                listener.store()
                dry = 0 if self.news else dry + 1
                stuck = stuck + 1 if error.lasting and not self.news else 0
                self._pause(str(error), dry, stop)
        listener.store()

    def _pause(self, words: str, dry: int, stop: threading.Event) -> None:
        if dry >= self.policy.tries:
            raise UnreachableError(f"{words}, {dry} times in a row. Try again later.")
        waits = Policy(first_wait=self.policy.first_wait)
        seconds = min(wait.pause(min(dry, 20), waits), self.policy.longest_wait)
        self.told(f"{words}; listening again in {seconds:.0f} seconds")
        stop.wait(seconds)

    def _once(self, listener: Listener, live: bool, stop: threading.Event) -> None:
        """One connection, until it breaks (`_BrokenError`) or ``stop`` is set."""
        with self._opened(listener.address(live)) as connection:
            now = self.clock.now()
            silent, due = now + self.policy.silence, now + self.policy.store_every
            while not stop.is_set():
                message, now = self._next(connection), self.clock.now()
                if message is not None and listener.hear(message):
                    self.news, silent = True, now + self.policy.silence
                if now >= due:
                    listener.store()
                    due = now + self.policy.store_every
                if now >= silent:
                    raise _BrokenError(f"nothing new came in {self.policy.silence:g} seconds")

    def _next(self, connection: ClientConnection) -> str | bytes | None:
        try:
            return connection.recv(timeout=self.policy.tick)
        except TimeoutError:
            return None
        except exceptions.ConnectionClosed as error:
            if error.sent and error.sent.code == TOO_BIG:
                raise _BrokenError("a message was too large", lasting=True) from None
            raise _BrokenError("the connection ended") from None
        except (exceptions.WebSocketException, OSError):
            raise _BrokenError("the connection broke") from None

    def _opened(self, url: str) -> ClientConnection:
        try:
            return connect(
                url,
                sock=self._reached(url),  # so no redirect can be followed either
                compression=None,
                user_agent_header=self.agent,
                proxy=None,
                open_timeout=self.policy.opening,
                close_timeout=1.0,
                ping_interval=None,  # an answer would stand in line behind hours of messages
                max_size=self.policy.most_bytes,
                logger=LOG,
            )
        except exceptions.InvalidStatus as error:
            status = error.response.status_code
            raise _BrokenError(f"it answered {status}", lasting=status == 400) from None
        except ssl.SSLError:
            raise _BrokenError("its certificate could not be verified") from None
        except (exceptions.WebSocketException, OSError, ValueError):
            raise _BrokenError("no connection") from None

    def _reached(self, url: str) -> socket.socket:
        """A connection to the very number that was checked."""
        parts = urlsplit(url)
        name = parts.hostname or ""
        if name not in self.hosts:
            raise AddressError(f"{name}: not on the list of servers. Add it there, if it is meant.")
        numbers = self.find(name)
        address.check(url.replace("ws", "http", 1), self.policy.loopback, lambda _: numbers)
        port = parts.port or (443 if parts.scheme == "wss" else 80)
        reached = socket.create_connection((numbers[0], port), self.policy.opening)
        reached.settimeout(None)  # from here on the silence is watched
        return reached
