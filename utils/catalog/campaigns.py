"""Reads campaigns, reach series, cited facts, published effects and the calendar."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from utils.catalog.cards import DATA, CardError, build, indicators, read_card, sources
from utils.model.reach import AwarenessEvent, Campaign, Card, ReachFact, ReachSeries, StudyEffect

Row = TypeVar("Row", ReachFact, StudyEffect, AwarenessEvent)


@cache
def reach(folder: Path = DATA / "reach") -> dict[str, ReachSeries]:
    """Every reach series card by id; raises `CardError` for one that nothing can collect."""
    found = {path.stem: read_card(ReachSeries, path) for path in sorted(folder.glob("*.toml"))}
    for card in found.values():
        if card.data.collected:
            _collectable(card)
    return found


def _collectable(card: ReachSeries) -> None:
    """Refuses a collected series whose source or metric no card declares."""
    chosen = card.data.select
    source = sources().get(str(chosen.get("source")))
    if source is None or source.collect is None:
        raise CardError(f"{card.id}.toml: 'data.select.source' names no source with [collect].")
    if chosen.get("metric") not in source.collect.metrics:
        known = ", ".join(source.collect.metrics)
        raise CardError(f"{card.id}.toml: 'data.select.metric' is none of {source.id}: {known}.")


@cache
def campaigns(folder: Path = DATA / "campaigns") -> dict[str, Campaign]:
    """Every campaign card by id; raises `CardError` when a card names what does not exist."""
    found = {path.stem: read_card(Campaign, path) for path in sorted(folder.glob("*.toml"))}
    for card in found.values():
        _known(card, "event", [card.event] if card.event else [], calendar())
        _known(card, "series", [use.id for use in card.series], reach())
        _known(card, "facts", card.facts, reach_facts())
        _known(card, "studies", card.studies, studies())
    return found


@cache
def only_live() -> dict[str, Card]:
    """Every series by id whose rows come from a live reply alone: statistics, then reach."""
    every: dict[str, Card] = {**indicators(), **reach()}
    return {id: card for id, card in every.items() if card.data.only_live}


def measured(known: Collection[str]) -> dict[str, Campaign]:
    """Every campaign by id, without the series that are not among those ``known`` here."""
    return {
        id: replace(card, series=tuple(use for use in card.series if use.id in known))
        for id, card in campaigns().items()
    }


def _known(card: Campaign, key: str, ids: Any, table: dict[str, Any]) -> None:
    absent = [id for id in ids if id not in table]
    if absent:
        raise CardError(f"{card.id}.toml: '{key}' names {', '.join(absent)}, which is unknown.")


@cache
def reach_facts(path: Path = DATA / "reach_facts.csv") -> dict[str, ReachFact]:
    """Cited figures about campaigns by id."""
    return _read(ReachFact, path, _fact)


@cache
def studies(path: Path = DATA / "studies.csv") -> dict[str, StudyEffect]:
    """Published effects by id, those that found none included."""
    return _read(StudyEffect, path, _study)


@cache
def calendar(path: Path = DATA / "calendar.csv") -> dict[str, AwarenessEvent]:
    """Awareness days, weeks and months by id."""
    return _read(AwarenessEvent, path, dict)


def _read(
    kind: type[Row], path: Path, typed: Callable[[dict[str, str]], dict[str, Any]]
) -> dict[str, Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: build(kind, typed(row), path.name) for row in csv.DictReader(lines)}


def _fact(row: dict[str, str]) -> dict[str, Any]:
    days = {key: row[key] or None for key in ("start", "end")}
    return {**row, **days, "value": float(row["value"])}


def _study(row: dict[str, str]) -> dict[str, Any]:
    numbers = {key: float(row[key]) if row[key] else None for key in ("estimate", "low", "high")}
    return {**row, **numbers, "year": int(row["year"])}
