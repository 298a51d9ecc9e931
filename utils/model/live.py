"""Live sources: where a publisher answers, what is asked, what came back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from utils.model.cards import STRICT


@dataclass(frozen=True)
class Live:
    """How a source answers live: its address, the shape of its reply and what to ask.

    ``shape`` is a file in `utils/sources` that offers `requests` and `read`. ``ask`` holds what
    all series of the source share; a series adds its own in ``data.live``. ``credential`` names
    the environment variable that may hold a key and ``header`` the header that carries it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    base: str
    shape: str
    ask: dict[str, Any]
    credential: str = ""
    header: str = ""


@dataclass(frozen=True)
class Request:
    """One address to ask, without any credential in it."""

    url: str
    accept: str = "application/json"


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
