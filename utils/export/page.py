"""What stands on the one page of a handout, and what goes first when it is too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from utils.export import alt, clean, fit
from utils.export.door import Parcel
from utils.export.heading import heading
from utils.model import Claim

WIDE, TALL = 6.77, 9.85
"""Inches of the printed part of a page: what A4 and Letter have in common, less the margins."""
CODE = 1.1
"""Inches of the QR code at the top right."""
MOST_POINTS = 3
LARGE, SIZES = (13.0, 12.0, 11.0), (10.5, 9.5, 9.0, 8.5, 8.0)
"""Points of running text: as large as the page allows, and what it shrinks to when it must."""
BIG = 1.6
"""How much larger than running text a figure stands in its table."""
SAFE = 1.05
"""Estimated heights are raised by this, because word processors differ in how they set a line."""
COLUMNS = (("Figure", 0.22), ("Interval", 0.2), ("Period", 0.15), ("Source", 0.43))
"""Headings of the table of a point, and their share of the width."""
SHORTEST = (400, 220, 120, 70, 40)
"""Lengths to which texts are shortened when nothing else helps."""


@dataclass(frozen=True)
class Row:
    """One point: its heading, a cell for each of `COLUMNS`, its sentences, its caveats."""

    heading: str
    cells: tuple[str, ...]
    said: tuple[str, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A page that fits; ``left_out`` says what had to go, for the maker and on the page."""

    title: str
    ask: str
    points: tuple[Row, ...]
    sources: tuple[str, ...]
    help: tuple[str, ...]
    foot: str
    link: str
    size: float
    left_out: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Inches that the page takes, on the safe side."""
        top = _tall(self.title, self.size * 1.9, WIDE - CODE - 0.2) + 0.1
        top += _tall(self.ask, self.size * 1.25, WIDE - CODE - 0.2) + 0.1
        points = sum(_point(one, self.size) for one in self.points)
        small = (*self.sources, *self.left_out, self.foot)
        rest = sum(_tall(one, self.size - 1, WIDE) + 0.05 for one in small)
        rest += sum(_tall(one, self.size, WIDE / fit.BOLD) + 0.12 for one in self.help)
        rest += _tall("Sources", self.size * 1.2, WIDE) + 0.2
        return (max(top, CODE + 0.1) + points + rest) * SAFE


def _tall(words: str, size: float, room: float) -> float:
    return fit.height(words, size, room) if words else 0.0


def _point(row: Row, size: float) -> float:
    cells = zip(row.cells, COLUMNS, strict=True)
    sizes = ((size * BIG, fit.BOLD), (size, 1.0), (size, 1.0), (size, 1.0))
    table = max(
        _tall(words, each, (share * WIDE - 0.17) / bold)
        for (words, (_, share)), (each, bold) in zip(cells, sizes, strict=True)
    )
    said = sum(_tall(one, size, WIDE) + 0.04 for one in row.said)
    caveats = sum(_tall(one, size - 1, WIDE - 0.2) + 0.03 for one in row.caveats)
    head = _tall(row.heading, size * 1.2, WIDE / fit.BOLD) + 0.21
    return head + _tall("Figure", size - 1, WIDE) + table + 0.01 + said + caveats


def fitted(parcel: Parcel) -> Page:
    """The fullest page that fits.

    Letters are large where there is room. What goes, in this order: the sentences in plain
    words, the size of the letters, the long sentences (the table has their figures), the last
    point and then the second; only for texts that no real claim has, the ends of long texts.
    Sources, intervals and caveats of the points on the page stay. What went is said on the page.
    """
    pages = _ever_shorter(parcel)
    found = next(pages)
    for page in pages:
        if found.height <= TALL:
            break
        found = page
    return found


def _ever_shorter(parcel: Parcel) -> Iterator[Page]:
    full = _full(parcel)
    for count in range(len(full.points), 0, -1):
        page = _only(parcel, full, count)
        yield from (replace(page, size=size) for size in (*LARGE, page.size))
        for keep, sizes in ((1, SIZES[:-1]), (0, SIZES[-2:])):
            points = tuple(replace(one, said=one.said[:keep]) for one in page.points)
            for size in sizes:
                page = replace(page, points=points, size=size)
                yield page
    for most in SHORTEST:
        page = _cut(page, most)
        yield page


def _full(parcel: Parcel) -> Page:
    claims = parcel.deck.claims[:MOST_POINTS]
    day = parcel.deck.date
    return Page(
        title=parcel.deck.title,
        ask=parcel.deck.ask,
        points=tuple(_row(parcel, claim) for claim in claims),
        sources=(),
        help=(),
        foot=f"Made on {day.day} {day:%B %Y}. Data: {parcel.deck.snapshot}.",
        link=parcel.deck.link,
        size=SIZES[0],
    )


def _row(parcel: Parcel, claim: Claim) -> Row:
    kept, head = parcel.withheld.get(claim.spec), heading(parcel, claim)
    said = (one for one in (claim.sentences.written, claim.sentences.plain) if one != head)
    return Row(
        heading=head,
        cells=(
            claim.quantity.said,
            parcel.interval(claim),
            claim.period,
            alt.short_source(claim, clean.LONGEST).removeprefix("Source: "),
        ),
        said=tuple(one for one in said if one),
        caveats=(*(one.text for one in claim.caveats), *([kept] if kept else [])),
    )


def _only(parcel: Parcel, full: Page, count: int) -> Page:
    """The first points, with their sources and helplines, and a word about the others."""
    claims = parcel.deck.claims[:count]
    cited = {one.id: one for claim in claims for one in claim.citations}
    lines = dict.fromkeys(line for claim in claims if (line := parcel.helpline(claim)))
    missing = len(parcel.deck.claims) - count
    more = f"{missing} more talking point{'s' * (missing > 1)} in the live view." * (missing > 0)
    return replace(
        full,
        points=full.points[:count],
        sources=tuple(f"{one.text} Licence: {one.licence}." for one in cited.values()),
        help=tuple(parcel.call(one) for one in lines),
        left_out=(more,) if more else (),
    )


def _cut(page: Page, most: int) -> Page:
    """Every text shortened with an ellipsis, and that said."""

    def short(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(clean.shortened(one, most) for one in words)

    points = tuple(
        Row(short((one.heading,))[0], short(one.cells), (), short(one.caveats))
        for one in page.points
    )
    note = "Long texts are shortened; the live view has them in full."
    return replace(
        page,
        title=clean.shortened(page.title, most),
        ask=clean.shortened(page.ask, most),
        points=points,
        sources=short(page.sources),
        help=short(page.help),
        left_out=tuple(dict.fromkeys((*page.left_out, note))),
    )


def changes(parcel: Parcel, page: Page) -> tuple[str, ...]:
    """What a maker should know: what is not on the page."""
    full = _full(parcel)
    said = sum(len(one.said) for one in full.points[: len(page.points)])
    kept = sum(len(one.said) for one in page.points)
    sentences = f"{said - kept} sentences left out; their figures are in the tables."
    letters = f"Letters of {page.size} points instead of {SIZES[0]}."
    return (
        *parcel.notes,
        *([sentences] if kept < said else []),
        *([letters] if page.size < SIZES[0] else []),
        *page.left_out,
    )
