"""A stream server on this machine: it keeps events, plays them from a cursor, and misbehaves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

Turn = Callable[["Jetstream", ServerConnection, int], None]
"""What the server does with one connection, given the cursor that it asks for (0: from now on)."""


@dataclass
class Jetstream:
    """Events by time, the turns of the connections (the last for ever) and what was asked."""

    turns: list[Turn]
    events: list[tuple[int, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    refuse: list[int] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    sent: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    port: int = 0

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def cursors(self) -> list[int]:
        """The cursor of each connection, 0 for none."""
        asked = [parse_qs(urlsplit(path).query).get("cursor", ["0"])[0] for path in self.paths]
        return [int(one) for one in asked]

    def handle(self, connection: ServerConnection) -> None:
        turn = self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]
        try:
            turn(self, connection, self.cursors[-1])
        except ConnectionClosed:
            return

    def admit(self, connection: ServerConnection, request: Any) -> Any:
        """Notes what is asked; answers with a refusal where the test wants one."""
        self.paths.append(request.path)
        self.agents.append(request.headers.get("User-Agent", ""))
        status = self.refuse.pop(0) if self.refuse else 0
        return connection.respond(HTTPStatus(status), "no\n") if status else None


def plays(first: int = 0, last: int | None = None, then: Turn | None = None) -> Turn:
    """Sends the events after the cursor, among those from ``first`` to ``last``, and waits."""

    def turn(server: Jetstream, connection: ServerConnection, cursor: int) -> None:
        for told, event in server.events[first:last]:
            if told > cursor:
                connection.send(event)
        if then:
            then(server, connection, cursor)
        else:
            waits(server, connection, cursor)

    return turn


def plays_slowly(server: Jetstream, connection: ServerConnection, cursor: int) -> None:
    """Sends the events after the cursor, about a thousand a second, and counts them."""
    for told, event in server.events:
        if told > cursor:
            connection.send(event)
            server.sent.release()
            server.over.wait(0.001)
    waits(server, connection, cursor)


def waits(server: Jetstream, connection: ServerConnection, cursor: int) -> None:
    """Says nothing until the test is over or the other side leaves."""
    while not server.over.is_set():
        try:
            connection.recv(timeout=0.05)
        except TimeoutError:
            continue


def drops(server: Jetstream, connection: ServerConnection, cursor: int) -> None:
    """Hangs up without a word."""
    connection.socket.shutdown(2)


def says(*messages: str | bytes) -> Turn:
    """Sends messages, whatever was asked, and waits."""

    def turn(server: Jetstream, connection: ServerConnection, cursor: int) -> None:
        for message in messages:
            connection.send(message)
        waits(server, connection, cursor)

    return turn


@contextmanager
def streaming(*turns: Turn, refuse: tuple[int, ...] = ()) -> Iterator[Jetstream]:
    """A stream server on a free port of this machine until the block ends."""
    jet = Jetstream(list(turns) or [waits], refuse=list(refuse))
    server: Server = serve(
        jet.handle, "127.0.0.1", 0, process_request=jet.admit, compression=None, max_size=None
    )
    jet.port = server.socket.getsockname()[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield jet
    finally:
        jet.over.set()
        server.shutdown()
        thread.join()
