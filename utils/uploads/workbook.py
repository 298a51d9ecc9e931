"""Excel workbooks: checked before they are unpacked, read without running anything in them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

import pyarrow as pa
import python_calamine

from utils.model import limits
from utils.uploads import headings
from utils.uploads.errors import UploadError
from utils.uploads.headings import Rows

_CHUNK = 1 << 20
_KEPT = 64
LARGEST_XLS = 50_000_000
_BATCH = 20_000
_ROW = re.compile(rb'\br="(\d{1,9})"')


class Sheet:
    """The rows of one sheet as text."""

    delimiter = ""
    encoding = ""

    def __init__(self, rows: Sequence[Sequence[object]]) -> None:
        self.sample: Rows = [[text(cell) for cell in row] for row in rows[:200]]
        self.ragged = 0
        self._rows = rows

    def batches(
        self,
        first: int,
        width: int,
        columns: Mapping[int, pa.DataType],
        progress: Callable[[float], None],
    ) -> Iterator[dict[int, pa.Array]]:
        """The columns asked for, as text, from row ``first`` on."""
        for start in range(first, len(self._rows), _BATCH):
            rows = [row for row in self._rows[start : start + _BATCH] if any(map(text, row))]
            yield {
                column: pa.array([text(row[column]) for row in rows], pa.string())
                for column in columns
            }
            progress(min(1.0, (start + _BATCH) / len(self._rows)))


def check(data: memoryview) -> None:
    """Refuse a workbook that would burst, lie about its size, or claim millions of cells.

    Unpacks it once a piece at a time and keeps nothing, so that a false size is found out.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if "xl/workbook.xml" not in archive.namelist():
                raise UploadError("archive")
            size = sum(entry.file_size for entry in entries)
            packed = sum(entry.compress_size for entry in entries)
            if (
                size > limits.UPLOAD_WORKBOOK_BYTES
                or size > limits.UPLOAD_WORKBOOK_RATIO * max(packed, 10_000)
                or len(entries) > 1_000
            ):
                raise UploadError("workbook-size")
            for entry in entries:
                _check_entry(archive, entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise UploadError("workbook") from None
    except ValueError as error:  # a directory that points before the beginning of the file
        raise error if isinstance(error, UploadError) else UploadError("workbook") from None


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    sheet = entry.filename.startswith("xl/worksheets/")
    rows, tail = 1, b""
    with archive.open(entry) as file:
        while piece := file.read(_CHUNK):
            if not sheet:
                continue
            piece, tail = tail + piece, piece[-_KEPT:]
            rows = max(rows, *map(int, _ROW.findall(piece)), 1)
            most = min(limits.UPLOAD_COLUMNS, limits.UPLOAD_WORKBOOK_CELLS // rows)
            if _beyond(most).search(piece):
                raise UploadError("columns" if most == limits.UPLOAD_COLUMNS else "workbook-size")


def _beyond(most: int) -> re.Pattern[bytes]:
    """Finds the address of a cell right of the last column that may be there."""
    wide = [headings.letter(i) for i in range(most, 702)]
    return re.compile(rf'\br="(?:{"|".join([*wide, "[A-Z]{3}"])})\d'.encode())


def sheets(data: memoryview) -> dict[str, Sheet]:
    """Every sheet that holds at least two rows, by name. Raises `UploadError` if none does."""
    if bytes(data[:2]) == b"PK":
        check(data)
    elif len(data) > LARGEST_XLS:
        raise UploadError("workbook-size")
    found = {}
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as book:
            for name in book.sheet_names[:20]:
                rows = book.get_sheet_by_name(name).to_python()
                if len(rows) > 1:
                    found[name] = Sheet(rows)
    except python_calamine.CalamineError:
        raise UploadError("workbook") from None
    if not found:
        raise UploadError("no-sheet")
    if any(len(sheet.sample[0]) > limits.UPLOAD_COLUMNS for sheet in found.values()):
        raise UploadError("columns")
    return found


def text(cell: object) -> str:
    """A cell as a CSV file would write it: ISO dates, whole numbers without a point."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "seconds")
    return str(cell) if isinstance(cell, int | dt.date) else ""
