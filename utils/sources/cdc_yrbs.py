"""Youth Risk Behavior Survey, national: figures CDC printed, and 2019 from its records.

Two layouts of one survey. The printed trend has one address a row, no intervals, and whole
percents where CDC printed nothing finer. The table calculated from the public records of
2019 adds sex, grade, race and intervals; it is taken only if it gives the printed figures.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

CALCULATED_YEAR = "2019"
PRECISIONS = {"1": "1 decimal", "0": "whole percent"}
"""What the column precision says, by the decimals a figure was printed with."""
SEXES = {"All": "all", "Female": "sex", "Male": "sex"}
GROUPS = {"All": "all", "Sex": "sex", "Grade": "grade", "Race/ethnicity": "race"}
LABELS = {
    "All": "all",
    "Female": "Female",
    "Male": "Male",
    "9th": "9th grade",
    "10th": "10th grade",
    "11th": "11th grade",
    "12th": "12th grade",
    "American Indian/Alaska Native": "American Indian or Alaska Native",
    "Asian": "Asian",
    "Black": "Black",
    "Hispanic": "Hispanic",
    "Multiple races (non-Hispanic)": "Multiple races, non-Hispanic",
    "White": "White",
}
WIDEST, NARROW, RELATIVE = 30, 5, 1.3
"""When NCHS holds a share back: an interval of 30 points or more, or of more than 5 points
and more than 130% of the share (Data Presentation Standards for Proportions, 2017). Rows
that were calculated are judged by it; they are shown as of low reliability."""


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Percent of high-school students by survey year and group, for the United States.

    ``card.data.select`` gives the `measure` and, under `printed_2019`, CDC's printed
    figures of 2019 by group. Raises `ValueError` for an unknown group and where printed
    and calculated figures disagree at the printed precision.
    """
    frame = tables.read_csv(raw, ["survey_year", "measure", "percent"])
    frame = frame[frame["measure"] == card.data.select["measure"]].reset_index(drop=True)
    rows = _calculated(frame) if "group_type" in frame.columns else _printed(frame)
    _refuse_disagreement(rows, card.data.select["printed_2019"], exact="url" in rows)
    return tables.no_repeats(rows)


def _printed(frame: pd.DataFrame) -> pd.DataFrame:
    decimals = frame["percent"].str.partition(".")[2].str.len().astype("str")
    if (tables.mapped(decimals, PRECISIONS, "percent") != frame["precision"]).any():
        raise ValueError("A printed figure has other decimals than its column precision says.")
    start, end = tables.years(frame["survey_year"])
    return tables.tidy_frame(
        place="USA",
        group_by=tables.mapped(frame["sex"], SEXES, "sex"),
        group=tables.mapped(frame["sex"], LABELS, "sex"),
        start=start,
        end=end,
        value=tables.numbers(frame["percent"]),
        url=frame["source_url"],
    )


def _calculated(frame: pd.DataFrame) -> pd.DataFrame:
    year = tables.mapped(frame["survey_year"], {CALCULATED_YEAR: CALCULATED_YEAR}, "survey_year")
    start, end = tables.years(year)
    value, low, high = (
        tables.numbers(frame[column]) for column in ("percent", "ci95_low", "ci95_high")
    )
    width = high - low
    unreliable = (width >= WIDEST) | ((width > NARROW) & (width > RELATIVE * value))
    return tables.tidy_frame(
        place="USA",
        group_by=tables.mapped(frame["group_type"], GROUPS, "group_type"),
        group=tables.mapped(frame["group"], LABELS, "group"),
        start=start,
        end=end,
        value=value,
        low=low,
        high=high,
        status=pd.Series("A", index=frame.index).mask(unreliable, "U"),
    )


def _refuse_disagreement(rows: pd.DataFrame, printed: dict[str, str], *, exact: bool) -> None:
    """``exact``: the rows must hold the printed figures of 2019 and no other groups."""
    year = rows[rows["start"].dt.year == int(CALCULATED_YEAR)]
    found = dict(zip(year["group"], year["value"], strict=True))
    if (exact and set(found) != set(printed)) or set(printed) - set(found):
        raise ValueError(f"Of 2019 there is {sorted(found)}, the card lists {sorted(printed)}.")
    for group, text in printed.items():
        if f"{found[group]:.{len(text.partition('.')[2])}f}" != text:
            raise ValueError(f"2019, {group}: {found[group]} is not the printed {text}.")
