"""What the shapes share: reading delimited text strictly, periods, and the tidy columns."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pandas as pd

from utils.model import COLUMNS

TIDY = [column for column in COLUMNS if column not in ("series", "origin")]
"""Columns a shape returns. It may add `url`: the address of that single row."""


def read_csv(raw: bytes, columns: Sequence[str]) -> pd.DataFrame:
    """Delimited text as strings, every cell as printed, an empty cell as an empty string.

    Raises `ValueError` naming the columns that are asked for but absent.
    """
    frame = pd.read_csv(io.BytesIO(raw), dtype="str", keep_default_na=False, encoding="utf-8-sig")
    absent = [column for column in columns if column not in frame.columns]
    if absent:
        raise ValueError(
            f"The reply lacks the column {', '.join(absent)}; it has {', '.join(frame.columns)}."
        )
    return frame


def numbers(cells: pd.Series) -> pd.Series:
    """Printed numbers as floats, empty cells as gaps; any other text raises `ValueError`."""
    text = cells.str.strip()
    return pd.to_numeric(text.where(text != ""), errors="raise").astype("float64")


def years(cells: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Printed years as first and last day."""
    text = cells.astype("str")
    return _days(text + "-01-01"), _days(text + "-12-31")


def months(cells: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Months printed as `2014-01` as first and last day."""
    start = _days(cells + "-01")
    return start, start + pd.offsets.MonthEnd(0)


def quarters(cells: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Quarters printed as `2019 Q1` or `2021-Q3` as first and last day."""
    parts = cells.str.extract(r"^(\d{4})[ -]Q([1-4])$")
    if parts.isna().any(axis=None):
        raise ValueError(f"Not a quarter: {sorted(cells[parts[0].isna()].unique())}.")
    first_month = (parts[1].astype("int64") * 3 - 2).astype("str").str.zfill(2)
    start = _days(parts[0] + "-" + first_month + "-01")
    return start, start + pd.offsets.QuarterEnd(startingMonth=3)


def days(cells: pd.Series, layout: str) -> pd.Series:
    """Printed days in one known layout such as `%m/%d/%Y`; anything else raises."""
    return _days(cells, layout)


def _days(cells: pd.Series, layout: str = "%Y-%m-%d") -> pd.Series:
    # seconds are the coarsest unit pandas has; one unit for all keeps tables comparable
    return pd.to_datetime(cells, format=layout).astype("datetime64[s]")


def mapped(cells: pd.Series, codes: Mapping[str, str], column: str) -> pd.Series:
    """Printed values as codes; a value that has no code raises `ValueError` naming it."""
    unknown = sorted(set(cells) - set(codes))
    if unknown:
        raise ValueError(f"Unknown value in the column {column}: {unknown}.")
    return cells.map(dict(codes))


def no_repeats(frame: pd.DataFrame) -> pd.DataFrame:
    """The tidy frame itself; raises `ValueError` if two rows stand for the same thing."""
    key = ["place", "group_by", "group", "start", "end"]
    again = frame.duplicated(key, keep=False)
    if again.any():
        raise ValueError(f"Rows repeat, first: {frame.loc[again, key].iloc[0].tolist()}.")
    return frame


def tidy_frame(**columns: object) -> pd.DataFrame:
    """A frame in tidy column order; `low`, `high`, `status` default to absent and normal.

    A row without a value gets the status `M` unless it already says why (`Q`).
    """
    absent = {"low": float("nan"), "high": float("nan"), "status": "A"}
    frame = pd.DataFrame({**absent, **columns})
    missing = frame["value"].isna() & frame["status"].isin(["A", "P", "E"])
    frame["status"] = frame["status"].mask(missing, "M")
    return frame[[*TIDY, *(["url"] if "url" in frame else [])]]
