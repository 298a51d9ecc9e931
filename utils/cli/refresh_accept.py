"""What a person decides: put in use what a gate stopped, bundle what was refreshed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from utils import catalog
from utils.cli.refresh import put_in_use
from utils.cli.refresh_series import in_use
from utils.model import Card
from utils.store import generations, lock, publish, quarantine, revisions, snapshot, visits
from utils.store.visits import Visit


def accept(id: str, when: dt.datetime) -> dict[str, revisions.Revisions]:
    """Publishes a table that a gate stopped, because a person looked at it.

    Raises `StoreError` if there is no such table or it is not intact, `LockedError` if a
    refresh runs.
    """
    store = generations.root()
    with lock.held(store):
        publish.sweep(store)
        held, evidence = quarantine.find(store, id)
        changed = put_in_use(store, {held.series: evidence}, when)
        memory = visits.read(store)
        before = memory.get(held.series, Visit())
        memory[held.series] = replace(before, signature=held.signature, outcome="accepted")
        quarantine.drop(store, held.series)
        visits.write(store, memory)
        return changed


def bundle(folder: Path = snapshot.TABLES) -> list[str]:
    """Copies what was refreshed and may be passed on into the bundled tables; returns the ids.

    A series that is fetched live alone, or collected, stays out: whether to bundle one more is
    for a person.
    """
    copied = []
    every: dict[str, Card] = {**catalog.indicators(), **catalog.reach()}
    refreshed = generations.tables(generations.current(generations.root()))
    for id in (one for one in refreshed if one in every and not every[one].data.gathered):
        evidence = snapshot.read(id)
        if all(source.redistributable for source in evidence.sources):
            snapshot.write(evidence, id, max(one.retrieved for one in evidence.origins), folder)
            copied.append(id)
    return copied


def age(series: str, today: dt.date) -> str:
    """How old the figures in use are, in words; never negative, whatever the clock says."""
    good = in_use(series)
    if good is None:
        return "there are no figures of this series yet"
    read = max(origin.retrieved for origin in good.cited)
    if read > today:
        return f"figures read on {read} stay in use (this computer's clock is behind that day)"
    return f"figures read on {read} stay in use ({(today - read).days} days old)"
