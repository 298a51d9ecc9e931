"""The labelled sentences: precision and recall of every rule, with floors that must hold."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.wording.reading import Labelled, labelled
from tests.wording.scores import counted, row
from utils import wording
from utils.wording.rules import rulebook

NO_MISS = ("W01", "W02", "W06")
"""Wording of deaths and attempts, and methods: a miss could harm a reader."""
SENTENCES = labelled()


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
        for rule in rulebook().rules:
            print(row(rule))  # noqa: T201
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
