"""One slide of the house: title, text boxes, pictures, notes; nothing without an alt text."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pres
from pptx.util import Emu, Inches, Pt

from utils.export import fit
from utils.export.office.charts import TEXT, Box

WIDE, TALL = 13.333, 7.5
"""Inches of a 16:9 slide."""
MARGIN = 0.5
PAPER, QUIET = "FBFAF7", "4A5563"
TITLE_ONLY = 5
FACE = "Arial"


def blank() -> Pres:
    """An empty 16:9 deck: the library's own template, widened, in our paper and letters."""
    deck = Presentation()
    stretch = Inches(WIDE) / deck.slide_width
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(TALL)
    master = deck.slide_master
    for shape in [*master.shapes, *(one for layout in deck.slide_layouts for one in layout.shapes)]:
        if shape._element.xpath(".//a:xfrm"):
            shape.left, shape.width = Emu(int(shape.left * stretch)), Emu(int(shape.width * stretch))
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = RGBColor.from_string(PAPER)
    theme = next(rel.target_part for rel in master.part.rels.values() if "theme" in rel.reltype)
    theme._blob = theme.blob.replace(b'<a:latin typeface="Calibri"/>', _face())
    return deck


def _face() -> bytes:
    return f'<a:latin typeface="{FACE}"/>'.encode()


def slide(deck: Pres, title: str, room: float = WIDE - 2 * MARGIN, sizes: Any = (32, 28, 24)) -> Any:
    """A new slide with its title at the top; the title says in the outline what it is about."""
    made = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    words, size = fit.shrunk(title, room - 0.1, 1.05, sizes)
    shape = made.shapes.title
    left, top, width, height = Box(MARGIN, 0.3, room, 1.1).emu
    shape.left, shape.top, shape.width, shape.height = left, top, width, height
    _set(shape, [(words, size, True)], TEXT)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    describe(shape, "Title of the slide")
    return made


def box(made: Any, where: Box, parts: list[tuple[str, float, bool]], words: str, colour: str = TEXT,
        link: str = "") -> Any:  # fmt: skip
    """Text in a box: one paragraph a part, each with its size in points and whether it is bold."""
    shape = made.shapes.add_textbox(*where.emu)
    _set(shape, parts, colour)
    if link:
        shape.text_frame.paragraphs[-1].runs[0].hyperlink.address = link
    describe(shape, words)
    return shape


def _set(shape: Any, parts: list[tuple[str, float, bool]], colour: str) -> None:
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for words, size, bold in parts:
        paragraph(frame, words, size, bold, colour)


def paragraph(frame: Any, words: str, size: float, bold: bool, colour: str = TEXT) -> None:
    """One more paragraph of a text frame; the first fills the empty one that is there."""
    first = len(frame.paragraphs) == 1 and not frame.paragraphs[0].runs
    made = frame.paragraphs[0] if first else frame.add_paragraph()
    run = made.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor.from_string(colour)
    made.alignment = PP_ALIGN.LEFT
    if not first:
        made.space_before = Pt(4)


def picture(made: Any, where: Box, png: bytes, words: str) -> None:
    """A picture; without bytes there is none, and no hole in the file."""
    if png:
        describe(made.shapes.add_picture(io.BytesIO(png), *where.emu), words)


def describe(shape: Any, words: str) -> None:
    """The alt text of anything that stands on a slide."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)


def notes(made: Any, paragraphs: list[str]) -> None:
    """What the speaker sees and the audience does not."""
    made.notes_slide.notes_text_frame.text = "\n".join(paragraphs)


def language(deck: Pres) -> None:
    """British English for every run, so that a screen reader pronounces it so."""
    for made in deck.slides:
        for run in made._element.iter(qn("a:rPr")):
            run.set("lang", "en-GB")


def rule(made: Any, top: float) -> None:
    """A thin line between what is said and what it rests on."""
    left, y, width, _ = Box(MARGIN, top, WIDE - 2 * MARGIN, 0).emu
    shapes = made.shapes
    shapes._spTree.append(
        parse_xml(
            '<p:cxnSp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvCxnSpPr>'
            f'<p:cNvPr id="{shapes._next_shape_id}" name="Line" descr="Dividing line"/>'
            "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>"
            f'<a:off x="{left}" y="{y}"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
            f'<a:srgbClr val="{QUIET}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
        )
    )
