"""Series as a zip with a Frictionless `datapackage.json`, licences, checksums and a README.

The same series give the same bytes: no clock, no random order goes in.
Format: Data Package v1, https://specs.frictionlessdata.io/data-package/.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from utils.export import csv
from utils.export.archive import DAY_ONE, zipped
from utils.model import Card, Evidence, Place, Source

__all__ = ["DAY_ONE", "build", "resource"]
TYPES = {"value": "number", "low": "number", "high": "number"}

README = """Groundswell data package

Each file in data/ holds one series, one row a value. Every row names its source, licence and
address. `value` is in the unit named in the row; `low` and `high` are the interval that the
source gives and empty where it gives none. `status` is the SDMX observation status.
A text that begins with an apostrophe would otherwise be read as a formula by a spreadsheet:
drop the apostrophe to have the text as published.
datapackage.json describes every column and holds the sha256 of every file.
Cite the producers, as given in the column `source`, not this package.
"""


def build(
    series: Sequence[tuple[Card, Evidence]],
    places: Mapping[str, Place],
    licence_texts: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """A zip of one or more series; raises `ValueError` when a licence forbids passing on.

    ``licence_texts`` are put in beside the data that are under them, by the licence's first word.
    """
    files: dict[str, bytes] = {}
    resources = []
    for card, evidence in series:
        barred = [source.id for source in evidence.sources if not source.redistributable]
        if barred:
            raise ValueError(f"The licence of {', '.join(barred)} does not allow passing on.")
        path = f"data/{card.id}.csv"
        files[path] = csv.text(csv.table(evidence, card, places), mark=False)
        about = (card.id, card.title, card.definition)
        resources.append(resource(about, evidence.sources, path, files[path]))
        for source in evidence.sources:
            name = source.licence.partition(" ")[0]
            if name in licence_texts:
                files[f"licences/{name}.txt"] = licence_texts[name]
    package = {
        "profile": "tabular-data-package",
        "name": "groundswell" if len(series) != 1 else f"groundswell-{series[0][0].id}",
        "title": "Groundswell: public mental-health statistics",
        "resources": resources,
    }
    files["datapackage.json"] = json.dumps(package, indent=2, ensure_ascii=False).encode("utf-8")
    files["README.txt"] = README.encode("utf-8")
    return zipped(files)


def resource(
    about: tuple[str, str, str], sources: Sequence[Source], path: str, content: bytes
) -> dict[str, object]:
    """The entry of a table written by `csv.table`; ``about`` is its name, title, description."""
    name, title, description = about
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": path,
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": [_licence(source) for source in sources],
        "sources": [{"title": source.citation, "path": source.url} for source in sources],
        "dialect": {"lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [_field(name) for name in csv.COLUMNS],
            "missingValues": [""],
            "primaryKey": ["series", "place_code", "split", "group", "period_start", "period_end"],
        },
    }


def _field(name: str) -> dict[str, str]:
    dated = name in ("period_start", "period_end", "retrieved")
    return {"name": name, "type": "date" if dated else TYPES.get(name, "string")}


def _licence(source: Source) -> dict[str, str]:
    return {"title": source.licence, "path": source.licence_url}
