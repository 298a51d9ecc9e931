"""A gap between two groups or two places in one period, and whether it is more than chance."""

from __future__ import annotations

from utils.analysis import change
from utils.analysis.change import Change
from utils.claims import alike, lookup, phrases, robust, statistic, words
from utils.claims.draft import Draft
from utils.claims.kinds.change import aloud, difference, size
from utils.claims.library import Library
from utils.claims.line import Line
from utils.claims.refuse import NotMadeError
from utils.claims.spec import Spec
from utils.language import say
from utils.language.units import written
from utils.model import Indicator, Place, Sentences, units
from utils.model.evidence import Row, merge

COUNTS = ("deaths", "people", "referrals", "courses")


def draft(spec: Spec, library: Library) -> Draft:
    """`gap:SERIES:PLACE,PLACE:PERIOD[:GROUP]` or `gap:SERIES:PLACE:PERIOD:GROUPS`."""
    card = alike.single(spec, library)
    _one_difference(spec)
    if card.unit in COUNTS:
        raise _counts(spec, card, library)
    lines = _sides(spec, library, card)
    rows = [lookup.row(spec, line) for line in lines]
    found = change.apart(card, rows[1], rows[0])
    pieces = [line.used(row) for line, row in zip(lines, rows, strict=True)]
    return Draft(
        spec=spec,
        title=f"{card.plain_title}: {' and '.join(_names(lines))}",
        place=lines[0].place.code,
        period=words.period(rows[0]),
        quantity=difference(found, card, " minus ".join(_names(lines))),
        sentences=_sentences(found, card, lines),
        evidence=(both := merge(pieces)),
        drawn=both,
        picture="bars",
        cards=(card,),
        verdict=found.verdict,
        within=_within(lines[0].place, lines[1].place),
        robustness=robust.gap(lines[0], lines[1], rows[0]["start"], found.difference),
        hopeful=statistic.hopeful(card),
    )


def _one_difference(spec: Spec) -> None:
    """Refuses two places and two groups at once: nobody could say what makes the gap."""
    if len(spec.places) > 1 and len(spec.groups) > 1:
        raise lookup.kind_misfit(
            say("The two sides differ in place and in group at once."),
            say("Compare two places, or two groups."),
            [
                Spec("gap", spec.subjects, spec.places[:1], spec.first, None, spec.groups),
                Spec("gap", spec.subjects, spec.places, spec.first, None, spec.groups[:1]),
            ],
        )


def _counts(spec: Spec, card: Indicator, library: Library) -> NotMadeError:
    """Counts follow how many people there are, so they are not compared (S01)."""
    rates = [
        Spec("gap", (id,), spec.places, spec.first, None, spec.groups)
        for id in card.related
        if id in library.series() and library.series()[id].unit in ("percent", "per 100,000")
    ]
    return NotMadeError(
        "S01",
        say(
            "“{title}” is a count, and counts follow how many people there are.",
            title=card.plain_title,
        ),
        say("Compare a rate, which counts per 100 or per {base} people.", base=written("100,000")),
        [*rates, statistic.level(spec)],
    )


def _sides(spec: Spec, library: Library, card: Indicator) -> list[Line]:
    places = [lookup.place(spec, library, code) for code in spec.places]
    groups = spec.groups or (None,)
    if len(places) == 1 and len(groups) == 1:  # two series were asked for, and are refused before
        raise lookup.kind_misfit(
            say("One side of the gap is missing."),
            say("Name a second place."),
            [statistic.level(spec)],
        )
    return [lookup.line(spec, library, card, place, group) for place in places for group in groups]


def _within(one: Place, other: Place) -> bool:
    """Whether one place is known to hold the other; who belongs to a group is not known here."""
    if one.code == other.code:
        return False
    world = "world" in (one.kind, other.kind)
    return world or one.parent == other.code or other.parent == one.code


def _names(lines: list[Line]) -> tuple[str, str]:
    one, other = lines
    return _name(one, other), _name(other, one)


def _name(line: Line, other: Line) -> str:
    """What tells one side from the other."""
    return line.group.label if line.place.code == other.place.code else line.place.name


def _about(card: Indicator, one: Line, other: Line) -> str:
    """The measure, and what both sides share: the place of two groups, the group of two places."""
    if one.place.code == other.place.code:
        return f"{card.plain_title}{words.where(card, one.place)}"
    return card.plain_title if one.group.by == "all" else f"{card.plain_title}, {one.group.label}"


def _sentences(found: Change, card: Indicator, lines: list[Line]) -> Sentences:
    one, other = lines
    row, against = found.second, found.first
    name, name_other = _names(lines)
    values = [units.quantity(side["value"], card.unit, card.decimals) for side in (row, against)]
    told = _told(found, card, name, name_other)
    bounds = difference(found, card).interval
    interval = f" (interval of the difference {bounds})" if bounds else ""
    figures = f"{name} {values[0]}, {name_other} {values[1]}"
    return Sentences(
        short=f"{_about(card, one, other)}, {words.period(row)}: {figures}",
        written=f"{phrases.when(row)}, {phrases.level(row, card, one.place)}. "
        f"For {name_other} it was {phrases.value(against, card)}. {told}{interval}.",
        spoken=words.aloud(
            f"{phrases.when(row)}, {words.bare(row, card, one.place)}. "
            f"For {name_other} it was {values[1]}. {told}.{aloud(bounds)}"
        ),
        plain=_plain(row, against, card, one, name_other),
    )


def _told(found: Change, card: Indicator, name: str, other: str) -> str:
    match found.verdict:
        case "higher" | "lower":
            return f"That is {size(found, card)} {found.verdict} for {name} than for {other}"
        case "the same":
            return "The two are the same"
        case "unclear":
            return f"The difference of {size(found, card)} is too small to tell the two apart"
        case _:
            return f"That is a difference of {size(found, card)}; {phrases.UNTESTED}"


def _plain(row: Row, against: Row, card: Indicator, one: Line, name_other: str) -> str:
    said = words.plain(row, card, one.place, float(against["value"]))
    if not said:
        return ""
    share = words.frequency(float(against["value"]), card.unit, float(row["value"]))
    exact = units.quantity(against["value"], card.unit, card.decimals)
    return f"{said} For {name_other} it was {share} ({exact})."
