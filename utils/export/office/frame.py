"""One slide of the house: title, text boxes, pictures, notes; nothing without an alt text."""

from __future__ import annotations

import io
import itertools
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.image import Image, ImagePart
from pptx.presentation import Presentation as Pres
from pptx.util import Emu, Inches

from utils.export import fit
from utils.export.office.look import PAPER, QUIET, TEXT, Box, rgb
from utils.export.series import NEED

WIDE, TALL = 13.333, 7.5
"""Inches of a 16:9 slide."""
MARGIN = 0.5
TITLE_ONLY = 5
FACE = "Arial"
SPACE = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def blank() -> Pres:
    """An empty 16:9 deck: the library's own template, widened, in our paper and letters."""
    deck = Presentation()
    stretch = Inches(WIDE) / deck.slide_width
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(TALL)
    master = deck.slide_master
    for shape in [*master.shapes, *(one for layout in deck.slide_layouts for one in layout.shapes)]:
        if shape._element.xpath(".//a:xfrm"):
            shape.left, shape.width = (
                Emu(int(shape.left * stretch)),
                Emu(int(shape.width * stretch)),
            )
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = rgb(PAPER)
    theme = next(rel.target_part for rel in master.part.rels.values() if "theme" in rel.reltype)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FACE}"'.encode()).replace(
        b'<a:hlink><a:srgbClr val="0000FF"/>', f'<a:hlink><a:srgbClr val="{NEED}"/>'.encode()
    )
    _numbered(deck)
    return deck


def _numbered(deck: Pres) -> None:
    """Numbers new parts by counting; the library searches the whole file for a free name.

    Pictures are hardly ever the same, so it need not look for a twin of each either.
    """
    package: Any = deck.part.package
    first, counts, pictures = package.next_partname, {}, itertools.count(1)

    def next_partname(template: str) -> PackURI:
        if template not in counts:
            counts[template] = itertools.count(first(template).idx or 1)
        return PackURI(template % next(counts[template]))

    def get_or_add_image_part(file: io.BytesIO) -> ImagePart:
        image = Image.from_file(file)
        name = PackURI(f"/ppt/media/image{next(pictures)}.{image.ext}")
        return ImagePart(name, image.content_type, package, image.blob)

    package.next_partname = next_partname
    package.get_or_add_image_part = get_or_add_image_part


def slide(
    deck: Pres,
    title: str,
    room: float = WIDE - 2 * MARGIN,
    tall: float = 1.05,
    sizes: tuple[int, ...] = (32, 28, 24),
) -> Any:
    """A new slide with its title at the top; the title says in the outline what it is about."""
    made = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    words, size = fit.shrunk(title, room / fit.BOLD, tall, sizes)
    shape = made.shapes.title
    left, top, width, height = Box(MARGIN, 0.3, room, tall + 0.05).emu
    shape.left, shape.top, shape.width, shape.height = left, top, width, height
    _set(shape, [Part(words, size, True)])
    describe(shape, "Title of the slide")
    return made


class Part(NamedTuple):
    """One paragraph: its words, their size in points, weight and colour."""

    words: str
    size: float
    bold: bool = False
    colour: str = TEXT


def box(made: Any, where: Box, parts: list[Part], words: str, link: str = "") -> None:
    """Text in a box, one paragraph a part; ``link`` is opened by the last one."""
    shape = made.shapes.add_textbox(*where.emu)
    _set(shape, parts)
    if link:
        shape.text_frame.paragraphs[-1].runs[0].hyperlink.address = link
    describe(shape, words)


def _set(shape: Any, parts: list[Part]) -> None:
    """The text of a shape, written at once: a run at a time takes thirty times as long."""
    body = shape._element.find(qn("p:txBody"))
    paragraphs = "".join(_paragraph(part, n > 0) for n, part in enumerate(parts))
    whole = (
        f'<p:txBody {SPACE}><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody>'
    )
    body.getparent().replace(body, parse_xml(whole))


def _paragraph(part: Part, later: bool) -> str:
    space = '<a:spcBef><a:spcPts val="400"/></a:spcBef>' if later else ""
    return (
        f'<a:p><a:pPr algn="l">{space}</a:pPr><a:r><a:rPr lang="en-GB" '
        f'sz="{round(part.size * 100)}" b="{int(part.bold)}"><a:solidFill>'
        f'<a:srgbClr val="{part.colour}"/></a:solidFill></a:rPr>'
        f"<a:t>{escape(part.words)}</a:t></a:r></a:p>"
    )


def code(made: Any, where: Box, png: bytes, link: str) -> None:
    """A QR code that is a link as well; without bytes there is none, and no hole in the file."""
    if png:
        shape = made.shapes.add_picture(io.BytesIO(png), *where.emu)
        describe(shape, f"QR code that opens the live view: {link}")
        shape.click_action.hyperlink.address = link


def describe(shape: Any, words: str) -> None:
    """The alt text of anything that stands on a slide."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)


def notes(made: Any, paragraphs: list[str]) -> None:
    """What the speaker sees and the audience does not."""
    made.notes_slide.notes_text_frame.text = "\n".join(paragraphs)


def rule(made: Any, top: float) -> None:
    """A thin line between what is said and what it rests on."""
    left, y, width, _ = Box(MARGIN, top, WIDE - 2 * MARGIN, 0).emu
    shapes = made.shapes
    shapes._spTree.append(
        parse_xml(
            f"<p:cxnSp {SPACE}><p:nvCxnSpPr>"
            f'<p:cNvPr id="{shapes._next_shape_id}" name="Line" descr="Dividing line"/>'
            "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>"
            f'<a:off x="{left}" y="{y}"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
            f'<a:srgbClr val="{QUIET}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
        )
    )
