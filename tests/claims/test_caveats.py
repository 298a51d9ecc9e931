"""Each caveat is computed: one claim that triggers it, and a like one that does not."""

from __future__ import annotations

import dataclasses
import math

import pytest

from tests import made_up
from tests.claims.asked import TODAY, library
from utils.claims import caveats, statistic
from utils.claims.caveat_rules import RULES
from utils.claims.draft import Draft
from utils.claims.kinds import gap
from utils.claims.line import EVERYONE, Line, lines_of
from utils.claims.make import MAKERS, make
from utils.claims.spec import parse
from utils.model import Claim

PULSE = "us-anxiety-or-depression"
FIFTHS = "eu-current-depressive-symptoms"
PAIRS = {
    # caveat: a claim for which it holds, one for which it does not
    "small-sample": ("fact:treated-severe-nga-2003", "fact:treated-severe-usa-2003"),
    "self-selected": ("effect:ruok-part", "effect:papageno-rct"),
    "screening": (f"level:{PULSE}:USA:2024-08-20", "level:us-loneliness:USA:2024-02-06"),
    "two-shares": (
        "treatment-gap:us-unmet-need-for-counselling,us-counselling:USA:2022-04-27",
        "level:us-counselling:USA:2022-04-27",
    ),
    "rung": ("reach:wspd-2020-film", "fact:lifeline-contacts-2022-12"),
    "study": ("effect:cote-null", "fact:lifeline-contacts-2022-12"),
    "holes": (
        "reach:wikipedia-it:WLD:2019..2020-09-21:article=Seasonal_affective_disorder",
        "reach:us-suicide-mentions:USA:2018-09..2018-09-30",
    ),
    "provisional": (
        "level:us-suicide-deaths-monthly:USA:2022-12",
        "level:us-suicide-deaths-monthly:USA:2019-12",
    ),
    "modelled": ("level:suicide-rate-world:USA:2021", "level:us-suicide-rate:USA:2018"),
    "estimated": (
        "reach:bell-lets-talk-interactions:CAN:2011-02-09",
        "reach:bell-lets-talk-interactions:CAN:2013-02-12",
    ),
    "part-of-whole": (
        f"gap:{PULSE}:US-CA,USA:2024-02-06",
        f"gap:{PULSE}:US-CA,US-WV:2024-02-06",
    ),
    "usual-level": (
        "attention:world-suicide-prevention-day:us-suicide-mentions:2018-09-10",
        "reach:us-suicide-mentions:USA:2018-09..2018-09-30",
    ),
    "wide-interval": (f"level:{PULSE}:US-WV:2024-02-06", f"level:{PULSE}:USA:2024-02-06"),
    "no-interval": (
        "level:not-comfortable-speaking:USA:2020",
        "level:us-loneliness:USA:2024-02-06",
    ),
    "few-answered": ("level:us-loneliness:USA:2024-02-06", "level:us-youth-sadness:USA:2021"),
    "break-nearby": (f"level:{PULSE}:USA:2024-08-20", "level:jp-suicides:JPN:2024"),
    "coverage": (
        "reach:br-hashtag-posts:WLD:2019-05..2019-05-31:hashtag=~23depressaonaoefrescura",
        "reach:us-suicide-mentions:USA:2018-09..2018-09-30",
    ),
    "self-reported": ("reach:blt-2013-int", "reach:blt-2017-tw"),
    "second-hand": ("reach:blt-2012-don", "reach:blt-2013-int"),
    "fact": ("fact:lifeline-contacts-2022-12", "effect:cote-null"),
    "count-without-rate": ("level:jp-suicides:JPN:2024", "level:jp-suicide-rate:JPN:2024"),
    "age-standardised": ("level:us-suicide-rate:USA:2018", "level:jp-suicide-rate:JPN:2024"),
    "crude-rate": ("level:jp-suicide-rate:JPN:2024", "level:us-suicide-rate:USA:2018"),
    "season": (
        "change:jp-suicides-monthly:JPN:2020-06..2020-10",
        "change:jp-suicides-monthly:JPN:2019-10..2020-10",
    ),
    "places-not-people": (
        f"gap:{PULSE}:US-WV,US-CA:2024-02-06",
        f"gap:{PULSE}:USA:2024-02-06:sex=Female,Male",
    ),
    "use-of-care": (
        "level:us-counselling:USA:2022-04-27",
        "level:us-unmet-need-for-counselling:USA:2022-04-27",
    ),
    "observed": ("effect:logic-calls-n", "effect:papageno-rct"),
    "old": ("level:us-suicide-rate:USA:1999", "level:jp-suicides:JPN:2024"),
    "ended": ("level:us-loneliness:USA:2024-02-06", "level:jp-suicides:JPN:2024"),
}


def held(line: str) -> set[str]:
    """Every caveat that holds for a claim, shown or not."""
    spec = parse(line)
    draft = MAKERS[spec.kind](spec, library())
    return {rule.id for rule in caveats.holding(draft, TODAY)}


def made_up_draft(status: str) -> Draft:
    rows = made_up.evidence(made_up.row(2000, 5.0, low=4.9, high=5.1, status=status))
    card = made_up.card()
    place = made_up.PLACES["AAA"]
    line = Line(card, place, EVERYONE, rows, lines_of(rows)["AAA", "all", "all"])
    return statistic.one(parse("level:made-up-share:AAA:2000"), card, line, line.known[0])


def test_a_figure_that_the_source_calls_unreliable_says_so() -> None:
    for status, said in (("U", True), ("A", False)):
        found = {rule.id for rule in caveats.holding(made_up_draft(status), TODAY)}
        assert ("unreliable" in found) == said


def test_every_caveat_of_the_table_is_tried() -> None:
    assert {rule.id for rule in RULES} == {*PAIRS, "unreliable"}
    assert len({rule.weight for rule in RULES}) == len(RULES), "equal weights would be a toss-up"


@pytest.mark.parametrize("caveat", PAIRS)
def test_a_caveat_holds_where_it_should_and_nowhere_else(caveat: str) -> None:
    yes, no = PAIRS[caveat]
    assert caveat in held(yes)
    assert caveat not in held(no)


@pytest.mark.parametrize("line", sorted({line for pair in PAIRS.values() for line in pair}))
def test_at_most_three_are_shown_the_weightiest_first(line: str) -> None:
    claim = make(line, library(), TODAY)
    assert isinstance(claim, Claim)
    weights = {rule.id: rule.weight for rule in RULES}
    shown = [weights[one.id] for one in claim.caveats]
    assert shown == sorted(shown, reverse=True)
    every = sorted((weights[id] for id in held(line)), reverse=True)
    assert shown == every[: caveats.MOST]
    assert all(one.text[-1] in ".!?" for one in claim.caveats), claim.caveats


def test_the_sentence_of_a_caveat_holds_the_figures_it_speaks_of() -> None:
    claim = make(PAIRS["wide-interval"][0], library(), TODAY)
    assert isinstance(claim, Claim)
    wide = next(one.text for one in claim.caveats if one.id == "wide-interval")
    half = (claim.quantity.high - claim.quantity.low) / 2 / claim.quantity.value
    assert f"{half * 100:.0f} percent" in wide
    older = make("level:us-suicide-rate:USA:1999", library(), TODAY)
    assert isinstance(older, Claim)
    assert (
        next(one.text for one in older.caveats if one.id == "old") == "The figure is 27 years old."
    )


def test_a_draft_without_interval_has_no_width() -> None:
    assert math.isnan(dataclasses.replace(made_up_draft("A"), at_hand=[]).width)
    assert made_up_draft("A").width == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        ("US-CA", "USA", True),
        ("USA", "US-CA", True),
        ("WLD", "JPN", True),
        ("EU27", "USA", False),
        ("US-CA", "US-WV", False),
        ("USA", "USA", False),
    ],
)
def test_a_place_is_part_of_another_only_where_that_is_known(
    one: str, other: str, holds: bool
) -> None:
    places = library().places()
    assert gap._within(places[one], places[other]) == holds
