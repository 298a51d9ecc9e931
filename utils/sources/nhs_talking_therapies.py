"""NHS Talking Therapies, annual: one row a year, organisation, group and measure, all text.

`NULL` is a figure that is not printed, `*` one that is suppressed. Waiting times stand as
counts of finished courses, so that a share has to be calculated from two printed counts.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import nhs_groups, tables

COLUMNS = [
    "start_date",
    "end_date",
    "org_type",
    "variable_type",
    "variable_a",
    "variable_b",
    "measure_name",
    "measure_statistic",
    "value",
]
WAITING = "Waiting Time"
NOT_TAKEN = {
    WAITING: "read on its own, see `_within`",
    "BME Group": "repeats the ethnic groups in two halves",
    "Long Term Condition Status": "not recorded for at least seven in ten referrals since 2021-22",
}
# The wait until the service was reached, under its name before and since 2022-23; the other
# waits are those between the first and the second treatment appointment.
REACHED = ["First treatment", "Accessing services"]
OTHER_WAITS = [
    "First to Second Treatment",
    "First to Second treatment",
    "No second treatment appointment",
]
FINISHED = ("finished_course_treatment", "count")


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Counts or percent by year, organisation and group, as ``card.data.select`` says.

    It gives `measure` and `statistic` as printed, or `waiting`: then the share of finished
    courses whose wait was that short. Raises `ValueError` for an unknown organisation,
    group or kind of wait.
    """
    frame = tables.read_csv(raw, COLUMNS)
    if "waiting" in card.data.select:
        return _within(frame, card.data.select["waiting"])
    select = (card.data.select["measure"], card.data.select["statistic"])
    return _rows(_measure(frame, *select))


def _measure(frame: pd.DataFrame, name: str, statistic: str) -> pd.DataFrame:
    found = frame[(frame["measure_name"] == name) & (frame["measure_statistic"] == statistic)]
    if found.empty:
        raise ValueError(f"There is no measure {name} as {statistic}.")
    return found


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame[~frame["variable_type"].isin(NOT_TAKEN)]
    columns = zip(frame["variable_type"], frame["variable_a"], frame["variable_b"], strict=True)
    splits = [nhs_groups.split(*printed) for printed in columns]
    frame = frame[[split is not None for split in splits]].reset_index(drop=True)
    taken = [split for split in splits if split is not None]
    rows = tables.tidy_frame(
        place=_places(frame),
        group_by=pd.Series([name for name, _ in taken], dtype="str"),
        group=pd.Series([label for _, label in taken], dtype="str"),
        start=tables.days(frame["start_date"], "%Y-%m-%d"),
        end=tables.days(frame["end_date"], "%Y-%m-%d"),
        value=_numbers(frame["value"]),
        status=(frame["value"] == "*").map({True: "Q", False: "A"}),
    )
    group, year = nhs_groups.BROKEN
    broken = (rows["group"] == group) & (rows["start"] == year)
    return tables.no_repeats(rows.assign(status=rows["status"].mask(broken, "B")))


def _within(frame: pd.DataFrame, waiting: str) -> pd.DataFrame:
    """Percent of finished courses of which the wait was within the printed limit."""
    finished = _measure(frame, *FINISHED)
    waits = finished[finished["variable_type"] == WAITING]
    known = dict.fromkeys([*REACHED, *OTHER_WAITS], "")
    tables.mapped(waits["variable_a"], known, "variable_a")
    within = waits[waits["variable_a"].isin(REACHED) & (waits["variable_b"] == waiting)]
    rows = _rows(finished[finished["variable_type"] == "Total"])
    counts = pd.Series(
        _numbers(within["value"]).to_list(),
        index=tables.days(within["start_date"], "%Y-%m-%d"),
    )
    if not counts.index.is_unique or set(counts.index) != set(rows["start"]):
        raise ValueError(f"Not every year has one count of waits {waiting}.")
    rows["value"] = 100 * rows["start"].map(counts) / rows["value"]
    return rows


def _places(frame: pd.DataFrame) -> pd.Series:
    """England, or the Integrated Care Board by its ODS code."""
    known = {"England": "", "ICB": ""} if "org_code" in frame else {"England": ""}
    tables.mapped(frame["org_type"], known, "org_type")
    country = pd.Series("GB-ENG", index=frame.index)
    if "org_code" not in frame:
        return country
    board = frame["org_type"] == "ICB"
    code = frame["org_code"]
    strange = sorted(set(code[board & ~code.str.fullmatch("UNKNOWN|Q[A-Z0-9]{2}")]))
    if strange:
        raise ValueError(f"Unknown value in the column org_code: {strange}.")
    return country.mask(board, "GB-" + code.replace("UNKNOWN", "ICB-UNKNOWN"))


def _numbers(cells: pd.Series) -> pd.Series:
    return tables.numbers(cells.replace({nhs_groups.EMPTY: "", "*": ""}))
