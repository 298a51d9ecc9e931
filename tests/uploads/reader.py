"""Reads made-up exports on a fixed day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from utils.uploads import reading
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Outcome, Reduced, Understanding

TODAY = dt.date(2026, 11, 23)


def outcome(data: bytes, answers: Mapping[str, str] | None = None) -> Outcome:
    return reading.read(data, answers or {}, today=TODAY)


def understood(data: bytes, answers: Mapping[str, str] | None = None) -> Understanding:
    return outcome(data, answers).understanding


def counts(data: bytes, answers: Mapping[str, str] | None = None) -> Reduced:
    whole = outcome(data, answers)
    assert whole.reduced is not None, whole.understanding.questions
    return whole.reduced


def asked(data: bytes, answers: Mapping[str, str] | None = None) -> list[str]:
    whole = outcome(data, answers)
    assert whole.reduced is None
    return [question.id for question in whole.understanding.questions]


def refused(data: bytes, answers: Mapping[str, str] | None = None) -> UploadError:
    with pytest.raises(UploadError) as caught:
        outcome(data, answers)
    assert caught.value.__context__ is None, "what was chained could quote a cell"
    return caught.value


def values(reduced: Reduced, series: str, group: str = "all") -> dict[str, float | None]:
    """First day -> value, `None` where withheld."""
    rows = reduced.rows
    mine = rows[(rows["series"] == series) & (rows["group"] == group)]
    shown = mine["value"].where(mine["status"] != "Q").astype(object)
    days = mine["start"].dt.strftime("%Y-%m-%d")
    return {day: None if value != value else value for day, value in zip(days, shown, strict=True)}
