"""What can be wrong with an upload: a code, one sentence, and what to do next.

No message holds anything from the file but a row number and the label of a column.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from utils.model import limits

Result = TypeVar("Result")

_MB = 1_000_000
_AGAIN = "Export the file again from the platform and bring it as it comes."
_SAVE = "Open it, save the table as CSV UTF-8 or as an Excel workbook (.xlsx), and bring that."

MESSAGES: dict[str, tuple[str, str]] = {
    "empty": ("The file is empty.", _AGAIN),
    "too-large": (
        f"The file is larger than {limits.UPLOAD_BYTES // _MB} MB.",
        "Export a shorter period, or fewer columns.",
    ),
    "html": (
        "This is a web page, not a table, whatever its name says.",
        "The download may have failed or asked you to sign in: sign in and export again.",
    ),
    "xml": ("This is an XML file, not a table of rows and columns.", _SAVE),
    "json": (
        "This is a JSON file, not a table of rows and columns.",
        "Choose CSV or Excel where the platform asks for the kind of file.",
    ),
    "pdf": ("This is a PDF document, not a table.", "Choose CSV or Excel when you export."),
    "picture": ("This is a picture or a film, not a table.", "Export the figures behind it."),
    "program": ("This is a program, not a table.", "Don't open it. Export the file again."),
    "archive": (
        "This is an archive or another kind of office file, not a table.",
        "Unpack it and bring the CSV or Excel file that lies in it.",
    ),
    "binary": ("This is not text and not a workbook, so there is no table to read.", _SAVE),
    "utf-16": ("The text is in UTF-16 without the mark that says so.", _SAVE),
    "encoding": ("Some letters are not in the encoding that you chose.", _SAVE),
    "columns": (
        f"There are more than {limits.UPLOAD_COLUMNS} columns.",
        "Export fewer columns: a date, the text and the figures are enough.",
    ),
    "long-line": (
        "A line is longer than a million characters, so this is not a table of posts.",
        _AGAIN,
    ),
    "quotes": (
        "A quotation mark opens a cell that never ends.",
        "Export the file again; if it was changed by hand, look for a stray quotation mark.",
    ),
    "workbook-size": (
        "The workbook would grow beyond what can be read safely when it is unpacked.",
        "Export a shorter period, or save the sheet as CSV.",
    ),
    "workbook": ("The workbook is damaged, locked by a password, or of an unknown kind.", _SAVE),
    "no-sheet": ("No sheet of the workbook holds a table.", _SAVE),
    "no-table": (
        "No row with the names of columns was found near the top, and no rows below it.",
        "Make sure that the first row names the columns and that at least one row follows.",
    ),
    "no-date": (
        "No column holds a date, so nothing can be counted by day.",
        "Export with the date of each post, or of each day.",
    ),
    "not-dates": ("The column of dates holds something else.", "Choose another column."),
    "no-year": (
        "The dates have a day and a month but no year.",
        "Set the platform's language to English and export again: it then writes the year.",
    ),
    "mixed-dates": (
        "The dates are written in more than one way, so day and month can't be told apart.",
        "A spreadsheet program may have changed them. Bring the export as it came.",
    ),
    "mixed-numbers": (
        "A column writes some numbers with a decimal point and others with a decimal comma.",
        "A spreadsheet program may have changed them. Bring the export as it came.",
    ),
    "no-rows": ("No row could be used.", _AGAIN),
    "no-figures": (
        "None of the columns that you matched holds a figure to add up.",
        "Say what at least one column counts, or that each row is one post.",
    ),
    "hashtags": ("There are too many different hashtags.", "Export a shorter period."),
    "open": ("The file leaves something open.", "Answer the questions about it."),
    "answer": ("One of the answers does not fit this file.", "Start again with the file."),
    "period": (
        "The new figures are for another length of period than those you have.",
        "Choose the same period for both files.",
    ),
    "index": (
        "Each download of a search index has a scale of its own, so two can't be put together.",
        "Download the whole period at once.",
    ),
    "time": ("Reading took too long and was stopped.", "Export a shorter period."),
    "memory": ("Reading needed too much memory and was stopped.", "Export a shorter period."),
    "stopped": ("The reader stopped without an answer.", _AGAIN),
    "unreadable": ("The file can't be read as a table.", _SAVE),
}
"""Every code with its sentence and what to do next."""


class UploadError(ValueError):
    """Why an upload can't be read: `code`, `sentence`, `next_step`, and where if known.

    ``column`` is a label that may be shown (see `headings.label`), ``row`` counts from 1.
    """

    def __init__(self, code: str, row: int | None = None, column: str = "") -> None:
        self.code, self.row, self.column = code, row, column
        self.sentence, self.next_step = MESSAGES[code]
        super().__init__(f"{self._where()}{self.sentence} {self.next_step}")

    def _where(self) -> str:
        row = f"near row {self.row}" if self.row is not None else ""
        column = f"column “{self.column}”" if self.column else ""
        where = ", ".join(part for part in (column, row) if part)
        return f"{where[0].upper()}{where[1:]}: " if where else ""

    def plain(self) -> dict[str, Any]:
        """What is needed to raise it again elsewhere."""
        return {"code": self.code, "row": self.row, "column": self.column}


def typed(work: Callable[[], Result]) -> Result:
    """Do the work; whatever goes wrong inside comes out as an `UploadError`.

    The original is not chained: its text, or that of its frames, could hold a cell.
    """
    try:
        return work()
    except UploadError as error:
        failed = UploadError(**error.plain())
    except MemoryError:
        failed = UploadError("memory")
    except Exception:  # a hostile file may raise anything, and nothing of it may be shown
        failed = UploadError("unreadable")
    raise failed
