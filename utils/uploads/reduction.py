"""From everything that was added up to the one result: counts, and what was not counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from utils.analysis import suppress
from utils.language.phrase import phrase
from utils.uploads import cube, description, publish
from utils.uploads.decisions import Decided
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Period, Reduced, Unused
from utils.uploads.tally import Tally


def reduce(
    ragged: int,
    tallies: Sequence[Tally],
    decided: Sequence[Decided],
    answers: Mapping[str, str],
) -> Reduced:
    """The counts of all tables of one file, at the shortest period that can be shown.

    ``ragged`` is the number of rows that had another number of cells than the headings.
    """
    cubes = [
        cube.build(tally, one.spans, one.styles)
        for tally, one in zip(tallies, decided, strict=True)
    ]
    by_post = tallies[0].plan.format.basis == "post"
    period = _period(answers, cube.best_period(cubes[0], posts=by_post))
    made = [
        publish.rows(tally, cube.widen(one, period), period)
        for tally, one in zip(tallies, cubes, strict=True)
    ]
    used = int(sum(one.behind[one.tag == cube.ALL].sum() for one in cubes))
    return Reduced(
        format=tallies[0].plan.format.id,
        period=period,
        table=publish.together(table for tables, _ in made for table in tables),
        series=tuple(card for _, cards in made for card in cards),
        used=suppress.words(used) if by_post else phrase("{many}", many=used),
        not_used=(*(one for d in decided for one in d.unused), *_left_out(ragged, tallies)),
        notes=description.about_counts(tallies, decided),
    )


def _period(answers: Mapping[str, str], best: Period) -> Period:
    chosen = answers.get("period", "")
    if not chosen or best == "as given":
        return best
    for period in cube.PERIODS:
        if chosen == period:
            return period
    raise UploadError("answer")


def _left_out(ragged: int, tallies: Sequence[Tally]) -> list[Unused]:
    found = []
    if ragged:
        found.append(Unused(phrase("Another number of cells than the headings"), ragged))
    if any(tally.plan.second_heading for tally in tallies):
        found.append(Unused(phrase("Second row of headings"), 1, tallies[0].plan.first))
    if repeats := sum(tally.repeats for tally in tallies):
        found.append(Unused(phrase("The same post again, by its id"), repeats))
    return found
