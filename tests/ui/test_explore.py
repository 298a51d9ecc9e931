"""The part of a page that runs again by itself: what stays when a choice leads nowhere."""

from __future__ import annotations

from tests.opened import announced, opened, sound


def test_whom_to_call_stays_when_no_place_is_chosen() -> None:
    app = opened("statistics", indicator="suicide-rate-world", place="FRA")
    assert "3114" in announced(app)
    app.multiselect(key="statistics.place").set_value([])
    empty = sound(app.run())
    assert "No place is chosen" in announced(empty)
    assert "about suicide" in announced(empty)
    assert not empty.get("plotly_chart")
    empty.multiselect(key="statistics.place").set_value(["JPN"])
    again = sound(empty.run())
    assert "No place is chosen" not in announced(again)
    assert len(again.get("plotly_chart")) == 1
