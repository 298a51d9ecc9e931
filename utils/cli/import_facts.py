"""`import`, the part for single cited numbers: quoted figures -> data/facts.csv."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

from utils.model import Fact
from utils.sources import lifeline_facts, nsduh_facts, treatment_facts

READERS = {
    "nimh_samhsa/nsduh_headline_estimates_2021_2024.csv": nsduh_facts.facts,
    "samhsa_988/lifeline_reported_contacts_2021_2025.csv": lifeline_facts.facts,
    "owid/wmh_mental_health_service_use_wang2007.csv": treatment_facts.facts,
}
"""Which file of the folder is read by what."""


def write_facts(folder: Path, path: Path) -> int:
    """Writes every fact of the files in ``folder`` to ``path``; returns how many.

    Raises `ValueError` for a row that no rule knows or an id that repeats, and `OSError`
    when a file is absent; nothing is written then.
    """
    found = sorted(_facts(folder), key=lambda fact: fact.id)
    ids = [fact.id for fact in found]
    again = sorted({id for id in ids if ids.count(id) > 1})
    if again:
        raise ValueError(f"Facts repeat: {', '.join(again)}.")
    text = io.StringIO()
    names = [field.name for field in dataclasses.fields(Fact)]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_cells(fact) for fact in found)
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text.getvalue(), "utf-8")
    temporary.replace(path)
    return len(found)


def _facts(folder: Path) -> Iterator[Fact]:
    for file, reader in READERS.items():
        with (folder / file).open(encoding="utf-8-sig", newline="") as lines:
            yield from reader(csv.DictReader(lines))


def _cells(fact: Fact) -> dict[str, str]:
    cells = {name: _text(cell) for name, cell in dataclasses.asdict(fact).items()}
    return {**cells, "value": f"{fact.value:.10g}"}


def _text(cell: object) -> str:
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)
