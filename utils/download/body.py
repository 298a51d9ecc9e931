"""Reads a reply piece by piece: bytes capped packed and unpacked, time capped, end proven."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

import requests
import urllib3

from utils.download.errors import NotDataError, NotWholeError, TooBigError, TooSlowError

PIECE = 65_536
UTF8 = {"", "utf-8", "utf8", "us-ascii", "ascii"}
ENDS = (b"\n", b"}", b"]")
"""How data ends; the one sign of completeness a reply without a length can give."""


def read(reply: requests.Response, most: int, out_of_time: Callable[[], bool]) -> bytes:
    """The whole body, unpacked, at most ``most`` bytes.

    Raises `TooBigError`, `TooSlowError`, `NotWholeError` for a body that ends early (a wrong
    length, an unfinished chunk or packing, or, where no length was announced, a cut line) and
    `NotDataError` for a packing that was not asked for.
    """
    packing = reply.headers.get("Content-Encoding", "").strip().lower()
    if packing not in ("", "identity", "gzip"):
        raise NotDataError(f"The reply is packed as '{packing[:40]}', which was not asked for.")
    announced = reply.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > most:
        raise TooBigError(f"The reply has {int(announced):,} bytes; at most {most:,} are read.")
    pieces = _pieces(reply.raw, most, out_of_time)
    body = _unpacked(pieces, most) if packing == "gzip" else b"".join(pieces)
    _proven_whole(reply, body, announced, packing)
    return body


def beginning(reply: requests.Response) -> bytes:
    """The first words of a refusal; nothing if they can't be had."""
    try:
        return bytes(reply.raw.read1(2_000, decode_content=False))
    except (urllib3.exceptions.HTTPError, OSError, ValueError):
        return b""


def _pieces(raw: Any, most: int, out_of_time: Callable[[], bool]) -> Iterator[bytes]:
    total = 0
    while True:
        try:
            piece = raw.read1(PIECE, decode_content=False)
        except (urllib3.exceptions.ReadTimeoutError, TimeoutError):
            raise TooSlowError("The server fell silent in the middle of the reply.") from None
        except (urllib3.exceptions.HTTPError, OSError, ValueError):
            raise NotWholeError("The connection broke in the middle of the reply.") from None
        if not piece:
            return
        total += len(piece)
        if total > most:
            raise TooBigError(f"The reply has more than {most:,} bytes.")
        if out_of_time():
            raise TooSlowError("The reply was not whole when its time was up.")
        yield piece


def _unpacked(pieces: Iterator[bytes], most: int) -> bytes:
    """Unpacks no more than is allowed, so that a small bomb stays small."""
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    body = bytearray()
    for piece in pieces:
        try:
            body += unpack.decompress(piece, most - len(body) + 1)
        except zlib.error:
            raise NotDataError("The reply says it is gzip, but it can't be unpacked.") from None
        if len(body) > most:
            raise TooBigError(f"The reply has more than {most:,} bytes when unpacked.")
    if not unpack.eof:
        raise NotWholeError("The packed reply ends before its end.")
    return bytes(body)


def _proven_whole(reply: requests.Response, body: bytes, announced: str, packing: str) -> None:
    if announced.isdecimal() and reply.raw.tell() != int(announced):
        raise NotWholeError(f"{announced} bytes were announced and {reply.raw.tell():,} came.")
    chunked = "chunked" in reply.headers.get("Transfer-Encoding", "").lower()
    counted = announced.isdecimal() or chunked or packing == "gzip"
    if not counted and not body.endswith(ENDS):
        raise NotWholeError("The reply names no length and stops in the middle of a line.")


def as_utf8(body: bytes, declared: str) -> bytes:
    """The body in UTF-8, which data is in unless it says otherwise and UTF-8 doesn't fit.

    A missing charset is not ISO-8859-1, whatever the standard of 1999 says.
    """
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        if declared.lower() in UTF8:
            raise NotDataError("The reply is not in UTF-8 and names no other alphabet.") from None
    else:
        return body
    try:
        return body.decode(declared).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        raise NotDataError(f"The reply can't be read as '{declared[:40]}'.") from None
