"""Reads a Google Trends download: no posts and no people, only an index by day, week or month."""

from __future__ import annotations

import csv
import io

import pyarrow as pa

from utils.language.phrase import LIST, Phrase, joined, phrase
from utils.uploads import headings, publish
from utils.uploads.cards import card
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Column, Outcome, Period, Reduced, Understanding, Unused
from utils.uploads.platforms import google_trends
from utils.uploads.platforms.google_trends import FORMAT, Term
from utils.uploads.platforms.metrics import METRICS
from utils.uploads.text import Text, named

_LARGEST = 2_000_000
_PERIODS: dict[int, Period] = {1: "day", 7: "week"}


def read(text: Text, delimiter: str) -> Outcome | None:
    """The index of every term; `None` if this is no Google Trends download."""
    if text.buffer.size > _LARGEST:
        return None
    lines = io.StringIO(text.buffer.to_pybytes().decode("utf-8", "ignore"), newline="")
    rows = list(csv.reader(lines, delimiter=delimiter))
    row = next((i for i, one in enumerate(rows[:10]) if google_trends.headings(one)), None)
    if row is None:
        return None
    terms, unread = google_trends.terms(rows, row)
    points = [point for term in terms for point in term.points]
    if not points:
        raise UploadError("no-rows")
    places = dict.fromkeys(_shown(term.region, phrase("a place")) for term in terms)
    regions = joined(list(places), LIST)
    note = phrase("Searches in: {regions}.", regions=regions)
    return Outcome(_understood(text, terms, row, note), _reduced(terms, unread, note))


def _shown(text: str, otherwise: Phrase) -> str:
    """A term or place if it reads like words; an address or an account name does not."""
    plain = headings.label(text.lstrip("#"), 0) == " ".join(text.lstrip("#").split())
    return text if plain else otherwise


def _understood(text: Text, terms: list[Term], row: int, note: str) -> Understanding:
    points = [point for term in terms for point in term.points]
    return Understanding(
        kind="CSV",
        format=FORMAT.id,
        format_name=phrase(FORMAT.name),
        encoding=named(text.encoding),
        preamble=row,
        used=(
            Column(phrase("Day, week or month"), phrase("day")),
            *(Column(name, "search-index") for name in _names(terms)),
        ),
        dates=phrase("Dates are written year first."),
        numbers=phrase("Whole numbers from 0 to 100; “<1” is withheld by Google."),
        first=min(start for start, _, _ in points),
        last=max(end for _, end, _ in points),
        notes=(note,),
    )


def _names(terms: list[Term]) -> list[str]:
    numbered = [phrase("Term {number}", number=number) for number in range(1, len(terms) + 1)]
    return [_shown(term.text, other) for term, other in zip(terms, numbered, strict=True)]


def _reduced(terms: list[Term], unread: int, note: str) -> Reduced:
    days = {(end - start).days + 1 for term in terms for start, end, _ in term.points}
    period: Period = _PERIODS.get(max(days), "month")
    series = card(FORMAT, FORMAT.platform, METRICS["search-index"], period)
    tables = [
        _table(term, name, series.id, single=len(terms) == 1)
        for term, name in zip(terms, _names(terms), strict=True)
    ]
    unused = (Unused(phrase("Row that can't be read"), unread),) if unread else ()
    count = len(terms[0].points)
    return Reduced(
        FORMAT.id,
        period,
        publish.together(tables),
        (series,),
        phrase("{many}", many=count),
        unused,
        (note,),
    )


def _table(term: Term, name: str, id: str, *, single: bool) -> pa.Table:
    starts, ends, values = zip(*term.points, strict=True)
    return publish.table(
        {
            "series": id,
            "place": "WLD",
            "group_by": "all" if single else "term",
            "group": "all" if single else name,
            "start": pa.array(starts, pa.date32()),
            "end": pa.array(ends, pa.date32()),
            "value": pa.array(values, pa.float64()),
            "status": pa.array(["Q" if v is None else "A" for v in values]).dictionary_encode(),
        },
        len(values),
    )
