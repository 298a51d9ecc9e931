"""A house whose live sources are servers on this machine; its figures are made up."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.download.doors import AGENT, Waits
from utils import catalog
from utils.catalog import cards
from utils.download import Clock, Door, Policy
from utils.model import Source
from utils.store import snapshot

SERIES = "suicide-rate-world"
COUNTRIES = {"US": "USA", "GB": "GBR", "JP": "JPN", "DE": "DEU", "FR": "FRA"}
YEARS = range(2000, 2022)


def sources(url: str | Callable[[str], str]) -> dict[str, Source]:
    """Every source card, its live address replaced by the test's own."""
    found = {}
    for id, one in cards.sources().items():
        base = url if isinstance(url, str) else url(id)
        live = dataclasses.replace(one.live, base=base) if one.live else None
        found[id] = dataclasses.replace(one, live=live)
    return found


def move_in(
    put: Callable[[Any, str, Any], None], url: str | Callable[[str], str], folder: Path
) -> Path:
    """Empties the house and points its sources at the test; returns the store's folder."""
    mine = sources(url)
    put(catalog, "sources", lambda: mine)
    put(catalog, "source", lambda id: mine[id])
    (folder / "tables").mkdir(exist_ok=True)
    put(snapshot, "TABLES", folder / "tables")
    os.environ["GROUNDSWELL_STORE"] = str(folder / "store")
    return folder / "store"


def door(secrets: tuple[str, ...] = (), **limits: Any) -> Door:
    """A door that reaches this machine and waits for nothing."""
    waits = Waits()
    policy = Policy(**{"loopback": True, "deadline": 5.0, **limits})
    return Door(AGENT, policy, Clock(waits.now, waits.sleep), secrets)


def records(factor: float = 1.0, years: range = YEARS) -> list[dict[str, Any]]:
    """Rows of a World Bank reply. The values are made up."""
    return [
        {
            "indicator": {"id": "SH.STA.SUIC.P5", "value": "Made-up rate"},
            "country": {"id": code, "value": "Madeupland"},
            "countryiso3code": iso,
            "date": str(year),
            "value": round(factor * (10 + number + (year - 2000) / 10), 3),
            "unit": "",
            "obs_status": "",
            "decimal": 1,
        }
        for number, (code, iso) in enumerate(COUNTRIES.items())
        for year in reversed(years)
    ]


def world_bank(rows: list[dict[str, Any]], **meta: Any) -> bytes:
    """A World Bank reply with these rows, in one page unless told otherwise."""
    head = {
        "page": 1,
        "pages": 1,
        "per_page": 10_000,
        "total": len(rows),
        "sourceid": "2",
        "lastupdated": "2026-07-13",
        **meta,
    }
    return json.dumps([head, rows]).encode()
