"""What a file really is, from its first bytes and never from its name."""

from __future__ import annotations

import re
from typing import Literal

from utils.uploads.errors import UploadError

Kind = Literal["text", "xlsx", "xls"]

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
    (b"PAR1", "binary"),
    (b"ARROW1", "binary"),
    (b"SQLite format 3", "binary"),
)
MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, the longer before those they begin with, and their encodings."""

_CONTROL = bytes({*range(1, 32), 127} - {*b"\t\n\r\f\v\x1a"})
_MOST_CONTROL = 0.02
_WIDE = 0.3


def kind(head: bytes) -> Kind:
    """Text or workbook; anything else is an `UploadError` that says what it is.

    ``head`` is the beginning of the file. A program that bears the name `.csv` stays a program.
    """
    if not head.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
        raise UploadError("empty")
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "xls"
    if mark(head) in ("utf-16", "utf-32"):
        return "text"
    for signature, code in _SIGNATURES:
        # "MZ" or "BZh" may begin a heading as well; a program also holds control bytes
        if head.startswith(signature) and (len(signature) > 3 or b"\0" in head or _binary(head)):
            raise UploadError(code)
    _refuse_markup(head)
    _refuse_binary(head)
    return "text"


def mark(head: bytes) -> str:
    """The encoding that a byte order mark announces; empty without one."""
    return next((name for bytes_, name in MARKS if head.startswith(bytes_)), "")


def _refuse_markup(head: bytes) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096].lower()
    if start.startswith(b"<"):
        page = re.search(rb"<(!doctype html|html|head|body|script|meta|title|table)\b", start)
        raise UploadError("html" if page else "xml")
    if re.match(rb'\{\s*["}\r\n]|\[\s*[\[{"\d\]]', start):
        raise UploadError("json")


def _refuse_binary(head: bytes) -> None:
    half = max(1, len(head) // 2)
    if max(head[0::2].count(0), head[1::2].count(0)) > _WIDE * half:
        raise UploadError("utf-16" if min(head[0::2].count(0), head[1::2].count(0)) < half / 10
                          else "binary")  # fmt: skip
    if _binary(head):
        raise UploadError("binary")


def _binary(head: bytes) -> bool:
    control = len(head) - len(head.translate(None, _CONTROL))
    return control > _MOST_CONTROL * len(head)
