"""The list of places: unique, known, and speakable."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from utils import catalog
from utils.catalog.cards import DATA, CardError
from utils.catalog.tables import places

NEED_THE = "USA GBR NLD PHL GMB BHS ARE CAF DOM MDV COM MHL SLB SYC COD COG CYM FRO FLK TCA VGB"


def listed() -> list[dict[str, str]]:
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


@pytest.mark.parametrize("column", ["code", "name", "spoken"])
def test_no_two_places_share(column: str) -> None:
    assert repeated([row[column] for row in listed()]) == []


def test_every_cell_but_the_parent_is_filled_and_trimmed() -> None:
    for row in listed():
        assert all(cell == cell.strip() for cell in row.values()), row
        assert all(row[column] for column in ("code", "name", "spoken", "kind")), row


def test_parents_are_known_and_lead_to_a_country() -> None:
    known = catalog.places()
    for place in known.values():
        above = place
        while above.parent:
            above = known[above.parent]
        top = {"world", "group", "country"}
        assert above.kind in top, place


def test_countries_have_iso_codes_and_their_parts_begin_with_them() -> None:
    parts = {"USA": "US-", "GBR": "GB-", "GB-ENG": "GB-"}
    for place in catalog.places().values():
        if place.kind == "country":
            assert re.fullmatch("[A-Z]{3}", place.code), place
            assert place.parent == ""
        elif place.parent:
            assert place.code.startswith(parts[place.parent]), place


def test_states_and_nhs_areas_are_complete() -> None:
    kinds = Counter((place.kind, place.parent) for place in catalog.places().values())
    assert kinds["state", "USA"] == 51
    assert kinds["service area", "GB-ENG"] == 43


@pytest.mark.parametrize("code", NEED_THE.split())
def test_names_that_english_says_with_an_article(code: str) -> None:
    assert catalog.place(code).spoken.startswith("the ")


@pytest.mark.parametrize(
    ("code", "name", "spoken"),
    [
        ("GEO", "Georgia (country)", "the country of Georgia"),
        ("US-GA", "Georgia (US state)", "the state of Georgia"),
        ("US-NY", "New York", "New York State"),
        ("US-WA", "Washington", "Washington State"),
        ("COD", "Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
        ("COG", "Republic of the Congo", "the Republic of the Congo"),
        ("WLD", "World", "the world"),
        ("EU27", "European Union", "the European Union"),
        (
            "GB-QNC",
            "Staffordshire and Stoke-on-Trent (NHS area)",
            "Staffordshire and Stoke-on-Trent",
        ),
    ],
)
def test_names_that_are_easily_mixed_up(code: str, name: str, spoken: str) -> None:
    place = catalog.place(code)
    assert (place.name, place.spoken) == (name, spoken)


def test_reading_refuses_a_repeated_code(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("code,name,spoken,kind,parent\nAAA,A,A,country,\nAAA,B,B,country,\n")
    with pytest.raises(CardError, match="'AAA' stands there twice"):
        places(path)


def test_reading_refuses_an_unknown_parent(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("code,name,spoken,kind,parent\nAA-B,B,B,state,AAA\n")
    with pytest.raises(CardError, match="parent 'AAA' of 'AA-B' is unknown"):
        places(path)
