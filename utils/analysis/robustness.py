"""The same question under every reasonable choice: how many point the same way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from utils.analysis import before_after
from utils.analysis.before_after import BeforeAfter
from utils.analysis.choices import CHOICES, plan
from utils.analysis.comparable import Refusal
from utils.analysis.windows import Plan
from utils.language import say
from utils.model import Card, Evidence, Robustness

MOST_PLACES = 4
"""Other places that are asked the same question, in the order in which they are given."""
FIRM = 0.9
"""A direction is firm if it holds in at least this share of the choices ..."""
UNUSUAL_IN = 2 / 3
"""... and the difference is larger than at most other dates in at least this share of them."""


@dataclass(frozen=True)
class Outcome:
    """What one choice gives: ``sign`` 1, 0 or -1, ``size`` as in `BeforeAfter.statistic`."""

    id: str
    words: str
    sign: int
    size: float
    share: float
    unusual: bool


@dataclass(frozen=True)
class NotComputed:
    """A choice that could not be asked of this series, and why."""

    id: str
    words: str
    reason: str


@dataclass(frozen=True)
class Strip:
    """All choices beside the direction of ``asked``, the answer that somebody wants to use.

    ``same`` of ``choices`` have its sign and ``unusual`` of them are larger than at most other
    dates; those that could not be computed are in neither and stand in ``not_computed``.
    """

    asked: BeforeAfter
    outcomes: tuple[Outcome, ...]
    not_computed: tuple[NotComputed, ...]

    @property
    def choices(self) -> int:
        """How many choices could be computed."""
        return len(self.outcomes)

    @property
    def same(self) -> int:
        """How many point the way that ``asked`` points."""
        return sum(one.sign == self.asked.sign != 0 for one in self.outcomes)

    @property
    def unusual(self) -> int:
        """How many point the same way and are larger than at most other dates."""
        return sum(one.unusual and one.sign == self.asked.sign for one in self.outcomes)

    @property
    def firm(self) -> bool:
        """Whether the answer stands whichever reasonable choice is made."""
        enough = self.same >= FIRM * self.choices
        return self.choices > 1 and enough and self.unusual >= UNUSUAL_IN * self.choices

    @property
    def sentence(self) -> str:
        """`The direction holds in 11 of 12 choices; in 9 of them it is larger than …`."""
        said = say(
            "The direction holds in {same} of {choices} choices; in {unusual} of the {choices} the "
            "difference is larger than at most other dates.",
            same=self.same,
            choices=self.choices,
            unusual=self.unusual,
        )
        if self.not_computed:
            names = "; ".join(one.words for one in self.not_computed)
            many = len(self.not_computed)
            said += " " + say("{many} could not be worked out: {names}.", many=many, names=names)
        return said

    @property
    def noun(self) -> Robustness:
        """The same as a claim carries it."""
        return Robustness(self.same, self.choices, self.sentence)


def strip(
    evidence: Evidence,
    card: Card,
    event: dt.date,
    asked: Plan | None = None,
    leave_out: Collection[dt.date] = (),
    elsewhere: Mapping[str, Evidence] | None = None,
) -> Strip | Refusal:
    """Asks `before_after.compare` under all `CHOICES`, and for other places by the usual one.

    ``asked`` is the plan behind the answer that somebody wants to use; its refusal is returned
    as it is. ``elsewhere`` holds the same series in other places, by the place's name in a
    sentence. A choice that comes down to the plan of another (a window of one period has no
    half) is counted once and named among those not computed.
    """
    found = before_after.compare(evidence, card, event, asked, leave_out)
    if isinstance(found, Refusal):
        return found
    seen: dict[Plan, str] = {}
    outcomes: list[Outcome] = []
    failed: list[NotComputed] = []
    for choice in CHOICES:
        chosen = plan(choice, card)
        if chosen in seen:
            same = say("For this series it is the same as: {other}.", other=seen[chosen])
            failed.append(NotComputed(choice.id, say(choice.words), same))
            continue
        seen[chosen] = say(choice.words)
        answer = before_after.compare(evidence, card, event, chosen, leave_out)
        _sort(choice.id, seen[chosen], answer, outcomes, failed)
    for name, other in list((elsewhere or {}).items())[:MOST_PLACES]:
        answer = before_after.compare(other, card, event, None, leave_out)
        words = say("the usual window in {place}", place=name)
        _sort(f"place:{name}", words, answer, outcomes, failed)
    return Strip(found, tuple(outcomes), tuple(failed))


def _sort(
    id: str,
    words: str,
    answer: BeforeAfter | Refusal,
    outcomes: list[Outcome],
    failed: list[NotComputed],
) -> None:
    if isinstance(answer, Refusal):
        failed.append(NotComputed(id, words, answer.reason))
    else:
        outcomes.append(
            Outcome(id, words, answer.sign, answer.statistic, answer.share, answer.unusual)
        )
