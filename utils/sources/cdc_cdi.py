"""U.S. Chronic Disease Indicators of CDC, as the CSV export of data.cdc.gov.

Crude and age-adjusted rows stand in one table. An empty cell is a suppressed figure, unless
the whole place has none in that year: then it took no part or could not be published.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables, us_states

GROUPS = {"Overall": "all", "Sex": "sex", "Age": "age", "Race/Ethnicity": "race"}
LABELS = {
    "Overall": "all",
    "Female": "Female",
    "Male": "Male",
    "Age 18-44": "18 to 44 years",
    "Age 45-64": "45 to 64 years",
    "Age >=65": "65 years and over",
    "American Indian or Alaska Native, non-Hispanic": (
        "American Indian or Alaska Native, non-Hispanic"
    ),
    "Asian, non-Hispanic": "Asian, non-Hispanic",
    "Black, non-Hispanic": "Black, non-Hispanic",
    "Hawaiian or Pacific Islander, non-Hispanic": "Hawaiian or Pacific Islander, non-Hispanic",
    "Hispanic": "Hispanic",
    "Multiracial, non-Hispanic": "Multiracial, non-Hispanic",
    "White, non-Hispanic": "White, non-Hispanic",
}
COLUMNS = [
    "YearStart",
    "YearEnd",
    "State",
    "Question",
    "DataValueUnit",
    "DataValueType",
    "DataValue",
    "StratificationCategory1",
    "Stratification1",
]


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Percent of adults by state, year and group; the copy that was read has no intervals.

    ``card.data.select`` gives `Question` and `DataValueType`, so that crude and
    age-adjusted figures never meet. Raises `ValueError` for an unknown state or group, or
    a unit other than percent.
    """
    frame = tables.read_csv(raw, COLUMNS)
    frame = frame[frame["Question"] == card.data.select["Question"]]
    answered = (frame["DataValue"] != "").groupby([frame["YearStart"], frame["State"]])
    absent = ~answered.transform("any")
    frame = frame[frame["DataValueType"] == card.data.select["DataValueType"]]
    if set(frame["DataValueUnit"]) - {"%"}:
        raise ValueError(f"Unknown value in DataValueUnit: {sorted(set(frame['DataValueUnit']))}.")
    value = tables.numbers(frame["DataValue"])
    status = pd.Series("A", index=frame.index).mask(value.isna(), "Q")
    split = "StratificationCategory1"
    rows = tables.tidy_frame(
        place=us_states.codes(frame["State"]),
        group_by=tables.mapped(frame[split], GROUPS, split),
        group=tables.mapped(frame["Stratification1"], LABELS, "Stratification1"),
        start=tables.years(frame["YearStart"])[0],
        end=tables.years(frame["YearEnd"])[1],
        value=value,
        status=status.mask(absent[frame.index], "M"),
    )
    return tables.no_repeats(rows.reset_index(drop=True))
