"""Evidence: no number without an origin, no strange column or status, and nobody writes to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from tests.made_up import ORIGIN, SOURCE, evidence, frame, row
from utils.model import COLUMNS, STATUSES, Evidence, EvidenceError
from utils.model.evidence import merge

ROWS = frame(row(2000, 1.0), row(2001, 2.0, place="BBB"))
OTHER = dataclasses.replace(ORIGIN, id="other", source=dataclasses.replace(SOURCE, id="second"))


def told(*arguments: Any) -> str:
    with pytest.raises(EvidenceError) as refusal:
        Evidence(*arguments)
    return str(refusal.value)


def test_rows_without_an_origin_are_refused() -> None:
    assert "no origin" in told(ROWS, ())


@pytest.mark.parametrize(
    "wrong",
    [
        ROWS.drop(columns="status"),
        ROWS.assign(more=1),
        ROWS[[*COLUMNS[1:], COLUMNS[0]]],
        ROWS.rename(columns={"group_by": "split"}),
        pd.DataFrame(),
    ],
    ids=["missing", "extra", "order", "renamed", "none"],
)
def test_wrong_columns_are_refused_with_the_right_ones(wrong: pd.DataFrame) -> None:
    said = told(wrong, (ORIGIN,))
    assert ", ".join(COLUMNS) in said
    assert f"found {', '.join(wrong.columns)}" in said


@pytest.mark.parametrize("status", ["X", "a", "", None])
def test_an_unknown_status_is_refused_by_name(status: str | None) -> None:
    wrong = frame(row(2000, 1.0), row(2001, 1.0, status=status))
    said = told(wrong, (ORIGIN,))
    assert said.startswith("Unknown status")
    assert (status or "n") in said


@pytest.mark.parametrize("status", STATUSES)
def test_every_known_status_is_taken(status: str) -> None:
    assert len(evidence(row(2000, 1.0, status=status))) == 1


def test_an_origin_that_is_not_carried_along_is_refused_by_name() -> None:
    assert "['elsewhere']" in told(frame(row(2000, 1.0, origin="elsewhere")), (ORIGIN,))


WRITES: dict[str, Callable[[pd.DataFrame], object]] = {
    "a column": lambda rows: rows.__setitem__("value", 0.0),
    "a cell": lambda rows: rows.loc.__setitem__((0, "value"), 0.0),
    "a position": lambda rows: rows.iloc.__setitem__((0, 6), 0.0),
    "a new column": lambda rows: rows.insert(0, "more", 0),
    "a column taken away": lambda rows: rows.pop("value"),
    "a whole frame": lambda rows: rows.update(pd.DataFrame({"value": [9.0]})),
}


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("handed", ["out", "in"])
def test_nobody_can_change_the_rows_of_evidence(write: str, handed: str) -> None:
    mine = frame(row(2000, 1.0), row(2001, 2.0))
    one = Evidence(mine, (ORIGIN,))
    WRITES[write](one.rows if handed == "out" else mine)
    assert tuple(one.rows.columns) == COLUMNS
    assert one.rows["value"].tolist() == [1.0, 2.0]


def test_the_numbers_beneath_are_read_only() -> None:
    one = evidence(row(2000, 1.0))
    with pytest.raises(ValueError, match="read-only"):
        one.rows["value"].to_numpy()[0] = 0.0


def test_evidence_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        evidence().origins = ()  # type: ignore[misc]


def test_derived_evidence_keeps_its_origins_and_counts_rows_anew() -> None:
    one = Evidence(ROWS, (ORIGIN,))
    derived = one.with_rows(one.rows[one.rows["place"] == "BBB"])
    assert derived.origins == one.origins
    assert derived.rows.index.tolist() == [0]
    assert (len(one), len(derived)) == (2, 1)


def test_derived_rows_are_checked_as_well() -> None:
    with pytest.raises(EvidenceError, match="elsewhere"):
        Evidence(ROWS, (ORIGIN,)).with_rows(ROWS.assign(origin="elsewhere"))


def test_only_origins_in_use_are_cited() -> None:
    one = evidence(row(2000, 1.0, origin="other"), origins=(ORIGIN, OTHER))
    assert one.cited == (OTHER,)
    assert one.sources == (OTHER.source,)


def test_a_source_of_several_origins_is_named_once() -> None:
    again = dataclasses.replace(ORIGIN, id="again")
    rows = (row(2000, 1.0), row(2001, 1.0, origin="again"))
    assert evidence(*rows, origins=(ORIGIN, again)).sources == (SOURCE,)


def test_merged_evidence_has_all_rows_and_each_origin_once() -> None:
    one = evidence(row(2000, 1.0))
    two = evidence(row(2001, 2.0, origin="other"), origins=(ORIGIN, OTHER))
    both = merge([one, two])
    assert both.rows["value"].tolist() == [1.0, 2.0]
    assert both.origins == (ORIGIN, OTHER)


def test_nothing_can_not_be_merged() -> None:
    with pytest.raises(EvidenceError, match="nothing to put together"):
        merge([])
