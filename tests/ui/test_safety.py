"""Everything about suicide comes with a note, somebody to call and a way to leave at once."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.opened import announced, opened
from utils.ui import safety


def ways_out(app: AppTest) -> list[str]:
    """Every link of ours that leaves in the same tab."""
    return [one.proto.body for one in app.get("html") if safety.AWAY in one.proto.body]


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("statistics", {"indicator": "us-suicide-rate"}),
        ("campaigns", {"campaign": "world-suicide-prevention-day"}),
        ("side_by_side", {"indicator": "us-suicide-deaths-monthly"}),
        ("talking_points", {"point": "level:us-suicide-rate:USA:2018"}),
        ("sources", {"series": "us-suicide-rate"}),
        ("overview", {"topic": "Suicide"}),
    ],
)
def test_a_view_about_suicide_can_be_left_at_once(page: str, asked: dict[str, str]) -> None:
    app = opened(page, **asked)
    assert "988" in announced(app) or "findahelpline" in announced(app)
    (way,) = ways_out(app)
    assert "target" not in way, "it has to leave in the same tab"


def test_other_views_do_not_ask_to_be_left() -> None:
    assert ways_out(opened("statistics", indicator="us-anxiety-or-depression")) == []
