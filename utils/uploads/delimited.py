"""CSV and TSV: finds the sign between cells, then reads only the columns that are needed."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pyarrow as pa
import pyarrow.csv as pa_csv

from utils.model import limits
from utils.uploads import headings
from utils.uploads.ahead import ahead
from utils.uploads.errors import UploadError
from utils.uploads.headings import Rows
from utils.uploads.platforms import recognise
from utils.uploads.text import Text

DELIMITERS: dict[str, str] = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
"""Signs between cells, and how they are called."""
NO_NUMBER = ["", " ", "-", "–", "—"]
_BLOCK = 4 << 20


class NotWholeError(Exception):
    """A column that looked like whole numbers holds something else; read it as text."""


class Delimited:
    """A text file as a table: its first rows, and the rest in batches."""

    def __init__(self, text: Text) -> None:
        self.encoding = text.encoding
        self.ragged = 0
        self._buffer = text.buffer
        head = bytes(memoryview(text.buffer)[: limits.UPLOAD_HEAD_BYTES])
        cut = len(head) < text.buffer.size
        if cut and b"\n" in head:
            head = head[: head.rindex(b"\n") + 1]
        lines = list(io.StringIO(head.decode("utf-8", "ignore"), newline=""))
        self.delimiter, self.sample, ends = _best(lines, cut=cut)
        sizes = [len(line.encode()) for line in lines]
        self._ends = [0, *(sum(sizes[:end]) for end in ends)]
        if any(len(row) > limits.UPLOAD_COLUMNS for row in self.sample):
            raise UploadError("columns")

    def batches(
        self,
        first: int,
        width: int,
        columns: Mapping[int, pa.DataType],
        progress: Callable[[float], None],
    ) -> Iterator[dict[int, pa.Array]]:
        """The columns asked for, in batches, from row ``first`` on.

        Rows with another number of cells than ``width`` are left out and counted in `ragged`.
        Raises `NotWholeError` if a column asked for as whole numbers holds anything else.
        """
        self.ragged = 0
        body = self._buffer.slice(self._ends[min(first, len(self._ends) - 1)])
        if not body.size or not bytes(body[:1000]).strip():
            return
        try:
            opened = self._open(body, width, columns)
            for number, batch in enumerate(ahead(opened) if body.size > _BLOCK else opened, 1):
                yield {column: batch.column(str(column)) for column in columns}
                progress(min(1.0, number * _BLOCK / body.size))
        except pa.ArrowInvalid as error:
            # Arrow quotes the cell in its message, so nothing of it goes further than here
            said = str(error)
            failed = UploadError("quotes" if "straddl" in said else "unreadable")
            whole = "conversion error" in said
        else:
            return
        raise NotWholeError if whole else failed

    def _open(
        self, body: pa.Buffer, width: int, columns: Mapping[int, pa.DataType]
    ) -> pa_csv.CSVStreamingReader:
        names = [str(i) for i in range(width)]
        return pa_csv.open_csv(
            pa.BufferReader(body),
            read_options=pa_csv.ReadOptions(
                column_names=names, block_size=_BLOCK, use_threads=body.size > _BLOCK
            ),
            parse_options=pa_csv.ParseOptions(
                delimiter=self.delimiter,
                newlines_in_values=True,
                invalid_row_handler=self._leave_out,
            ),
            convert_options=pa_csv.ConvertOptions(
                include_columns=[str(column) for column in columns],
                column_types={str(column): kind for column, kind in columns.items()},
                null_values=NO_NUMBER,
                strings_can_be_null=False,
            ),
        )

    def _leave_out(self, row: object) -> str:
        self.ragged += 1
        return "skip"


def _best(lines: list[str], *, cut: bool) -> tuple[str, Rows, list[int]]:
    """The delimiter under which a platform is recognised, else that which splits most alike."""
    hint = re.match(r'"?sep=(.)"?\s*$', lines[0], re.IGNORECASE) if lines else None
    signs = [hint[1]] if hint and hint[1] in DELIMITERS else list(DELIMITERS)
    tries = [(sign, *_parse(lines, sign, cut=cut)) for sign in signs]
    return max(tries, key=lambda entry: _quality(entry[1]))


def _quality(rows: Rows) -> tuple[int, float, int]:
    top = [row for row in rows[: headings.SEARCHED] if len(row) <= limits.UPLOAD_COLUMNS]
    known = max((recognise(row)[0] for row in top), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return known, 0.0, 0
    width, times = widths.most_common(1)[0]
    return known, times / len(rows), width


def _parse(lines: list[str], sign: str, *, cut: bool) -> tuple[Rows, list[int]]:
    """Rows of the beginning of a file, and the number of lines read up to the end of each."""
    reader = csv.reader(lines, delimiter=sign)
    rows: Rows = []
    ends: list[int] = []
    try:
        for row in reader:
            rows.append(row)
            ends.append(reader.line_num)
            if len(rows) >= 200:
                return rows, ends
    except csv.Error:
        pass  # what was read up to here decides; the real reader reports the rest
    # a cell with line breaks may have been cut in the middle
    return (rows[:-1], ends[:-1]) if cut and len(rows) > 1 else (rows, ends)
