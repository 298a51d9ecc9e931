"""The forms that a number is written in, each with what it makes of the words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from utils.wording.numbers.number import Kind
from utils.wording.numbers.vocabulary import (
    EITHER,
    LARGE,
    MONTHS,
    NUM,
    PART,
    PARTS,
    TIMES,
    WORDS,
)


class Form(NamedTuple):
    """What the words of a number say, before its surroundings are looked at."""

    kind: Kind
    value: float
    step: float
    base: int = 0
    month: int = 0
    day: int = 0


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
    kind: Kind = "points" if match["points"] else "percent"
    # "20%" is rounded to whole percent, not to tens
    return Form(kind, _value(match["n"]), min(_step(match["n"]), 1.0))


def _points(match: re.Match[str]) -> Form:
    return Form("points", _value(match["n"]), min(_step(match["n"]), 1.0))


def _rate(match: re.Match[str]) -> Form:
    written = match["base"]
    base = 1_000_000 if written.endswith("million") else int(_value(written))
    value, step = _value(match["n"]), min(_step(match["n"]), 1.0)
    if base <= 1_000 and match["per"] != "per":
        return Form("percent", value * 100 / base, 100 / base, base)
    scale = 100_000 / base
    return Form("rate", value * scale, step * scale, base)


def _in(match: re.Match[str]) -> Form | None:
    upper, base = _value(match["n"]), _value(match["base"])
    if not 0 < upper < base or upper != int(upper) or 1900 <= base < 2100 or base > 1_000:
        return None
    return Form("percent", upper * 100 / base, 100 / base, int(base))


def _part(match: re.Match[str]) -> Form:
    base = PARTS[(match["part"] or "half").removesuffix("s")]
    upper = WORDS.get(match["n"] or "", 1)
    kind: Kind = "relative" if match["by"] else "percent"
    return Form(kind, upper * 100 / base, 100 / base, base)


def _times(match: re.Match[str]) -> Form:
    if match["word"]:
        return Form("ratio", TIMES[match["word"]], 0.1)
    return Form("ratio", _value(match["n"]), min(_step(match["n"]), 1.0))


def _count(match: re.Match[str]) -> Form:
    scale = LARGE.get(match["large"] or "", 1)
    return Form("count", _value(match["n"]) * scale, _step(match["n"]) * scale)


def date(match: re.Match[str]) -> Form:
    """A year, with month and day where they are said."""
    parts = match.groupdict()
    day = parts.get("day") or parts.get("later") or 0
    month = MONTHS.index(parts["month"][:3]) + 1 if parts.get("month") else 0
    year = parts.get("year") or parts.get("alone") or "0"
    return Form("date", float(year), 0, 0, month, int(day))


START = r"(?<![\w.,])"
LARGE_WORD = r"(?: ?(?P<large>thousand|million|billion|bn|[mk])\b)?"
FORMS: tuple[tuple[re.Pattern[str], Maker], ...] = (
    (re.compile(rf"{START}(?P<n>{EITHER}) ?(?:%|percent\b|per cent\b)(?P<points>[- ]points?\b)?"),
     _percent),
    (re.compile(rf"{START}(?P<n>{EITHER})[- ](?:percentage[- ])?(?:points?|pp)\b"), _points),
    (re.compile(
        rf"{START}(?P<n>{NUM})(?: [a-z]{{2,14}}){{0,3}} (?P<per>per|(?:in|for|of) every|in|out of)"
        rf" (?P<base>100,?000|10,?000|1,?000|100|(?:1 |one )?million)"
        r"(?! ?%)\b"), _rate),
    (re.compile(
        rf"{START}(?P<n>{EITHER})[- ](?:in|out of|of every|in every)[- ](?P<base>{EITHER})\b"
        r"(?! ?%| (?:years?|months?|weeks?|days?|million|thousand)\b)"), _in),
    (re.compile(rf"(?P<by>by ){START}(?:(?P<n>an?|{EITHER})[- ](?P<part>{PART})|half)\b"), _part),
    (re.compile(
        rf"(?P<by>){START}(?:(?P<n>an?|{EITHER})[- ](?P<part>{PART}s?)|half)\b"
        r"(?:(?<=s)|(?= (?:of|the|all)\b))"), _part),
    (re.compile(
        rf"{START}(?P<n>{EITHER})[- ]?(?:times\b|fold\b|x\b)|\b(?P<word>{'|'.join(TIMES)})\b"),
     _times),
    (re.compile(rf"{START}(?P<n>{NUM}){LARGE_WORD}(?!\w)"), _count),
)  # fmt: skip
