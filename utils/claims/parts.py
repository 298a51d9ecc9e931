"""The parts of a claim's line, taken one after the other; an error names part and remedy."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from utils.claims.slug import slug, unslug
from utils.language import later, say
from utils.model.claims import Kind
from utils.model.limits import CLAIM_GROUP_LETTERS

KINDS: tuple[Kind, ...] = get_args(Kind)
SPLIT = re.compile(r"[a-z][a-z0-9_]{0,39}")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
EXAMPLES: Mapping[Kind, str] = {
    "level": "level:us-anxiety-or-depression:USA:2024-08-20",
    "change": "change:us-anxiety-or-depression:USA:2024-01-09..2024-08-20",
    "gap": "gap:us-youth-sadness:USA:2021:sex=Female,Male",
    "rank": "rank:us-anxiety-or-depression:US-OK:2024-02-06",
    "one-in": "one-in:us-loneliness:USA:2024-02-06:age=18_to_29_years",
    "peak": "peak:jp-suicides:JPN:1978..2024",
    "lowest": "lowest:us-suicide-rate:USA:1999..2018",
    "treatment-gap": "treatment-gap:us-unmet-need-for-counselling,us-counselling-or-medication"
    ":USA:2022-04-27",
    "reach": "reach:us-suicide-mentions:USA:2018-09..2018-09-30",
    "attention": "attention:world-suicide-prevention-day:us-suicide-mentions-with-retweets"
    ":2018-09-10",
    "together": "together:us-suicide-deaths-monthly:USA:2018-09:us-suicide-mentions"
    ":2018-09..2018-09-30",
    "effect": "effect:cote-null",
    "fact": "fact:lifeline-contacts-2022-12",
}
"""One line of every kind; docs/claims.md explains them."""


class SpecError(ValueError):
    """A line that is no claim: says what is off, where, and what to write instead."""


@dataclass(frozen=True)
class Group:
    """Part of the people: how they are split (`sex`) and the label in the table (`Female`)."""

    by: str
    label: str


class Parts:
    """The parts of a line after its kind, taken one after the other."""

    def __init__(self, kind: Kind, parts: list[str]) -> None:
        self.kind, self.parts, self.at = kind, parts, 0

    def error(self, problem: str) -> SpecError:
        """The error for the part that was taken last, with an example of the whole line."""
        part = self.parts[self.at - 1] if 0 < self.at <= len(self.parts) else ""
        return SpecError(
            say(
                "Part {number} of the line ('{part}') {problem} Write it as in {example}.",
                number=self.at + 1,
                part=part[:40],
                problem=problem,
                example=EXAMPLES[self.kind],
            )
        )

    def next(self, what: str) -> str:
        """The next part; raises `SpecError` naming what is missing."""
        self.at += 1
        if self.at > len(self.parts):
            raise self.error(say("is missing: {what}.", what=say(what)))
        return self.parts[self.at - 1]

    def more(self) -> bool:
        """Whether a part is left."""
        return self.at < len(self.parts)

    def end(self) -> None:
        """Raises `SpecError` if a part is left over."""
        if self.more():
            self.at += 1
            raise self.error(say("is one too many."))

    def names(self, pattern: re.Pattern[str], what: str, most: int) -> tuple[str, ...]:
        """One or more different names, with commas between them."""
        names = tuple(self.next(what).split(","))
        if len(names) > most or len(set(names)) < len(names):
            raise self.error(
                say("needs {what}, at most {most}, each once.", what=say(what), most=most)
            )
        if not all(pattern.fullmatch(name) for name in names):
            raise self.error(say("is not {what}.", what=say(what)))
        return names

    def day(self) -> dt.date:
        """The first day of one period."""
        return self._day(self.next(later("a period, named by its first day")))

    def span(self) -> tuple[dt.date, dt.date | None]:
        """The first days of a first and a last period, or of one period alone."""
        first, dots, last = self.next(later("a period, or two with .. between")).partition("..")
        begin = self._day(first)
        end = self._day(last) if dots else None
        if end is not None and end <= begin:
            raise self.error(say("ends before it begins or where it begins."))
        return begin, end

    def range(self) -> tuple[dt.date, dt.date]:
        """The first days of a first and a last period; raises `SpecError` for one alone."""
        first, last = self.span()
        if last is None:
            raise self.error(say("needs two periods with .. between them."))
        return first, last

    def _day(self, text: str) -> dt.date:
        match = DAY.fullmatch(text)
        if match is None:
            raise self.error(say("is no day, month or year."))
        try:
            return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError as error:
            raise self.error(say("is no day of the calendar.")) from error

    def groups(self, most: int = 1) -> tuple[Group, ...]:
        """The groups, if a part is left for them: `sex=Female` or `sex=Female,Male`."""
        if not self.more():
            return ()
        by, _, labels = self.next(later("a group")).partition("=")
        if not SPLIT.fullmatch(by) or by == "all" or not labels:
            raise self.error(say("is no group; leave it out to speak of everyone."))
        try:
            found = tuple(Group(by, unslug(label)) for label in labels.split(","))
        except ValueError as error:
            raise self.error(say("is no group that can be read.")) from error
        if len(found) > most or len(set(found)) < len(found):
            raise self.error(say("needs at most {most} different groups.", most=most))
        if any(len(slug(group.label)) > CLAIM_GROUP_LETTERS for group in found):
            raise self.error(
                say("holds a label of more than {most} letters.", most=CLAIM_GROUP_LETTERS)
            )
        return found
