"""Caveats: what to bear in mind about a claim; the three weightiest that hold are shown."""

from __future__ import annotations

import datetime as dt

from utils.claims.caveat_rules import RULES, Rule
from utils.claims.draft import Draft
from utils.language import say
from utils.model import Caveat

MOST = 3


def caveats(draft: Draft, today: dt.date) -> tuple[Caveat, ...]:
    """The caveats that hold for a claim, heaviest first, at most three."""
    held = sorted(holding(draft, today), key=lambda rule: -rule.weight)
    return tuple(Caveat(rule.id, _said(rule, draft, today)) for rule in held[:MOST])


def holding(draft: Draft, today: dt.date) -> list[Rule]:
    """Every rule that holds for a claim, in the order of the table."""
    return [rule for rule in RULES if rule.holds(draft, today)]


def _said(rule: Rule, draft: Draft, today: dt.date) -> str:
    return say(rule.sentence) if isinstance(rule.sentence, str) else rule.sentence(draft, today)
