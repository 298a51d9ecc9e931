"""A server on this machine that sends exactly the bytes it is told, however wrong."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Script = Callable[[socket.socket, str], None]
"""Answers one connection; it is given the path that was asked."""


def http(body: bytes, *lines: str, status: str = "200 OK", length: bool = True) -> bytes:
    """A reply of HTTP/1.1 with its headers, and a length unless told otherwise."""
    headers = [*lines, "Connection: close"]
    if length:
        headers.append(f"Content-Length: {len(body)}")
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def says(*replies: bytes) -> Script:
    """The replies in turn; the last one for ever."""
    left = list(replies)

    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(left.pop(0) if len(left) > 1 else left[0])

    return answer


def drips(head: bytes, piece: bytes, seconds: float, stop: threading.Event) -> Script:
    """A beginning, and then a little more every so often until the test is over."""

    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(head)
        while not stop.wait(seconds):
            connection.sendall(piece)

    return answer


@dataclass
class Server:
    """Where it listens, what it was asked (whole requests) and when, in seconds."""

    port: int
    asked: list[str] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    together: int = 0
    most_together: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def _serve(server: Server, connection: socket.socket, script: Script) -> None:
    with connection:
        connection.settimeout(10)
        try:
            request = b""
            while not _whole(request):
                piece = connection.recv(65_536)
                if not piece:
                    return
                request += piece
            server.asked.append(request.decode("latin-1"))
            server.at.append(time.monotonic())
            server.together += 1
            server.most_together = max(server.most_together, server.together)
            script(connection, request.split(b" ")[1].decode())
            server.together -= 1
        except OSError:
            server.together -= 1  # the client hung up, which is often the point


def _whole(request: bytes) -> bool:
    """Whether the head and as many bytes as it announces are there."""
    head, end, body = request.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
    return bool(end) and len(body) >= (int(length[1]) if length else 0)


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """A server on a free port of this machine until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening.getsockname()[1])
        listening.settimeout(0.05)
        over = threading.Event()

        def loop() -> None:
            while not over.is_set():
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                threading.Thread(
                    target=_serve, args=(server, connection, script), daemon=True
                ).start()

        thread = threading.Thread(target=loop, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            over.set()
            thread.join()
