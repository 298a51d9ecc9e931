"""Before and after in words: the interval names its unit once, in any language the same numbers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import numpy as np
import pytest

from tests.analysis.simulated import line
from tests.made_up import card
from utils.analysis import before_after
from utils.analysis.before_after import BeforeAfter
from utils.claims.before_after import sentences
from utils.language import speaking
from utils.language.tongue import tongue

SHARE = card(frequency="P1M")


@pytest.fixture(scope="module")
def answer() -> BeforeAfter:
    values = np.random.default_rng(3).uniform(50, 90, 120).round(1)
    found = before_after.compare(line(values, SHARE), SHARE, dt.date(2014, 5, 1))
    assert isinstance(found, BeforeAfter)
    return found


def test_an_interval_names_its_unit_once(answer: BeforeAfter) -> None:
    said = sentences(answer, SHARE)[1]
    assert re.search(r"interval \N{MINUS SIGN}?\+?[\d.]+ to \+?\N{MINUS SIGN}?[\d.]+ points;", said)
    assert "points to" not in said


def test_other_languages_say_the_same_numbers(answer: BeforeAfter) -> None:
    english = [re.findall(r"\d+", one) for one in sentences(answer, SHARE)]
    for language in ("es", "pt"):
        with speaking(tongue(language)):
            said = sentences(answer, SHARE)
        assert [
            re.findall(r"\d+", one.replace("95\N{NO-BREAK SPACE}%", "95%")) for one in said
        ] == (english)
        assert said != sentences(answer, SHARE)


def test_a_ratio_is_said_in_percent_with_its_sign(answer: BeforeAfter) -> None:
    ratio = replace(answer, scale="ratio", statistic=1.034, low=0.97, high=1.1)
    assert (
        "difference is +3.4% (95% interval \N{MINUS SIGN}3.0% to +10.0%;"
        in (sentences(ratio, SHARE)[1])
    )
