"""The deck as slides: the ask, one claim a slide, the sources."""

from __future__ import annotations

import datetime as dt
import io

from pptx.presentation import Presentation as Pres
from pptx.util import Inches

from utils.export import archive, fit, qr
from utils.export.door import Parcel
from utils.export.office import frame
from utils.export.office.frame import MARGIN, TALL, WIDE, Part
from utils.export.office.look import QUIET, Box
from utils.export.office.point import point
from utils.export.series import NEED

SOURCE = 18
"""Points of source lines, the smallest letters on a slide outside a chart."""
TOP = 1.5
ROOM = TALL - TOP - 0.4


def build(parcel: Parcel) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what had to be shortened or left to the notes."""
    deck = frame.blank()
    _first(deck, parcel)
    said = list(parcel.notes)
    for n, claim in enumerate(parcel.deck.claims, 1):
        said += [f"Slide {n + 1}: {one}" for one in point(deck, parcel, claim)]
    _last(deck, parcel)
    _properties(deck, parcel)
    out = io.BytesIO()
    deck.save(out)
    return archive.steady(out.getvalue()), tuple(said)


def _properties(deck: Pres, parcel: Parcel) -> None:
    """Title and dates of the file: the day of the deck, never a clock."""
    day = dt.datetime.combine(parcel.deck.date, dt.time())
    core = deck.core_properties
    core.title, core.author, core.last_modified_by = parcel.deck.title, "Groundswell", "Groundswell"
    core.subject = parcel.deck.ask[:255]
    core.comments = f"Data: {parcel.deck.snapshot}"
    core.language, core.revision = "en-GB", 1
    core.created = core.modified = day


def made_line(parcel: Parcel) -> str:
    """When the deck was made and from which data."""
    day = parcel.deck.date
    return f"Made on {day.day} {day:%B %Y}. Data: {parcel.deck.snapshot}."


def _first(deck: Pres, parcel: Parcel) -> None:
    code = qr.png(parcel.deck.link)
    room = WIDE - 2 * MARGIN - (3 if code else 0)
    made = frame.slide(deck, parcel.deck.title, room, 2.1, (44, 40, 36, 32, 28, 24))
    made.shapes.title.top = int(Inches(0.9))
    words, size = fit.shrunk(parcel.deck.ask, room, 2.2, (32, 28, 24))
    if words:
        frame.box(made, Box(MARGIN, 3.1, room, 2.3), [Part(words, size, False, NEED)], "The ask")
    frame.code(made, Box(WIDE - MARGIN - 2.4, 0.9, 2.4, 2.4), code, parcel.deck.link)
    foot = [Part(made_line(parcel), SOURCE, False, QUIET)]
    if parcel.deck.link:
        foot.append(Part("Open the live view", SOURCE))
    where = Box(MARGIN, 5.6, WIDE - 2 * MARGIN, 0.8)
    frame.box(made, where, foot, "When it was made, and a link", parcel.deck.link)
    _help(made, [parcel.call(one) for one in parcel.helplines()])
    frame.notes(made, [parcel.deck.title, f"The ask: {parcel.deck.ask}", *parcel.notes])


def _help(made: object, lines: list[str]) -> None:
    """Helplines at the foot of the first slide, as many as fit; each stands beside its claim."""
    words = " · ".join(lines)
    if words:
        short = fit.cut(words, WIDE - 2 * MARGIN, 0.62, SOURCE)
        where = Box(MARGIN, 6.55, WIDE - 2 * MARGIN, 0.7)
        frame.box(made, where, [Part(short, SOURCE, True)], "Helpline")


def _last(deck: Pres, parcel: Parcel) -> None:
    """All sources with licence and date, over as many slides as they need."""
    entries, wide = _sources(parcel), WIDE - 2 * MARGIN
    pages: list[list[str]] = [[]]
    used = 0.0
    for entry in entries:
        tall = fit.height(entry, SOURCE, wide) + 0.1
        if pages[-1] and used + tall > ROOM:
            pages.append([])
            used = 0.0
        pages[-1].append(entry)
        used += tall
    for n, page in enumerate(pages, 1):
        title = "Sources" if len(pages) == 1 else f"Sources ({n} of {len(pages)})"
        made = frame.slide(deck, title)
        parts = [Part(one, SOURCE) for one in page]
        frame.box(made, Box(MARGIN, TOP, wide, ROOM), parts, "List of sources with licences")
        frame.notes(made, ["Every number comes from one of these sources.", made_line(parcel)])


def _sources(parcel: Parcel) -> list[str]:
    found = {
        one.id: f"{one.text} Licence: {one.licence}."
        + (f" Retrieved {one.retrieved.isoformat()}." if one.retrieved else "")
        for claim in parcel.deck.claims
        for one in claim.citations
    }
    return list(found.values()) or ["No source is named."]
