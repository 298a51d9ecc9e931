"""docs/claims.md says what the code does: examples, caveats, rules and limits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.claims.asked import TODAY, library
from tests.claims.test_refusals import REFUSED
from utils.claims.caveat_rules import RULES
from utils.claims.make import make
from utils.claims.predicates import WIDE
from utils.claims.spec import EXAMPLES, KINDS, VERSION, parse
from utils.model import Claim
from utils.model.limits import CLAIM_LETTERS, CLAIM_ROWS_KEPT, DECK_BYTES, DECK_CLAIMS

TEXT = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")


def table(heading: str) -> dict[str, list[str]]:
    """The first table under a heading: first cell to the others."""
    part = TEXT.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| (?!-)(.+) \|$", part, re.MULTILINE)[1:]
    return {cells[0]: cells[1:] for row in rows if (cells := row.split(" | "))}


GRAMMAR = table("The line")


def test_every_kind_is_explained() -> None:
    assert tuple(GRAMMAR) == KINDS
    for kind in KINDS:
        assert re.search(rf"^- .*\*\*{kind}\*\*[ ,]", TEXT, re.MULTILINE), kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_kind_can_be_made(kind: str) -> None:
    example = GRAMMAR[kind][1].strip("`")
    assert example == EXAMPLES[kind]  # type: ignore[index]
    assert str(parse(example)) == example
    assert isinstance(make(example, library(), TODAY), Claim)
    assert all(form.startswith(f"{kind}:") for form in re.findall(r"`(.+?)`", GRAMMAR[kind][0]))


def test_the_caveats_are_those_of_the_code_in_order_of_weight() -> None:
    assert list(table("Caveats")) == [rule.id for rule in RULES]
    assert [rule.weight for rule in RULES] == sorted((r.weight for r in RULES), reverse=True)
    assert f"over {WIDE * 100:.0f} percent of the figure" in TEXT


def test_the_refusals_are_those_that_are_tried() -> None:
    assert set(table("Refusals")) == {rule for _, rule, *_ in REFUSED}


def test_limits_are_those_of_the_code() -> None:
    assert f"The line, version {VERSION}" in TEXT
    assert f"at most\n{CLAIM_LETTERS} letters" in TEXT
    assert f"at most {DECK_CLAIMS} claims" in re.sub(r"\s+", " ", TEXT)
    assert f"{DECK_BYTES:,} bytes" in TEXT
    assert f"they are at most {CLAIM_ROWS_KEPT})" in TEXT
