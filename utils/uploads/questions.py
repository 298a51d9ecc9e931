"""What is asked when a file leaves something open. Never answered by the reader itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from utils.uploads.errors import UploadError
from utils.uploads.outcome import Choice, Question
from utils.uploads.platforms.networks import NAMES
from utils.uploads.spelling import Order
from utils.uploads.text import ENCODINGS

Answers = Mapping[str, str]
"""Id of a question -> value of the choice."""

LEAVE_OUT = "leave-out"
_ORDERS: dict[Order, str] = {
    "day": "Day first: 05/06/2024 is 5 June 2024",
    "month": "Month first: 05/06/2024 is 6 May 2024",
    "year": "Year first: 05/06/24 is 24 June 2005",
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
        "Which encoding is the file in?",
        "Some letters are not UTF-8, and nothing in a file proves which other encoding it has. "
        "Only hashtags and names of columns depend on it.",
        tuple(Choice(value, label) for value, label in ENCODINGS.items()),
        "cp1252",
    )


def sheet(labels: Sequence[str]) -> Question:
    """Which sheet of a workbook, by its place."""
    return Question(
        "sheet",
        "Which sheet holds the figures?",
        "Several sheets of the workbook hold a table.",
        tuple(Choice(str(place), label) for place, label in enumerate(labels)),
    )


def date_order(orders: Sequence[Order], suggested: str) -> Question:
    """Day or month first, where every date allows both."""
    return Question(
        "date-order",
        "Which way round are the dates?",
        "Every date in the file makes sense more than one way.",
        tuple(Choice(order, _ORDERS[order]) for order in orders),
        suggested if suggested in orders else "",
    )


def unread_dates(share: float) -> Question:
    """Whether to go on without rows whose date can't be read."""
    return Question(
        "unread-dates",
        "Go on without the rows whose date can't be read?",
        f"About {max(1, round(100 * share))} in 100 rows have a date that can't be read.",
        (Choice(LEAVE_OUT, "Leave those rows out and say so"),),
    )


def number_style(label: str) -> Question:
    """What the point or comma in `1.234` stands for."""
    return Question(
        "numbers",
        "How are the numbers written?",
        f"In the column “{label}” every sign could separate thousands or decimals.",
        (
            Choice("comma", "1.234 is one thousand two hundred and thirty-four, 1,5 is one and "
                   "a half"),
            Choice("dot", "1,234 is one thousand two hundred and thirty-four, 1.5 is one and "
                   "a half"),
        ),
    )  # fmt: skip


def platform() -> Question:
    """Where the posts are from."""
    return Question(
        "platform",
        "Which platform is the file from?",
        "Platforms count differently, so their figures are never added up.",
        tuple(Choice(name, name) for name in NAMES),
    )


def row_kind() -> Question:
    """Whether a row is one post or a day's total."""
    return Question(
        "rows",
        "What is one row?",
        "Posts are counted; totals are taken as they are printed.",
        (Choice("post", "One post"), Choice("total", "The total of one day")),
    )
