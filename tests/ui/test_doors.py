"""From a chart to its talking point: every door leads to a claim that can be made."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.ui.pairs import pair
from utils.analysis import select
from utils.claims.spec import Spec, parse
from utils.model import Claim, Evidence, Refused
from utils.ui import campaign_view, doors, extent, load, pairing, point
from utils.ui import view as views
from utils.ui.campaign_view import CampaignView
from utils.ui.view import View

SERIES = sorted(load.indicators())
PAIRS = [
    ("us-suicide-deaths-monthly", "world-suicide-prevention-day", "together"),
    ("us-anxiety-or-depression", "mental-health-awareness-month", ""),
    ("ca-perceived-mental-health", "bell-lets-talk", ""),
]


def view(series: str, kind: str = "trend", **more: object) -> tuple[View, Evidence]:
    card, everything = load.indicators()[series], load.evidence(series)
    split = select.splits(everything)[0]
    part = select.split(everything, split)
    spans, codes = select.periods(part), sorted(part.rows["place"].unique())
    places = tuple(code for code in card.default_places if code in codes) or tuple(codes[:1])
    groups = tuple(dict.fromkeys(part.rows["group"]))[:1]
    last = max(end for _, end in spans)
    made = View(card, places, split, groups, spans[0][0], last, None, "", kind)
    made = dataclasses.replace(made, **more)
    return made, views.rows(made, everything)


def assert_opens(spec: object, where: object) -> Claim:
    assert isinstance(spec, Spec), where
    opened = doors.honest(spec)
    assert opened is not None, (where, str(spec))
    made = point.claim(str(opened))
    assert isinstance(made, Claim), (where, str(spec), made)
    return made


@pytest.mark.parametrize("series", SERIES)
def test_the_door_of_a_statistic_leads_to_its_level(series: str) -> None:
    chosen, shown = view(series)
    spec = doors.of_view(chosen, shown)
    assert spec is not None
    made = assert_opens(spec, series)
    assert made.series == series
    if spec.kind == "level":
        assert made.evidence is not None
        assert made.evidence.rows["value"].iloc[0] in shown.rows["value"].tolist()


def ranked(series: str) -> bool:
    """Whether the page ranks a series: its places may be ranked, and there are some."""
    return load.indicators()[series].rankable and len(extent.coverage()[series]) > 2


def test_the_door_of_a_ranking_leads_to_a_rank() -> None:
    found = [series for series in SERIES[::4] if ranked(series)]
    assert len(found) > 5
    for series in found:
        chosen, shown = view(series, "ranking")
        assert doors.of_view(dataclasses.replace(chosen, places=()), shown) is None, series
        middle = shown.rows["place"].iloc[len(shown) // 2]
        spec = doors.of_view(dataclasses.replace(chosen, places=(middle,)), shown)
        assert spec is not None, series
        assert (spec.kind, spec.places) == ("rank", (middle,)), series
        assert_opens(spec, series)


def test_the_door_of_a_change_leads_to_that_change() -> None:
    since = dt.date(2011, 1, 1)
    spec = doors.of_view(*view("suicide-rate-world", since=since, places=("JPN",)))
    assert spec is not None
    assert (spec.kind, spec.first, spec.places) == ("change", since, ("JPN",))
    assert_opens(spec, "change")


def test_two_lines_are_a_gap_and_two_differences_at_once_are_none() -> None:
    split = dataclasses.replace
    chosen, _ = view("us-depression-diagnosis")
    sexes = split(chosen, split="sex", groups=("Female", "Male"), places=("US-TX",))
    spec = doors.of_view(sexes, views.rows(sexes, load.evidence(chosen.card.id)))
    assert spec is not None
    assert spec.kind == "gap"
    assert_opens(spec, "gap")


def test_a_claim_that_may_not_be_made_opens_on_the_nearest_that_may() -> None:
    spec = parse("rank:us-depression-diagnosis:US-ND:2022")
    assert isinstance(point.claim(str(spec)), Refused)
    assert str(doors.honest(spec)) == "level:us-depression-diagnosis:US-ND:2022"
    assert doors.honest(parse("level:no-such-series:USA:2022")) is None
    assert doors.honest(None) is None


def test_a_view_without_a_figure_has_no_door() -> None:
    chosen, shown = view(SERIES[0])
    assert doors.of_view(chosen, shown.with_rows(shown.rows[:0])) is None


def test_every_measured_day_of_a_campaign_leads_to_its_attention() -> None:
    known = load.reach()
    for campaign in load.campaigns().values():
        for use in campaign.series:
            card = known[use.id]
            group = campaign_view.groups(campaign, card)[0]
            if not campaign_view.readable_by_day(card, group):
                continue
            for day in campaign_view.events(campaign, card, group)[:1]:
                chosen = CampaignView(campaign, card, group, day, 3)
                spec = doors.of_campaign(chosen, campaign_view.line(card, group))
                assert_opens(spec, (campaign.id, card.id, day))


@pytest.mark.parametrize(("indicator", "campaign", "kind"), PAIRS)
def test_the_door_of_a_pair_leads_to_both_or_to_none(
    indicator: str, campaign: str, kind: str
) -> None:
    chosen = pair(indicator, campaign)
    spec = doors.of_pair(chosen, pairing.need(chosen))
    if spec is not None:
        made = assert_opens(spec, (indicator, campaign))
        assert made.kind == "together"
    assert kind == "" or spec is not None


def test_a_pair_whose_reach_is_not_counted_on_the_day_has_no_door() -> None:
    chosen = dataclasses.replace(
        pair("us-suicide-deaths-monthly", "world-suicide-prevention-day"),
        event=dt.date(2022, 9, 10),
    )
    assert doors.of_pair(chosen, pairing.need(chosen)) is None
