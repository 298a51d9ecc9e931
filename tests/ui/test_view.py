"""Views: which rows follow from a choice, and what they are called."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.made_up import card, cut, evidence, row
from utils.analysis import select
from utils.analysis.select import SelectionError
from utils.model import Evidence
from utils.ui import load
from utils.ui import view as views
from utils.ui.view import View

STATES = ("US-AL", "US-AK", "US-AZ", "US-CA")
ROWS = evidence(
    *(
        row(year, 10 * at + year - 2000, place=place, group_by=split, group=group)
        for at, place in enumerate(("USA", *STATES))
        for year in (2000, 2001, 2002)
        for split, group in (("all", "all"), ("sex", "Female"), ("sex", "Male"))
    )
)
VIEW = View(
    card=card(),
    places=("US-AK",),
    split="all",
    groups=("all",),
    first=dt.date(2000, 1, 1),
    last=dt.date(2002, 12, 31),
    since=None,
    beside="",
    kind="trend",
)


def shown(rows: Evidence = ROWS, **choice: object) -> Evidence:
    return views.rows(dataclasses.replace(VIEW, **choice), rows)


def test_a_trend_has_the_chosen_places_in_their_order() -> None:
    found = shown(places=("US-CA", "US-AL")).rows
    assert found["place"].tolist() == ["US-CA"] * 3 + ["US-AL"] * 3
    assert set(found["group_by"]) == {"all"}


def test_groups_and_range_narrow_the_rows() -> None:
    found = shown(split="sex", groups=("Male",), first=dt.date(2001, 1, 1)).rows
    assert found["group"].tolist() == ["Male", "Male"]
    assert found["start"].dt.year.tolist() == [2001, 2002]


def test_a_benchmark_or_the_median_stands_beside() -> None:
    assert list(dict.fromkeys(shown(beside="USA").rows["place"])) == ["US-AK", "USA"]
    found = shown(beside=select.MEDIAN).rows
    middle = found[found["place"] == select.MEDIAN]["value"].tolist()
    assert middle == [25, 26, 27]  # of the four states; the country is no state of its own


def test_a_benchmark_that_is_chosen_already_is_not_repeated() -> None:
    assert len(shown(places=("USA", "US-AK"), beside="USA")) == 6


def test_changes_are_counted_from_the_chosen_period() -> None:
    found = shown(since=dt.date(2001, 1, 1), beside="USA").rows
    assert found["value"].tolist() == [-1, 0, 1] * 2


@pytest.mark.parametrize("kind", ["map", "ranking"])
def test_maps_and_rankings_take_every_place_in_the_latest_period(kind: str) -> None:
    found = shown(kind=kind, since=dt.date(2000, 1, 1), beside="USA").rows
    assert sorted(found["place"]) == sorted(STATES)
    assert set(found["start"].dt.year) == {2002}


def test_maps_show_one_group() -> None:
    found = shown(kind="map", split="sex", groups=("Male", "Female")).rows
    assert set(found["group"]) == {"Male"}


def test_a_map_takes_the_latest_period_that_is_half_complete() -> None:
    rows = [row(2000, 1, place=p) for p in STATES] + [row(2001, 1, place=p) for p in STATES[:2]]
    assert views.widest_period(evidence(*rows))[0].year == 2001
    assert views.widest_period(evidence(*rows[:-1]))[0].year == 2000


def test_totals_are_places_that_others_lie_in() -> None:
    assert views.totals(ROWS) == {"USA"}
    codes = ("FRA", "EU27", "WLD", "GB-ENG", "GBR")
    assert views.totals(evidence(*(row(2000, 1, place=p) for p in codes))) == {"EU27", "WLD", "GBR"}
    assert views.totals(evidence(*(row(2000, 1, place=p) for p in STATES))) == set()


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"places": ()}, "No place is chosen"),
        ({"places": ("FRA",)}, "no figures for FRA"),
        ({"split": "age"}, "not split by 'age'"),
        ({"split": "sex", "groups": ("Neither",)}, "No group is chosen"),
        ({"first": dt.date(2003, 1, 1)}, "before it starts"),
        ({"first": dt.date(1990, 1, 1), "last": dt.date(1991, 1, 1)}, "no figures between"),
        ({"beside": "FRA"}, "no figures for FRA"),
    ],
)
def test_a_choice_that_leads_nowhere_is_told(choice: dict[str, object], words: str) -> None:
    with pytest.raises(SelectionError, match=words):
        shown(**choice)


@pytest.mark.parametrize("kind", ["map", "ranking"])
def test_places_without_any_figure_are_told(kind: str) -> None:
    rows = evidence(*(row(2000, None, place=place) for place in STATES))
    with pytest.raises(SelectionError, match="no figures"):
        shown(rows, kind=kind)


def test_a_ranking_of_many_is_cut_to_its_ends_and_the_chosen() -> None:
    codes = [c for c, p in load.places().items() if p.kind == "country"][:80]
    rows = evidence(*(row(2000, at, place=code) for at, code in enumerate(codes)))
    found = shown(rows, kind="ranking", places=(codes[40],)).rows
    assert len(found) == 41
    assert codes[40] in set(found["place"])


def test_titles_say_whether_they_show_values_or_changes() -> None:
    since = dataclasses.replace(VIEW, since=dt.date(2001, 1, 1))
    assert views.title(VIEW) == "Made-up share"
    assert views.title(since) == "Made-up share: change since 1 Jan 2001"
    assert views.title(dataclasses.replace(since, kind="map")) == "Made-up share"


def test_subtitles_say_of_whom_and_when() -> None:
    assert views.subtitle(VIEW, shown()) == "Nobody; crude, 2000 to 2002"
    of_map = dataclasses.replace(VIEW, kind="map", split="sex", groups=("Male",))
    assert views.subtitle(of_map, views.rows(of_map, ROWS)) == "Nobody; Male, crude, 2002"
    bare = dataclasses.replace(VIEW, card=card(standardisation="none"))
    assert views.subtitle(bare, shown()) == "Nobody; 2000 to 2002"
    assert "no figures" in views.subtitle(VIEW, evidence(row(2000, None)))


def test_a_picture_is_named_after_what_it_shows() -> None:
    name = views.picture_name(dataclasses.replace(VIEW, places=("US-AK", "USA", "US-CA")))
    assert name == "groundswell_made-up-share_trend_us-ak_usa_2002-12-31"


def test_withheld_changes_are_explained_only_where_changes_are_shown() -> None:
    broken = dataclasses.replace(VIEW, card=card(breaks=(cut(2001),)))
    assert views.withheld(broken) == ""
    changed = dataclasses.replace(broken, since=dt.date(2000, 1, 1))
    assert "The test changed." in views.withheld(changed)
    rows = views.rows(changed, ROWS).rows
    assert rows["value"].isna().tolist() == [False, True, True]
