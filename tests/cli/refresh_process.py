"""A refresh in a process of its own: `python -m tests.cli.refresh_process URL FOLDER`.

Says `running` if another one holds the lock, else what became of the series.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.cli.live_house import SERIES, door, move_in
from utils import catalog
from utils.cli.refresh import refresh
from utils.store.lock import LockedError


def main(url: str, folder: str) -> int:
    """One refresh of the made-up house."""
    move_in(setattr, url, Path(folder))
    try:
        found = refresh(
            [catalog.indicator(SERIES)], door(deadline=100.0, silence=100.0), lambda *_: None
        )
    except LockedError:
        sys.stdout.write("running")
        return 0
    sys.stdout.write(found.outcomes[0].result)
    return 0 if found.well else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
