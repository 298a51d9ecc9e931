"""What a finding says and does: place, severity, replacement, conditions, allowed words."""

from __future__ import annotations

import pytest

from utils import wording
from utils.model.limits import WORDING_FINDINGS
from utils.wording import Context
from utils.wording.rules import rulebook


def rules(text: str, **known: bool) -> list[str]:
    """The ids of what is found, in the order of the text."""
    return [one.rule for one in wording.check(text, context=Context(**known))]


def test_the_place_leads_back_to_the_text_as_it_was_given() -> None:
    text = "\uff28\uff45 com\u00admitted\u00a0sui\u200bcide."
    (found,) = wording.check(text)
    assert text[found.start : found.end] == found.matched == "com\u00admitted\u00a0sui\u200bcide"
    assert wording.replace(text, found) == "\uff28\uff45 died by suicide."


def test_a_replacement_keeps_the_capital_at_the_start() -> None:
    text = "Suffering from anxiety is common: 1 in 8 people (12%)."
    (found,) = wording.check(text)
    assert wording.replace(text, found).startswith("Living with anxiety")


def test_without_a_safe_replacement_the_text_stays_as_it_is() -> None:
    text = "He is a psycho."
    (found,) = wording.check(text)
    assert found.replacement == ""
    assert wording.replace(text, found) == text


def test_a_finding_of_another_text_is_refused() -> None:
    (found,) = wording.check("He committed suicide.")
    with pytest.raises(wording.WordingError, match="Check the text again"):
        wording.replace("Another text altogether.", found)


@pytest.mark.parametrize(
    ("rule", "words", "better"),
    [
        (rule.id, words, better)
        for rule in rulebook().rules.values()
        for words, better in rule.replace.items()
    ],
)
def test_a_replacement_is_found_offered_and_clean(rule: str, words: str, better: str) -> None:
    text = f"It says {words} here."
    found = [one for one in wording.check(text) if one.rule == rule]
    assert [one.replacement for one in found] == [better]
    assert rule not in rules(wording.replace(text, found[0]))


def test_alarm_words_block_only_beside_suicide() -> None:
    (alone,) = wording.check("Loneliness is an epidemic, at 30% in 2019.")
    (beside,) = wording.check("Suicide is an epidemic, some say.")
    assert (alone.severity, beside.severity) == ("warn", "block")
    assert wording.blocked((alone, beside)) == (beside,)


def test_what_is_missing_is_marked_at_the_end_of_the_text() -> None:
    text = "Suicide can be prevented."
    (found,) = wording.check(text, context=Context(artefact=True))
    assert (found.rule, found.start, found.end, found.matched) == ("W23", len(text), len(text), "")


@pytest.mark.parametrize(
    ("text", "known", "rule"),
    [
        ("Suicide can be prevented.", "helpline", "W23"),
        ("About 9% of adults had depression in 2019.", "hopeful", "W25"),
    ],
)
def test_help_elsewhere_in_the_artefact_counts(text: str, known: str, rule: str) -> None:
    assert rule in rules(text, artefact=True)
    assert rule not in rules(text, artefact=True, **{known: True})


def test_an_artefact_about_suicide_needs_a_helpline_whatever_its_words() -> None:
    assert "W23" in rules("Hope is there.", artefact=True, about_suicide=True)


def test_a_sentence_by_itself_needs_no_helpline() -> None:
    assert rules("Suicide can be prevented.") == []


def test_a_method_is_found_even_inside_a_quoted_title() -> None:
    assert "W06" in rules("The guideline says not to write “suicide by hanging”.")


def test_a_method_counts_only_beside_suicide() -> None:
    assert rules("The picture was hanging in the hall. Suicide can be prevented.") == []


def test_a_published_effect_with_its_citation_may_say_what_was_found() -> None:
    text = "The song was followed by 245 fewer suicides than expected."
    assert "S11" in rules(text, cross_panel=True)
    assert "S11" not in rules(text, cross_panel=True, study=True)


def test_nothing_is_found_in_nothing() -> None:
    assert wording.check("") == ()
    assert wording.check(" \n\t…!?", context=Context(artefact=True, claim=True)) == ()


def test_a_rule_that_is_broken_without_end_is_told_often_enough() -> None:
    found = wording.check("He is a psycho. " * 500)
    assert len(found) == WORDING_FINDINGS


@pytest.mark.parametrize(
    "text",
    [
        "Mental health matters.",
        "The National Survey on Drug Use and Health asks adults.",
        "The Substance Abuse and Mental Health Services Administration runs 988.",
        "The council is committed to suicide prevention.",
        "The film Suicide Squad opened in May.",
        "The book “The Lunatic Express” is about a railway.",
        "The guideline discourages “committed suicide”.",
        "The paper “Failed suicide attempts in a ward” is cited.",
        "Do not say successful suicide.",
    ],
)
def test_names_quoted_titles_and_examples_to_avoid_are_left_alone(text: str) -> None:
    assert rules(text) == []


def test_quotation_marks_alone_excuse_nothing() -> None:
    assert rules("He “committed suicide” in May.") == ["W01"]
    assert rules("Rather than commit suicide, she called a friend.") == ["W01"]
