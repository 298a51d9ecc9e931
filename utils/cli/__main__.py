"""`python -m utils.cli`: the commands and what they print."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from utils import catalog
from utils.cli import collect_options, count_command, publish_options, refresh_command
from utils.cli.import_campaigns import write_campaign_tables
from utils.cli.import_facts import write_facts
from utils.cli.importing import SeriesImportError, import_series
from utils.cli.verify_claims import verify_decks
from utils.model import Card
from utils.store import generations, snapshot
from utils.store.verify import Finding, verify


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code (0 all well, 1 something is wrong)."""
    parser = argparse.ArgumentParser(
        prog="python -m utils.cli", description="Import publishers' files, verify the snapshot."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    bring = commands.add_parser("import", help="publishers' files -> tidy tables with origins")
    bring.add_argument("folder", type=Path, help="folder that holds the publishers' files")
    bring.add_argument(
        "ids", nargs="*", help="series to import (default: all, and the small tables)"
    )
    check = commands.add_parser("verify", help="check tables, or the claims of saved decks")
    check.add_argument(
        "ids", nargs="*", help="series, or deck files that end in .json (default: every table)"
    )
    check.add_argument("--claim", action="append", default=[], help="one claim, by its line")
    refresh_command.add(commands)
    collect_options.add(commands)
    count_command.add(commands)
    publish_options.add(commands)
    chosen = parser.parse_args(arguments)
    if chosen.command == "collect":
        from utils.cli import collect_command  # the database, which other commands do without

        return collect_command.run(chosen)
    if chosen.command == "publish":
        from utils.cli import publish_command  # charts, which other commands do without

        return publish_command.run(chosen)
    if chosen.command == "refresh":
        return refresh_command.run(chosen)
    if chosen.command == "count":
        return count_command.run(chosen)
    if chosen.command == "import":
        return _import(chosen.folder, chosen.ids)
    return _check(chosen.ids, chosen.claim)


def _check(names: list[str], claims: list[str]) -> int:
    """Tables by id, decks by file, claims by line; all tables when nothing is named."""
    decks = [Path(name) for name in names if name.endswith(".json")]
    ids = [name for name in names if not name.endswith(".json")]
    failed = 0
    if ids or not (decks or claims):
        failed = _verify(ids)
    if decks or claims:
        failed |= verify_decks(decks, claims, dt.date.today())
    return failed


def _every() -> dict[str, Card]:
    return {**catalog.indicators(), **catalog.reach()}


def _cards() -> dict[str, Card]:
    """What a publisher's file or reply holds: all but what is collected day by day."""
    return {id: card for id, card in _every().items() if not card.data.collected}


def _import(folder: Path, ids: list[str]) -> int:
    files = [id for id, card in _cards().items() if not card.data.only_live]
    failed = sum(not _imported(id, folder) for id in ids or files)
    if not ids:
        failed += not _written("facts", lambda: {"facts": write_facts(folder, catalog.FACTS)})
        failed += not _written("campaigns", lambda: write_campaign_tables(folder))
    return 1 if failed else 0


def _imported(id: str, folder: Path) -> bool:
    try:
        if id not in _cards():
            raise catalog.CardError(f"There is no series '{id}'. Known: {', '.join(_cards())}.")
        evidence = import_series(_cards()[id], folder, dt.date.today())
        print(f"{id}: {len(evidence):,} rows")
    except (SeriesImportError, catalog.CardError) as error:
        print(f"not imported: {error}", file=sys.stderr)
        return False
    return True


def _written(name: str, write: Callable[[], dict[str, int]]) -> bool:
    try:
        for table, rows in write().items():
            print(f"{table}: {rows} rows")
    except (OSError, ValueError, KeyError) as error:
        print(f"{name} not imported: {error}", file=sys.stderr)
        return False
    return True


def _verify(ids: list[str]) -> int:
    bundled = {id for id, card in _cards().items() if not card.data.gathered}
    series = ids or sorted({*bundled, *snapshot.stored()})
    findings = [finding for id in series for finding in _wrong(id)]
    for finding in findings:
        print(f"{finding.series}: {finding.problem}", file=sys.stderr)
    print(f"{len(series)} series checked, {len(findings)} problems found")
    return 1 if findings else 0


def _wrong(id: str) -> list[Finding]:
    """What is wrong with the bundled table and with the refreshed one that stands before it."""
    card = _every().get(id)
    live = card is not None and card.data.gathered
    if card and live and not snapshot.there(id):
        how = "python -m utils.cli collect" if card.data.collected else f"make refresh ARGS={id}"
        return [Finding(id, f"it was not fetched yet: {how}")]
    bundled = not live or (snapshot.TABLES / f"{id}.csv").is_file()
    found = verify(id) if bundled else []
    newest = next(generations.homes(id, generations.root()), None)
    if newest and generations.intact(id, newest):
        return found + verify(id, newest, passed_on=False)
    if newest:
        words = f"generation {newest.name} is not as it was written. Refresh the series again."
        found.append(Finding(id, words))
    return found


if __name__ == "__main__":
    sys.exit(main())
