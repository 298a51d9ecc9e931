"""What claims say: both levels, the interval, no direction without a test, screens as screens."""

from __future__ import annotations

import pytest

from tests import made_up
from tests.claims.asked import TODAY, library, table
from utils.claims.kinds import extreme
from utils.claims.make import make
from utils.claims.spec import parse
from utils.model import Claim, Refused

PULSE = "us-anxiety-or-depression"


def claim(line: str) -> Claim:
    found = make(line, library(), TODAY)
    assert isinstance(found, Claim), found
    return found


def test_a_level_gives_value_interval_people_place_and_period() -> None:
    said = claim(f"level:{PULSE}:USA:2024-08-20").sentences
    assert said.written == (
        "From 20 Aug to 16 Sep 2024, 21.4% (95% interval 20.7 to 22.2) of adults in the United "
        "States reported symptoms of anxiety or depression."
    )
    assert said.spoken == (
        "From 20 August to 16 September 2024, 21.4 percent of adults in the United States "
        "reported symptoms of anxiety or depression. The interval runs from 20.7 to 22.2 percent."
    )
    assert said.plain == (
        "About 21 in 100 adults in the United States reported symptoms of anxiety or depression "
        "(21.4%)."
    )
    assert said.short == (
        "Symptoms of anxiety or depression: 21.4%, United States, 20 Aug to 16 Sep 2024"
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "change:us-unmet-need-for-counselling:USA:2020-08-19..2021-01-20",
            "11.7% (95% interval 11.1 to 12.2) of adults in the United States needed counselling "
            "or therapy and did not get it. It was 9.2% (95% interval 8.8 to 9.6) from 19 to 31 "
            "Aug 2020: 2.5 points higher (interval of the change 1.8 to 3.1).",
        ),
        (
            f"change:{PULSE}:USA:2024-01-09..2024-08-20",
            "a difference of 0.7 points, too small to tell from chance",
        ),
        (
            "change:ca-perceived-mental-health:CAN:2015..2024",
            "a difference of 18.3 points; we can't test whether it is more than chance",
        ),
        (
            "change:us-suicide-rate-by-state:US-WY:2017..2019",
            "we can't test whether it is more than chance",
        ),
        (
            "change:jp-suicides:JPN:2019..2020",
            "It was 20,169 deaths in 2019: 912 more deaths (interval of the change 514 to 1,310).",
        ),
        (
            "change:jp-suicides:JPN:2019..2024",
            "a difference of 151 deaths, too small to tell from chance",
        ),
        (
            "change:us-suicide-rate:USA:1999..2018",
            "a difference of 3.7 per 100,000; we can't test whether it is more than chance",
        ),
    ],
)
def test_a_change_gives_both_levels_and_a_direction_only_if_tested(line: str, words: str) -> None:
    found = claim(line)
    assert words in found.sentences.written
    directed = any(f" {one}" in found.sentences.written for one in ("higher", "lower", "more d"))
    assert directed != ("chance" in found.sentences.written)
    assert directed or found.robustness is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            f"gap:{PULSE}:USA:2024-02-06:sex=Female,Male",
            "That is 4.9 points higher for Female than for Male (interval of the difference",
        ),
        (
            "gap:us-loneliness:USA:2024-02-06:sex=Female,Male",
            "The difference of 0.2 points is too small to tell the two apart",
        ),
        (
            "gap:us-youth-sadness:USA:2021:sex=Female,Male",
            "a difference of 28 points; we can't test whether it is more than chance",
        ),
        (
            "gap:not-comfortable-speaking:GBR,JPN:2020",
            "a difference of 19.5 points; we can't test whether it is more than chance",
        ),
    ],
)
def test_a_gap_says_whether_the_two_can_be_told_apart(line: str, words: str) -> None:
    found = claim(line)
    assert words in found.sentences.written
    assert len(found.evidence or ()) == 2


def test_a_gap_is_the_same_from_the_other_side() -> None:
    one = claim(f"gap:{PULSE}:USA:2024-02-06:sex=Female,Male")
    other = claim(f"gap:{PULSE}:USA:2024-02-06:sex=Male,Female")
    assert one.quantity.value == -other.quantity.value
    assert one.quantity.low == pytest.approx(-other.quantity.high)
    assert "lower for Male than for Female" in other.sentences.written
    assert one.robustness == other.robustness


def test_robustness_counts_starting_points_that_were_fixed_before() -> None:
    found = claim("change:jp-suicides:JPN:2003..2024").robustness
    assert found is not None
    # 1, 2, 3, 5, 10 years before 2024 and the first figure, 1978
    values = {2023: 21_837, 2022: 21_881, 2021: 21_007, 2019: 20_169, 2014: 25_427, 1978: 20_788}
    assert (found.same, found.choices) == (sum(v > 20_320 for v in values.values()), 6)
    assert found.sentence == (
        "Also lower from 5 of 6 other starting points that were fixed before."
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "peak:ew-suicide-rate:GB-ENG:2019..2023",
            ("Suicide rate in England and Wales, England: largest",),
        ),
        (
            "treatment-gap:us-unmet-need-for-counselling,us-counselling:US-CA:2022-04-27",
            ("California", "needed counselling", "received counselling"),
        ),
        (
            f"change:{PULSE}:US-CA:2024-01-09..2024-08-20",
            ("Symptoms of anxiety or depression", "California"),
        ),
        (
            f"gap:{PULSE}:USA:2024-02-06:sex=Female,Male",
            ("Symptoms of anxiety or depression", "United States"),
        ),
        (
            "attention:world-suicide-prevention-day:us-suicide-mentions-with-retweets:2018-09-10",
            ("Tweets that mention suicide", "World Suicide Prevention Day"),
        ),
        (f"level:{PULSE}:US-CA:2024-08-20", ("Symptoms of anxiety", "California")),
    ],
)
def test_the_short_sentence_never_loses_measure_or_place(line: str, words: tuple[str, ...]) -> None:
    short = claim(line).sentences.short
    assert all(word in short for word in words), short


def test_a_treatment_gap_says_need_and_help_of_the_same_people() -> None:
    found = claim(
        "treatment-gap:us-unmet-need-for-counselling,us-counselling-or-medication:USA:2022-04-27"
    )
    assert found.hopeful
    said = found.sentences
    assert (
        "did not get it. In the same period, of all adults, with or without that need, 26.8%"
        in (said.written)
    )
    assert all("of all adults" in text for text in (said.short, said.spoken, said.plain))
    assert "can be different people" in found.challenge.answer
    assert "two-shares" in {one.id for one in found.caveats}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "level:eng-suicide-rate-quarterly:GB-ENG:2023-07",
            "people aged 10 and over in England died by suicide at an age-adjusted yearly rate of",
        ),
        (
            "level:us-suicide-rate-quarterly-crude:USA:2020",
            "people in the United States died by suicide at a yearly rate of",
        ),
        (
            "level:ew-suicide-rate:GB-EAW:2023",
            "people aged 10 and over in England and Wales died by suicide at an age-adjusted rate",
        ),
        (
            "level:us-suicide-rate:USA:2018",
            "people in the United States died by suicide at an age-adjusted rate of",
        ),
    ],
)
def test_a_rate_that_is_no_head_count_is_not_told_as_one(line: str, words: str) -> None:
    found = claim(line).sentences
    assert words in found.written
    assert found.plain == ""


def test_an_age_adjusted_share_is_not_shown_as_people() -> None:
    series = "us-depression-diagnosis-standardised"
    day = table(series)[series, "US-CA", "all", "all"][-1].start
    assert claim(f"level:{series}:US-CA:{day}").sentences.plain == ""
    refused = make(f"one-in:{series}:US-CA:{day}", library(), TODAY)
    assert isinstance(refused, Refused)
    assert refused.nearest.startswith("level:")


def test_a_rank_is_a_range_among_places_of_its_kind() -> None:
    found = claim(f"rank:{PULSE}:US-OK:2024-02-06")
    assert found.quantity.text == "1 to 32 of 51"
    assert "between rank 1 and 32 of 51 states" in found.sentences.written
    assert found.evidence is not None
    assert "USA" not in set(found.evidence.rows["place"])


def test_a_peak_says_of_how_many_figures_and_which_reach_it() -> None:
    found = claim(f"peak:{PULSE}:USA:2021-07-21..2023-06-07").sentences.written
    assert "largest of 25 figures from 21 Jul 2021 to 19 Jun 2023; 1 other has the same" in found
    found = claim(f"peak:{PULSE}:USA:2020-08-19..2021-07-07").sentences.written
    assert "; the intervals of 5 others reach it." in found
    assert claim("lowest:us-suicide-rate:USA:1999..2018").quantity.text == "10.4 per 100,000"


def test_a_statistic_beside_reach_says_same_time_and_no_cause() -> None:
    found = claim(
        "together:us-suicide-deaths-monthly:USA:2018-09:us-suicide-mentions:2018-09..2018-09-30"
    )
    assert found.sentences.written == (
        "In Sep 2018, 4,136 people in the United States died by suicide. At the same time (Sep "
        "2018): Tweets that mention suicide: 143,473 posts (posts counted). Many other things "
        "changed as well. This can't show whether one has to do with the other."
    )
    assert found.sentences.short.endswith("This can't show whether one has to do with the other.")
    assert len(found.citations) == 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "together:us-suicide-deaths-monthly:USA:2017-04:logic-song:2017-04-28",
            "At the same time (28 Apr 2017): The song “1-800-273-8255” by Logic took place",
        ),
        (
            "together:ca-perceived-mental-health:CAN:2018:blt-2018-int",
            "At the same time (31 Jan 2018): 138,383,995 interactions",
        ),
    ],
)
def test_a_campaign_or_a_cited_figure_can_stand_beside_a_statistic(line: str, words: str) -> None:
    assert words in claim(line).sentences.written


def test_attention_says_ratio_interval_ordinary_days_and_rung() -> None:
    found = claim(
        "attention:world-suicide-prevention-day:us-suicide-mentions-with-retweets:2018-09-10"
    )
    assert (found.quantity.text, found.quantity.interval) == ("5.7 times", "4.0 to 6.1")
    assert "about 3 in 100 of the 2,938 other days" in found.sentences.written
    assert "On the reach ladder: posts counted." in found.sentences.plain
    # every ordinary day is compared, so every day with a figure is behind the number
    assert found.evidence is not None
    assert len(found.evidence) == 3_010


def test_reach_keeps_qualifier_rung_and_who_says_it() -> None:
    found = claim("reach:wspd-2020-film")
    assert found.quantity.text == "over 33,000,000 views"
    assert "Rung: measured views." in found.sentences.written
    assert "IASP" in found.sentences.written
    assert found.evidence is None


def test_an_effect_says_its_design_and_a_null_is_told_like_any_other() -> None:
    null, harm = claim("effect:cote-null"), claim("effect:werther-celeb")
    assert null.quantity.text == "no effect found"
    assert "Design: before/after counts" in null.sentences.written
    assert "increase (harmful)" in harm.sentences.written
    assert claim("effect:logic-calls-n").picture == "interval"


def test_suicide_is_named_safely_and_has_a_place_for_its_helpline() -> None:
    found = claim("level:jp-suicides:JPN:2024")
    assert found.about_suicide
    assert found.place == "JPN"
    assert "died by suicide" in found.sentences.written
    assert not claim(f"level:{PULSE}:USA:2024-08-20").about_suicide
    assert claim("fact:lifeline-contacts-2022-12").about_suicide
    assert claim("effect:cote-null").place == "CAN"


def test_rows_used_ride_with_their_origins() -> None:
    found = claim(f"change:{PULSE}:USA:2024-01-09..2024-08-20")
    assert found.evidence is not None
    assert len(found.evidence) == 2
    assert found.evidence.cited
    assert found.source_line.startswith("Source: National Center for Health Statistics.")
    assert found.drawn is not None
    assert len(found.drawn) > 2


def test_what_is_read_aloud_keeps_status_and_interval_of_a_difference() -> None:
    said = claim("level:us-suicide-deaths-monthly:USA:2022-12").sentences.spoken
    assert said.endswith("The figure is provisional.")
    said = claim(f"gap:{PULSE}:USA:2024-02-06:sex=Female,Male").sentences.spoken
    assert "The interval of the difference runs from" in said
    said = claim(f"change:{PULSE}:USA:2024-01-09..2024-08-20").sentences.spoken
    assert "The interval of the difference runs from minus " in said


@pytest.mark.parametrize("line", ["reach:wspd-2020-events", "reach:wspd-2020-film"])
def test_no_most_is_told_of_what_is_open_ended_or_counts_no_people(line: str) -> None:
    assert "at most" not in claim(line).challenge.answer


def test_a_peak_counts_ties_as_printed_and_refuses_periods_that_share_days() -> None:
    rows = [
        {"start": day, "value": value, "high": 5.0, "low": 4.0}
        for day, value in ((1, 4.62), (2, 4.58))
    ]
    card = made_up.card(unit="days")
    spec = parse("peak:made-up-share:AAA:2000..2001")
    assert "1 other has the same figure" in extreme._others(spec, card, rows[0], rows)
    refused = make("peak:us-suicide-rate-12-months:USA:2018-04-01..2020-04-01", library(), TODAY)
    assert isinstance(refused, Refused)
    assert refused.rule == "C03"


def test_a_rank_that_could_be_nearly_any_is_refused() -> None:
    refused = make(f"rank:{PULSE}:US-WV:2024-02-06", library(), TODAY)
    assert isinstance(refused, Refused)
    assert refused.rule == "S19"
