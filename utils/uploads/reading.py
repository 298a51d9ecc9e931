"""Reads an upload from first byte to protected counts. The only door into this room.

Order: what it really is, encoding, headings and format, one pass over the rows, then the
decisions that need all of them. What stays open is asked; nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import MappingProxyType

import pyarrow as pa

from utils.language.phrase import phrase
from utils.model import limits
from utils.uploads import (
    decisions,
    description,
    guided,
    headings,
    numbers,
    plan,
    questions,
    reduction,
    searches,
    sniff,
    workbook,
)
from utils.uploads.delimited import Delimited, NotWholeError
from utils.uploads.errors import UploadError, typed
from utils.uploads.headings import Layout
from utils.uploads.outcome import Outcome, Reduced, Understanding
from utils.uploads.plan import Plan
from utils.uploads.questions import Answers
from utils.uploads.tally import Tally
from utils.uploads.text import clean
from utils.uploads.workbook import Sheet

Progress = Callable[[float], None]
NO_ANSWERS: Answers = MappingProxyType({})
_SAMPLE = 100


def read(
    data: bytes | bytearray | memoryview,
    answers: Answers = NO_ANSWERS,
    *,
    today: dt.date | None = None,
    progress: Progress = lambda share: None,
) -> Outcome:
    """What a file was taken for, and its counts if no question is left open.

    ``answers`` maps the id of a question to the value of a choice; besides, `format` = `any`
    asks for the guided match of a file that was taken for the wrong thing, and `period` may be
    `day`, `week` or `month`. ``progress`` is called with the share of the file that was read.
    Raises `UploadError` and nothing else.
    """
    day = today or dt.date.today()
    return typed(lambda: _read(memoryview(data).cast("B"), answers, day, progress))


def understand(data: bytes, answers: Answers = NO_ANSWERS) -> Understanding:
    """Only what the file was taken for. Raises `UploadError` and nothing else."""
    return read(data, answers).understanding


def reduce(data: bytes, answers: Answers = NO_ANSWERS) -> Reduced:
    """Only the counts. Raises `UploadError`, also where a question is left open."""
    outcome = read(data, answers)
    if outcome.reduced is None:
        raise UploadError("open")
    return outcome.reduced


def _read(data: memoryview, answers: Answers, today: dt.date, progress: Progress) -> Outcome:
    if not len(data):
        raise UploadError("empty")
    if len(data) > limits.UPLOAD_BYTES:
        raise UploadError("too-large")
    if sniff.kind(bytes(data[: limits.UPLOAD_HEAD_BYTES])) != "text":
        return _workbook(data, answers, today, progress)
    text = clean(data, answers.get("encoding", ""))
    if text is None:
        asked = (questions.encoding(),)
        return Outcome(Understanding("Text", "", "", phrase("not UTF-8"), questions=asked))
    source = Delimited(text)
    found = searches.read(text, source.delimiter)
    if found is not None:
        return found
    notes = description.about_text(text)
    return _table(source, answers, today, progress, notes)


def _workbook(data: memoryview, answers: Answers, today: dt.date, progress: Progress) -> Outcome:
    """The sheet that a platform is known by; asks if several could be meant."""
    sheets = workbook.sheets(data)
    names = list(sheets)
    known = [n for n in names if len(names) == 1 or _layout(sheets[n], NO_ANSWERS).format]
    if len(known) != 1:
        labels = [headings.label(name, place) for place, name in enumerate(names)]
        asked = (questions.sheet(labels),)
        if left := questions.still_open(asked, answers):
            return Outcome(Understanding("Excel workbook", "", "", "", questions=left))
        known = [names[int(answers["sheet"])]]
    return _table(sheets[known[0]], answers, today, progress, ())


def _layout(source: Delimited | Sheet, answers: Answers) -> Layout:
    found = headings.find(source.sample)
    if answers.get("format") == "any":
        return Layout(found.headings, found.row, None)
    return found


def _table(
    source: Delimited | Sheet,
    answers: Answers,
    today: dt.date,
    progress: Progress,
    notes: tuple[str, ...],
) -> Outcome:
    layout = _layout(source, answers)
    if layout.format is None:
        matched = guided.match(layout, source.sample, answers)
        if not isinstance(matched, Plan):
            return Outcome(description.unmatched(source, layout, matched, notes))
        plans = [matched]
    else:
        plans = plan.recognised(layout, source.sample)
    tallies = [_count(source, one, progress) for one in plans]
    english = description.english(layout, plans)
    labels = [description.labels(layout, one) for one in plans]
    decided = [
        decisions.decide(tally, names, answers, today, english=english)
        for tally, names in zip(tallies, labels, strict=True)
    ]
    understood = description.understanding(source, layout, tallies, decided, notes)
    if understood.questions:
        return Outcome(understood)
    return Outcome(understood, reduction.reduce(source.ragged, tallies, decided, answers))


def _count(source: Delimited | Sheet, one: Plan, progress: Progress) -> Tally:
    """One pass over the rows. Columns that look whole are read as such, until one is not."""
    for whole in (_whole(source, one), frozenset[int]()):
        tally = Tally(one)
        kinds = {column: pa.string() for column in one.text_columns}
        for column in one.metrics.values():
            kinds.setdefault(column, pa.int64() if column in whole else pa.string())
        try:
            for batch in source.batches(one.first, one.width, kinds, progress):
                tally.add(batch)
        except NotWholeError:
            continue
        if not tally.rows:
            raise UploadError("no-rows")
        return tally
    raise UploadError("unreadable")


def _whole(source: Delimited | Sheet, one: Plan) -> frozenset[int]:
    """Columns that hold nothing but digits in the first rows. Only a text file has such."""
    if isinstance(source, Sheet):
        return frozenset()
    rows = [row for row in source.sample[one.first :][:_SAMPLE] if len(row) == one.width]
    return frozenset(
        column
        for column in one.metrics.values()
        if all((row[column].isascii() and row[column].isdecimal()) or
               row[column].casefold() in numbers.MISSING for row in rows)
    )  # fmt: skip
