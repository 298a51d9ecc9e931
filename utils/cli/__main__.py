"""`python -m utils.cli`: the commands and what they print."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from utils import catalog
from utils.cli.import_facts import write_facts
from utils.cli.importing import SeriesImportError, import_series
from utils.store import snapshot
from utils.store.verify import verify


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code (0 all well, 1 something is wrong)."""
    parser = argparse.ArgumentParser(
        prog="python -m utils.cli", description="Import publishers' files, verify the snapshot."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    bring = commands.add_parser("import", help="publishers' files -> tidy tables with origins")
    bring.add_argument("folder", type=Path, help="folder that holds the publishers' files")
    bring.add_argument("ids", nargs="*", help="indicators to import (default: all)")
    check = commands.add_parser("verify", help="check every table against its origin file")
    check.add_argument("ids", nargs="*", help="indicators to check (default: all)")
    chosen = parser.parse_args(arguments)
    if chosen.command == "import":
        return _import(chosen.folder, chosen.ids)
    return _verify(chosen.ids)


def _import(folder: Path, ids: list[str]) -> int:
    failed = 0
    for id in ids or list(catalog.indicators()):
        try:
            evidence = import_series(catalog.indicator(id), folder, dt.date.today())
            print(f"{id}: {len(evidence):,} rows")
        except (SeriesImportError, catalog.CardError) as error:
            failed += 1
            print(f"not imported: {error}", file=sys.stderr)
    if not ids:
        failed += _import_facts(folder)
    return 1 if failed else 0


def _import_facts(folder: Path) -> int:
    try:
        print(f"facts: {write_facts(folder, catalog.FACTS)} rows")
    except (OSError, ValueError, KeyError) as error:
        print(f"facts not imported: {error}", file=sys.stderr)
        return 1
    return 0


def _verify(ids: list[str]) -> int:
    series = ids or sorted({*catalog.indicators(), *snapshot.stored()})
    findings = [finding for id in series for finding in verify(id)]
    for finding in findings:
        print(f"{finding.series}: {finding.problem}", file=sys.stderr)
    print(f"{len(series)} series checked, {len(findings)} problems found")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
