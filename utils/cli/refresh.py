"""`refresh`: every live source asked, judged, and what passed put in use in one step."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from utils import catalog
from utils.cli.refresh_ask import Asker, credentials
from utils.cli.refresh_series import Outcome, in_use, refreshed
from utils.download import Door, Policy, user_agent
from utils.download.policy import version
from utils.model import Card, Evidence
from utils.store import generations, lock, publish, quarantine, revisions, visits
from utils.store.visits import Visit

MINUTES = 30.0
"""No series is begun later than this after the start."""


@dataclass(frozen=True)
class Run:
    """One refresh: what became of each series, and what changed in what is in use."""

    outcomes: tuple[Outcome, ...]
    changed: dict[str, revisions.Revisions]
    when: dt.datetime

    @property
    def well(self) -> bool:
        """Whether every series is new or unchanged."""
        return all(one.result in ("new", "unchanged") for one in self.outcomes)


def cards(ids: Sequence[str]) -> list[Card]:
    """The cards to refresh: those named, else all that have a live source.

    Raises `CardError` for an unknown id.
    """
    known: dict[str, Card] = {**catalog.indicators(), **catalog.reach()}
    strange = [id for id in ids if id not in known]
    live = [id for id, card in known.items() if card.data.live is not None]
    if strange:
        raise catalog.CardError(
            f"There is no series '{strange[0]}'. With a live source: {', '.join(live)}."
        )
    return [known[id] for id in ids or live]


def secrets() -> tuple[str, ...]:
    """Every key that a source card names and the environment holds."""
    sources = catalog.sources().values()
    return tuple(value for one in sources if one.live for value in credentials(one.live).values())


def open_door(policy: Policy | None = None) -> Door:
    """The door with the operator's contact; raises `ValueError` if none is set."""
    return Door(user_agent(os.environ), policy or Policy(), secrets=secrets())


def refresh(
    chosen: Sequence[Card],
    door: Door,
    told: Callable[[int, Outcome], None],
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    minutes: float = MINUTES,
) -> Run:
    """Refreshes series one after the other and publishes those that passed as one generation.

    ``told`` hears of each as it is done. Raises `LockedError` if another refresh runs and
    `StoreError` if the store is not fit.
    """
    store = generations.root()
    with lock.held(store):
        publish.sweep(store)
        return _locked(store, chosen, door, told, now(), minutes)


def _locked(
    store: Path,
    chosen: Sequence[Card],
    door: Door,
    told: Callable[[int, Outcome], None],
    when: dt.datetime,
    minutes: float,
) -> Run:
    memory, begun = visits.read(store), time.monotonic()
    asker, outcomes = Asker(door, store), []
    for number, card in enumerate(chosen, 1):
        before = memory.get(card.id, Visit())
        asker.known = dict(before.seen)
        if time.monotonic() - begun > minutes * 60:
            one = Outcome(card.id, "failed", "Not asked: the run took too long.", "too late")
        else:
            one = refreshed(card, asker, before, when)
        memory[card.id] = _remembered(before, one, asker, when)
        outcomes.append(one)
        told(number, one)
    changed, outcomes = _published(store, outcomes, when)
    _forgotten(store, outcomes, memory)
    return Run(tuple(outcomes), changed, when)


def _remembered(before: Visit, one: Outcome, asker: Asker, when: dt.datetime) -> Visit:
    time_of_visit = when.isoformat(timespec="seconds")
    visit = replace(before, checked=time_of_visit, outcome=one.result, words=one.words)
    if one.result in ("new", "unchanged"):
        return replace(visit, good=time_of_visit, signature=one.signature, seen=dict(asker.known))
    return visit


def _published(
    store: Path, outcomes: Sequence[Outcome], when: dt.datetime
) -> tuple[dict[str, revisions.Revisions], list[Outcome]]:
    """Publishes what passed; if that fails, those outcomes say so and nothing has changed."""
    fresh = {one.series: one.evidence for one in outcomes if one.evidence}
    if not fresh:
        return {}, list(outcomes)
    try:
        return put_in_use(store, fresh, when), list(outcomes)
    except (OSError, generations.StoreError) as error:
        words = f"Not published: {error}. The figures at hand stay in use."
        return {}, [
            Outcome(one.series, "failed", words, "disk") if one.evidence else one
            for one in outcomes
        ]


def put_in_use(
    store: Path, fresh: dict[str, Evidence], when: dt.datetime
) -> dict[str, revisions.Revisions]:
    """Publishes tables as one generation; returns what that changed for readers."""
    old = {id: in_use(id) for id in fresh}
    publish.publish(store, fresh, when, f"Groundswell {version()}")
    return {
        id: revisions.between(id, before.rows, fresh[id].rows)
        for id, before in old.items()
        if before is not None
    }


def _forgotten(store: Path, outcomes: Sequence[Outcome], memory: dict[str, Visit]) -> None:
    for one in outcomes:
        if one.result in ("new", "unchanged"):
            quarantine.drop(store, one.series)
        elif one.result == "failed" and one.kind == "disk":
            memory.pop(one.series, None)
    visits.write(store, memory)
