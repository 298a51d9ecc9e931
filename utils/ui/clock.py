"""Today, in one place, so that ages can be tested."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """The server's date."""
    return dt.date.today()
