"""Reads the labelled sentences, each with the rules that it breaks and what is known about it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from utils.wording import Context


class Labelled(NamedTuple):
    """One sentence; ``expected`` is empty where nothing may be found."""

    id: str
    text: str
    expected: frozenset[str]
    context: Context


def labelled() -> list[Labelled]:
    """Every labelled sentence in the order of the file."""
    with (Path(__file__).parent / "labelled.csv").open(encoding="utf-8", newline="") as file:
        return [
            Labelled(
                row["id"], row["text"], frozenset(row["expected"].split()), context(row["context"])
            )
            for row in csv.DictReader(file)
        ]


def context(words: str) -> Context:
    """`screen sample=400` as a context: bare names are true."""
    known: dict[str, bool | int] = {}
    for word in words.split():
        name, _, number = word.partition("=")
        known[name] = int(number) if number else True
    return Context(**known)  # type: ignore[arg-type]
