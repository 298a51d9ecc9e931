"""Visitors of a real server without a browser: they open the wire, ask for pages, upload files."""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.browser.server import HOST
from tests.serve.asgi import Answer

SECONDS = 60


def get(port: int, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """One request to this machine's server; write header names with _ for -."""
    connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, named)
        reply = connection.getresponse()
        found = {name.lower(): value for name, value in reply.getheaders()}
        return Answer(reply.status, found, reply.read())
    finally:
        connection.close()


def rerun(page: str, query: str) -> bytes:
    """The message of a page that asks to be drawn with a query."""
    wanted = BackMsg()
    wanted.rerun_script.page_name = page
    wanted.rerun_script.query_string = query
    return wanted.SerializeToString()


@dataclass
class Visitor:
    """One open page: its wire and the number of its session."""

    wire: ClientConnection
    session: str = ""

    def asks(self, page: str, query: str = "") -> list[ForwardMsg]:
        """Asks for a page and reads until it is drawn; everything that the server sent."""
        self.wire.send(rerun(page, query))
        found: list[ForwardMsg] = []
        while not found or found[-1].WhichOneof("type") != "script_finished":
            found.append(ForwardMsg.FromString(self.wire.recv(timeout=SECONDS, decode=False)))
            if found[-1].WhichOneof("type") == "new_session":
                self.session = found[-1].new_session.initialize.session_id
        return found

    def words(self, page: str, query: str = "") -> str:
        """All text of a page, as the server sent it."""
        return "\n".join(str(message.delta) for message in self.asks(page, query))

    def timed(self, page: str, query: str) -> float:
        """Seconds from asking to the last message."""
        begun = time.monotonic()
        self.asks(page, query)
        return time.monotonic() - begun


@contextmanager
def visiting(port: int, source: str = HOST, **headers: str) -> Iterator[Visitor]:
    """Opens a page; ``source`` is the address of this machine to come from, as 127.0.0.9."""
    with connect(
        f"ws://{HOST}:{port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        origin=f"http://{HOST}:{port}",  # type: ignore[arg-type]
        additional_headers=headers or None,
        max_size=None,
        open_timeout=SECONDS,
        source_address=(source, 0),
    ) as wire:
        yield Visitor(wire)
