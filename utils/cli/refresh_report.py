"""The report on a refresh in Markdown: what came, what was revised, which claims change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from utils import catalog
from utils.claims import deck_file, verify
from utils.claims.verify import Checked
from utils.cli.library import SnapshotLibrary
from utils.cli.refresh_series import Outcome
from utils.store.revisions import Revisions

MOST = 200
"""Revised values that are listed one by one for a series; the rest are counted."""
ESCAPED = str.maketrans({"|": "\\|", "<": "&lt;", "\n": " ", "`": "'", "[": "\\["})


def claims(decks: Sequence[Path], today: dt.date) -> list[Checked]:
    """The claims of saved decks, computed anew from what is in use now."""
    asked = [one for path in decks for one in deck_file.read(path.read_bytes())[1]]
    return list(verify.verify(asked, SnapshotLibrary(), today))


def written(
    outcomes: Sequence[Outcome],
    revisions: Mapping[str, Revisions],
    checked: Sequence[Checked],
    now: dt.datetime,
) -> str:
    """The whole report. Texts from publishers are escaped."""
    lines = [f"# Refresh of {now:%d %B %Y}", "", "## What became of each series", ""]
    lines += ["| series | result | what to know |", "|---|---|---|"]
    lines += [f"| {one.series} | {one.result} | {_safe(_words(one))} |" for one in outcomes]
    lines += ["", "## Published values that changed", ""]
    changed = [one for one in revisions.values() if one.any]
    for one in changed:
        lines += _series(one)
    if not changed:
        lines.append("None.")
    return "\n".join([*lines, "", *_claims(checked)]) + "\n"


def _words(one: Outcome) -> str:
    accept = f" Accept with: python -m utils.cli refresh --accept {one.held}" if one.held else ""
    return one.words + accept


def _series(one: Revisions) -> list[str]:
    lines = [
        f"### {one.series}",
        "",
        f"{len(one.revised)} revised, {one.added} new, {one.gone} withdrawn.",
        "",
    ]
    if len(one.revised):
        lines += ["| place | group | from | to | old | new |", "|---|---|---|---|---|---|"]
        lines += [_revised(row) for _, row in one.revised.head(MOST).iterrows()]
        if len(one.revised) > MOST:
            lines.append(f"\n{len(one.revised) - MOST} more are not listed.")
        lines.append("")
    return lines


def _revised(row: pd.Series) -> str:
    place = catalog.places().get(row["place"])
    name = place.name if place else row["place"]
    cells = [name, row["group"], f"{row['start']:%Y-%m-%d}", f"{row['end']:%Y-%m-%d}"]
    return f"| {' | '.join(_safe(cell) for cell in cells)} | {row['old']:g} | {row['new']:g} |"


def _claims(checked: Sequence[Checked]) -> list[str]:
    if not checked:
        return []
    other = [one for one in checked if one.outcome != "holds"]
    lines = ["## Claims that change", "", f"{len(checked)} checked, {len(other)} no longer hold."]
    for one in other:
        lines += ["", f"- `{_safe(one.recorded.spec)}`: {one.outcome}. {_safe(one.reason)}"]
        if one.now:
            lines.append(f"  It was {_safe(one.was)} and is now {_safe(one.now)}.")
    return lines


def _safe(text: str) -> str:
    return text.translate(ESCAPED)
