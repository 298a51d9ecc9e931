"""Bytes of a text file as clean UTF-8: marks and NUL bytes taken out and counted, lines bounded.

UTF-8 is proved, not assumed. Where it is not, the reader asks: no statistics of letters can tell
Western European from Central European.
"""

from __future__ import annotations

import codecs
import struct
from dataclasses import dataclass

import pyarrow as pa

from utils.language import later
from utils.language.phrase import Phrase, phrase
from utils.model import limits
from utils.uploads import sniff
from utils.uploads.errors import UploadError

ENCODINGS: dict[str, str] = {
    "cp1252": later("Western European (Windows)"),
    "cp1250": later("Central European (Windows)"),
    "cp1251": later("Cyrillic (Windows)"),
    "cp1254": later("Turkish (Windows)"),
    "mac_roman": later("Western European (old Macintosh)"),
}
"""Encodings that a person may choose, all of one byte a letter."""

_MARK = "\ufeff".encode()
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Text:
    """UTF-8 without marks and NUL bytes, what it was before, and how many NULs are gone."""

    buffer: pa.Buffer
    encoding: str
    nulls: int


def named(encoding: str) -> Phrase:
    """An encoding by its name, as a person knows it."""
    return phrase(ENCODINGS.get(encoding, encoding.upper()))


def clean(data: memoryview, chosen: str = "") -> Text | None:
    """The text in UTF-8; `None` if it is no UTF-8 and nobody has said yet what it is.

    ``chosen`` is a key of `ENCODINGS`. Raises `UploadError` if letters do not fit the mark at
    the beginning, or a line is too long.
    """
    announced = sniff.mark(bytes(data[:4]))
    encoding = announced or "utf-8"
    if announced in ("utf-16", "utf-32"):
        data = _recoded(data, announced)
    else:
        while data[: len(_MARK)] == _MARK:
            data = data[len(_MARK) :]
        if not _utf8(data):
            if announced:
                raise UploadError("encoding")
            if not chosen:
                return None
            if chosen not in ENCODINGS:
                raise UploadError("answer")
            encoding, data = chosen, _recoded(data, chosen)
    if encoding != "utf-8":
        sniff.kind(bytes(data[: limits.UPLOAD_HEAD_BYTES]))  # a web page may be in UTF-16
    data, nulls = _without_nulls(data)
    _check_lines(data)
    return Text(pa.py_buffer(data), encoding, nulls)


def _utf8(data: memoryview) -> bool:
    """Whether all of it is UTF-8, checked by Arrow in place: a copy of 300 MB costs too much."""
    offsets = pa.py_buffer(struct.pack("=qq", 0, len(data)))
    whole = pa.LargeBinaryArray.from_buffers(
        pa.large_binary(), 1, [None, offsets, pa.py_buffer(data)]
    )
    try:
        whole.cast(pa.large_string())
    except pa.ArrowInvalid:
        return False
    return True


def _recoded(data: memoryview, encoding: str) -> memoryview:
    """The same text in UTF-8, a piece at a time. Raises `UploadError` if it does not fit."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    out = bytearray()
    try:
        for start in range(0, len(data), _CHUNK):
            last = start + _CHUNK >= len(data)
            # a lone half of a surrogate pair has no UTF-8; it becomes a question mark
            out += decoder.decode(data[start : start + _CHUNK], last).encode("utf-8", "replace")
    except UnicodeDecodeError:
        raise UploadError("encoding") from None
    return memoryview(bytes(out).lstrip(_MARK) if out[:3] == _MARK else out)


def _without_nulls(data: memoryview) -> tuple[memoryview, int]:
    raw = data.obj if isinstance(data.obj, bytes | bytearray) else None
    if raw is not None and raw.find(b"\0") < 0:
        return data, 0
    kept = bytes(data).replace(b"\0", b"")
    return memoryview(kept), len(data) - len(kept)


def _check_lines(data: memoryview) -> None:
    """Every stretch of a million bytes must hold an end of line, or a line is too long."""
    step = limits.UPLOAD_LINE_BYTES
    for start in range(0, len(data) - step + 1, step):
        piece = bytes(data[start : start + step])
        if b"\n" not in piece and b"\r" not in piece:
            raise UploadError("long-line")
