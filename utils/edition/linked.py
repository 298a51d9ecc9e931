"""The figures that an answer reads, as data that search engines and programs understand.

Vocabulary: https://schema.org/Dataset, /StatisticalVariable and /Observation, in JSON-LD 1.1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.analysis import select
from utils.edition.told import Told
from utils.export import clean
from utils.model import Card, Evidence, Indicator, Source, periods

VARIABLE = "#variable"
Data = dict[str, Any]


def dataset(card: Card, shown: Evidence, told: Told, path: str, content: bytes) -> Data:
    """A page's rows as a data set with its variable, and the last figure of each of its lines.

    ``path`` and ``content`` are those of the CSV file beside the page.
    """
    known = shown.rows.dropna(subset="value")
    covered = f"{known['start'].min():%F}/{known['end'].max():%F}" if len(known) else ""
    about: Data = {
        "@type": "Dataset",
        "name": clean.text(card.title),
        "description": clean.text(card.definition),
        "version": told.snapshot,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "temporalCoverage": covered,
        "spatialCoverage": [_place(code, told) for code in shown.rows["place"].unique()],
        "variableMeasured": {"@id": VARIABLE},
        **_sources(shown.sources),
        "distribution": _file(told, path, content),
    }
    latest = select.latest(shown)
    found = [_observation(row, card, told) for row in latest.rows.to_dict("records")]
    return {"@context": "https://schema.org", "@graph": [about, _variable(card), *found]}


def _sources(sources: tuple[Source, ...]) -> Data:
    makers = {one.producer: one for one in sources}
    return {
        "creator": [
            {"@type": "Organization", "name": clean.text(name), "url": clean.address(one.url)}
            for name, one in makers.items()
        ],
        "license": [clean.address(one.licence_url) or clean.text(one.licence) for one in sources],
        "isBasedOn": [clean.address(one.url) for one in sources],
        "citation": [clean.text(one.citation) for one in sources],
    }


def _file(told: Told, path: str, content: bytes) -> Data:
    address = told.base + path if told.base else path.rpartition("/")[2]
    return {
        "@type": "DataDownload",
        "encodingFormat": "text/csv",
        "contentUrl": address,
        "contentSize": f"{len(content)} B",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _variable(card: Card) -> Data:
    found: Data = {
        "@type": "StatisticalVariable",
        "@id": VARIABLE,
        "name": clean.text(card.title),
        "description": clean.text(card.definition),
    }
    if isinstance(card, Indicator):
        found["measurementTechnique"] = clean.text(card.instrument)
        found["populationType"] = clean.text(card.population)
        found["measurementMethod"] = card.method
    else:
        found["measurementTechnique"] = clean.text(card.formula)
        found["measurementMethod"] = card.rung
    return found


def _observation(row: Mapping[Any, Any], card: Card, told: Told) -> Data:
    """One figure with its bounds; the period is its first day and its length."""
    days = periods.length(row["start"], row["end"])
    found: Data = {
        "@type": "Observation",
        "observationAbout": _place(str(row["place"]), told),
        "variableMeasured": {"@id": VARIABLE},
        "observationDate": f"{pd.Timestamp(row['start']):%F}",
        "observationPeriod": f"P{days}D",
        "value": row["value"],
        "unitText": card.unit,
    }
    if row["group"] != "all":
        found["measurementQualifier"] = clean.text(str(row["group"]))
    if row["low"] == row["low"] and row["high"] == row["high"]:
        found |= {"minValue": row["low"], "maxValue": row["high"]}
    return found


def _place(code: str, told: Told) -> Data:
    return {"@type": "Place", "name": clean.text(told.places[code].name), "identifier": code}
