"""Gives what was collected to the pages: counts become tables like any other, whole or not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from utils import catalog
from utils.cli.refresh_series import in_use
from utils.download.policy import version
from utils.model import COLUMNS, Evidence
from utils.store import collecting, generations, lock
from utils.store import publish as tables
from utils.store.collected import Collected, Visited


@dataclass(frozen=True)
class Published:
    """The series that the pages got anew; ``problem`` says why they got nothing."""

    series: tuple[str, ...] = ()
    problem: str = ""
    waits: bool = False


def publish(store: Collected, now: dt.datetime) -> Published:
    """Makes a generation of tables from the counts, if any of them has changed.

    Raises `CollectedError` if the database fails; what goes wrong with the disk is told.
    """
    found = {
        card.id: store.evidence(card, now.date())
        for card in catalog.reach().values()
        if card.data.collected
    }
    visits = store.visits()
    root = generations.root()
    try:
        with lock.held(root):
            fresh = {id: one for id, one in found.items() if one and _differs(id, one)}
            if fresh:
                tables.publish(root, fresh, now, f"Groundswell {version()}")
            collecting.write(root, _told(visits, now))
    except lock.LockedError:
        return Published(waits=True)
    except (OSError, generations.StoreError) as error:
        return Published(problem=f"The pages keep what they had: {error}")
    return Published(tuple(fresh))


def _differs(id: str, evidence: Evidence) -> bool:
    old = in_use(id)
    if old is None or old.origins != evidence.origins or len(old) != len(evidence):
        return True
    order = ["group", "start"]
    one, other = (
        piece.rows.sort_values(order, kind="stable", ignore_index=True)[list(COLUMNS)]
        for piece in (old, evidence)
    )
    return not one.astype(str).equals(other.astype(str))


def _told(visits: tuple[Visited, ...], now: dt.datetime) -> collecting.Told:
    """The visits by source and server, without a word of any reply."""
    mine: dict[tuple[str, str], list[Visited]] = {}
    for one in visits:
        mine.setdefault((one.source, one.server), []).append(one)
    return collecting.Told(
        now.isoformat(timespec="seconds"),
        tuple(_server(source, server, some) for (source, server), some in mine.items()),
    )


def _server(source: str, server: str, visits: list[Visited]) -> collecting.Server:
    good = [one.good for one in visits if one.good]
    return collecting.Server(
        source,
        server,
        tags=len(visits),
        last=max(one.last for one in visits).isoformat(timespec="seconds"),
        good=max(good).isoformat(timespec="seconds") if good else "",
        failed=sum(bool(one.kind) for one in visits),
        kinds=tuple(sorted({one.kind for one in visits if one.kind})),
    )
