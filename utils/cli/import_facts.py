"""`import`, the part for single cited numbers: quoted figures -> data/facts.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from utils.cli import tables
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
    return tables.write(found, path)


def _facts(folder: Path) -> Iterator[Fact]:
    for file, reader in READERS.items():
        with (folder / file).open(encoding="utf-8-sig", newline="") as lines:
            yield from reader(csv.DictReader(lines))
