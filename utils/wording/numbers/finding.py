"""Finds the numbers of a text, each once, from the most telling form to the plainest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from utils.model.limits import WORDING_CHARACTERS
from utils.wording.findings import WordingError
from utils.wording.fold import Folded, fold
from utils.wording.numbers.forms import FORMS, Form, date
from utils.wording.numbers.number import Hedge, Kind, Number
from utils.wording.numbers.vocabulary import (
    AFTER,
    BARE,
    BEFORE,
    COUNTED,
    DATE,
    DAY_RANGE,
    HALF_DATE,
    HEDGE,
    PARTS,
    SAYS_YEAR,
    SKIP,
    TIMES,
    WORDS,
)

RUN = re.compile(r"\d[\d.,]*")
"""Digits that are no number we know; they are passed over as a whole."""
LOOK = 32
"""Letters before and after a number in which its hedge and its direction are looked for."""

MAYBE_DATE = re.compile(r"[a-z]|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)? ?[jfmasondt–-]")
"""A cheap look at whether a date can begin here, before the dear ones."""
DATES = (DAY_RANGE, HALF_DATE, DATE)
ANY = re.compile(
    rf"\d|\b(?:{'|'.join([*WORDS, *PARTS, *TIMES, 'jan', 'feb', 'mar', 'apr', 'may', 'jun'])}|"
    "jul|aug|sep|oct|nov|dec|by |per |an? |halves|call|text|phone|dial|ring|aged?|covid)"
)
"""Where a number can begin at all, so that the rest of a text is passed over quickly."""


def found(text: str) -> tuple[Number, ...]:
    """Every number of a text in its order, each with its kind and place.

    Ages, phone numbers and the level of an interval ("95% interval") are left out, because no
    claim states them. Raises `WordingError` for a text longer than `WORDING_CHARACTERS`.
    """
    if len(text) > WORDING_CHARACTERS:
        raise WordingError(
            f"This text has {len(text):,} characters; numbers are looked for in at most "
            f"{WORDING_CHARACTERS:,}. Check it in parts."
        )
    return tuple(_scan(fold(text), text))


def _scan(folded: Folded, given: str) -> Iterator[Number]:
    text = folded.text
    at = 0
    while start := ANY.search(text, at):
        at = start.start()
        if skipped := SKIP.match(text, at):
            at = skipped.end()
            continue
        match, form = _first(text, at)
        if match is None or form is None:
            run = RUN.match(text, at)
            at = run.end() if run else start.end()
            continue
        at = match.end()
        yield from _numbers(folded, given, match, form)


def _first(text: str, at: int) -> tuple[re.Match[str] | None, Form | None]:
    for pattern in DATES if MAYBE_DATE.match(text, at) else ():
        match = pattern.match(text, at)
        if match and not _counts(text, match) and not (at and text[at - 1].isalnum()):
            return match, date(match)
    for pattern, make in FORMS:
        match = pattern.match(text, at)
        if match and (form := make(match)):
            return match, form
    return None, None


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether four digits that look like a year count something: `2000 deaths`."""
    if not match.groupdict().get("alone") or not COUNTED.match(text, match.end()):
        return False
    return not SAYS_YEAR.search(text[max(0, match.start() - 8) : match.start()])


def _numbers(folded: Folded, given: str, match: re.Match[str], form: Form) -> Iterator[Number]:
    start, end = folded.span(*match.span())
    text = given[start:end]
    if form.kind == "date":
        yield Number("date", form.value, start, end, text, 0, month=form.month, day=form.day)
        if short := match.groupdict().get("short"):
            century = int(form.value) // 100 * 100
            yield Number("date", float(century + int(short[1:])), start, end, text, 0)
        return
    before = folded.text[max(0, match.start() - LOOK) : match.start()]
    before += "by " if match.groupdict().get("by") else ""
    after = folded.text[match.end() : match.end() + LOOK]
    hedge, before = _hedge(before)
    sign, kind = _sign(before, after, form)
    bare = kind == "count" and not match["large"] and bool(BARE.match(after))
    yield Number(kind, form.value, start, end, text, form.step, form.base, hedge, sign, bare=bare)


def _hedge(before: str) -> tuple[Hedge, str]:
    match = HEDGE.search(before)
    if not match:
        return "", before
    kinds: tuple[Hedge, ...] = ("about", "over", "under")
    return next(kind for kind in kinds if match[kind]), before[: match.start() + 1]


def _sign(before: str, after: str, form: Form) -> tuple[int, Kind]:
    """The direction that is said, and the kind, which a direction may turn into a change."""
    match = BEFORE.search(before) or AFTER.match(after)
    sign = 0 if not match else 1 if match["up"] else -1
    if form.kind == "percent" and sign and not form.base:
        return sign, "relative"
    return sign, form.kind
