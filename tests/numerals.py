"""Finds every number that a text prints, and those for which no shown row accounts.

Words that hold digits of their own (periods, groups, titles, reasons of breaks) are known
letter by letter; a wrong digit in one of them is a number without an account. What remains
must be the value or interval of a row whose period, place and group the text names, a
difference of two such rows, a natural frequency of one, or a count of what is shown.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from utils.analysis.change import mover
from utils.model import Indicator, Place, periods

NUMERAL = re.compile(r"[+−-]?\d+(?:,\d{3})*(?:\.\d+)?")
WHOLE = r"(?<![\d.,])(\d+(?:,\d{3})*)"
SHARE = re.compile(rf"(about|fewer than|more than) {WHOLE} in {WHOLE}")
COUNTED = re.compile(rf"{WHOLE}(?: of {WHOLE})? (?=places|lines?|figures?|more\b(?! \w+ now))")
BASE = re.compile("between ([\ue000-\uf8ff])(?= and )")
BOUNDS = re.compile(
    rf"(?:interval(?: of the change)?|[\uE000-\uF8FF]) ({NUMERAL.pattern}) to ({NUMERAL.pattern})"
)


@dataclass(frozen=True, eq=False)
class Shown:
    """The rows at hand, what they are rows of, and the first day of the base of a change.

    ``beyond`` is how many places with a figure a cut left out.
    """

    rows: pd.DataFrame
    card: Indicator
    places: Mapping[str, Place]
    since: dt.date | None = None
    beyond: int = 0
    spare: Iterator[str] = field(default_factory=lambda: map(chr, range(0xE000, 0xF900)))

    @cached_property
    def records(self) -> list[Any]:
        """The rows as plain tuples with names."""
        return list(self.rows.itertuples(index=False))

    @cached_property
    def groups(self) -> dict[str, str]:
        """A letter that no text has for each group."""
        return {group: next(self.spare) for group in {row.group for row in self.records}}

    @cached_property
    def days(self) -> dict[str, str]:
        """A letter for each period, by its words."""
        spans = {(row.start, row.end) for row in self.records}
        return {label: next(self.spare) for label in {periods.label(*span) for span in spans}}

    @cached_property
    def bases(self) -> set[str]:
        """The letters of the period from which changes are counted."""
        first = [row for row in self.records if f"{row.start:%F}" == f"{self.since}"]
        return {self.days[periods.label(row.start, row.end)] for row in first}

    @cached_property
    def letters(self) -> dict[str, str]:
        """Every word that holds digits of its own, or names a group, by its letter."""
        quoted = dict.fromkeys(self._quoted(), next(self.spare))
        known = {**quoted, **self.groups, **self.days}
        return dict(sorted(known.items(), key=lambda word: -len(word[0])))

    def _quoted(self) -> Iterable[str]:
        """Words of the card, and days on which nothing was measured."""
        card = self.card
        said = [card.title, card.plain_title, card.people, card.interval_name]
        said += card.finding.split("{value}")
        for one in card.breaks:
            said += [one.label, one.reason, periods.label(one.date, one.date), f"{one.date}"]
        return [word.strip(" .") for word in said if re.search(r"\d", word)]

    @cached_property
    def counts(self) -> set[int]:
        """How many lines, places and figures there are, whole and beyond those that are told."""
        known = [row for row in self.records if row.value == row.value]
        base = pd.Timestamp(self.since or "1000-01-01")
        lines = [
            len({(row.place, row.group) for row in known if row.start > day})
            for day in (pd.Timestamp("1000-01-01"), base)
        ]
        more = {number - told for number in lines for told in (3, 8) if number > told}
        marks = Counter((row.status, row.value == row.value) for row in self.records)
        if self.beyond:
            more |= {self.beyond, self.beyond + len(known)}
        return {*lines, len(known), len({row.place for row in known}), *more, *marks.values()}


def printed(value: float, decimals: int) -> str:
    """A value as it must stand in a text, by a rule of its own."""
    text = f"{value:,.{decimals}f}".replace("-", "−")
    return text if text.strip("−0.,") else text.lstrip("−")


def unaccounted(text: str, shown: Shown, apart: bool = False) -> list[str]:
    """Numbers of ``text`` that come from nowhere; ``apart`` judges sentence by sentence."""
    for word, letter in shown.letters.items():
        if word in text:
            text = re.sub(rf"(?<![\w.,]){re.escape(word)}(?!\w|[.,]\d)", letter, text)
    text = text.replace(" per 100,000", "")
    parts = re.split(r"(?<=\.) (?=\S)", text) if apart else [text]
    return [numeral for part in parts for numeral in _left(part, shown)]


def _left(text: str, shown: Shown) -> list[str]:
    rows, decimals = _named(text, shown), shown.card.decimals
    pairs = [] if shown.since else _pairs(rows)
    allowed = _values(rows, shown)
    allowed |= {printed(abs(second.value - first.value), decimals) for first, second in pairs}
    ends = [(row.low, row.high) for row in rows] + [_interval(*pair) for pair in pairs]
    bounds = {(printed(low, decimals), printed(high, decimals)) for low, high in ends}
    wrong = []
    for pattern, is_true in (
        (BASE, lambda found: found[0] in shown.bases),
        (SHARE, lambda found: _is_share(*found, rows)),
        (COUNTED, lambda found: {_number(one) for one in found if one} <= shown.counts),
        (BOUNDS, lambda found: found in bounds),
        (NUMERAL, lambda found: found[0] in allowed),
    ):
        for found in pattern.finditer(text):
            if not is_true(found.groups() or (found[0],)):
                wrong.append(found[0])
        text = pattern.sub("", text)
    return wrong


def _named(text: str, shown: Shown) -> list[Any]:
    """Rows whose period, place and group are named, each unless it is the only one."""
    rows = shown.records
    if len(shown.days) > 1:
        days = {label for label, letter in shown.days.items() if letter in text}
        rows = [row for row in rows if periods.label(row.start, row.end) in days]
    if len({row.place for row in shown.records}) > 1:
        codes = {code for code in {row.place for row in rows} if _has(text, shown.places[code])}
        rows = [row for row in rows if row.place in codes]
    if len(shown.groups) > 1:
        rows = [row for row in rows if shown.groups[row.group] in text]
    return [row for row in rows if row.value == row.value]


def _has(text: str, place: Place) -> bool:
    names = f"{re.escape(place.name)}|{re.escape(place.spoken)}"
    return re.search(rf"(?<!\w)(?:{names})(?!\w)", text) is not None


def _is_share(word: str, one: str, of: str, rows: list[Any]) -> bool:
    stated, half = 100 * _number(one) / _number(of), 50 / _number(of)
    return any(
        row.value < stated
        if word == "fewer than"
        else abs(stated - row.value) <= max(half, row.value / 10)
        for row in rows
    )


def _values(rows: list[Any], shown: Shown) -> set[str]:
    plain = {printed(row.value, shown.card.decimals) for row in rows}
    if not shown.since:
        return plain
    return {
        number if number[0] == "−" or not number.strip("0.,") else f"+{number}" for number in plain
    }


def _pairs(rows: list[Any]) -> list[tuple[Any, Any]]:
    """Two rows of one line, the earlier first; a line told by more tells no difference."""
    lines: dict[tuple[str, str], list[Any]] = {}
    for row in sorted(rows, key=lambda row: row.start):
        lines.setdefault((row.place, row.group), []).append(row)
    return [
        pair
        for line in lines.values()
        if len(line) <= 4
        for pair in itertools.combinations(line, 2)
    ]


def _interval(first: Any, second: Any) -> tuple[float, float]:
    return mover((second.value, second.low, second.high), (first.value, first.low, first.high))


def _number(text: str) -> int:
    return int(text.replace(",", ""))
