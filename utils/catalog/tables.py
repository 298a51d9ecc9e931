"""Reads the small tables: places, facts and helplines."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

from utils.catalog.cards import DATA, CardError, build
from utils.model import Fact, Helpline, Place

FACTS = DATA / "facts.csv"


@cache
def places(path: Path = DATA / "places.csv") -> dict[str, Place]:
    """Every place by code. Raises `CardError` for a repeated code or an unknown parent."""
    found: dict[str, Place] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["code"] in found:
                raise CardError(f"{path.name}: the code '{row['code']}' stands there twice.")
            found[row["code"]] = build(Place, row, path.name)
    for one in found.values():
        if one.parent and one.parent not in found:
            raise CardError(f"{path.name}: the parent '{one.parent}' of '{one.code}' is unknown.")
    return found


def place(code: str) -> Place:
    """One place; raises `CardError` for a code that the table does not hold."""
    if code not in places():
        raise CardError(f"The place '{code}' is not in data/places.csv. Add it there.")
    return places()[code]


@cache
def facts(path: Path = FACTS) -> dict[str, Fact]:
    """Single cited numbers by id."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: build(Fact, _typed(row), path.name) for row in csv.DictReader(lines)}


def _typed(row: dict[str, str]) -> dict[str, object]:
    dates = {key: dt.date.fromisoformat(row[key]) for key in ("start", "end", "retrieved")}
    return {**row, **dates, "value": float(row["value"])}


@cache
def helplines(path: Path = DATA / "helplines.toml") -> dict[str, Helpline]:
    """Helplines by place code; `WLD` is the answer where no country is known."""
    content = tomllib.loads(path.read_text("utf-8"))
    lines = [build(Helpline, entry, path.name) for entry in content["helplines"]]
    return {line.place: line for line in lines}
