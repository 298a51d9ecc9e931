"""Talking to a live source: what is asked, what came back, and what could be read of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Request:
    """One address to ask, without any credential in it.

    ``spacing`` is how many seconds the publisher wants between questions, if more than one.
    ``personal`` says that a reply may name persons, so that no error may quote it.
    """

    url: str
    accept: str = "application/json"
    spacing: float = 1.0
    personal: bool = False


@dataclass(frozen=True)
class Reply:
    """What a publisher sent: whole, unpacked, and nothing of ours in it.

    ``headers`` have lower-case names. ``served`` is the server's own clock, absent if it did
    not tell.
    """

    request: Request
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    served: dt.datetime | None = None


@dataclass(frozen=True, eq=False)
class Found:
    """What a shape reads from live replies: tidy rows and what to know about them.

    ``updated`` is the publisher's own date of the data, absent if it tells none. ``signature``
    is the publisher's list of columns, types or units; a change of it asks for a person.
    """

    rows: pd.DataFrame
    updated: dt.date | None = None
    notes: tuple[str, ...] = ()
    signature: str = ""
