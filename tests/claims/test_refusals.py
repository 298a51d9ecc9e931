"""Refusals are part of the design: each names its rule and a claim that can be made instead."""

from __future__ import annotations

import pytest

from tests.claims.asked import TODAY, library
from utils.claims.make import make
from utils.model import Claim, Refused

PULSE = "us-anxiety-or-depression"
RATE, CRUDE = "us-suicide-rate", "us-suicide-rate-crude"
REFUSED = [
    # what is asked, the rule, words of the reason, the nearest honest claim
    (
        f"change:{PULSE}:USA:2020-04-23..2024-08-20",
        "S15",
        "New questionnaire",
        f"change:{PULSE}:USA:2024-01-09..2024-08-20",
    ),
    (
        f"peak:{PULSE}:USA:2020-04-23..2024-08-20",
        "S15",
        "can't be compared",
        f"peak:{PULSE}:USA:2024-01-09..2024-08-20",
    ),
    (
        "reach:bell-lets-talk-interactions:CAN:2013-02-12..2020-01-29",
        "S15",
        "can't be compared",
        "reach:bell-lets-talk-interactions:CAN:2020-01-29",
    ),
    (
        f"gap:{RATE},{CRUDE}:USA:2018:sex=Male,Female",
        "S13",
        "one is crude, the other adjusted for age",
        f"gap:{RATE}:USA:2018:sex=Male,Female",
    ),
    (
        f"change:{RATE},{CRUDE}:USA:1999..2018",
        "S13",
        "adjusted for age",
        f"change:{RATE}:USA:1999..2018",
    ),
    (
        "gap:us-suicide-deaths-by-state:US-CA,US-WY:2019",
        "S01",
        "counts follow how many people there are",
        "gap:us-suicide-rate-by-state:US-CA,US-WY:2019",
    ),
    (
        "rank:us-suicide-deaths-by-state:US-CA:2019",
        "S01",
        "may not be ranked",
        "level:us-suicide-deaths-by-state:US-CA:2019",
    ),
    (
        "rank:us-suicide-rate-by-state:US-CA:2019",
        "S19",
        "gives no intervals",
        "level:us-suicide-rate-by-state:US-CA:2019",
    ),
    (
        "together:us-suicide-deaths-monthly:USA:2018-09:us-suicide-mentions:2018-09:sex=Male",
        "S08",
        "can't be set beside one group",
        "together:us-suicide-deaths-monthly:USA:2018-09:us-suicide-mentions:2018-09",
    ),
    (
        f"gap:{PULSE},us-depression-diagnosis:US-CA,US-WY:2022",
        "S09",
        "one means screened positive, the other diagnosed",
        "gap:us-depression-diagnosis:US-CA,US-WY:2022",
    ),
    (
        "one-in:us-suicide-message-mix:USA:2018-09-10:category=Prevention",
        "S10",
        "can't say how common something is",
        "reach:us-suicide-message-mix:USA:2018-09-10:category=Prevention",
    ),
    (
        "level:us-suicide-mentions:USA:2018-09-10",
        "S10",
        "counts attention, not people",
        "reach:us-suicide-mentions:USA:2018-09-10",
    ),
    (
        "reach:us-suicide-mentions,wikipedia-en:USA:2019-09-09",
        "S22",
        "are different things",
        "reach:us-suicide-mentions:USA:2019-09-09",
    ),
    ("reach:blt-2013-tw,blt-2013-int", "S22", "are different things", "reach:blt-2013-tw"),
    ("reach:blt-2013-int,blt-2014-int", "S22", "never added", "reach:blt-2013-int"),
    (
        "reach:us-search-mental-health:USA:2018-10-07..2018-12-30:term=mental_health",
        "S23",
        "can't be added up",
        "reach:us-search-mental-health:USA:2018-12-30:term=mental_health",
    ),
    (
        "reach:br-hashtag-authors:WLD:2020..2020-01-31:hashtag=~23janeirobranco",
        "S22",
        "can't be added up",
        "reach:br-hashtag-authors:WLD:2020-01-31:hashtag=~23janeirobranco",
    ),
    (
        "together:us-suicide-deaths-monthly:USA:2018-09:us-suicide-mentions:2019-01..2019-01-31",
        "S02",
        "share no day",
        "together:us-suicide-deaths-monthly:USA:2019:us-suicide-mentions:2019..2019-01-31",
    ),
    (
        "treatment-gap:us-anxiety-or-depression,talked-to-friends-or-family:USA:2020",
        "C03",
        "not declared as a need and the help for it",
        "level:talked-to-friends-or-family:USA:2020",
    ),
    (
        "treatment-gap:us-counselling,us-unmet-need-for-counselling:USA:2022-04-27",
        "C03",
        "The help stands before the need",
        "treatment-gap:us-unmet-need-for-counselling,us-counselling:USA:2022-04-27",
    ),
    (
        f"level:{PULSE}:USA:2020-07-22",
        "C02",
        "The source has no figure here",
        f"level:{PULSE}:USA:2020-07-16",
    ),
    (
        "level:us-counselling:US-WY:2021-08-04",
        "S07",
        "few people stand behind it",
        "level:us-counselling:US-WY:2021-07-21",
    ),
    (
        f"level:{PULSE}:USA:2024",
        "C02",
        "no period that starts on 1 Jan 2024",
        f"level:{PULSE}:USA:2024-01-09",
    ),
    (
        f"level:{PULSE}:FRA:2024-08-20",
        "C02",
        "no figures for France",
        f"level:{PULSE}:USA:2024-08-20",
    ),
    (f"level:{PULSE}:XYZ:2024-08-20", "C01", "There is no place 'XYZ'", ""),
    (
        "level:us-anxiety-or-depresion:USA:2024-08-20",
        "C01",
        "Did you mean us-anxiety-or",
        f"level:{PULSE}:USA:2024-08-20",
    ),
    (
        f"level:{PULSE}:USA:2024-08-20:sex=Women",
        "C01",
        "for sex “Women”",
        f"level:{PULSE}:USA:2024-08-20",
    ),
    (
        "one-in:us-suicide-rate:USA:2018",
        "C03",
        "not a share of 100",
        "level:us-suicide-rate:USA:2018",
    ),
    (
        "fact:lifeline-contacts-2022",
        "C01",
        "Did you mean lifeline-contacts-2022",
        "fact:lifeline-contacts-2022-12",
    ),
    ("effect:cote-nul", "C01", "Did you mean cote-null", "effect:cote-null"),
    (
        "attention:world-suicide-prevention-day:us-suicide-mentions:2018-09-11",
        "C02",
        "has no day on 11 Sep 2018",
        "attention:world-suicide-prevention-day:us-suicide-mentions:2018-09-10",
    ),
    (
        "attention:bell-lets-talk:bell-lets-talk-tweets:2016-01-27",
        "C03",
        "too few days",
        "reach:bell-lets-talk-tweets:CAN:2016-01-27",
    ),
    (
        "change:us-suicide-rate-12-months:USA:2019-10..2020",
        "C03",
        "share days",
        "change:us-suicide-rate-12-months:USA:2019..2020",
    ),
    ("nothing", "C00", "'nothing' is no kind of claim", ""),
]


@pytest.mark.parametrize(("line", "rule", "words", "nearest"), REFUSED)
def test_a_refusal_names_its_rule_and_a_way_out(line, rule, words, nearest):
    found = make(line, library(), TODAY)
    assert isinstance(found, Refused), found
    assert found.rule == rule, found
    assert words in found.reason
    assert found.instead
    assert found.nearest == nearest
    if nearest:
        assert isinstance(make(nearest, library(), TODAY), Claim)


def test_every_refusal_that_the_design_asks_for_is_tried():
    rules = {rule for _, rule, *_ in REFUSED}
    assert rules >= {"S01", "S02", "S07", "S08", "S09", "S10", "S13", "S15", "S19", "S22", "S23"}
