"""Numbers as exports write them, strictly: `1,234`, `1.234,56`, `1 234`, `1.2K`, `3 Mio.`.

Whether the point or the comma begins the decimals is decided for a whole column from all its
values. Until then both readings are kept, so that nothing is ever wrong by a thousand.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Style = Literal["dot", "comma"]
"""Which sign begins the decimals."""
Floats = npt.NDArray[np.float64]

MISSING = frozenset(("", "-", "--", "–", "—", "−", "n/a", "#n/a", "na", "nan", "null", "none"))
"""What exports write for "no value", which is never nought."""
LARGEST = 1e12
"""Larger numbers are ids or mistakes: no platform has a trillion views."""

_FACTORS = {
    1e3: ("k", "tsd", "mil", "тыс"),
    1e6: ("m", "mio", "mi", "mln", "mn", "млн"),
    1e9: ("b", "bn", "mrd", "млрд"),
}
_FACTOR = {name: factor for factor, names in _FACTORS.items() for name in names}
_PARTS = re.compile(r"([0-9][0-9.,' ]*)(?:\s*([^\W\d_]+)\.?)?")
_GROUPED: dict[Style, re.Pattern[str]] = {
    "dot": re.compile(
        r"([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}"
        r"|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:'\d{3})+|\d+)(\.\d+)?"
    ),
    "comma": re.compile(
        r"([1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:'\d{3})+|\d+)(,\d+)?"
    ),
}


@dataclass
class Signs:
    """What the values of a column say about its decimals, and how many say nothing at all.

    ``unsure_dot`` counts values such as `1.234`, ``unsure_comma`` such as `1,234`; ``bad`` those
    that are no number either way, ``short`` those that were rounded to `1.2K`.
    """

    values: int = 0
    dot: int = 0
    comma: int = 0
    unsure_dot: int = 0
    unsure_comma: int = 0
    bad: int = 0
    short: int = 0

    def add(self, other: Signs, times: int = 1) -> None:
        """Count in what another look found."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + times * getattr(other, name))


@dataclass
class Values:
    """One column of one batch under both readings; the same array where they agree."""

    dot: Floats
    comma: Floats
    signs: Signs = field(default_factory=Signs)


def read(text: str) -> tuple[float, float, Signs]:
    """A cell with the point as decimal sign, with the comma, and what it says about both.

    `nan` for a reading that it does not allow. A percentage, a number below nought, infinity
    or more than `LARGEST` is no count.
    """
    cell = unicodedata.normalize("NFKC", text).replace("\u2019", "'").strip().lstrip("'+")
    if cell.casefold() in MISSING:
        return math.nan, math.nan, Signs()
    cell = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in cell)
    found = _PARTS.fullmatch(cell)
    factor = _FACTOR.get((found[2] or "").casefold(), 0.0 if found[2] else 1.0) if found else 0.0
    if found is None or factor == 0:
        return math.nan, math.nan, Signs(values=1, bad=1)
    body = found[1].strip()
    dot, comma = (_value(body, style, factor) for style in ("dot", "comma"))
    return dot, comma, _signs(body, dot, comma, short=factor != 1)


def _value(body: str, style: Style, factor: float) -> float:
    match = _GROUPED[style].fullmatch(body)
    if match is None:
        return math.nan
    whole = re.sub(r"\D", "", match[1])
    value = float(f"{whole[:16]}.{(match[2] or '.0')[1:17]}") if len(whole) <= 16 else math.inf
    return value * factor if value * factor <= LARGEST else math.nan


def _signs(body: str, dot: float, comma: float, *, short: bool) -> Signs:
    if math.isnan(dot) and math.isnan(comma):
        return Signs(values=1, bad=1)
    signs = Signs(values=1, short=int(short))
    if math.isnan(comma):
        signs.dot = 1
    elif math.isnan(dot):
        signs.comma = 1
    elif dot != comma:
        signs.unsure_dot, signs.unsure_comma = int("." in body), int("," in body)
    return signs


def column(cells: pa.Array) -> Values:
    """A column of one batch: whole numbers as they are, text through `read`, once a spelling."""
    if pa.types.is_integer(cells.type):
        return _whole(cells)
    coded = cells.dictionary_encode()
    spelt = [read(text) for text in coded.dictionary.to_pylist()]
    codes = coded.indices.to_numpy()
    signs = Signs()
    for times, (_, _, one) in zip(np.bincount(codes, minlength=len(spelt)), spelt, strict=True):
        signs.add(one, int(times))
    dot, comma = (np.array([one[i] for one in spelt], dtype="float64")[codes] for i in (0, 1))
    same = not (signs.dot or signs.comma or signs.unsure_dot or signs.unsure_comma)
    return Values(dot, dot if same else comma, signs)


def _whole(cells: pa.Array) -> Values:
    numbers = cells.to_numpy(zero_copy_only=False).astype("float64")
    present = ~np.isnan(numbers)
    bad = present & ((numbers < 0) | (numbers > LARGEST))
    if bad.any():
        numbers = np.where(bad, math.nan, numbers)
    return Values(numbers, numbers, Signs(values=int(present.sum()), bad=int(bad.sum())))


def style(signs: Signs) -> Style | Literal["plain", "unsure", "mixed"]:
    """What a column decides: a sign, that it has none, that both fit, or that none does.

    A sign that fewer than one value in a hundred of the other contradict still decides; those
    few are then counted as unreadable.
    """
    if signs.dot and signs.comma:
        if min(signs.dot, signs.comma) > 0.01 * max(signs.dot, signs.comma):
            return "mixed"
        return "dot" if signs.dot > signs.comma else "comma"
    if signs.dot or signs.comma:
        return "dot" if signs.dot else "comma"
    return "unsure" if signs.unsure_dot or signs.unsure_comma else "plain"
