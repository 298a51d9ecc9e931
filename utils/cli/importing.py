"""`import`: publishers' own files -> our tidy tables with their origins."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pandas as pd

from utils import catalog
from utils.model import COLUMNS, Card, Evidence, Origin, Release, Source
from utils.model.evidence import KEY
from utils.sources import shape
from utils.store import snapshot


class SeriesImportError(ValueError):
    """A series that could not be imported: says which, from which file, and why."""


def import_series(card: Card, folder: Path, today: dt.date) -> Evidence:
    """Reads every release of the card from ``folder`` and writes table and origin file.

    Releases may repeat a row but must agree on it; the later one is kept. Raises
    `SeriesImportError` when they do not, or when a file is absent or not what its shape
    promises; nothing is written then.
    """
    if card.data.only_live:
        raise SeriesImportError(f"{card.id} is no file: fetch it with make refresh ARGS={card.id}.")
    pieces, origins = [], []
    for source, release in releases(card):
        if not source.redistributable:
            raise SeriesImportError(
                f"{card.id}: the licence of '{source.id}' ({source.licence}) does not allow "
                "its figures to be stored in this snapshot."
            )
        rows, found = read_release(card, source, release, folder)
        pieces.append(rows)
        origins += found
    rows = pd.concat(pieces, ignore_index=True)
    rows.insert(0, "series", card.id)
    rows = _agreed(rows, card)
    evidence = Evidence(rows.loc[:, list(COLUMNS)], tuple(origins))
    used = Evidence(evidence.rows, evidence.cited)
    snapshot.write(used, card.id, today)
    return used


def _agreed(rows: pd.DataFrame, card: Card) -> pd.DataFrame:
    """Each key once, the later release first; raises when values differ in a printed digit."""
    spread = rows.groupby(list(KEY))["value"].agg(lambda values: values.max() - values.min())
    clash = spread[spread > 0.5 * 10**-card.decimals + 1e-9]
    if len(clash):
        _, place, _, group, start, _ = clash.index[0]
        raise SeriesImportError(
            f"{card.id}: two releases disagree about {place}, {group}, {start:%Y-%m-%d}, by "
            f"{clash.iloc[0]:g}. Keep one of them."
        )
    return rows.drop_duplicates(list(KEY), keep="last", ignore_index=True)


def _short(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:8]


def releases(card: Card) -> list[tuple[Source, Release]]:
    """The releases that a card names, each with its source; `SeriesImportError` if unknown."""
    known = {
        release.id: (source, release)
        for source in catalog.sources().values()
        for release in source.releases
    }
    absent = [name for name in card.data.releases if name not in known]
    if absent:
        raise SeriesImportError(f"{card.id}: no source card has the release {', '.join(absent)}.")
    return [known[name] for name in card.data.releases]


def read_release(
    card: Card, source: Source, release: Release, folder: Path
) -> tuple[pd.DataFrame, list[Origin]]:
    """Tidy rows of one file, each naming its origin; rows with their own address get their own."""
    path = folder / release.file
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SeriesImportError(
            f"{card.id}: the file {release.file} can't be read: {error}"
        ) from error
    try:
        rows = shape(card.data.shape).tidy(raw, card)
    except (ValueError, KeyError) as error:
        raise SeriesImportError(f"{card.id}: {release.file}: {error}") from error
    if rows.empty:
        raise SeriesImportError(f"{card.id}: {release.file} holds no row for this series.")
    addresses = list(rows["url"].unique()) if "url" in rows else [release.url]
    names = {
        # the address itself makes the id, so that it is the same in every table
        url: release.id if url == release.url else f"{release.id}-{_short(url)}"
        for url in addresses
    }
    rows["origin"] = rows.pop("url").map(names) if "url" in rows else release.id
    digest, lines = hashlib.sha256(raw).hexdigest(), raw.count(b"\n")
    return rows, [
        Origin(name, source, release, url, release.retrieved, digest, lines)
        for url, name in names.items()
    ]
