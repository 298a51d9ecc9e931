"""Any table, matched by hand: offers the columns that can be what is asked for."""

from __future__ import annotations

import pyarrow as pa

from utils.language.phrase import phrase
from utils.uploads import dates, numbers, questions, spelling
from utils.uploads.errors import UploadError
from utils.uploads.headings import Layout, Rows, label
from utils.uploads.outcome import Choice, Question
from utils.uploads.plan import Plan, skip_second_heading, width
from utils.uploads.platforms import BY_ID, FORMATS
from utils.uploads.platforms.metrics import METRICS
from utils.uploads.platforms.words import english
from utils.uploads.questions import Answers

_MOST = 25
_CLEAR = 0.8
_NOTHING = Choice("", phrase("Not read"))


def match(layout: Layout, rows: Rows, answers: Answers) -> Plan | tuple[Question, ...]:
    """The plan that the answers make, or the questions that are still open.

    Raises `UploadError` if no column can hold a date, or nothing would be counted.
    """
    below = [row for row in rows[layout.row + 1 :] if any(cell.strip() for cell in row)]
    if not below:
        raise UploadError("no-table")
    size = width(layout, rows)
    columns = [[row[i].strip() for row in below if i < len(row)] for i in range(size)]
    names = [label(layout.headings[i] if i < len(layout.headings) else "", i) for i in range(size)]
    dated = [i for i in range(size) if _dated(columns[i])]
    if not dated:
        raise UploadError("no-date")
    counted = [i for i in range(size) if i not in dated and _counted(columns[i])][:_MOST]
    tagged = [i for i in range(size) if any("#" in cell for cell in columns[i])][:_MOST]
    asked = _ask(layout, names, dated, counted, tagged)
    left = questions.still_open(asked, answers)
    if left:
        return left
    return skip_second_heading(_plan(layout, size, counted, answers), rows)


def _dated(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    if not filled:
        return False
    shapes = [spelling.read(day).shape for day in dates.cut(pa.array(filled)).to_pylist()]
    # five-digit numbers are days of a spreadsheet only if all of them are
    sure = sum(shape in ("fixed", "numeric", "no-year") for shape in shapes)
    serial = all(shape == "serial" for shape in shapes)
    return serial or sure >= _CLEAR * len(filled)


def _counted(cells: list[str]) -> bool:
    signs = numbers.Signs()
    for cell in cells:
        signs.add(numbers.read(cell[:40])[2])
    return signs.values > signs.bad and signs.bad <= (1 - _CLEAR) * signs.values


def _ask(
    layout: Layout, names: list[str], dated: list[int], counted: list[int], tagged: list[int]
) -> list[Question]:
    asked = [
        Question(
            "date",
            phrase("Which column holds the day?"),
            phrase("Posts are counted by day."),
            tuple(Choice(str(i), names[i]) for i in dated),
            str(dated[0]) if len(dated) == 1 else "",
        ),
        questions.row_kind(),
        questions.platform(),
    ]
    if tagged:
        options = (Choice("", phrase("No column")), *(Choice(str(i), names[i]) for i in tagged))
        asked.append(
            Question(
                "text",
                phrase("Which column holds hashtags?"),
                phrase("Only the hashtags are taken from it; the text is not kept."),
                options,
                str(tagged[0]) if len(tagged) == 1 else "",
            )
        )
    for i in counted:
        heading = layout.headings[i] if i < len(layout.headings) else ""
        asked.append(
            Question(
                f"metric:{i}",
                phrase("What does “{column}” count?", column=names[i]),
                phrase("Different things are never added up."),
                _measures(),
                _likely(heading),
            )
        )
    return asked


def _measures() -> tuple[Choice, ...]:
    """What a column can count, each by its unit and rung."""
    named = {
        one.id: phrase("{unit} ({rung})", unit=phrase(one.unit), rung=phrase(one.rung))
        for one in METRICS.values()
        if one.id != "search-index"
    }
    return (_NOTHING, *(Choice(id, words) for id, words in named.items()))


def _likely(heading: str) -> str:
    """The metric that this heading means on any platform that is known."""
    spelt = english(heading)
    for format in FORMATS:
        for metric, names in format.metrics.items():
            if spelt & set(names):
                return metric
    return ""


def _plan(layout: Layout, size: int, counted: list[int], answers: Answers) -> Plan:
    by_post = answers["rows"] == "post"
    metrics = {answers[f"metric:{i}"]: i for i in reversed(counted) if answers[f"metric:{i}"]}
    if by_post:
        metrics.pop("posts", None)  # each row is one
    elif not metrics:
        raise UploadError("no-figures")
    text = answers.get("text", "")
    return Plan(
        format=BY_ID["own-posts" if by_post else "own-days"],
        platform=answers["platform"],
        date=int(answers["date"]),
        first=layout.row + 1,
        width=size,
        texts=(int(text),) if text else (),
        label=0,
        metrics=dict(reversed(metrics.items())),
    )
