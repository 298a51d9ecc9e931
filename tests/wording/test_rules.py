"""The file of rules is read strictly: what is wrong is named with file, rule and key."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from utils import wording
from utils.wording.checks import CHECKS
from utils.wording.rules import FILE, build, read_toml, rulebook

RULE: dict[str, Any] = {
    "id": "W99",
    "severity": "warn",
    "title": "A test",
    "reason": "Because it is one.",
    "prefer": "another",
    "source": "House rule",
    "patterns": ["some words"],
}
CODE = FILE.parents[1] / "utils" / "wording"
IDS = {f"W{n:02}" for n in range(1, 28)} | {f"P{n:02}" for n in range(1, 12)}


def content(**changes: Any) -> dict[str, Any]:
    """A file with one rule, changed; a value of None takes the key out."""
    rule = {**copy.deepcopy(RULE), **changes}
    rule = {key: value for key, value in rule.items() if value is not None}
    return {"lists": {"suicide": ["suicid*"]}, "allow": [], "rule": [rule]}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "red"}, "'colour' is unknown"),
        ({"reason": None}, "'reason' is missing"),
        ({"severity": "fatal"}, "'severity' is 'fatal'"),
        ({"patterns": "some words"}, "'patterns' is 'some words'"),
        ({"patterns": ["(open"]}, "'patterns'.*can't be read"),
        ({"patterns": ["<3> words"]}, "'patterns'.*has to begin with a word"),
        ({"patterns": ["words <3>"]}, "'patterns'.*ends with a gap"),
        ({"patterns": ["words <30> more"]}, "'patterns'.*a gap has 1 to"),
        ({"patterns": ["a* word"]}, "'patterns'.*stem is too short"),
        ({"patterns": ["(one <2> two)"]}, "'patterns'.*only words"),
        ({"patterns": ["{nobody} words"]}, "'patterns'.*no list 'nobody'"),
        ({"unless": [".*"]}, "'unless'.*can't be read"),
        ({"patterns": None}, "neither 'patterns'"),
        ({"needs": "nothing"}, "'needs' is 'nothing', which is unknown"),
        ({"escalate": "nothing"}, "'escalate' is 'nothing', which is unknown"),
        ({"context": "mood"}, "'context' is 'mood', which is unknown"),
        ({"unless_context": "mood"}, "'unless_context' is 'mood', which is unknown"),
    ],
)
def test_a_bad_entry_names_file_rule_and_key(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(wording.WordingError, match=said) as error:
        build(content(**changes), "some.toml")
    assert "some.toml" in str(error.value)
    assert "W99" in str(error.value)


def test_a_good_entry_is_read() -> None:
    assert build(content(), "some.toml").rules["W99"].patterns == ("some words",)


def test_two_rules_may_not_share_an_id() -> None:
    twice = content()
    twice["rule"] *= 2
    with pytest.raises(wording.WordingError, match="same id"):
        build(twice, "some.toml")


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(wording.WordingError, match="'rules' is unknown"):
        build({**content(), "rules": []}, "some.toml")


def test_an_allowed_phrase_names_known_rules() -> None:
    wrong = {**content(), "allow": [{"why": "x", "phrases": ["a b"], "rules": ["W98"]}]}
    with pytest.raises(wording.WordingError, match="allow 'x': 'rules' is 'W98'"):
        build(wrong, "some.toml")


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("[[rule")
    with pytest.raises(wording.WordingError, match=r"broken\.toml can't be read"):
        rulebook(file)


def test_every_rule_of_words_and_plain_language_has_its_entry() -> None:
    rules = rulebook().rules
    assert set(rules) >= IDS | {"S08", "S09", "S10", "S11", "S12", "S25", "S26"}
    assert {id for id, rule in rules.items() if rule.check} == set(CHECKS)


def test_every_rule_cites_its_source_with_an_address_or_is_of_the_house() -> None:
    for rule in rulebook().rules.values():
        assert rule.url.startswith(("http://", "https://")) or rule.source == "House rule", rule.id
        assert rule.reason.endswith("."), rule.id


def test_no_list_is_without_use() -> None:
    code = "".join(path.read_text("utf-8") for path in CODE.rglob("*.py"))
    used = {rule.needs for rule in rulebook().rules.values()}
    used |= {rule.escalate for rule in rulebook().rules.values()}
    text = FILE.read_text("utf-8")
    for name in read_toml(FILE)["lists"]:
        assert name in used or f'"{name}"' in code or f"{{{name}}}" in text, name
