"""`verify deck.json` and `verify --claim SPEC`: told claims against the snapshot at hand."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from pathlib import Path

from utils.claims import deck_file, verify
from utils.claims.deck import DeckError
from utils.claims.record import Recorded
from utils.claims.verify import Checked
from utils.cli.library import SnapshotLibrary
from utils.store.snapshot import SnapshotError


def verify_decks(paths: list[Path], claims: list[str], today: dt.date) -> int:
    """Checks the claims of decks and single claims; 0 if every one holds, else 1."""
    try:
        asked = [one for path in paths for one in deck_file.read(path.read_bytes())[1]]
    except (OSError, DeckError) as error:
        print(f"not read: {error}", file=sys.stderr)
        return 1
    asked += [Recorded(spec) for spec in claims]
    library = SnapshotLibrary()
    try:
        found = verify.verify(asked, library, today)
    except SnapshotError as error:
        print(f"not checked: {error}", file=sys.stderr)
        return 1
    for one in found:
        _print(one)
    counts = Counter(one.outcome for one in found)
    print(f"{len(found)} claims checked: " + ", ".join(f"{n} {name}" for name, n in counts.items()))
    return 0 if set(counts) <= {"holds"} else 1


def _print(one: Checked) -> None:
    print(f"{one.outcome}: {one.recorded.spec}")
    if one.now:
        print(f"  {one.now}")
    print(f"  {one.reason}")
    for row in one.rows:
        print(f"  {row}")
