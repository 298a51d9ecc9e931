"""Counts what each rule finds and misses in the labelled sentences, and prints it as rows."""

from __future__ import annotations

from collections import Counter
from functools import cache

from tests.wording.reading import labelled
from utils import wording
from utils.wording.rules import Rule


@cache
def counted() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Rightly found, wrongly found and missed, by rule."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in labelled():
        found = {finding.rule for finding in wording.check(one.text, context=one.context)}
        right.update(found & one.expected)
        wrong.update(found - one.expected)
        missed.update(one.expected - found)
    return right, wrong, missed


def row(rule: str) -> str:
    """One rule's sentences, precision and recall as a row of a table."""
    right, wrong, missed = (counts[rule] for counts in counted())
    precision = f"{right / (right + wrong):.2f}" if right + wrong else "–"
    recall = f"{right / (right + missed):.2f}" if right + missed else "–"
    return f"| {rule} | {right + missed} | {precision} | {recall} |"


def rule_row(rule: Rule) -> str:
    """One rule's severity, title and source as a row of a table."""
    source = f"[{rule.source}]({rule.url})" if rule.url else rule.source
    return f"| {rule.id} | {rule.severity} | {rule.title} | {source} |"
