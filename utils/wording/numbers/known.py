"""What the claims of a deck state, in the form that numbers of a text are compared with."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from utils.model import Claim, Quantity, periods
from utils.wording.numbers.finding import found
from utils.wording.numbers.number import Kind, Number

if TYPE_CHECKING:
    import pandas as pd

UNITS: dict[str, Kind] = {"percent": "percent", "per 100,000": "rate", "points": "points"}

OVER_TIME = ("change", "attention", "together", "effect", "fact")
"""Kinds of claims whose own sentences may speak of a change over time."""


@dataclass(frozen=True)
class Stated:
    """One number of a claim and the label of its period: `21.4%` and `Sep 2024`."""

    quantity: Quantity
    period: str

    @cached_property
    def kind(self) -> Kind:
        """The kind that the quantity is printed as; its unit where the text does not tell."""
        numbers = [number for number in found(self.quantity.text) if number.kind != "date"]
        if not numbers or numbers[0].kind == "count":
            return UNITS.get(self.quantity.unit, "count")
        return numbers[0].kind

    @property
    def is_change(self) -> bool:
        """Whether it is a difference, so that rise and fall matter."""
        return self.kind == "points" or self.quantity.text[:1] in ("+", "-", "−")

    @cached_property
    def dates(self) -> tuple[Number, ...]:
        """First and last date of the period, or the one date that names it."""
        return tuple(number for number in found(self.period) if number.kind == "date")


@dataclass(frozen=True)
class Known:
    """All that one claim states: its numbers, later over earlier (nan if no change), its prints.

    ``name`` is how the claim is called in an answer. ``printed`` are its own sentences: a number
    that stands in them is as good as one in ``stated``. ``over_time`` is set for a claim that may
    speak of a change over time though it has no ratio, such as a published effect.
    """

    name: str
    stated: tuple[Stated, ...]
    ratio: float = math.nan
    printed: tuple[str, ...] = ()
    over_time: bool = False

    @property
    def changes(self) -> bool:
        """Whether it states a change over time."""
        return self.over_time or not math.isnan(self.ratio)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the claim's own sentences."""
        return tuple(number for text in self.printed for number in found(text))

    @cached_property
    def dates(self) -> tuple[Number, ...]:
        """Every date that the claim names."""
        told = [date for stated in self.stated for date in stated.dates]
        return (*told, *(number for number in self.numbers if number.kind == "date"))


def of(claim: Claim) -> Known:
    """What a claim states; of a change or a gap, the two levels too, from its own rows."""
    stated = [Stated(claim.quantity, _period(claim))]
    ratio = math.nan
    if claim.kind in ("change", "gap") and claim.evidence is not None:
        stated += _levels(claim)
        if len(stated) == 3 and claim.kind == "change" and stated[1].quantity.value:
            ratio = stated[2].quantity.value / stated[1].quantity.value
    said = claim.sentences
    printed = (said.short, said.written, said.spoken, said.plain)
    time = claim.kind in OVER_TIME
    return Known(claim.title or claim.spec, tuple(stated), ratio, printed, time)


def _period(claim: Claim) -> str:
    """The period of the number: of a peak its own, and not all the years that were looked at."""
    if claim.kind not in ("peak", "lowest") or claim.evidence is None:
        return claim.period
    rows = claim.evidence.rows
    own = rows[rows["value"] == claim.quantity.value]
    if own.empty:
        return claim.period
    return periods.label(own["start"].iloc[0], own["end"].iloc[0])


def _levels(claim: Claim) -> list[Stated]:
    assert claim.evidence is not None
    rows = claim.evidence.rows.dropna(subset="value").sort_values("start", kind="stable")
    if len(rows) != 2:
        return []
    unit = "percent" if claim.quantity.unit in ("points", "percent") else claim.quantity.unit
    return [_level(row, unit, claim.quantity.decimals) for _, row in rows.iterrows()]


def _level(row: pd.Series, unit: str, decimals: int) -> Stated:
    quantity = Quantity(row["value"], row["low"], row["high"], unit, decimals, "", "")
    return Stated(quantity, periods.label(row["start"], row["end"]))
