"""Every series opens on the statistics page, in each kind of view and each of its splits."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.opened import announced, opened, plain
from utils.analysis import select
from utils.ui import load
from utils.ui.view import KINDS

SERIES = sorted(load.indicators())
SUICIDE_WORLD = "suicide-rate-world"
MOST_SPLITS = 3
"""How many splits beside everyone together are opened of each series; which ones takes turns."""


def offered(app: AppTest) -> list[str]:
    """The kinds of view that the page offers for what is chosen."""
    words = {label: kind for kind, label in KINDS.items()}
    return [words[label] for label in app.radio(key="statistics.view").options]


def shows(series: str, split: str, kind: str) -> AppTest:
    """Opens a view and holds that it is the one that was asked for, complete and in words."""
    app = opened("statistics", indicator=series, split=split, view=kind)
    where = (series, split, kind)
    card = load.indicators()[series]
    assert plain(app.title[0].value) == card.question
    assert not app.warning, (*where, announced(app))
    assert "link asks" not in announced(app), (*where, announced(app))
    assert app.radio(key="statistics.view").value == kind
    assert app.selectbox(key="statistics.split").value == split
    charts = app.get("plotly_chart")
    assert len(charts) == (kind != "table"), where
    assert all(len(chart.proto.alt) > 60 for chart in charts), "a chart without words"
    assert len(app.dataframe) == 1
    kept = [one.key for one in app.get("download_button")]
    assert kept == ["download-shown", "download-all", "download-qr"]
    if card.about_suicide:
        line = load.helpline(app.multiselect(key="statistics.place").value[0])
        assert "about suicide" in announced(app)
        assert line.contact in announced(app)
        assert line.url in announced(app)
    return app


@pytest.mark.parametrize("series", SERIES)
def test_a_series_opens(series: str) -> None:
    """Everyone together in each kind of view, then some splits: one as lines, others as tables.

    Every split is drawn and tabled by test_one_set_of_rows, every combination opened as slow.
    """
    first, *others = select.splits(load.evidence(series))
    kinds = offered(shows(series, first, "trend"))
    assert {"trend", "table"} <= set(kinds)
    for kind in kinds[1:]:
        shows(series, first, kind)
    turn = sum(map(ord, series))
    for position in range(min(len(others), MOST_SPLITS)):
        split = others[(turn + position) % len(others)]
        shows(series, split, "table" if position else "trend")


@pytest.mark.slow
@pytest.mark.parametrize("series", SERIES)
def test_a_series_opens_in_every_combination(series: str) -> None:
    for split in select.splits(load.evidence(series)):
        for kind in offered(shows(series, split, "trend"))[1:]:
            shows(series, split, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_view_about_suicide_has_the_helpline_of_the_place(kind: str) -> None:
    app = opened("statistics", indicator=SUICIDE_WORLD, view=kind, place=["JPN"])
    assert load.helpline("JPN").contact in announced(app)


def test_no_place_does_not_cost_the_helpline() -> None:
    app = opened("statistics", indicator=SUICIDE_WORLD)
    app.multiselect(key="statistics.place").set_value([]).run()
    assert load.helpline("WLD").contact in announced(app)


@pytest.mark.parametrize("series", SERIES[::5])
def test_a_series_is_described_on_the_sources_page(series: str) -> None:
    app = opened("sources", series=series)
    card = load.indicators()[series]
    assert plain(app.subheader[0].value) == card.title
    assert not app.warning
    assert "checks passed" in app.expander[0].label


def test_every_series_fits_into_memory_at_once() -> None:
    """One more than fits, and a page that reads all of them would never find one there."""
    assert len(load.series()) < load.MOST_SERIES
