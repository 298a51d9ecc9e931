"""docs/wording.md says what is so: the rules, their measures, the sizes of the sets."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.wording import deck
from tests.wording.reading import labelled
from tests.wording.scores import row, rule_row
from utils.model.limits import WORDING_CHARACTERS, WORDING_FINDINGS
from utils.wording.rules import rulebook

PAGE = Path(__file__).parents[2] / "docs" / "wording.md"
TEXT = PAGE.read_text("utf-8")


def test_every_rule_stands_in_the_table_as_it_is() -> None:
    for rule in rulebook().rules.values():
        assert rule_row(rule) in TEXT, rule_row(rule)


def test_every_measure_stands_in_the_table_as_it_is() -> None:
    for rule in rulebook().rules:
        assert row(rule) in TEXT, row(rule)


def test_the_sizes_of_the_sets_are_those_of_the_files() -> None:
    lists = tomllib.loads((Path(__file__).parent / "cause.toml").read_text("utf-8"))
    clean = sum(not one.expected for one in labelled())
    for told in (
        f"{len(labelled())} sentences, {clean} of them clean",
        f"{len(lists['claimed'])} claims of cause",
        f"{len(lists['honest'])} honest sentences",
        f"{len(deck.near_misses())} near-misses",
        f"{len(deck.HONEST)} honest restatements",
        f"{WORDING_CHARACTERS:,} characters",
        f"{WORDING_FINDINGS} findings",
    ):
        assert told in TEXT, told
