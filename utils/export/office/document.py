"""The page of a handout as a DOCX: headings, native tables, helpline, QR code."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Mm, Pt, RGBColor

from utils.export import archive, qr
from utils.export.door import Parcel
from utils.export.page import BIG, CODE, COLUMNS, WIDE, Page, Row
from utils.export.series import NEED

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres (ISO 216, ANSI Y14.1)."""
TEXT, QUIET, SHADE = "1B2430", "4A5563", "E9EEF3"
TOP = 0.5
"""Inches above and below the text."""
FACE = "Arial"


def build(parcel: Parcel, page: Page, paper: str) -> bytes:
    """The file for this paper; equal pages, equal bytes. Raises `KeyError` for another paper."""
    made = Document()
    _paper(made, paper)
    _letters(made, page)
    _head(made, page)
    for row in page.points:
        _point(made, row, page.size)
    for n, line in enumerate(page.help):
        helped = _text(made, line, page.size, bold=True)
        helped.paragraph_format.space_before = Inches(0.06 if n else 0.15)
    head = _text(made, "Sources", page.size * 1.2, bold=True, style="Heading 2")
    head.paragraph_format.space_before = Inches(0.15)
    for line in (*page.sources, *page.left_out, page.foot):
        _text(made, line, page.size - 1, QUIET, after=0.04)
    _properties(made, parcel)
    out = io.BytesIO()
    made.save(out)
    return archive.steady(out.getvalue())


def _paper(made: Any, paper: str) -> None:
    wide, tall = PAPERS[paper]
    section = made.sections[0]
    section.page_width, section.page_height = Mm(wide), Mm(tall)
    side = (Mm(wide) - Inches(WIDE)) // 2
    section.left_margin = section.right_margin = side
    section.top_margin = section.bottom_margin = Inches(TOP)
    section.header_distance = section.footer_distance = Inches(0.3)


def _letters(made: Any, page: Page) -> None:
    """One face for everything, no space that was not counted."""
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = made.styles[name]
        style.font.name, style.font.size = FACE, Pt(page.size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{kind}"), FACE)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
    for border in made.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    made.styles["Normal"].element.get_or_add_rPr().append(language)


def _head(made: Any, page: Page) -> None:
    """Title and ask at the left, the code that leads to the live view at the right."""
    code = qr.png(page.link)
    table = _table(made, (WIDE - CODE - 0.1, CODE + 0.1))
    left, right = table.rows[0].cells
    _fill(left.paragraphs[0], page.title, page.size * 1.9, TEXT, bold=True)
    left.paragraphs[0].style = made.styles["Title"]
    if page.ask:
        ask = left.add_paragraph()
        ask.paragraph_format.space_before = Inches(0.06)
        _fill(ask, page.ask, page.size * 1.25, NEED)
    if code:
        picture = right.paragraphs[0].add_run().add_picture(io.BytesIO(code), width=Inches(CODE))
        words = f"QR code that opens the live view: {page.link}"
        picture._inline.docPr.set("descr", words)
    if page.link:
        _link(left.add_paragraph(), page.link, page.size - 1)


def _link(paragraph: Any, link: str, size: float) -> None:
    """Words that open the live view when clicked; on paper the code does it."""
    id = paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), id)
    run = paragraph.add_run("Open the live view")
    run.font.size, run.font.underline = Pt(size), True
    run.font.color.rgb = _rgb(NEED)
    element.append(run._element)
    paragraph._element.append(element)


def _point(made: Any, row: Row, size: float) -> None:
    head = _text(made, row.heading, size * 1.2, bold=True, style="Heading 1")
    head.paragraph_format.space_before = Inches(0.2)
    table = _table(made, tuple(share * WIDE for _, share in COLUMNS), rows=2)
    for cell, (name, _) in zip(table.rows[0].cells, COLUMNS, strict=True):
        _fill(cell.paragraphs[0], name, size - 1, QUIET)
        _shade(cell)
    for n, (cell, words) in enumerate(zip(table.rows[1].cells, row.cells, strict=True)):
        first = n == 0
        each, colour = (size * BIG, NEED) if first else (size, TEXT)
        _fill(cell.paragraphs[0], words, each, colour, bold=first)
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), f"{row.heading}: {', '.join(row.cells)}")
    table._tbl.tblPr.append(described)
    for words in row.said:
        _text(made, words, size, after=0.03)
    for words in row.caveats:
        caveat = _text(made, words, size - 1, QUIET, after=0.02)
        caveat.paragraph_format.left_indent = Inches(0.15)


def _table(made: Any, widths: tuple[float, ...], rows: int = 1) -> Any:
    table = made.add_table(rows, len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for n, wide in enumerate(widths):
        table.columns[n].width = Inches(wide)
        for cell in table.columns[n].cells:
            cell.width = Inches(wide)
    return table


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _text(
    made: Any, words: str, size: float, colour: str = TEXT, *, bold: bool = False,
    after: float = 0.0, style: str = "Normal",
) -> Any:  # fmt: skip
    paragraph = made.add_paragraph(style=style)
    paragraph.paragraph_format.space_after = Inches(after)
    _fill(paragraph, words, size, colour, bold=bold)
    return paragraph


def _fill(paragraph: Any, words: str, size: float, colour: str, *, bold: bool = False) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, _rgb(colour)


def _rgb(colour: str) -> Any:
    return RGBColor.from_string(colour)


def _properties(made: Any, parcel: Parcel) -> None:
    """Title and dates of the file: the day of the deck, never a clock."""
    core = made.core_properties
    core.title, core.author, core.last_modified_by = parcel.deck.title, "Groundswell", "Groundswell"
    core.comments, core.language, core.revision = f"Data: {parcel.deck.snapshot}", "en-GB", 1
    core.created = core.modified = dt.datetime.combine(parcel.deck.date, dt.time())
