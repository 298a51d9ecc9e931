"""A hundred dots: exactly as many filled as the share says, told apart by more than colour."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from utils.figures import icon_array
from utils.figures.frame import Caption
from utils.figures.palette import DARK, LIGHT

CAPTION = Caption("t", "s", "Source: made up.")


@given(st.floats(0, 100))
def test_no_share_is_half_a_dot_away_from_what_is_counted(percent: float) -> None:
    assert abs(icon_array.counted(percent) - percent) <= 0.5


@settings(max_examples=20)  # each draws a figure; what is counted is tried more often above
@given(st.floats(0, 100))
def test_the_dots_are_a_hundred_and_the_filled_ones_are_the_share(percent: float) -> None:
    filled, others = icon_array.figure(percent, "need", CAPTION, LIGHT).data
    assert len(filled.x) + len(others.x) == 100
    assert abs(len(filled.x) - percent) <= 0.5
    spots = set(zip([*filled.x, *others.x], [*filled.y, *others.y], strict=True))
    assert len(spots) == 100
    assert f"{len(filled.x)} are filled" in icon_array.alt(percent, "made up")


def test_filled_and_other_dots_differ_in_form_as_well_as_in_colour() -> None:
    for theme in (LIGHT, DARK):
        filled, others = icon_array.figure(30, "help", CAPTION, theme).data
        assert filled.marker.symbol != others.marker.symbol
        assert filled.marker.color == theme.help


def test_half_a_dot_is_rounded_as_people_round() -> None:
    assert [icon_array.counted(share) for share in (0.4, 0.5, 12.5, 13.5, 100)] == [
        0,
        1,
        13,
        14,
        100,
    ]


@pytest.mark.parametrize("share", [-0.1, 100.1, float("nan")])
def test_what_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="not a share"):
        icon_array.figure(share, "need", CAPTION, LIGHT)
