"""What is asked when a file leaves something open. Never answered by the reader itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from utils.language.phrase import phrase
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Choice, Question
from utils.uploads.platforms.networks import NAMES
from utils.uploads.spelling import Order
from utils.uploads.text import ENCODINGS

Answers = Mapping[str, str]
"""Id of a question -> value of the choice."""

LEAVE_OUT = "leave-out"
_ORDERS: dict[Order, str] = {
    "day": phrase("Day first: 05/06/2024 is 5 June 2024"),
    "month": phrase("Month first: 05/06/2024 is 6 May 2024"),
    "year": phrase("Year first: 05/06/24 is 24 June 2005"),
}


def still_open(asked: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Those without an answer; raises `UploadError` for an answer that was not offered."""
    asked = list(asked)
    for question in asked:
        given = answers.get(question.id)
        if given is not None and given not in {choice.value for choice in question.options}:
            raise UploadError("answer")
    return tuple(question for question in asked if question.id not in answers)


def encoding() -> Question:
    """Which letters the bytes above 127 stand for."""
    return Question(
        "encoding",
        phrase("Which encoding is the file in?"),
        phrase(
            "Some letters are not UTF-8, and nothing in a file proves which other encoding it has. "
            "Only hashtags and names of columns depend on it."
        ),
        tuple(Choice(value, phrase(label)) for value, label in ENCODINGS.items()),
        "cp1252",
    )


def sheet(labels: Sequence[str]) -> Question:
    """Which sheet of a workbook, by its place."""
    return Question(
        "sheet",
        phrase("Which sheet holds the figures?"),
        phrase("Several sheets of the workbook hold a table."),
        tuple(Choice(str(place), label) for place, label in enumerate(labels)),
    )


def date_order(orders: Sequence[Order], suggested: str) -> Question:
    """Day or month first, where every date allows both."""
    return Question(
        "date-order",
        phrase("Which way round are the dates?"),
        phrase("Every date in the file makes sense more than one way."),
        tuple(Choice(order, _ORDERS[order]) for order in orders),
        suggested if suggested in orders else "",
    )


def unread_dates(share: float) -> Question:
    """Whether to go on without rows whose date can't be read."""
    return Question(
        "unread-dates",
        phrase("Go on without the rows whose date can't be read?"),
        phrase(
            "About {many} in 100 rows have a date that can't be read.",
            many=max(1, round(100 * share)),
        ),
        (Choice(LEAVE_OUT, phrase("Leave those rows out and say so")),),
    )


def number_style(label: str) -> Question:
    """What the point or comma in `1.234` stands for."""
    return Question(
        "numbers",
        phrase("How are the numbers written?"),
        phrase(
            "In the column “{column}” every sign could separate thousands or decimals.",
            column=label,
        ),
        (
            Choice("comma", phrase("1.234 is one thousand two hundred and thirty-four, 1,5 is one "
                                   "and a half")),
            Choice("dot", phrase("1,234 is one thousand two hundred and thirty-four, 1.5 is one "
                                 "and a half")),
        ),
    )  # fmt: skip


def platform() -> Question:
    """Where the posts are from."""
    return Question(
        "platform",
        phrase("Which platform is the file from?"),
        phrase("Platforms count differently, so their figures are never added up."),
        tuple(Choice(name, phrase(name)) for name in NAMES),
    )


def row_kind() -> Question:
    """Whether a row is one post or a day's total."""
    return Question(
        "rows",
        phrase("What is one row?"),
        phrase("Posts are counted; totals are taken as they are printed."),
        (Choice("post", phrase("One post")), Choice("total", phrase("The total of one day"))),
    )
