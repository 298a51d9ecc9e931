"""An edition says what the app says: answer, table, file and linked data hold the app's rows."""

from __future__ import annotations

import csv
import io
import math
import zipfile
from typing import Any

import pytest

from tests.edition.reading import Read, read
from tests.numerals import Shown, printed, unaccounted
from tests.opened import opened, plain
from utils.edition.told import Told
from utils.export import csv as export
from utils.model import Card, Evidence, Indicator
from utils.ui import campaign_parts, load
from utils.ui import view as views
from utils.views import default


def app_rows(id: str) -> Evidence:
    """The rows that the app shows to whoever has chosen nothing but the statistic."""
    card, everything = load.indicators()[id], load.evidence(id)
    return views.rows(default.statistic(card, everything, load.places()), everything)


def listed(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def number(text: str) -> float:
    return float(text) if text else math.nan


def same(one: float, other: float) -> bool:
    return one == other or (math.isnan(one) and math.isnan(other))


def assert_file(raw: bytes, shown: Evidence) -> None:
    lines = listed(raw)
    assert len(lines) == len(shown) > 0
    for line, row in zip(lines, shown.rows.itertuples(index=False), strict=True):
        assert (line["place_code"], line["period_start"], line["period_end"]) == (
            row.place, f"{row.start:%F}", f"{row.end:%F}",
        )  # fmt: skip
        for name in ("value", "low", "high"):
            assert same(number(line[name]), getattr(row, name)), line
        assert line["source"]
        assert line["licence"]


def assert_table(page: Read, shown: Evidence, card: Card) -> None:
    """The first table of a page, cell by cell, against the app's own short table."""
    heads, *body = page.tables[0]
    frame = export.short(shown, load.places())
    assert len(body) == len(frame)
    bounds = f" ({card.interval_name})" if isinstance(card, Indicator) else ""
    columns = {"Place": "place", "Group": "group", "Period": "period", "Status": "status_meaning",
               f"Value ({card.unit})": "value", f"Low{bounds}": "low",
               f"High{bounds}": "high"}  # fmt: skip
    for at, head in enumerate(heads):
        for cells, value in zip(body, frame[columns[head]], strict=True):
            if columns[head] in ("value", "low", "high"):
                assert cells[at] == ("" if value != value else printed(value, card.decimals))
            else:
                assert cells[at] == value
    gone = set(columns.values()) - {columns[head] for head in heads}
    assert all(frame[name].isna().all() or set(frame[name]) == {"all"} for name in gone)


def assert_linked(page: Read, shown: Evidence, card: Card) -> None:
    """The last figure of each line, with its bounds, period and unit."""
    graph: list[dict[str, Any]] = page.islands["application/ld+json"]["@graph"]
    known = shown.rows.dropna(subset="value").sort_values("start", kind="stable")
    last = known.groupby(["place", "group"], sort=False).tail(1)
    told = {
        (one["observationAbout"]["identifier"], one.get("measurementQualifier", "all")): one
        for one in graph
        if one["@type"] == "Observation"
    }
    assert len(told) == len(last)
    for row in last.itertuples(index=False):
        one = told[row.place, row.group]
        assert one["value"] == row.value
        assert one["unitText"] == card.unit
        assert one["observationDate"] == f"{row.start:%F}"
        assert one["observationPeriod"] == f"P{(row.end - row.start).days + 1}D"
        bounds = one.get("minValue", math.nan), one.get("maxValue", math.nan)
        assert all(map(same, bounds, (row.low, row.high)))


def test_statistics_say_the_numbers_of_the_app(everything: Told, edition: dict[str, bytes]) -> None:
    for id in everything.statistics:
        card, shown = load.indicators()[id], app_rows(id)
        page = read(edition[f"statistics/{id}.html"])
        assert_file(edition[f"statistics/{id}.csv"], shown)
        assert_table(page, shown, card)
        assert_linked(page, shown, card)
        assert unaccounted(page.answer, Shown(shown.rows, card, load.places())) == []
        with zipfile.ZipFile(io.BytesIO(edition[f"data/{id}.zip"])) as whole:
            assert_file(whole.read(f"data/{id}.csv"), load.evidence(id))


def test_campaigns_say_the_numbers_of_the_app(everything: Told, edition: dict[str, bytes]) -> None:
    measured = [id for id in everything.campaigns if assert_campaign(id, edition)]
    assert len(measured) > 1


def assert_campaign(id: str, edition: dict[str, bytes]) -> bool:
    """Holds the page of a campaign to the app; whether it has a series at all."""
    card = load.campaigns()[id]
    page = read(edition[f"campaigns/{id}.html"])
    uses = [use.id for use in card.series if use.id in load.reach()]
    if not uses:
        assert f"campaigns/{id}.csv" not in edition
        return False
    series = load.reach()[uses[0]]
    event = load.calendar()[card.event] if card.event else None
    view = default.campaign(card, series, load.evidence(series.id), event)
    drawn = campaign_parts.drawing(view)
    assert drawn is not None
    assert page.answer == " ".join(drawn[0].answer)
    assert_file(edition[f"campaigns/{id}.csv"], drawn[1])
    assert_table(page, drawn[1], series)
    assert_linked(page, drawn[1], series)
    years = campaign_parts.by_year(view)
    if years is not None and years.table is not None:
        body = years.table.astype(str).to_numpy().tolist()
        assert page.tables[1] == [list(years.table.columns), *body]
    return True


def assert_opened(page: str, id: str, name: str, edition: dict[str, bytes]) -> None:
    """The page of the app itself, opened with nothing chosen, says the same."""
    app = opened(page, **{name: id})
    there = read(edition[f"{page}/{id}.html"])
    assert plain(app.title[0].value) == there.words["h1"][0]
    said = [plain(one.value).replace("**", "") for one in app.markdown]
    assert there.answer in said
    if app.dataframe:
        assert len(app.dataframe[0].value) == len(there.tables[0]) - 1


@pytest.mark.timeout(600)
def test_the_app_opens_on_the_same_views(everything: Told, edition: dict[str, bytes]) -> None:
    few = 2 if everything.only else None
    for id in list(everything.statistics)[:few]:
        assert_opened("statistics", id, "indicator", edition)
    for id in list(everything.campaigns)[-2:] if few else everything.campaigns:
        assert_opened("campaigns", id, "campaign", edition)


# an edition of some statistics has other headlines
@pytest.mark.slow
@pytest.mark.parametrize("everything", ["all"], indirect=True)
def test_the_overview_has_the_headlines_of_the_app(
    everything: Told, edition: dict[str, bytes]
) -> None:
    app, page = opened("overview"), read(edition["index.html"])
    shown = [one.value for one in app.metric]
    assert shown
    assert shown == [one for one in page.words["p"] if one in shown][: len(shown)]
    assert everything.snapshot == load.snapshot_id()


def test_the_calendar_has_the_days_of_the_app(edition: dict[str, bytes]) -> None:
    listed = read(edition["calendar.html"])
    days = edition["awareness-days.ics"].count(b"BEGIN:VEVENT")
    assert days == sum(tag == "section" for tag, _ in listed.tags) > 20
