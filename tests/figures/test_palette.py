"""Colours of every theme against their background, by the WCAG 2 ratio."""

from __future__ import annotations

import pytest

from tests.figures.wcag import contrast
from utils.figures import palette

STRONG = (palette.STRONG_LIGHT, palette.STRONG_DARK)


@pytest.mark.parametrize("theme", STRONG)
def test_the_strong_themes_keep_the_background_and_stand_out_at_seven_to_one(
    theme: palette.Theme,
) -> None:
    plain = palette.DARK if theme is palette.STRONG_DARK else palette.LIGHT
    assert palette.strong(plain) is theme
    # the page around the picture stays as the visitor's theme has it
    assert theme.background == plain.background
    for aspect in ("need", "reach", "help"):
        for colour in theme.series(aspect):
            assert contrast(colour, theme.background) >= 7, colour
    assert contrast(theme.text, theme.background) >= 17
    assert contrast(theme.quiet, theme.background) >= 17
    assert contrast(theme.grid, theme.background) >= 3
