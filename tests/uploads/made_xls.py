"""Writes made-up tables as .xls, the workbook of Excel 97 to 2003, because nothing else here does.

[MS-XLS] records in a [MS-CFB] container with one stream; just enough for a reader to open it.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

SECTOR = 512
SMALLEST = 4096
"""Shorter streams would lie in a second, smaller container."""
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
GLOBALS, SHEET = 0x0005, 0x0010


def xls(rows: Sequence[Sequence[object]], name: str = "Posts") -> bytes:
    """One sheet; numbers are stored as numbers, everything else as text."""
    return container(workbook(rows, name))


def workbook(rows: Sequence[Sequence[object]], name: str) -> bytes:
    """The stream of records: the list of sheets, then the sheet."""
    title = struct.pack("<BB", len(name), 0) + name.encode("latin-1")
    length = len(_begin(GLOBALS)) + 4 + 6 + len(title) + 4
    place = struct.pack("<IBB", length, 0, 0)
    listed = _begin(GLOBALS) + _record(0x0085, place + title) + _record(0x000A)
    cells = b"".join(
        _cell(cell, row, column)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
    )
    size = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)
    return listed + _begin(SHEET) + _record(0x0200, size) + cells + _record(0x000A)


def container(stream: bytes) -> bytes:
    """A file whose only stream is called Workbook: table of sectors, directory, stream."""
    stream = stream.ljust(SMALLEST, b"\0")
    count = -(-len(stream) // SECTOR)
    tables = -(-(count + 2) // 127)
    first = tables + 1
    chain = [TABLE] * tables + [END] + [first + at + 1 for at in range(count - 1)] + [END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * SECTOR, b"\xff")
    root = _entry("Root Entry", 5, child=1, start=END, size=0)
    book = _entry("Workbook", 2, child=FREE, start=first, size=len(stream))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, tables, 0, SMALLEST, END, 0, END, 0)
    head += struct.pack(f"<{tables}I", *range(tables))
    body = table + (root + book).ljust(SECTOR, b"\0") + stream.ljust(count * SECTOR, b"\0")
    return head.ljust(SECTOR, b"\xff") + body


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(what: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, what, 0x0DBB, 0x07CC, 0, 6))


def _cell(cell: object, row: int, column: int) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(cell, int | float):
        return _record(0x0203, place + struct.pack("<d", cell))
    text = str(cell).encode("utf-16-le")
    return _record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    entry = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
