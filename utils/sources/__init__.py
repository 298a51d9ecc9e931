"""Reads publishers' replies: one file per reply shape, each with a pure `tidy(raw, card)`."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

import pandas as pd

from utils.model import Card


class SourceError(ValueError):
    """A reply that is not what its shape promises: names the column or value that is off."""


class Shape(Protocol):
    """What every shape of this room offers; most take only one kind of card."""

    def tidy(self, raw: bytes, card: Card) -> pd.DataFrame:
        """Rows in the columns of `utils.sources.tables.TIDY`, in the card's unit."""


def shape(name: str) -> Shape:
    """The module that reads replies of this shape; raises `SourceError` if there is none."""
    try:
        return cast(Shape, import_module(f"utils.sources.{name}"))
    except ModuleNotFoundError as error:
        raise SourceError(f"No file utils/sources/{name}.py reads the shape '{name}'.") from error
