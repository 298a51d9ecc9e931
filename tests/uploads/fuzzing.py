"""What must hold for any upload whatsoever: counts by the rule, or an error of our own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from tests.uploads.reader import TODAY
from utils.model import limits
from utils.uploads import headings, reading, searches, sniff
from utils.uploads.delimited import Delimited
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Outcome
from utils.uploads.questions import LEAVE_OUT
from utils.uploads.text import clean

HOW_OFTEN = pytest.mark.parametrize(
    "share",
    [
        pytest.param(0.2, marks=pytest.mark.timeout(300)),
        pytest.param(1.0, marks=[pytest.mark.slow, pytest.mark.timeout(900)]),
    ],
)
"""All of the inputs take two minutes of processor time, so `make test` draws a part of them."""


def fuzz(check: Callable[..., None], most: float, *inputs: SearchStrategy[object]) -> None:
    """Check at most so many inputs."""
    quiet = settings(suppress_health_check=list(HealthCheck), max_examples=round(most))
    quiet(given(*inputs)(check))()


def look(data: bytes) -> None:
    """Only what happens before any row is read: kind, letters, signs between cells, headings."""
    try:
        if sniff.kind(data[: limits.UPLOAD_HEAD_BYTES]) != "text":
            return
        text = clean(memoryview(data), "")
        if text is None:
            return
        source = Delimited(text)
        if searches.read(text, source.delimiter) is None:
            found = headings.find(source.sample)
            assert -1 <= found.row < len(source.sample)
            assert len(found.headings) <= limits.UPLOAD_COLUMNS
    except UploadError:
        return


def survive(data: bytes, answers: Mapping[str, str] | None = None) -> Outcome | None:
    """Read anything; `None` if it is refused. Any other exception fails the test."""
    try:
        whole = reading.read(data, answers or {}, today=TODAY)
    except UploadError:
        return None
    if whole.reduced is None:
        assert whole.understanding.questions
        return whole
    rows = whole.reduced.table.to_pydict()
    assert set(rows["status"]) <= {"A", "Q"}
    for series, value, status in zip(rows["series"], rows["value"], rows["status"], strict=True):
        assert (value is None) == (status == "Q")
        assert value is None or value == 0 or value >= 10 or "search-index" in series
        assert value is None or value <= 1e18
    assert all(2004 <= day.year <= TODAY.year for day in rows["start"])
    hashtags = {group for group in rows["group"] if group != "all"}
    assert len(hashtags) <= limits.UPLOAD_HASHTAGS * max(1, len(whole.reduced.series))
    return whole


def answer_all(data: bytes) -> None:
    """Read, answer every question with what is suggested or offered first, and read again."""
    answers: dict[str, str] = {}
    for _ in range(4):
        whole = survive(data, answers)
        if whole is None or not whole.understanding.questions:
            return
        for question in whole.understanding.questions:
            answers[question.id] = question.suggested or question.options[0].value
        assert LEAVE_OUT in answers.values() or answers
    raise AssertionError(f"It goes on asking: {list(answers)}")
