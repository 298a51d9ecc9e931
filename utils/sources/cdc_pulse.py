"""Household Pulse Survey tables of CDC/NCHS, as CSV exports of data.cdc.gov.

The exports differ in the layout of dates and the names of the interval columns. Pauses
between survey phases stand there as periods without a single value: they are kept as gaps.
An empty cell in a period that has values is a figure NCHS held back as unreliable.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables, us_states

GROUPS = {
    "National Estimate": "all",
    "By State": "all",
    "By Age": "age",
    "By Sex": "sex",
    "By Race/Hispanic ethnicity": "race",
    "By Education": "education",
    "By Disability status": "disability",
    "By Gender identity": "gender_identity",
    "By Sexual orientation": "sexual_orientation",
    "By Presence of Symptoms of Anxiety/Depression": "symptoms",
}
LABELS = {
    "all": "all",
    "18 - 29 years": "18 to 29 years",
    "30 - 39 years": "30 to 39 years",
    "40 - 49 years": "40 to 49 years",
    "50 - 59 years": "50 to 59 years",
    "60 - 69 years": "60 to 69 years",
    "70 - 79 years": "70 to 79 years",
    "80 years and above": "80 years and over",
    "Female": "Female",
    "Male": "Male",
    "Hispanic or Latino": "Hispanic or Latino",
    "Non-Hispanic Asian, single race": "Asian, non-Hispanic",
    "Non-Hispanic Black, single race": "Black, non-Hispanic",
    "Non-Hispanic White, single race": "White, non-Hispanic",
    "Non-Hispanic, other races and multiple races": "Other or multiple races, non-Hispanic",
    "Less than a high school diploma": "Less than a high school diploma",
    "High school diploma or GED": "High school diploma or GED",
    "Some college/Associate's degree": "Some college or associate's degree",
    "Bachelor's degree or higher": "Bachelor's degree or higher",
    "With disability": "With disability",
    "Without disability": "Without disability",
    "Cis-gender female": "Cisgender female",
    "Cis-gender male": "Cisgender male",
    "Transgender": "Transgender",
    "Bisexual": "Bisexual",
    "Gay or lesbian": "Gay or lesbian",
    "Straight": "Straight",
    # printed with "in the past 4 weeks", although the survey asks about one or two weeks
    "Experienced symptoms of anxiety/depression in past 4 weeks": (
        "With symptoms of anxiety or depression"
    ),
    "Did not experience symptoms of anxiety/depression in the past 4 weeks": (
        "Without symptoms of anxiety or depression"
    ),
}
START, END = "Time Period Start Date", "Time Period End Date"
COLUMNS = ["Indicator", "Group", "State", "Subgroup", START, END, "Value"]
PAUSE = "-1"
"""What the column Phase says where the survey paused; not every export has the column."""


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Percent of adults with 95% interval, by period, place and group.

    ``card.data.select`` gives the `Indicator` to pick. Raises `ValueError` for a group or
    state that is unknown, because a dropped row would be a silent loss, and for a pause or
    a suppression flag that does not fit the cells.
    """
    frame = tables.read_csv(raw, COLUMNS)
    spaced = "Low CI" in frame.columns
    low, high = ("Low CI", "High CI") if spaced else ("LowCI", "HighCI")
    frame = frame[frame["Indicator"] == card.data.select["Indicator"]].reset_index(drop=True)
    group_by = tables.mapped(frame["Group"], GROUPS, "Group")
    whole = (group_by == "all") & (frame["Subgroup"] == frame["State"])
    value = tables.numbers(frame["Value"])
    rows = tables.tidy_frame(
        place=us_states.codes(frame["State"]),
        group_by=group_by,
        group=tables.mapped(frame["Subgroup"].mask(whole, "all"), LABELS, "Subgroup"),
        start=tables.days(frame[START], "%m/%d/%Y"),
        end=tables.days(frame[END], "%m/%d/%Y"),
        value=value,
        low=tables.numbers(frame[low]),
        high=tables.numbers(frame[high]),
        status=_status(frame, value),
    )
    return tables.no_repeats(rows)


def _status(frame: pd.DataFrame, value: pd.Series) -> pd.Series:
    """`M` where a whole period is empty, `Q` where a single cell is, else `A`."""
    pause = value.groupby(frame[START]).transform("count") == 0
    status = pd.Series("A", index=frame.index).mask(value.isna(), "Q").mask(pause, "M")
    if "Phase" in frame and (pause != (frame["Phase"] == PAUSE)).any():
        raise ValueError(f"The periods with Phase {PAUSE} are not the periods without values.")
    flags = frame["Suppression Flag"] != "" if "Suppression Flag" in frame else status == "Q"
    if (flags != (status == "Q")).any():
        raise ValueError("The cells with a Suppression Flag are not the empty cells.")
    return status
