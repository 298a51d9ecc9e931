"""A hundred figures in one group, so many of them filled: a share that can be counted."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml

from utils.export.office.look import Box

EMPTY = "D5D9DE"
ROW = 10
ALL = 100
SPACE = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
PERSON = (
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    '<a:pathLst><a:path w="60" h="100">'
    '<a:moveTo><a:pt x="15" y="16"/></a:moveTo>'
    '<a:arcTo wR="15" hR="15" stAng="10800000" swAng="21600000"/><a:close/>'
    '<a:moveTo><a:pt x="5" y="100"/></a:moveTo><a:lnTo><a:pt x="5" y="58"/></a:lnTo>'
    '<a:cubicBezTo><a:pt x="5" y="28"/><a:pt x="55" y="28"/><a:pt x="55" y="58"/></a:cubicBezTo>'
    '<a:lnTo><a:pt x="55" y="100"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>'
)
"""Head and shoulders, drawn in a box of 60 by 100."""


def group(shapes: Any, box: Box, filled: int, colour: str, words: str) -> Any:
    """Ten rows of ten; filled from the top left. ``words`` is the alt text of the whole.

    Raises `ValueError` for a count that 100 figures can't show.
    """
    if not 0 <= filled <= ALL:
        raise ValueError(f"{filled} of {ALL} figures can't be filled.")
    first = shapes._next_shape_id
    left, top, width, height = box.emu
    step = (width // ROW, height // ROW)
    figures = "".join(
        _figure(first + 1 + n, n, (left, top), step, colour if n < filled else EMPTY, n < filled)
        for n in range(ALL)
    )
    frame = f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
    inner = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{width}" cy="{height}"/>'
    element = parse_xml(
        f'<p:grpSp {SPACE}><p:nvGrpSpPr><p:cNvPr id="{first}" name="100 figures"/><p:cNvGrpSpPr/>'
        f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}{inner}</a:xfrm></p:grpSpPr>"
        f"{figures}</p:grpSp>"
    )
    element[0][0].set("descr", words)
    shapes._spTree.append(element)
    return element


def _figure(
    id: int, n: int, corner: tuple[int, int], step: tuple[int, int], colour: str, counted: bool
) -> str:
    row, column = divmod(n, ROW)
    tall = int(step[1] * 0.86)
    wide = min(int(tall * 0.6), int(step[0] * 0.86))
    x = corner[0] + column * step[0] + (step[0] - wide) // 2
    y = corner[1] + row * step[1]
    words = "counted" if counted else "not counted"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Figure {n + 1}" descr="{words}"/><p:cNvSpPr/>'
        f'<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{wide}" cy="{tall}"/></a:xfrm>{PERSON}'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )
