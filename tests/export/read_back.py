"""Opens what was exported as a stranger would: its texts, its parts, the cells of its charts."""

from __future__ import annotations

import io
import posixpath
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from lxml import etree
from pptx import Presentation
from python_calamine import CalamineWorkbook

REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def slides(content: bytes) -> list[Any]:
    """The slides of a PPTX."""
    return list(Presentation(io.BytesIO(content)).slides)


def words(slide: Any) -> str:
    """All that can be read on a slide, without its notes."""
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def cells(chart: Any, sheet: str = "Sheet1") -> list[list[Any]]:
    """The cells of a sheet in the workbook of a chart."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    return CalamineWorkbook.from_filelike(io.BytesIO(blob)).get_sheet_by_name(sheet).to_python()


def page(content: bytes) -> str:
    """All that can be read in a DOCX, tables included."""
    made = Document(io.BytesIO(content))
    found = [paragraph.text for paragraph in made.paragraphs]
    for table in made.tables:
        found += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(found)


def files(content: bytes) -> dict[str, bytes]:
    """The files of a zip by path."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names)), "a name twice makes office programs offer a repair"
        return {name: archive.read(name) for name in names}


def described(content: bytes) -> Iterator[tuple[str, str | None]]:
    """Name and alt text of every object on every slide, those inside groups included."""
    for slide in slides(content):
        for one in slide.shapes._spTree.iter("{*}cNvPr"):
            if one.getparent().getparent() is not slide.shapes._spTree:
                yield one.get("name"), one.get("descr")


def assert_whole(content: bytes) -> None:
    """Every part is well-formed, has a type, and every relation leads somewhere."""
    parts = files(content)
    types = etree.fromstring(parts["[Content_Types].xml"])
    endings = {one.get("Extension").lower() for one in types.iter(f"{TYPES}Default")}
    named = {one.get("PartName") for one in types.iter(f"{TYPES}Override")}
    assert {name.lstrip("/") for name in named} <= set(parts)
    for name, raw in parts.items():
        assert f"/{name}" in named or name.rsplit(".", 1)[-1].lower() in endings, name
        if name.endswith((".xml", ".rels")):
            assert_clean("".join(etree.fromstring(raw).itertext()))
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for one in etree.fromstring(raw).iter(REL):
                if one.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join(folder, one.get("Target")))
                    assert target.lstrip("/") in parts, (name, target)
                else:
                    assert re.match(r"https?://", one.get("Target"))


def assert_clean(text: str) -> None:
    """No control, no lone surrogate, nothing that turns the direction of writing."""
    for letter in text:
        if letter not in "\n\r\t":
            assert unicodedata.category(letter) not in ("Cc", "Cs"), repr(letter)
        assert not "\u202a" <= letter <= "\u202e", repr(letter)
        assert not "\u2066" <= letter <= "\u2069", repr(letter)
