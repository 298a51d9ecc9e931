"""Intervals as native error bars, whose lengths stand in the workbook of the chart."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from utils.export.office import book
from utils.export.office.look import TEXT
from utils.export.series import Panel, Series

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def add(drawn: Any, panel: Panel, n: int, direction: str) -> None:
    """Error bars for the n-th series that is drawn, where its rows have an interval.

    ``direction`` is `y` on a line and empty on bars, which have only one.
    """
    one = panel.series[n]
    pairs = [_distances(one, at) for at in range(len(one.points))]
    if any(pair != (None, None) for pair in pairs):
        first = 1 + len(panel.series) + n * len(book.EXTRA)
        above, below = ([pair[side] for pair in pairs] for side in (0, 1))
        colour = TEXT if direction == "" else one.colour
        _bars_of_error(drawn, above, below, first, direction, colour)


def _distances(one: Series, at: int) -> tuple[float | None, float | None]:
    point = one.points[at]
    if point is None or point.value is None or point.low is None or point.high is None:
        return None, None
    return point.high - point.value, point.value - point.low


def _bars_of_error(
    drawn: Any, above: list[Any], below: list[Any], first: int, direction: str, colour: str
) -> None:
    """`c:errBars` (ECMA-376, 21.2.2.55) with the distances that stand in the workbook."""
    way = f'<c:errDir val="{direction}"/>' if direction else ""
    sides = "".join(
        f"<c:{tag}>{_reference(book.address(first, name, len(side)), side)}</c:{tag}>"
        for tag, name, side in (("plus", "above", above), ("minus", "below", below))
    )
    xml = (
        f'<c:errBars xmlns:c="{C}" xmlns:a="{A}">{way}<c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="0"/>{sides}<c:spPr><a:ln w="15875">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    element = drawn._element
    before = next(one for one in element if one.tag in (qn("c:cat"), qn("c:xVal")))
    before.addprevious(parse_xml(xml))


def _reference(address: str, values: list[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>'
        for n, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{address}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )
