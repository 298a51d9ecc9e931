"""Data packages: equal bytes for equal series, true hashes, every key that the format asks for."""

from __future__ import annotations

import csv as standard
import dataclasses
import hashlib
import io
import json
import re
import zipfile
from typing import Any

import pytest

from tests.made_up import CARD, ORIGIN, PLACES, SOURCE, card, evidence, row
from utils import catalog
from utils.export import csv, datapackage
from utils.model import Evidence, Indicator
from utils.store import snapshot

MADE_UP = evidence(
    row(2000, 1.5, low=1.0, high=2.0), row(2001, None, status="Q", group_by="sex", group="=1+1")
)
REAL = ["us-loneliness", "jp-suicides"]
Series = list[tuple[Indicator, Evidence]]


def opened(series: Series) -> tuple[dict[str, Any], dict[str, bytes]]:
    places = {**catalog.places(), **PLACES}
    with zipfile.ZipFile(io.BytesIO(datapackage.build(series, places))) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    return json.loads(files["datapackage.json"]), files


def series(name: str) -> Series:
    if name == "made up":
        return [(CARD, MADE_UP)]
    ids = REAL if name == "several" else [name]
    return [(catalog.indicator(id), snapshot.read(id)) for id in ids]


NAMES = ["made up", *REAL, "several"]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_series_give_the_same_bytes(name: str) -> None:
    places = {**catalog.places(), **PLACES}
    assert datapackage.build(series(name), places) == datapackage.build(series(name), places)


def test_no_clock_goes_in() -> None:
    raw = datapackage.build([(CARD, MADE_UP)], PLACES)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {datapackage.DAY_ONE}
        assert archive.namelist() == sorted(archive.namelist())


@pytest.mark.parametrize("name", NAMES)
def test_hashes_and_sizes_are_those_of_the_files(name: str) -> None:
    package, files = opened(series(name))
    assert {one["path"] for one in package["resources"]} == {f for f in files if "/" in f}
    for one in package["resources"]:
        content = files[one["path"]]
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


@pytest.mark.parametrize("name", NAMES)
def test_the_package_has_what_the_format_asks_for(name: str) -> None:
    package, files = opened(series(name))
    assert re.fullmatch("[-a-z0-9._/]+", package["name"])
    assert package["profile"] == "tabular-data-package"
    assert len({one["name"] for one in package["resources"]}) == len(package["resources"]) > 0
    for one in package["resources"]:
        assert re.fullmatch("[-a-z0-9._/]+", one["name"])
        assert one["profile"] == "tabular-data-resource"
        assert not one["path"].startswith(("/", "."))
        assert (one["format"], one["mediatype"], one["encoding"]) == ("csv", "text/csv", "utf-8")
        assert all(source["title"] for source in one["sources"])
        assert all(licence["path"].startswith("https://") for licence in one["licenses"])
        assert one["schema"]["missingValues"] == [""]
        assert_fields_fit(one["schema"], files[one["path"]].decode("utf-8"))


def assert_fields_fit(schema: dict[str, Any], text: str) -> None:
    """Every cell is of its field's type, and the primary key tells every row from the others."""
    assert not text.startswith("\ufeff")
    header, *lines = standard.reader(io.StringIO(text, newline=""))
    fields = schema["fields"]
    assert [field["name"] for field in fields] == header
    assert set(schema["primaryKey"]) <= set(header)
    patterns = {"number": r"-?\d+(\.\d+)?(e-?\d+)?", "date": r"\d{4}-\d\d-\d\d", "string": "[^\0]*"}
    for line in lines:
        for cell, field in zip(line, fields, strict=True):
            assert cell == "" or re.fullmatch(patterns[field["type"]], cell), (field, cell)
    key = [header.index(name) for name in schema["primaryKey"]]
    assert len({tuple(line[at] for at in key) for line in lines}) == len(lines) > 0


def test_the_files_are_the_safe_csv_of_the_rows() -> None:
    _, files = opened([(CARD, MADE_UP)])
    table = csv.table(MADE_UP, CARD, PLACES)
    assert files["data/made-up-share.csv"] == csv.text(table, mark=False)
    assert b"'=1+1" in files["data/made-up-share.csv"]


def test_every_producer_and_licence_is_named() -> None:
    other = dataclasses.replace(SOURCE, id="other", citation="Another.", licence="Another licence")
    origin = dataclasses.replace(ORIGIN, id="other", source=other)
    both = evidence(row(2000, 1.0), row(2001, 1.0, origin="other"), origins=(ORIGIN, origin))
    (resource,) = opened([(CARD, both)])[0]["resources"]
    assert [one["title"] for one in resource["sources"]] == [SOURCE.citation, "Another."]
    assert [one["title"] for one in resource["licenses"]] == [SOURCE.licence, "Another licence"]


def test_a_licence_that_forbids_passing_on_is_obeyed() -> None:
    barred = dataclasses.replace(SOURCE, id="barred", redistributable=False)
    origin = dataclasses.replace(ORIGIN, source=barred)
    closed = evidence(row(2000, 1.0), origins=(origin,))
    series = [(CARD, MADE_UP), (card(id="closed"), closed)]
    with pytest.raises(ValueError, match="licence of barred does not allow passing on"):
        datapackage.build(series, PLACES)


def test_names_tell_one_series_from_many() -> None:
    assert opened(series("us-loneliness"))[0]["name"] == "groundswell-us-loneliness"
    assert opened(series("several"))[0]["name"] == "groundswell"


def test_a_package_explains_itself() -> None:
    words = opened(series("made up"))[1]["README.txt"].decode("utf-8")
    for term in ("apostrophe", "status", "Cite the producers", "datapackage.json"):
        assert term in words
