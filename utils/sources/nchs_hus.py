"""Death rates of "Health, United States" (CDC/NCHS): long CSV of the data set 9j2v-jamp.

`STUB_NAME` says what a row is split by; the same label can stand for two definitions of
race, so rows of the single-race tables (2018 only) get a label of their own.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

COLUMNS = ["UNIT_NUM", "STUB_NAME", "STUB_LABEL", "YEAR", "ESTIMATE", "FLAG"]
UNITS = {"age-standardised": "1", "crude": "2"}
SINGLE = " (Single race)"
STUBS = {
    "Total": "all",
    "Sex": "sex",
    "Age": "age",
    "Sex and age": "sex_age",
    "Sex and race": "sex_race",
    "Sex and race and Hispanic origin": "sex_race_origin",
    "Sex, age and race": "sex_age_race",
    "Sex, age and race and Hispanic origin": "sex_age_race_origin",
}
NOT_TAKEN = {
    # nine labels stand there twice with different numbers: the publisher's row of one
    # group carries the label of another, so no crude rate by race can be trusted
    "2": {"sex_race", "sex_race_origin", "sex_age_race", "sex_age_race_origin"},
    "1": set[str](),
}
WIDE_BANDS = ("15-24 years", "25-44 years", "45-64 years", "65 years and over")
"""Ages that hold other printed ages; apart, the rows of one split never overlap."""
FLAGS = {"": "A", "*": "Q", "...": "M"}
"""`*`: fewer than 20 deaths, so not shown; `...`: no figure for this group in that year."""


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Deaths per 100,000 in the United States by year and group, from 1950.

    The card's standardisation chooses between the age-adjusted and the crude half of the
    table. Raises `ValueError` for an unknown stub or flag and for repeated rows.
    """
    frame = tables.read_csv(raw, COLUMNS)
    unit = UNITS[card.standardisation]
    frame = frame[frame["UNIT_NUM"] == unit]
    single = frame["STUB_NAME"].str.endswith(SINGLE)
    split = tables.mapped(frame["STUB_NAME"].str.removesuffix(SINGLE), STUBS, "STUB_NAME")
    label = frame["STUB_LABEL"].where(split != "all", "all")
    start, end = tables.years(frame["YEAR"])
    rows = tables.tidy_frame(
        place="USA",
        group_by=split.where(~label.str.endswith(WIDE_BANDS), split + "_wide"),
        group=label.where(~single, label + " (single-race table)"),
        start=start,
        end=end,
        value=tables.numbers(frame["ESTIMATE"]),
        status=tables.mapped(frame["FLAG"], FLAGS, "FLAG"),
    )
    taken = rows[~split.isin(NOT_TAKEN[unit])]
    return tables.no_repeats(taken.reset_index(drop=True))
