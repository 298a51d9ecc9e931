"""One claim as a slide: takeaway, picture, figure with interval and period, what it rests on."""

from __future__ import annotations

import math
from typing import Any

from pptx.presentation import Presentation as Pres

from utils.export import alt, fit, qr, series
from utils.export.clean import LONGEST
from utils.export.door import Parcel
from utils.export.heading import heading
from utils.export.office import charts, frame, icons
from utils.export.office.book import About, Estimate
from utils.export.office.frame import MARGIN, TALL, WIDE, Part
from utils.export.office.look import QUIET, Box
from utils.model import Claim

BODY, SOURCE = 24, 18
"""Points of what is said, and of what it rests on."""
CAVEATS, CAVEAT_LINES = 3, 5
"""Most caveats on a slide, most lines that they take together; all are in the notes."""
SOURCE_LINES = 6
"""Lines in which every real source has room; only a longer text is cut."""
SIDE, CODE = 4.3, 1.15
"""Inches of the column with the figure, and of the QR code."""
TOP, GAP = 1.5, 0.12
LINE = SOURCE * fit.LEADING / fit.POINTS


def point(deck: Pres, parcel: Parcel, claim: Claim) -> list[str]:
    """Adds the slide of a claim; gives back what was shortened or stands in the notes only."""
    made = frame.slide(deck, heading(parcel, claim))
    said: list[str] = []
    foot = _foot(parcel, claim, said)
    room = WIDE - 2 * MARGIN - CODE - 0.2
    tall = sum(fit.height(words, SOURCE, room) + 0.06 for words, *_ in foot)
    start = TALL - 0.3 - max(tall, CODE)
    frame.rule(made, start - 0.08)
    frame.box(made, Box(MARGIN, start, room, tall), foot, "Caveats, source and helpline")
    link = parcel.link(claim)
    corner = Box(WIDE - MARGIN - CODE, TALL - 0.3 - CODE, CODE, CODE)
    frame.code(made, corner, qr.png(link, 3), link)
    body = Box(MARGIN, TOP, WIDE - 2 * MARGIN, start - GAP - 0.1 - TOP)
    note = _picture(made, parcel, claim, body)
    _figure(made, parcel, claim, body, said)
    said += [note] if note else []
    frame.notes(made, _notes(parcel, claim, said))
    return said


def _foot(parcel: Parcel, claim: Claim, said: list[str]) -> list[Part]:
    """Caveats, source, helpline; the last two are always whole lines of the slide."""
    room = WIDE - 2 * MARGIN - CODE - 0.2
    found: list[Part] = []
    source = fit.cut(alt.short_source(claim, LONGEST), room, LINE * (SOURCE_LINES + 0.01), SOURCE)
    # a long source takes its lines from the caveats, which stand in the notes as well
    left = CAVEAT_LINES - max(0, fit.lines(source, SOURCE, room) - 2)
    for caveat in claim.caveats[:CAVEATS]:
        words = fit.cut(caveat.text, room, LINE * 2.01, SOURCE)
        needed = fit.lines(words, SOURCE, room)
        if needed > left:
            break
        found.append(Part(words, SOURCE, False, QUIET))
        left -= needed
    if len(found) < len(claim.caveats):
        said.append(f"{len(claim.caveats) - len(found)} more caveats in the notes.")
    if reason := parcel.withheld.get(claim.spec):
        words = fit.cut(reason, room, LINE * 2.01, SOURCE)
        found.append(Part(words, SOURCE, False, QUIET))
    found.append(Part(source, SOURCE, False, QUIET))
    if line := parcel.helpline(claim):
        found.append(Part(fit.cut(parcel.call(line), room, LINE * 2.01, SOURCE), SOURCE, True))
    return found


def _figure(made: Any, parcel: Parcel, claim: Claim, body: Box, said: list[str]) -> None:
    """The number, its interval, its period, and what it is in plain words if there is room."""
    alone = _alone(claim)
    where = Box(WIDE - MARGIN - SIDE, body.top, SIDE, body.height)
    if alone:
        where = body
    value = claim.quantity.text
    sizes = (96, 80, 60, 48, 40, 32, 24) if alone else (54, 44, 36, 28, 24)
    words, size = fit.shrunk(value, where.width / fit.BOLD, 1.5 if alone else 0.95, sizes)
    colour = series.main_colour(parcel.deck.cards.get(claim.series))
    parts = [Part(words, size, True, colour)]
    for text in filter(None, (claim.quantity.of, parcel.interval(claim), claim.period)):
        parts.append(Part(fit.cut(text, where.width, 1.3, BODY), BODY))
    if claim.picture == "icons" and not alone:
        parts.append(Part(f"{alt.counted(claim)} of 100 figures are filled.", BODY))
    used = sum(fit.height(one, size, where.width) + 0.06 for one, size, *_ in parts)
    for text in _plain(claim, alone):
        tall = fit.height(text, BODY, where.width) + 0.1
        if used + tall <= where.height:
            parts.append(Part(text, BODY))
            used += tall
            break
    else:
        said.append("The sentence in plain words stands in the notes.")
    frame.box(made, where, parts, "Figure, interval and period")


def _plain(claim: Claim, alone: bool) -> tuple[str, ...]:
    said = claim.sentences
    options = (said.written, said.plain) if alone else (said.plain, said.written)
    return tuple(one for one in options if one)


def _alone(claim: Claim) -> bool:
    """Whether the number itself is the picture."""
    if claim.picture == "icons":
        return alt.counted(claim) is None
    if claim.picture == "interval":
        return math.isnan(claim.quantity.low) or math.isnan(claim.quantity.high)
    return claim.picture == "number" or claim.drawn is None or not len(claim.drawn)


def _picture(made: Any, parcel: Parcel, claim: Claim, body: Box) -> str:
    """The native chart, or a hundred figures; gives back what it leaves out."""
    if _alone(claim):
        return ""
    where = Box(body.left, body.top, body.width - SIDE - 0.3, body.height)
    words, about = alt.text(parcel, claim), _about(parcel, claim)
    colour = series.main_colour(parcel.deck.cards.get(claim.series))
    if claim.picture == "icons":
        square = where._replace(width=min(where.width, where.height))
        icons.group(made.shapes, square, alt.counted(claim) or 0, colour, words)
        return ""
    if claim.picture == "interval":
        low = where._replace(height=min(where.height, 2.6))
        frame.describe(charts.estimate(made.shapes, low, _estimate(claim), about, colour), words)
        return ""
    return _charts(made, series.panels(parcel, claim), where, words, about)


def _estimate(claim: Claim) -> Estimate:
    number = claim.quantity
    nought = 1.0 if "ratio" in number.unit else 0.0
    return Estimate(claim.title, number.unit, number.value, number.low, number.high, nought)


def _charts(
    made: Any, panels: tuple[series.Panel, ...], where: Box, words: str, about: About
) -> str:
    """One chart, or several under each other that share their axis of time."""
    days = [day for one in panels for day in one.categories if not isinstance(day, str)]
    span = (min(days), max(days)) if len(panels) > 1 and days else None
    tall = where.height / len(panels)
    for n, panel in enumerate(panels):
        part = Box(where.left, where.top + n * tall, where.width, tall - (0.1 if span else 0))
        if len(panels) > 1:
            title = fit.cut(panel.title, part.width, 0.3, SOURCE)
            heading = part._replace(height=0.3)
            part_title = [Part(title, SOURCE, True, panel.series[0].colour)]
            frame.box(made, heading, part_title, "What the chart shows")
            part = part._replace(top=part.top + 0.3, height=part.height - 0.3)
        if panel.bars:
            shape = charts.bars(made.shapes, part, panel, about)
        else:
            shape = charts.line(made.shapes, part, panel, about, span)
        frame.describe(shape, words)
    return next((panel.note for panel in panels if panel.note), "")


def _about(parcel: Parcel, claim: Claim) -> About:
    """What stands beside the figures in a chart's workbook."""
    found = [
        ("Claim", claim.sentences.written),
        ("Value", claim.quantity.said),
        ("Interval", parcel.interval(claim)),
        ("Period", claim.period),
        ("Live view", parcel.link(claim)),
        *(("Source", one.text) for one in claim.citations),
        *(("Licence", one.licence) for one in claim.citations),
        *(("Caveat", one.text) for one in claim.caveats),
    ]
    return [pair for pair in found if pair[1]]


def _notes(parcel: Parcel, claim: Claim, said: list[str]) -> list[str]:
    """The sentence to say, the likely challenge with its answer, and all that has no room."""
    seconds = alt.spoken_seconds(claim)
    return [
        f"Say ({seconds} seconds): {claim.sentences.spoken}",
        f"Likely challenge: {claim.challenge.question}",
        f"Short answer: {claim.challenge.answer}",
        *([f"In plain words: {claim.sentences.plain}"] if claim.sentences.plain else []),
        f"In full: {claim.sentences.written}",
        f"Evidence grade {claim.grade.letter}: {' '.join(claim.grade.reasons)}",
        *([claim.robustness.sentence] if claim.robustness else []),
        *(f"Caveat: {one.text}" for one in claim.caveats),
        claim.source_line,
        *([parcel.withheld[claim.spec]] if claim.spec in parcel.withheld else []),
        *said,
    ]
