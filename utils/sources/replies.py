"""What live shapes share: addresses, JSON that must be sound, records that may not repeat."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, urlencode

from utils.model.live import Reply


def address(base: str, path: str, ask: Mapping[str, str]) -> str:
    """An address with its questions percent-encoded; `$` stays, because publishers print it."""
    questions = urlencode(ask, safe="$:,", quote_via=quote)
    return f"{base.rstrip('/')}/{path}" + (f"?{questions}" if questions else "")


def parsed(reply: Reply) -> Any:
    """The JSON of a reply; raises `ValueError` saying that it is none, or cut, or too deep."""
    try:
        return json.loads(reply.body.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"The reply is no sound JSON: {str(error)[:120]}.") from None


def distinct(records: Sequence[Any], pages: int) -> tuple[list[Any], tuple[str, ...]]:
    """Records without exact repeats, and a note on them.

    Raises `ValueError` for repeats across several pages: then others are missing.
    """
    kept = list({json.dumps(record, sort_keys=True): record for record in records}.values())
    again = len(records) - len(kept)
    if again and pages > 1:
        raise ValueError(f"{again} rows came twice: the pages overlap, so others are missing.")
    return kept, (f"{again} rows came twice and were kept once.",) if again else ()


def modified(replies: Sequence[Reply], *names: str) -> dt.date | None:
    """The newest date in the first of these headers that any reply has."""
    for name in names:
        dates = [_date(reply.headers[name]) for reply in replies if name in reply.headers]
        if found := [date for date in dates if date]:
            return max(found)
    return None


def _date(text: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        return None
