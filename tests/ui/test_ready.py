"""A view is worked out once for everybody, and anew when anything about it changes."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from utils.ui import clock, draw, load, ready
from utils.ui.view import View


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The views that were drawn."""
    seen: list[str] = []
    real = draw.drawing

    def counted(view: View, *rest: object) -> draw.Drawing:
        seen.append(view.kind)
        return real(view, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ready.draw, "drawing", counted)
    ready._view.clear()
    return seen


def view(**changes: object) -> View:
    card = load.indicators()["suicide-rate-world"]
    day = dt.date(2000, 1, 1), dt.date(2021, 12, 31)
    made = View(card, ("FRA",), "all", ("all",), *day, None, "", "trend")
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def test_the_same_view_is_worked_out_once(times: list[str]) -> None:
    everything = load.evidence("suicide-rate-world")
    assert ready.view(view(), everything) is ready.view(view(), everything)
    assert len(times) == 1


@pytest.mark.parametrize(
    "changes", [{"places": ("JPN",)}, {"last": dt.date(2015, 12, 31)}, {"kind": "table"}]
)
def test_another_choice_is_another_view(times: list[str], changes: dict[str, object]) -> None:
    everything = load.evidence("suicide-rate-world")
    first, other = ready.view(view(), everything), ready.view(view(**changes), everything)
    assert len(times) == 2
    assert first is not other


def test_another_day_or_table_is_another_view(
    times: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = load.evidence("suicide-rate-world")
    ready.view(view(), everything)
    monkeypatch.setattr(clock, "today", lambda: dt.date(2031, 1, 1))
    ready.view(view(), everything)
    monkeypatch.setattr(ready.load, "stamp", lambda _id: "imported anew")
    ready.view(view(), everything)
    assert len(times) == 3
