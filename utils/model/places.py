"""Places, single cited facts and helplines: the small tables beside the indicators."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from utils.model.strict import STRICT

PlaceKind = Literal["world", "group", "country", "nation", "state", "region", "service area"]


@dataclass(frozen=True)
class Place:
    """One place. ``code`` is ISO 3166 where ISO has one (``USA``, ``US-CA``, ``GB-ENG``).

    ``spoken`` is the name inside a sentence ("the United States"); ``parent`` the code of
    the place it lies in, empty for countries.
    """

    code: str
    name: str
    spoken: str
    kind: PlaceKind
    parent: str


@dataclass(frozen=True)
class Fact:
    """One cited number that is not part of a series."""

    id: str
    topic: str
    statement: str
    place: str
    start: dt.date
    end: dt.date
    value: float
    unit: str
    qualifier: str
    source_type: str
    source: str
    url: str
    retrieved: dt.date


@dataclass(frozen=True)
class Helpline:
    """Who to call in a place, in words that can be shown as they are."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    place: str
    name: str
    contact: str
    hours: str
    url: str
    checked: dt.date
