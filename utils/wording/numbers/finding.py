"""Finds the numbers of a text, each once, from the most telling form to the plainest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from utils.model.limits import WORDING_CHARACTERS
from utils.wording.findings import WordingError
from utils.wording.fold import Folded, fold
from utils.wording.numbers.number import Hedge, Number
from utils.wording.numbers.vocabulary import (
    AFTER,
    BARE,
    BEFORE,
    COUNTED,
    DATE,
    DAY_RANGE,
    EITHER,
    HALF_DATE,
    HEDGE,
    LARGE,
    MONTHS,
    NUM,
    PART,
    PARTS,
    SKIP,
    TIMES,
    WORDS,
)

RUN = re.compile(r"\d[\d.,]*")
"""Digits that are no number we know; they are passed over as a whole."""
LOOK = 32
"""Letters before and after a number in which its hedge and its direction are looked for."""
Form = dict[str, Any]
Maker = Callable[[re.Match[str]], Form | None]


def _value(text: str) -> float:
    return float(WORDS[text]) if text in WORDS else float(text.replace(",", ""))


def _step(text: str) -> float:
    """Size of the last digit that counts: `21.4` -> 0.1, `48,000` -> 1,000, `7` -> 1."""
    if text in WORDS:
        return 1.0
    digits = text.replace(",", "")
    if "." in digits:
        return float(10 ** -len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0
    return float(10**zeros)


def _percent(match: re.Match[str]) -> Form:
    kind = "points" if match["points"] else "percent"
    # "20%" is rounded to whole percent, not to tens
    return {"kind": kind, "value": _value(match["n"]), "step": min(_step(match["n"]), 1.0)}


def _points(match: re.Match[str]) -> Form:
    return {"kind": "points", "value": _value(match["n"]), "step": min(_step(match["n"]), 1.0)}


def _rate(match: re.Match[str]) -> Form:
    base = int(_value(match["base"]) * LARGE.get(match["large"] or "", 1))
    value, step = _value(match["n"]), min(_step(match["n"]), 1.0)
    if base <= 1_000 and match["per"] != "per":
        return {"kind": "percent", "value": value * 100 / base, "step": 100 / base, "base": base}
    scale = 100_000 / base
    return {"kind": "rate", "value": value * scale, "step": step * scale, "base": base}


def _in(match: re.Match[str]) -> Form | None:
    upper, base = _value(match["n"]), _value(match["base"])
    if not 0 < upper < base or upper != int(upper) or 1900 <= base < 2100:
        return None
    return {"kind": "percent", "value": upper * 100 / base, "step": 100 / base, "base": int(base)}


def _part(match: re.Match[str]) -> Form:
    base = PARTS[(match["part"] or "half").removesuffix("s")]
    upper = WORDS.get(match["n"] or "", 1)
    share = {"value": upper * 100 / base, "step": 100 / base, "base": base}
    if not match["by"]:
        return {"kind": "percent", **share}
    return {"kind": "relative", **share}


def _times(match: re.Match[str]) -> Form:
    if match["word"]:
        return {"kind": "ratio", "value": TIMES[match["word"]], "step": 0.1}
    return {"kind": "ratio", "value": _value(match["n"]), "step": min(_step(match["n"]), 1.0)}


def _count(match: re.Match[str]) -> Form:
    scale = LARGE.get(match["large"] or "", 1)
    return {"kind": "count", "value": _value(match["n"]) * scale, "step": _step(match["n"]) * scale}


def _date(match: re.Match[str]) -> Form:
    parts = match.groupdict()
    day = parts.get("day") or parts.get("later") or 0
    month = MONTHS.index(parts["month"][:3]) + 1 if parts.get("month") else 0
    year = parts.get("year") or parts.get("alone") or "0"
    return {"kind": "date", "value": float(year), "month": month, "day": int(day), "step": 0}


START = r"(?<![\w.,])"
LARGE_WORD = r"(?: ?(?P<large>thousand|million|billion|bn|[mk])\b)?"
FORMS: tuple[tuple[re.Pattern[str], Maker], ...] = (
    (re.compile(rf"{START}(?P<n>{EITHER}) ?(?:%|percent\b|per cent\b)(?P<points>[- ]points?\b)?"),
     _percent),
    (re.compile(rf"{START}(?P<n>{EITHER})[- ](?:percentage[- ])?(?:points?|pp)\b"), _points),
    (re.compile(
        rf"{START}(?P<n>{NUM})(?: [a-z]{{2,14}}){{0,3}} (?P<per>per|in|in every|for every|out of)"
        rf" (?P<base>100,?000|10,?000|1,?000|100|1(?= million)|one(?= million))(?P<large> million)?"
        r"(?! ?%)\b"), _rate),
    (re.compile(
        rf"{START}(?P<n>{EITHER})[- ](?:in|out of|of every|in every)[- ](?P<base>{EITHER})\b"
        r"(?! ?%| (?:years?|months?|weeks?|days?|million|thousand)\b)"), _in),
    (re.compile(rf"(?P<by>by ){START}(?:(?P<n>an?|{EITHER})[- ])?(?P<part>{PART})\b"), _part),
    (re.compile(
        rf"(?P<by>){START}(?:(?P<n>an?|{EITHER})[- ](?P<part>{PART}s?)|half)\b"
        r"(?= (?:of|the|all)\b)"), _part),
    (re.compile(
        rf"{START}(?P<n>{EITHER})[- ]?(?:times\b|fold\b|x\b)|\b(?P<word>{'|'.join(TIMES)})\b"),
     _times),
    (re.compile(rf"{START}(?P<n>{NUM}){LARGE_WORD}(?!\w)"), _count),
)  # fmt: skip
DATES = (DAY_RANGE, HALF_DATE, DATE)
ANY = re.compile(
    rf"\d|\b(?:{'|'.join([*WORDS, *PARTS, *TIMES, 'jan', 'feb', 'mar', 'apr', 'may', 'jun'])}|"
    "jul|aug|sep|oct|nov|dec|by |an? |halves|call|text|phone|dial|ring|aged?|covid)"
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
    for pattern in DATES:
        match = pattern.match(text, at)
        year_that_counts = match and "alone" in match.groupdict() and COUNTED.match(text, match.end())
        if match and not year_that_counts and not (at and (text[at - 1].isalnum())):
            return match, _date(match)
    for pattern, make in FORMS:
        match = pattern.match(text, at)
        if match and (form := make(match)):
            return match, form
    return None, None


def _numbers(folded: Folded, given: str, match: re.Match[str], form: Form) -> Iterator[Number]:
    start, end = folded.span(*match.span())
    place = {"start": start, "end": end, "text": given[start:end]}
    if form["kind"] == "date":
        yield Number(**form, **place)
        if short := match.groupdict().get("short"):
            century = int(form["value"]) // 100 * 100
            yield Number(**{**form, "value": float(century + int(short[1:]))}, **place)
        return
    before = folded.text[max(0, match.start() - LOOK) : match.start()]
    before += "by " if match.groupdict().get("by") else ""
    after = folded.text[match.end() : match.end() + LOOK]
    hedge, before = _hedge(before)
    sign, signed = _sign(before, after, form)
    bare = form["kind"] == "count" and not match["large"] and bool(BARE.match(after))
    yield Number(**signed, **place, hedge=hedge, sign=sign, bare=bare)


def _hedge(before: str) -> tuple[Hedge, str]:
    match = HEDGE.search(before)
    if not match:
        return "", before
    kinds: tuple[Hedge, ...] = ("about", "over", "under")
    return next(kind for kind in kinds if match[kind]), before[: match.start() + 1]


def _sign(before: str, after: str, form: Form) -> tuple[int, Form]:
    """The direction that is said, and the number as a change if it is one."""
    match = BEFORE.search(before)
    if not match and form["kind"] in ("percent", "points", "relative", "rate", "count", "ratio"):
        match = AFTER.match(after)
    sign = 0 if not match else 1 if match["up"] else -1
    if form["kind"] == "percent" and sign and not form.get("base"):
        form = {**form, "kind": "relative"}
    return sign, form
