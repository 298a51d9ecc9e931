"""One series through the stages: ask, tidy, contract, gates against what is in use."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd

from utils import catalog
from utils.cli.importing import SeriesImportError, releases
from utils.cli.refresh_ask import Asker
from utils.download import DownloadError
from utils.model import COLUMNS, Card, Evidence, Origin, Release, Source
from utils.model.cards import Live
from utils.model.live import Found, Reply
from utils.sources import live_shape
from utils.store import gates, quarantine, snapshot
from utils.store.gates import Objection
from utils.store.verify import wrong
from utils.store.visits import Visit

Result = Literal["new", "unchanged", "quarantined", "failed"]


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of one series: the result, why, and the rows that may be published.

    ``kind`` says for machines what failed; ``held`` is the id of what was kept aside.
    """

    series: str
    result: Result
    words: str
    kind: str = ""
    held: str = ""
    evidence: Evidence | None = None
    signature: str = ""


def live_source(card: Card) -> tuple[Source, Live]:
    """The live source of a series; raises `SeriesImportError` if it has none."""
    named = [catalog.source(card.data.source)] if card.data.source else []
    for source in named or [source for source, _ in releases(card)]:
        if source.live and card.data.live is not None:
            return source, source.live
    raise SeriesImportError(f"{card.id} has no live source: its card has no [data.live].")


def refreshed(card: Card, asker: Asker, before: Visit, now: dt.datetime) -> Outcome:
    """One series, asked and judged; nothing is published here, and nothing is raised for a source.

    A broken source, shape or disk of one series must not stop the next one.
    """
    hide = asker.door.hide
    try:
        source, live = live_source(card)
        replies = asker.replies(card, live)
        found = live_shape(live.shape).read(replies, card, live)
        evidence = as_evidence(found, card, source, replies, now.date())
        _contract(evidence)
    except DownloadError as error:
        return Outcome(card.id, "failed", hide(str(error)), error.kind)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        return Outcome(card.id, "failed", hide(_words(error)), "contract")
    except OSError as error:
        return Outcome(card.id, "failed", hide(f"The disk failed: {error.strerror}"), "disk")
    return _judged(card, evidence, found, before, replies, asker, now)


def _words(error: Exception) -> str:
    if isinstance(error, ValueError):
        return str(error)[:600]
    return f"The reply lacks something its shape promises: {type(error).__name__} {error}"[:600]


def as_evidence(
    found: Found, card: Card, source: Source, replies: Sequence[Reply], today: dt.date
) -> Evidence:
    """Tidy rows with the origin they were read from: the first address, all replies' bytes.

    The release is named by the publisher's own date where it tells one, so that a claim does
    not count as superseded because the same data was read again.
    """
    date = found.updated or today
    said = "last updated" if found.updated else "as served on"
    id, url = f"{source.id}-live-{date}", replies[0].request.url
    release = Release(id, "", url, f"live, {said} {date}", today)
    digest = hashlib.sha256(b"".join(reply.body for reply in replies)).hexdigest()
    origin = Origin(id, source, release, url, today, digest, len(found.rows))
    rows = found.rows.assign(series=card.id, origin=id)[list(COLUMNS)]
    return Evidence(rows.reset_index(drop=True), (origin,))


def _contract(evidence: Evidence) -> None:
    rows = evidence.rows
    strange = sorted(set(rows["place"]) - set(catalog.places()))
    if strange:
        raise ValueError(f"Unknown places: {', '.join(strange[:20])}. Add them to data/places.csv.")
    for column in ("value", "low", "high"):
        if rows[column].dtype != "float64" or rows[column].isin([float("inf")]).any():
            raise ValueError(f"The column {column} holds something other than numbers.")
    if rows[["start", "end"]].isna().any(axis=None):
        raise ValueError("A row has no start or no end.")
    problems = wrong(rows)
    if problems or rows.empty:
        raise ValueError(" ".join(problems) or "There is not a single row.")


def in_use(series: str, folder: Path | None = None) -> Evidence | None:
    """What the app shows now; absent if there is no table, or none that is intact."""
    try:
        return snapshot.read(series, folder)
    except snapshot.SnapshotError:
        return None


def _judged(
    card: Card,
    evidence: Evidence,
    found: Found,
    before: Visit,
    replies: Sequence[Reply],
    asker: Asker,
    now: dt.datetime,
) -> Outcome:
    good = in_use(card.id)
    if good and _same(good, evidence, dated=found.updated is not None):
        return Outcome(card.id, "unchanged", "", signature=found.signature)
    served = next((reply.served for reply in replies if reply.served), None)
    old = good.rows if good else None
    stopped: list[Objection] = [
        *gates.objections(old, evidence.rows, now.date()),
        *gates.signature(before.signature, found.signature),
        *gates.clocks(served, now),
    ]
    if not stopped:
        notes = " ".join((f"{len(evidence):,} rows.", *found.notes))
        return Outcome(card.id, "new", notes, evidence=evidence, signature=found.signature)
    try:
        held = quarantine.keep(asker.store, evidence, card.id, stopped, now, found.signature)
    except OSError as error:
        return Outcome(card.id, "failed", f"The disk failed: {error.strerror}", "disk")
    words = " ".join(one.words for one in stopped)
    return Outcome(card.id, "quarantined", words, "gates", held.id)


def _same(old: Evidence, new: Evidence, dated: bool) -> bool:
    """Whether the rows are the same in every cell, and from the same release if it is dated.

    A release without a date of its own is named by the day it was read, which means nothing.
    """
    live = all("-live-" in origin.release.id for origin in old.cited)
    looked_at = list(COLUMNS) if dated or not live else list(COLUMNS[:-1])
    order = ["place", "group_by", "group", "start"]
    one, other = (
        part.rows.sort_values(order, kind="stable", ignore_index=True)[looked_at]
        for part in (old, new)
    )
    try:
        pd.testing.assert_frame_equal(one, other, check_dtype=False, check_exact=True)
    except AssertionError:
        return False
    return True
