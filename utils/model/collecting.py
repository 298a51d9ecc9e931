"""How reach is collected: what a source card declares, and one question as it is asked."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import urlsplit

from utils.model.counts import Metric
from utils.model.strict import STRICT

SERVER = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")
"""A public host name: no scheme, no port, no number in its place."""


@dataclass(frozen=True)
class Collect:
    """How the days of a source are gathered: where, what, how far back, and on which terms.

    ``shape`` is a file in `utils/sources`. ``base`` holds `{server}` where ``servers`` names the
    environment variable with the allowed servers. ``look_back`` is how many whole days before
    today a visit can still see; ``rest_hours`` how long a hashtag is left alone after a good
    visit. ``credential`` (and ``user``) name environment variables, ``header`` and ``scheme`` how
    the key travels, ``login`` the path where both are traded for a session, ``get_key`` how a
    person gets one. ``looked_at`` is when limits, terms and cost were read.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    shape: str
    base: str
    metrics: tuple[Metric, ...]
    look_back: int
    limits: str
    terms: str
    terms_url: str
    looked_at: dt.date
    cost: str
    servers: str = ""
    default_servers: tuple[str, ...] = ()
    rest_hours: float = 0.0
    streamed: bool = False
    credential: str = ""
    user: str = ""
    header: str = ""
    scheme: str = ""
    login: str = ""
    get_key: str = ""
    ask: dict[str, Any] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The host of a fixed address; empty where servers are configured."""
        return "" if self.servers else urlsplit(self.base).hostname or ""


@dataclass(frozen=True)
class Asked:
    """One question: a hashtag on one server of a source, at one moment.

    ``tag`` is in the form of `hashtags.key`; ``now`` is in UTC; ``since`` is the oldest day that
    is still worth asking for, because it lies within reach and is not whole yet.
    """

    source: str
    collect: Collect
    server: str
    tag: str
    now: dt.datetime
    since: dt.date

    @property
    def base(self) -> str:
        """The address of the server, without a slash at the end."""
        return self.collect.base.replace("{server}", self.server).rstrip("/")

    @property
    def today(self) -> dt.date:
        """The day in UTC that is not over yet."""
        return self.now.astimezone(dt.UTC).date()
