"""`python -m utils.cli refresh`: the options, and what is printed for people and machines."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from utils.claims.deck import DeckError
from utils.cli import refresh_report
from utils.cli.refresh import MINUTES, Run, cards, open_door, refresh
from utils.cli.refresh_accept import accept, age, bundle
from utils.cli.refresh_plan import planned
from utils.cli.refresh_series import Outcome
from utils.store import generations, quarantine
from utils.store.lock import LockedError
from utils.store.revisions import Revisions
from utils.store.snapshot import SnapshotError

EXPECTED = (OSError, ValueError, DeckError, SnapshotError)
"""What goes wrong outside one source: the store, a deck, a card, the disk."""


def add(commands: Any) -> None:
    """Adds the command and its options to the parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "refresh", help="ask live sources, check the replies, put them in use"
    )
    parser.add_argument("ids", nargs="*", help="series (default: all with a live source)")
    parser.add_argument("--json", action="store_true", help="one JSON document, for machines")
    parser.add_argument("--report", type=Path, help="write what changed to this Markdown file")
    parser.add_argument("--deck", type=Path, action="append", default=[], help="check its claims")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="begin nothing after these")
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--accept", metavar="ID", help="put in use what a gate stopped")
    act.add_argument("--waiting", action="store_true", help="list what waits for a decision")
    act.add_argument("--show-requests", action="store_true", help="print what would be asked")
    act.add_argument("--bundle", action="store_true", help="copy into data/tables what may be")


def run(chosen: argparse.Namespace) -> int:
    """Runs the command; 0 if all is well or another refresh runs, 1 if a person should look."""
    try:
        if chosen.bundle:
            print(f"bundled: {', '.join(bundle()) or 'nothing'}")
            return 0
        if chosen.waiting:
            return _waiting()
        if chosen.show_requests:
            return _shown(chosen)
        return _accepted(chosen) if chosen.accept else _refreshed(chosen)
    except LockedError as error:
        print(json.dumps({"running": True}) if chosen.json else error)
        return 0
    except EXPECTED as error:
        print(f"not refreshed: {error}", file=sys.stderr)
        return 1


def _refreshed(chosen: argparse.Namespace) -> int:
    asked = cards(chosen.ids)
    door = open_door()
    found = refresh(asked, door, _teller(len(asked), chosen.json), minutes=chosen.minutes)
    _report(chosen, found.outcomes, found.changed, found.when)
    if chosen.json:
        print(json.dumps(_for_machines(found), indent=1))
    else:
        _summary(found)
    return 0 if found.well else 1


def _accepted(chosen: argparse.Namespace) -> int:
    now = dt.datetime.now(dt.UTC)
    changed = accept(chosen.accept, now)
    outcomes = [Outcome(id, "new", "Accepted by a person.") for id in changed]
    _report(chosen, outcomes, changed, now)
    print(json.dumps({"accepted": chosen.accept}) if chosen.json else f"in use: {chosen.accept}")
    return 0


def _report(
    chosen: argparse.Namespace,
    outcomes: Any,
    changed: Mapping[str, Revisions],
    when: dt.datetime,
) -> None:
    if chosen.report:
        claims = refresh_report.claims(chosen.deck, when.date())
        chosen.report.write_text(refresh_report.written(outcomes, changed, claims, when), "utf-8")


def _waiting() -> int:
    found = quarantine.waiting(generations.root())
    for one in found:
        print(f"{one.id} (since {one.since[:10]})")
        for objection in one.objections:
            print(f"  {objection.gate}: {objection.words}")
    print(f"{len(found)} wait for a decision: refresh --accept ID")
    return 0


def _shown(chosen: argparse.Namespace) -> int:
    """Every first address, so that a person can open it by hand; nothing is asked."""
    found = [planned(card) for card in cards(chosen.ids)]
    if chosen.json:
        print(json.dumps([asdict(one) for one in found], indent=1))
        return 0
    for one in found:
        key = f" ({one.key})" if one.key else ""
        print(f"{one.series}: {len(one.addresses)} to ask, read as {one.shape}{key}")
        print("\n".join(f"  {url}" for url in one.addresses))
    print("Nothing was asked. Further pages follow where a reply says so.")
    return 0


def _teller(many: int, silent: bool) -> Callable[[int, Outcome], None]:
    """A line a series; on a terminal with a bar before it, for machines nothing."""

    def tell(number: int, one: Outcome) -> None:
        if silent:
            return
        bar = f"[{'#' * (20 * number // many):<20}] " if sys.stdout.isatty() else ""
        print(f"{bar}{number}/{many} {one.series}: {_line(one)}", flush=True)

    return tell


def _line(one: Outcome) -> str:
    if one.result in ("new", "unchanged"):
        return f"{one.result}. {one.words}".strip()
    accept = f" Accept it with --accept {one.held}" if one.held else ""
    kept = age(one.series, dt.date.today())
    return f"{one.result} ({one.kind}). {one.words} Until then {kept}.{accept}"


def _summary(found: Run) -> None:
    counts = dict.fromkeys(("new", "unchanged", "quarantined", "failed"), 0)
    for one in found.outcomes:
        counts[one.result] += 1
    print(", ".join(f"{number} {name}" for name, number in counts.items()))


def _for_machines(found: Run) -> dict[str, Any]:
    today = found.when.date()
    series = [
        {
            "series": one.series,
            "result": one.result,
            "kind": one.kind,
            "words": one.words,
            "held": one.held,
            "age": age(one.series, today),
        }
        for one in found.outcomes
    ]
    changed = {
        id: {"revised": len(one.revised), "added": one.added, "gone": one.gone}
        for id, one in found.changed.items()
    }
    when = found.when.isoformat(timespec="seconds")
    return {"when": when, "well": found.well, "series": series, "changed": changed}
