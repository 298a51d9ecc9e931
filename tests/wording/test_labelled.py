"""The labelled sentences: precision and recall of every rule, with floors that must hold."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from tests.wording.reading import Labelled, labelled
from utils import wording
from utils.wording.rules import rulebook

NO_MISS = ("W01", "W02", "W06")
"""Wording of deaths and attempts, and methods: a miss could harm a reader."""
SENTENCES = labelled()


@cache
def counted() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Rightly found, wrongly found and missed, by rule."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in SENTENCES:
        found = {finding.rule for finding in wording.check(one.text, context=one.context)}
        right.update(found & one.expected)
        wrong.update(found - one.expected)
        missed.update(one.expected - found)
    return right, wrong, missed


def table() -> str:
    """Precision and recall per rule, as docs/wording.md prints them."""
    right, wrong, missed = counted()
    lines = []
    for rule in rulebook().rules:
        found, labels = right[rule] + wrong[rule], right[rule] + missed[rule]
        precision = f"{right[rule] / found:.2f}" if found else "none found"
        recall = f"{right[rule] / labels:.2f}" if labels else "no label"
        lines.append(f"{rule} {labels:3} labelled  precision {precision}  recall {recall}")
    return "\n".join(lines)


def test_the_set_is_large_and_half_clean() -> None:
    clean = [one for one in SENTENCES if not one.expected]
    assert len(SENTENCES) >= 300
    assert 0.4 <= len(clean) / len(SENTENCES) <= 0.6
    assert len({(one.text, one.context) for one in SENTENCES}) == len(SENTENCES)


def test_every_rule_has_sentences_that_break_it() -> None:
    labels = Counter(rule for one in SENTENCES for rule in one.expected)
    assert set(labels) == set(rulebook().rules)
    assert min(labels.values()) >= 2


def test_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    right, wrong, missed = counted()
    with capsys.disabled():
        print("\n" + table())  # noqa: T201
    assert not [rule for rule in NO_MISS if missed[rule]]
    assert right.total() / (right.total() + wrong.total()) >= 0.95
    assert right.total() / (right.total() + missed.total()) >= 0.95


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: one.id)
def test_a_finding_shows_its_place_and_why(one: Labelled) -> None:
    for finding in wording.check(one.text, context=one.context):
        assert one.text[finding.start : finding.end] == finding.matched
        assert finding.reason
        assert finding.prefer
        assert finding.source
