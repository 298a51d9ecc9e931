"""`python -m utils.cli publish`: makes the edition and says what came of it."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from dataclasses import replace

from utils import catalog
from utils.analysis.select import SelectionError
from utils.cli.publish_told import told
from utils.cli.publish_write import EditionError, Tally, written
from utils.edition import files
from utils.store.snapshot import SnapshotError

TROUBLE = (EditionError, SelectionError, SnapshotError, catalog.CardError, OSError)


def run(chosen: argparse.Namespace) -> int:
    """Runs the command; 0 if the edition is written, 1 if not."""
    try:
        made = told(
            chosen.date or dt.date.today(),
            chosen.base_url or "",
            chosen.live_url or "",
            chosen.only,
        )
        made = replace(made, light=chosen.light)
        with Tally(len(files.plan(made))) as tally:
            count, size = written(made, chosen.out, tally.tell)
    except TROUBLE as error:
        print(f"not published: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("broken off: nothing was changed", file=sys.stderr)
        return 1
    print(f"{count} files, {size / 1e6:.1f} MB, from the data {made.snapshot}: {chosen.out}")
    print(f"open {chosen.out / 'index.html'}; checksums: {chosen.out / files.MANIFEST}")
    if not made.base:
        print("no sitemap and no canonical links: say where it will stand with --base-url")
    return 0
