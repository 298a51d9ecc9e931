"""The options of `python -m utils.cli publish`: plain HTML that needs no server."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


def add(commands: Any) -> None:
    """Adds the command and its options to the parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "publish", help="every default view as plain HTML, for any web host or none"
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write to")
    parser.add_argument(
        "--base-url", type=_address, metavar="URL", help="where the edition will stand"
    )
    parser.add_argument("--live-url", type=_address, metavar="URL", help="where the app is")
    parser.add_argument(
        "--only", action="append", default=[], metavar="ID", help="one statistic or campaign"
    )
    parser.add_argument(
        "--light", action="store_true", help="the script of the charts comes only when asked for"
    )
    parser.add_argument("--date", type=dt.date.fromisoformat, help="day of the edition (today)")


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(f"'{text}' is no address: write https://example.org/data/")
    return text.rstrip("/") + "/"
