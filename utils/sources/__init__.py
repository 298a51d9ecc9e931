"""Reads publishers' replies: one file per reply shape, each with a pure `tidy(raw, card)`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

import pandas as pd

from utils.model import Card
from utils.model.cards import Live
from utils.model.collecting import Asked
from utils.model.counts import Counted
from utils.model.live import Found, Reply, Request


class SourceError(ValueError):
    """A reply that is not what its shape promises: names the column or value that is off."""


class Shape(Protocol):
    """What every shape of this room offers; most take only one kind of card."""

    def tidy(self, raw: bytes, card: Card) -> pd.DataFrame:
        """Rows in the columns of `utils.sources.tables.TIDY`, in the card's unit."""


class LiveShape(Protocol):
    """What a shape of a live source offers. All three are pure."""

    def requests(self, card: Card, live: Live) -> tuple[Request, ...]:
        """The first question of each chain of pages; one chain at least."""

    def following(self, pages: Sequence[Reply]) -> Request | None:
        """The question after these pages of one chain, absent after the last."""

    def read(self, replies: Sequence[Reply], card: Card, live: Live) -> Found:
        """The rows of all pages; raises `ValueError` if they are not whole."""


class CollectShape(Protocol):
    """What a shape of collected reach offers; all is pure and speaks of one hashtag on one server.

    A shape may also offer `absent(status, asked)`: what a refusal with this HTTP status means,
    `None` if it is a failure; and `refused(status)`: our words for it, empty if there are none.
    """

    def requests(self, asked: Asked) -> tuple[Request, ...]:
        """The first question of each chain of pages; none if the hashtag has nothing to ask."""

    def following(self, pages: Sequence[Reply], asked: Asked) -> Request | None:
        """The question after these pages of one chain, absent after the last."""

    def read(self, replies: Sequence[Reply], asked: Asked) -> Counted:
        """The days of all pages; raises `ValueError` if they are not what was promised."""


def collect_shape(name: str) -> CollectShape:
    """The module that counts by this shape; raises `SourceError` if there is none."""
    module = cast(CollectShape, shape(name))
    if not all(hasattr(module, part) for part in ("requests", "following", "read")):
        raise SourceError(f"utils/sources/{name}.py can't collect.")
    return module


def live_shape(name: str) -> LiveShape:
    """The module that asks and reads this live shape; raises `SourceError` if there is none."""
    module = cast(LiveShape, shape(name))
    if not all(hasattr(module, part) for part in ("requests", "following", "read")):
        raise SourceError(f"utils/sources/{name}.py can't ask a live source.")
    return module


def shape(name: str) -> Shape:
    """The module that reads replies of this shape; raises `SourceError` if there is none."""
    try:
        return cast(Shape, import_module(f"utils.sources.{name}"))
    except ModuleNotFoundError as error:
        raise SourceError(f"No file utils/sources/{name}.py reads the shape '{name}'.") from error
