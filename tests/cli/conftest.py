"""A made-up house: cards, publishers' files and tables in a folder of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from utils import catalog
from utils.catalog import cards
from utils.catalog.cards import DATA
from utils.store import snapshot
from utils.store.verify import verify

ID = "made-up-deaths"
SOURCE = """\
title = "Made-up counts"
producer = "Office of Made-up Figures"
url = "https://example.org/"
licence = "Made-up licence"
licence_url = "https://example.org/licence"
redistributable = true
citation = "Office of Made-up Figures. Made-up counts."
"""
RELEASE = """
[[releases]]
id = "made-up-{name}"
file = "office/{name}.csv"
url = "https://example.org/{name}"
vintage = "{name}"
retrieved = 2021-02-03
"""
FIRST = "month,dead,status\n2020-01,10,final\n2020-02,12,final\n2020-03,,provisional\n"
SECOND = "month,dead,status\n2020-02,12,final\n2020-04,9,provisional\n"


@dataclass(frozen=True)
class House:
    """Where the publishers' files lie, and where tables are written."""

    raw: Path
    tables: Path
    source: Path
    card: Path


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """Two releases that agree; only the folders are other than at home."""
    found = House(
        tmp_path / "raw", tmp_path / "tables", tmp_path / "sources", tmp_path / "indicators"
    )
    for folder in (found.raw / "office", found.tables, found.source, found.card):
        folder.mkdir(parents=True)
    (found.raw / "office" / "first.csv").write_text(FIRST, "utf-8")
    (found.raw / "office" / "second.csv").write_text(SECOND, "utf-8")
    releases = [RELEASE.format(name=name) for name in ("first", "second")]
    (found.source / "made-up-office.toml").write_text("".join([SOURCE, *releases]), "utf-8")
    card = (DATA / "indicators" / "jp-suicides-monthly.toml").read_text("utf-8")
    head, _, _ = card.partition("[data]")
    data = [
        "[data]",
        'shape = "monthly_counts"',
        'releases = ["made-up-first", "made-up-second"]',
        "[data.select]",
        'place = "JPN"',
        'count = "dead"',
    ]
    (found.card / f"{ID}.toml").write_text(head + "\n".join(data), "utf-8")
    doors = (snapshot.read, snapshot.read_origin, snapshot.write, snapshot.stored, verify)
    for door in doors:
        monkeypatch.setattr(door, "__defaults__", (found.tables,))
    monkeypatch.setattr(catalog, "indicators", lambda: cards.indicators(found.card))
    monkeypatch.setattr(catalog, "sources", lambda: cards.sources(found.source))
    monkeypatch.setattr(catalog, "source", lambda id: cards.sources(found.source)[id])
    monkeypatch.setattr(catalog, "reach", dict)
    return found
