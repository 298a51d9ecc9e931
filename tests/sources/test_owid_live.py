"""Our World in Data asked live: the figures, and the unit they are in. Values are made up."""

from __future__ import annotations

import json

import pytest

from utils import catalog
from utils.model.live import Reply, Request
from utils.sources import owid_live

CARD = catalog.indicator("population")
LIVE = catalog.source("owid-population").live
assert LIVE is not None
CSV = "Entity,Code,Year,population_historical\nWorld,OWID_WRL,2000,60\nTürkiye,TUR,2000,6\n"
COLUMN = {"shortName": "population_historical", "unit": "people", "lastUpdated": "2026-02-25"}


def read(csv: str = CSV, **column: str):  # type: ignore[no-untyped-def]
    about = {"chart": {}, "columns": {"Population | long name": {**COLUMN, **column}}}
    figures = Reply(Request("https://owid.example/a.csv"), csv.encode())
    description = Reply(Request("https://owid.example/a.json"), json.dumps(about).encode())
    return owid_live.read([figures, description], CARD, LIVE)


def test_asks_for_figures_and_description() -> None:
    figures, description = owid_live.requests(CARD, LIVE)
    assert figures.url == (
        "https://ourworldindata.org/grapher/population.csv"
        "?csvType=filtered&useColumnShortNames=true&time=1990..latest"
    )
    assert description.url.startswith(
        "https://ourworldindata.org/grapher/population.metadata.json?"
    )
    assert owid_live.following([]) is None


@pytest.mark.parametrize("csv", [CSV, CSV.replace("Entity,Code,Year", "entity,code,year")])
def test_figures_with_unit_and_date(csv: str) -> None:
    found = read(csv)
    assert found.rows["place"].tolist() == ["WLD", "TUR"]
    assert found.rows["value"].tolist() == [60, 6]
    assert (str(found.updated), found.signature) == ("2026-02-25", "unit 'people'")


@pytest.mark.parametrize(
    ("csv", "column", "words"),
    [
        (CSV, {"shortName": "people"}, "no column 'population_historical'; it has people"),
        (CSV.replace("population_historical", "people"), {}, "lacks the column"),
        (CSV.replace("TUR", ""), {}, "Türkiye"),
        (CSV.replace(",6\n", ",six\n"), {}, "six"),
        (CSV + "Türkiye,TUR,2000,7\n", {}, "Rows repeat"),
    ],
)
def test_what_is_off_is_named(csv: str, column: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read(csv, **column)
