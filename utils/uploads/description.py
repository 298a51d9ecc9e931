"""What was understood, in words. Names columns and days; never what stands in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from utils.language.phrase import LIST, joined, phrase
from utils.uploads.decisions import Decided, totals_agree
from utils.uploads.delimited import DELIMITERS, Delimited
from utils.uploads.headings import Layout, duplicates, label
from utils.uploads.outcome import Column, Question, Understanding
from utils.uploads.plan import Plan
from utils.uploads.platforms.metrics import METRICS
from utils.uploads.platforms.words import plain
from utils.uploads.tally import Tally
from utils.uploads.text import Text, named
from utils.uploads.workbook import Sheet

_ORDER = {
    "day": phrase("Dates are written day first."),
    "month": phrase("Dates are written month first."),
    "year": phrase("Dates are written year first."),
}
_STYLE = {
    "dot": phrase(
        "A point begins the decimals: 1,234.5 is one thousand two hundred and thirty-four "
        "and a half."
    ),
    "comma": phrase(
        "A comma begins the decimals: 1.234,5 is one thousand two hundred and thirty-four "
        "and a half."
    ),
}


def about_text(text: Text) -> tuple[str, ...]:
    """Notes about the bytes."""
    if not text.nulls:
        return ()
    return (phrase("{many} NUL characters stood in the file and were taken out.", many=text.nulls),)


def labels(layout: Layout, plan: Plan) -> dict[str, str]:
    """The label of the column of each metric."""
    return {metric: _label(layout, column) for metric, column in plan.metrics.items()}


def english(layout: Layout, plans: Sequence[Plan]) -> bool:
    """Whether a known platform wrote every heading that is used in English."""
    if layout.format is None:
        return False
    names = {name for spelt in layout.format.metrics.values() for name in spelt}
    used = [layout.headings[c] for one in plans for c in one.metrics.values()]
    return all(plain(heading) in names for heading in used)


def unmatched(
    source: Delimited | Sheet, layout: Layout, asked: tuple[Question, ...], notes: tuple[str, ...]
) -> Understanding:
    """A table that nobody knows, with the questions of the guided match."""
    return Understanding(
        kind=_kind(source),
        format="any",
        format_name=phrase("A table of unknown origin"),
        encoding=named(source.encoding),
        preamble=max(0, layout.row),
        notes=(*notes, *_headings(layout)),
        questions=asked,
    )


def understanding(
    source: Delimited | Sheet,
    layout: Layout,
    tallies: Sequence[Tally],
    decided: Sequence[Decided],
    notes: tuple[str, ...],
) -> Understanding:
    """Everything that was understood of a table, with what is still open."""
    plans = [tally.plan for tally in tallies]
    roles = {column: role for one in plans for column, role in one.roles().items()}
    days = [day for one in decided for span in one.spans.values() for day in span]
    asked = {question.id: question for one in decided for question in one.questions}
    used = tuple(Column(_label(layout, column), roles[column]) for column in sorted(roles))
    left = [i for i, name in enumerate(layout.headings) if i not in roles and name.strip()]
    return Understanding(
        kind=_kind(source),
        format=plans[0].format.id,
        format_name=phrase(plans[0].format.name),
        encoding=named(source.encoding),
        preamble=max(0, layout.row),
        used=used,
        dropped=tuple(_label(layout, column) for column in left),
        dates=_dates(decided[0]),
        numbers=_numbers(tallies, decided),
        first=min(days),
        last=max(days),
        notes=(*notes, *_headings(layout)),
        questions=tuple(asked.values()),
    )


def about_counts(tallies: Sequence[Tally], decided: Sequence[Decided]) -> tuple[str, ...]:
    """Notes about the figures: what was rounded, unreadable or left out of the counts."""
    notes = []
    for tally, one in zip(tallies, decided, strict=True):
        for metric, signs in tally.signs.items():
            unit = phrase(METRICS[metric].unit)
            other = signs.comma if one.styles[metric] == "dot" else signs.dot
            if signs.bad + other:
                notes.append(
                    phrase(
                        "{many} cells of {unit} hold no number.",
                        many=signs.bad + other,
                        unit=unit,
                    )
                )
            if signs.short:
                notes.append(
                    phrase("Some {unit} were already rounded in the file, as in 1.2K.", unit=unit)
                )
        if tally.tags.beyond:
            notes.append(phrase("The rarest hashtags were not told apart."))
        agree = totals_agree(tally, one)
        if agree is not None:
            notes.append(
                phrase("The row of totals agrees with the rows.")
                if agree
                else phrase("The row of totals does not agree with the rows: some may be missing.")
            )
    return tuple(dict.fromkeys(notes))


def _kind(source: Delimited | Sheet) -> str:
    if isinstance(source, Sheet):
        return "Excel workbook"
    return f"Text, cells separated by {DELIMITERS[source.delimiter]}"


def _label(layout: Layout, column: int) -> str:
    return label(layout.headings[column] if column < len(layout.headings) else "", column)


def _headings(layout: Layout) -> tuple[str, ...]:
    if layout.row < 0:
        return (phrase("No row of headings was found; columns go by their letters."),)
    twice = duplicates(layout.headings)
    if not twice:
        return ()
    return (
        phrase(
            "Headings that occur more than once: {columns}. The first was read.",
            columns=joined(twice, LIST),
        ),
    )


def _dates(one: Decided) -> str:
    if one.dates.form == "serial":
        return phrase("Dates are the day numbers of a spreadsheet.")
    if one.dates.form == "fixed":
        return phrase("Dates can be read in one way only.")
    return _ORDER[one.dates.orders[0]]


def _numbers(tallies: Sequence[Tally], decided: Sequence[Decided]) -> str:
    styles = {
        one.styles[metric]
        for tally, one in zip(tallies, decided, strict=True)
        for metric, signs in tally.signs.items()
        if signs.dot or signs.comma or signs.unsure_dot or signs.unsure_comma
    }
    return joined([_STYLE[s] for s in sorted(styles)]) if styles else phrase("Numbers are whole.")
