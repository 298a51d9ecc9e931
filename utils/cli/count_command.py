"""`python -m utils.cli count`: an archive of posts -> daily reach, its origin and its cards."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from utils import catalog
from utils.archives import embedded
from utils.archives.asked import Asked, ask
from utils.archives.errors import ArchiveError
from utils.archives.found import Counted
from utils.archives.inputs import Input, find
from utils.archives.record import record
from utils.archives.series import slug
from utils.cli.count_output import RECORD, write
from utils.cli.count_progress import Bar
from utils.model import limits

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([MG])I?B?", re.IGNORECASE)
_UNITS = {"M": 1_000_000, "G": 1_000_000_000}


def add(commands: Any) -> None:
    """Adds the command and its options to the parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "count", help="an archive of posts -> daily reach of hashtags, with its origin"
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or patterns")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--campaign", metavar="ID", help="the hashtags of this campaign")
    what.add_argument("--hashtags", metavar="A,B", help="these hashtags")
    parser.add_argument("--out", type=Path, help="folder to write to (default: count-NAME)")
    parser.add_argument("--since", type=dt.date.fromisoformat, help="first day, YYYY-MM-DD")
    parser.add_argument("--until", type=dt.date.fromisoformat, help="last day, YYYY-MM-DD")
    parser.add_argument(
        "--platform", default="", help="where the posts of a CSV or Parquet are from"
    )
    parser.add_argument("--memory", type=_memory, default=limits.ARCHIVE_MEMORY, help="as in 2GB")
    parser.add_argument("--engine", default="embedded", help="embedded, or spark://host:port")
    parser.add_argument("--date", type=dt.date.fromisoformat, help="day of the count (today)")
    parser.add_argument("--json", action="store_true", help="one JSON document, for machines")


def run(chosen: argparse.Namespace) -> int:
    """Runs the command; 0 if the count is written, 1 if not."""
    try:
        name, asked = _asked(chosen)
        inputs = find(chosen.paths)
        out = chosen.out or Path(f"count-{slug(name)}")
        counted = _counted(chosen, inputs, asked, out)
        written = write(counted, name, out)
    except (ArchiveError, catalog.CardError, OSError) as error:
        print(f"not counted: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("broken off: the same command goes on with the next file", file=sys.stderr)
        return 1
    _say(chosen, counted, written, out)
    return 0


def _memory(text: str) -> int:
    found = _SIZE.fullmatch(text.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"'{text}' is no size: write 800MB or 2GB")
    size = int(float(found[1]) * _UNITS[found[2].upper()])
    if size < limits.ARCHIVE_LEAST_MEMORY:
        least = limits.ARCHIVE_LEAST_MEMORY // _UNITS["M"]
        raise argparse.ArgumentTypeError(f"{text} is too little: give at least {least}MB")
    return size


def _asked(chosen: argparse.Namespace) -> tuple[str, Asked]:
    """The name of the count and its question."""
    if chosen.hashtags:
        tags = chosen.hashtags.split(",")
        name = "-".join(tag.strip().lstrip("#") for tag in tags[:3])
    else:
        known = catalog.campaigns()
        if chosen.campaign not in known:
            raise ArchiveError(
                f"There is no campaign '{chosen.campaign}'. Known: {', '.join(known)}."
            )
        name, tags = chosen.campaign, list(known[chosen.campaign].hashtags)
    return name, ask(tags, chosen.date or dt.date.today(), chosen.since, chosen.until)


def _counted(
    chosen: argparse.Namespace, inputs: Sequence[Input], asked: Asked, out: Path
) -> Counted:
    if chosen.engine.startswith("spark://"):
        from utils.archives import spark

        return spark.count(inputs, asked, chosen.engine, platform=chosen.platform)
    if chosen.engine != "embedded":
        raise ArchiveError(f"There is no engine '{chosen.engine}': embedded, or spark://host:port.")
    with Bar(inputs, silent=chosen.json) as bar:
        return embedded.count(
            inputs,
            asked,
            out,
            platform=chosen.platform,
            memory=chosen.memory,
            progress=bar.tell,
        )


def _say(chosen: argparse.Namespace, counted: Counted, written: dict[str, int], out: Path) -> None:
    if chosen.json:
        print(json.dumps({"rows": written, **record(counted)}, ensure_ascii=False))
        return
    for series, rows in written.items():
        print(f"{series}: {rows:,} rows")
    told = record(counted)
    left = ", ".join(f"{number:,} {why}" for why, number in told["left_out"].items())
    print(f"posts read: {told['posts_read']}; repeats: {told['repeats']}")
    print(f"left out: {left or 'nothing'}")
    print(f"written to {out}; how it was counted: {out / RECORD}")
