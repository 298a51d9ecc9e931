"""Quarterly provisional mortality of CDC/NCHS (VSRR, data set 489q-934x): a wide CSV.

One row a quarter, one column a group; ages are named two ways (`Rate Age 55-64`,
`Rate 65-74`); a quarter whose causes are still being settled has empty cells.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables, us_states

COLUMNS = ["Year and Quarter", "Time Period", "Cause of Death", "Rate Type", "Unit"]
PERIODS = {"P3M": "3-month period", "P12M": "12 months ending with quarter"}
RATES = {"age-standardised": "Age-adjusted", "crude": "Crude"}
WHOLE = "Overall Rate"
SEXES = {"Rate Sex Female": "Female", "Rate Sex Male": "Male"}
AGES = {
    "Rate Age 1-4": "1-4 years",
    "Rate Age 5-14": "5-14 years",
    "Rate Age 15-24": "15-24 years",
    "Rate Age 25-34": "25-34 years",
    "Rate Age 35-44": "35-44 years",
    "Rate Age 45-54": "45-54 years",
    "Rate Age 55-64": "55-64 years",
    "Rate 65-74": "65-74 years",
    "Rate Age 75-84": "75-84 years",
    "Rate Age 85 plus": "85 years and over",
}
SPLITS = {**dict.fromkeys(SEXES, "sex"), **dict.fromkeys(AGES, "age")}
EMPTY = {"Age-adjusted": tuple(AGES), "Crude": ("Rate Age 1-4",)}
"""Not published for suicide: empty in every row, and an error if that ever changes."""


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Provisional rates by quarter for the country, by sex, and by state or age.

    ``select.period`` is `P3M` or `P12M`; the card's standardisation picks the rate. States
    are taken from the age-adjusted rows only: crude rates compare their ages, too.
    """
    frame = tables.read_csv(raw, [*COLUMNS, WHOLE, *SEXES, *AGES])
    period, rate = card.data.select["period"], RATES[card.standardisation]
    frame = frame[
        (frame["Cause of Death"] == "Suicide")
        & (frame["Time Period"] == PERIODS[period])
        & (frame["Rate Type"] == rate)
    ]
    filled = [column for column in EMPTY[rate] if (frame[column] != "").any()]
    if filled:
        raise ValueError(f"{rate} rates now stand in {', '.join(filled)}: decide what they are.")
    names = [str(name) for name in frame if name not in {*COLUMNS, WHOLE, *SEXES, *AGES}]
    states = {name: us_states.code(name.removeprefix("Rate ")) for name in names}
    detail = list(states) if rate == "Age-adjusted" else sorted({*AGES} - {*EMPTY[rate]})
    long = frame.melt(["Year and Quarter"], [WHOLE, *SEXES, *detail], "column", "rate")
    start, end = tables.quarters(long["Year and Quarter"])
    if period == "P12M":
        start = start - pd.DateOffset(months=9)
    column = long["column"]
    return tables.no_repeats(
        tables.tidy_frame(
            place=column.map(states).fillna("USA"),
            group_by=column.map(SPLITS).fillna("all"),
            group=column.map(SEXES | AGES).fillna("all"),
            start=start,
            end=end,
            value=tables.numbers(long["rate"]),
            status="P",
        )
    )
