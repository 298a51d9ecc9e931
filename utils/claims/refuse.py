"""Why a claim is not made: raised where it is found out, turned into `Refused` in one place."""

from __future__ import annotations

from collections.abc import Iterable

from utils.analysis.comparable import Refusal
from utils.claims.spec import Spec

UNKNOWN, NO_FIGURE, UNFIT = "C01", "C02", "C03"
"""House rules beside S01 to S26: a name nobody knows, no figure there, a kind that does not fit."""


class NotMadeError(Exception):
    """A claim that may not be made: rule, reason, what to do, and specs to try, best first."""

    def __init__(self, rule: str, reason: str, instead: str, nearest: Iterable[Spec] = ()) -> None:
        super().__init__(reason)
        self.rule, self.reason, self.instead = rule, reason, instead
        self.nearest = nearest


def refused(refusal: Refusal, nearest: Iterable[Spec] = ()) -> NotMadeError:
    """A refusal of the analysis, with specs to try."""
    return NotMadeError(refusal.rule, refusal.reason, refusal.instead, nearest)
