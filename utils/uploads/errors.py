"""What can be wrong with an upload: a code, one sentence, and what to do next.

No message holds anything from the file but a row number and the label of a column.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from utils.language.phrase import Phrase, phrase, told
from utils.model import limits

Result = TypeVar("Result")

_MB = 1_000_000
_AGAIN = phrase("Export the file again from the platform and bring it as it comes.")
_SAVE = phrase(
    "Open it, save the table as CSV UTF-8 or as an Excel workbook (.xlsx), and bring that."
)

MESSAGES: dict[str, tuple[Phrase, Phrase]] = {
    "empty": (phrase("The file is empty."), _AGAIN),
    "too-large": (
        phrase("The file is larger than {most} MB.", most=limits.UPLOAD_BYTES // _MB),
        phrase("Export a shorter period, or fewer columns."),
    ),
    "html": (
        phrase("This is a web page, not a table, whatever its name says."),
        phrase("The download may have failed or asked you to sign in: sign in and export again."),
    ),
    "xml": (phrase("This is an XML file, not a table of rows and columns."), _SAVE),
    "json": (
        phrase("This is a JSON file, not a table of rows and columns."),
        phrase("Choose CSV or Excel where the platform asks for the kind of file."),
    ),
    "pdf": (
        phrase("This is a PDF document, not a table."),
        phrase("Choose CSV or Excel when you export."),
    ),
    "picture": (
        phrase("This is a picture or a film, not a table."),
        phrase("Export the figures behind it."),
    ),
    "program": (
        phrase("This is a program, not a table."),
        phrase("Don't open it. Export the file again."),
    ),
    "archive": (
        phrase("This is an archive or another kind of office file, not a table."),
        phrase("Unpack it and bring the CSV or Excel file that lies in it."),
    ),
    "binary": (phrase("This is not text and not a workbook, so there is no table to read."), _SAVE),
    "utf-16": (phrase("The text is in UTF-16 without the mark that says so."), _SAVE),
    "encoding": (phrase("Some letters are not in the encoding that you chose."), _SAVE),
    "columns": (
        phrase("There are more than {most} columns.", most=limits.UPLOAD_COLUMNS),
        phrase("Export fewer columns: a date, the text and the figures are enough."),
    ),
    "long-line": (
        phrase("A line is longer than a million characters, so this is not a table of posts."),
        _AGAIN,
    ),
    "quotes": (
        phrase("A quotation mark opens a cell that never ends."),
        phrase(
            "Export the file again; if it was changed by hand, look for a stray quotation mark."
        ),
    ),
    "workbook-size": (
        phrase("The workbook would grow beyond what can be read safely when it is unpacked."),
        phrase("Export a shorter period, or save the sheet as CSV."),
    ),
    "workbook": (
        phrase("The workbook is damaged, locked by a password, or of an unknown kind."),
        _SAVE,
    ),
    "no-sheet": (phrase("No sheet of the workbook holds a table."), _SAVE),
    "no-table": (
        phrase("No row with the names of columns was found near the top, and no rows below it."),
        phrase("Make sure that the first row names the columns and that at least one row follows."),
    ),
    "no-date": (
        phrase("No column holds a date, so nothing can be counted by day."),
        phrase("Export with the date of each post, or of each day."),
    ),
    "not-dates": (
        phrase("The column of dates holds something else."),
        phrase("Choose another column."),
    ),
    "no-year": (
        phrase("The dates have a day and a month but no year."),
        phrase("Set the platform's language to English and export again: it then writes the year."),
    ),
    "mixed-dates": (
        phrase("The dates are written in more than one way, so day and month can't be told apart."),
        phrase("A spreadsheet program may have changed them. Bring the export as it came."),
    ),
    "mixed-numbers": (
        phrase(
            "A column writes some numbers with a decimal point and others with a decimal comma."
        ),
        phrase("A spreadsheet program may have changed them. Bring the export as it came."),
    ),
    "no-rows": (phrase("No row could be used."), _AGAIN),
    "no-figures": (
        phrase("None of the columns that you matched holds a figure to add up."),
        phrase("Say what at least one column counts, or that each row is one post."),
    ),
    "hashtags": (
        phrase("There are too many different hashtags."),
        phrase("Export a shorter period."),
    ),
    "open": (phrase("The file leaves something open."), phrase("Answer the questions about it.")),
    "answer": (
        phrase("One of the answers does not fit this file."),
        phrase("Start again with the file."),
    ),
    "period": (
        phrase("The new figures are for another length of period than those you have."),
        phrase("Choose the same period for both files."),
    ),
    "index": (
        phrase(
            "Each download of a search index has a scale of its own, so two can't be put together."
        ),
        phrase("Download the whole period at once."),
    ),
    "time": (phrase("Reading took too long and was stopped."), phrase("Export a shorter period.")),
    "memory": (
        phrase("Reading needed too much memory and was stopped."),
        phrase("Export a shorter period."),
    ),
    "stopped": (phrase("The reader stopped without an answer."), _AGAIN),
    "unreadable": (phrase("The file can't be read as a table."), _SAVE),
}
"""Every code with its sentence and what to do next."""


class UploadError(ValueError):
    """Why an upload can't be read: `code`, `sentence`, `next_step`, and where if known.

    ``column`` is a label that may be shown (see `headings.label`), ``row`` counts from 1.
    """

    def __init__(self, code: str, row: int | None = None, column: str = "") -> None:
        self.code, self.row, self.column = code, row, column
        self.sentence, self.next_step = MESSAGES[code]
        where = self._where()
        super().__init__(f"{where}{where and ': '}{self.sentence} {self.next_step}")

    def _where(self) -> Phrase:
        if self.column and self.row is not None:
            where = phrase("Column “{column}”, near row {row}", column=self.column, row=self.row)
        elif self.column:
            where = phrase("Column “{column}”", column=self.column)
        else:
            where = phrase("Near row {row}", row=self.row or 0)
        return where if self.column or self.row is not None else phrase("")

    def said(self) -> str:
        """Where, what and what to do next, in the reader's language."""
        where = told(self._where())
        parts = (f"{where}:" if where else "", told(self.sentence), told(self.next_step))
        return " ".join(part for part in parts if part)

    def plain(self) -> dict[str, Any]:
        """What is needed to raise it again elsewhere."""
        return {"code": self.code, "row": self.row, "column": self.column}


def typed(work: Callable[[], Result], otherwise: str = "unreadable") -> Result:
    """Do the work; whatever goes wrong inside comes out as an `UploadError`.

    ``otherwise`` is the code of what is neither an `UploadError` nor want of memory. The
    original is not chained: its text, or that of its frames, could hold a cell.
    """
    try:
        return work()
    except UploadError as error:
        failed = UploadError(**error.plain())
    except MemoryError:
        failed = UploadError("memory")
    except Exception:  # a hostile file may raise anything, and nothing of it may be shown
        failed = UploadError(otherwise)
    raise failed
