"""Where things stand on a slide and in which colours."""

from __future__ import annotations

from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.util import Inches

TEXT, QUIET, PAPER, GRID = "1B2430", "4A5563", "FBFAF7", "D9D6CF"


class Box(NamedTuple):
    """Where something stands on a slide, in inches from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The same in the unit of the file format."""
        left, top, width, height = (int(Inches(one)) for one in self)
        return left, top, width, height


def rgb(colour: str) -> Any:
    """Six hex digits as the library wants them."""
    return RGBColor.from_string(colour)  # type: ignore[no-untyped-call]
