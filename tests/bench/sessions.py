"""Visitors without a browser: they open the websocket, see one page and stay idle."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.bench import machine
from tests.browser.server import HOST, Server

SECONDS = 30
CALM = 1.0


def megabytes_each(server: Server, page: str, count: int) -> float:
    """How much memory each of ``count`` idle visitors adds, after a first one left it warm."""
    with _visitor(server, page):
        time.sleep(CALM)
        before = machine.resident(server.process.pid)
        with ExitStack() as visitors:
            for _ in range(count):
                visitors.enter_context(_visitor(server, page))
            time.sleep(CALM)
            return (machine.resident(server.process.pid) - before) / count


@contextmanager
def _visitor(server: Server, page: str) -> Iterator[None]:
    address = f"ws://{HOST}:{server.port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], origin=server.url, max_size=None) as socket:
        wanted = BackMsg()
        wanted.rerun_script.page_name = page
        socket.send(wanted.SerializeToString())
        answer = ForwardMsg()
        while answer.WhichOneof("type") != "script_finished":
            answer.ParseFromString(socket.recv(timeout=SECONDS))
        yield
