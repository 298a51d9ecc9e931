"""The options of `python -m utils.cli collect`, apart from what they start."""

from __future__ import annotations

import argparse
import re
from typing import Any

UNITS = {"m": 60, "h": 3_600, "d": 86_400}
SHORTEST = 900
"""Seconds between rounds at least: more would only strain the servers."""


def add(commands: Any) -> None:
    """Adds the command and its options to the parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "collect", help="count the posts of campaigns' hashtags, day by day"
    )
    parser.add_argument("campaigns", nargs="*", help="campaigns (default: all)")
    parser.add_argument("--hashtags", nargs="+", default=[], metavar="TAG", help="these as well")
    parser.add_argument("--source", action="append", default=[], help="only this source")
    parser.add_argument("--json", action="store_true", help="one JSON document, for machines")
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--once", action="store_true", help="one round, then end (the default)")
    act.add_argument("--every", type=seconds, metavar="6h", help="a round, and again after this")
    act.add_argument("--stream", action="store_true", help="run the long-running counters")
    act.add_argument("--publish", action="store_true", help="ask nobody; give the pages the counts")
    act.add_argument("--migrate", action="store_true", help="only make or update the tables")


def seconds(text: str) -> int:
    """A span such as `30m`, `6h` or `1d`; raises `ArgumentTypeError` for others."""
    found = re.fullmatch(r"(\d{1,4})([mhd])", text)
    span = int(found[1]) * UNITS[found[2]] if found else 0
    if span < SHORTEST:
        raise argparse.ArgumentTypeError("write 30m, 6h or 1d, and 15m at least")
    return span
