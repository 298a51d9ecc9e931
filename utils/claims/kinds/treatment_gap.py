"""A need beside the help that people get, of the same people in the same period."""

from __future__ import annotations

from dataclasses import replace

from utils.claims import lookup, phrases, statistic, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.refuse import NotMadeError
from utils.claims.spec import Spec
from utils.language import say, verbatim
from utils.model import Indicator, Sentences, units
from utils.model.evidence import Row, merge

HELP = ("service contact", "help reported")
"""What counts as help: what people got or did, not what they think of it."""


def draft(spec: Spec, library: Library) -> Draft:
    """`treatment-gap:NEED,HELP:PLACE:PERIOD[:GROUP]`; the cards say which series belong."""
    need, help = (lookup.indicator(spec, library, id) for id in spec.subjects)
    _belong(spec, need, help)
    place = lookup.place(spec, library)
    group = spec.groups[0] if spec.groups else None
    lines = [lookup.line(spec, library, card, place, group) for card in (need, help)]
    rows = [lookup.row(spec, line) for line in lines]
    if rows[0]["end"] != rows[1]["end"]:
        raise NotMadeError(
            "S02",
            say("The two figures are of periods of different length."),
            say("Say one of them alone."),
            [statistic.level(spec)],
        )
    one = statistic.one(spec, need, lines[0], rows[0])
    used = [line.used(row) for line, row in zip(lines, rows, strict=True)]
    return replace(
        one,
        title=f"{need.plain_title} and {words.lower(help.plain_title)}, {place.name}",
        sentences=_sentences(one, need, help, rows[1], place.name),
        evidence=(both := merge(used)),
        drawn=both,
        picture="bars",
        cards=(need, help),
        hopeful=True,
    )


def _sentences(one: Draft, need: Indicator, help: Indicator, row: Row, where: str) -> Sentences:
    """Those of the need, each with the help behind it: both are shares of everybody asked."""
    said, printed = one.sentences, one.quantity.text
    exact = units.quantity(row["value"], help.unit, help.decimals)
    share, helped = (float(value) for value in (one.quantity.value, row["value"]))
    people = said.plain.replace(units.one_in(share)[1:], units.out_of(share, helped)[1:], 1)
    who = need.people if row["group"] == "all" else f"{need.people} ({row['group']})"
    of_all = f"In the same period, of all {who}, with or without that need,"
    return Sentences(
        short=f"{where}, {one.period}, of all {who}: {printed} {need.finding}; "
        f"{exact} {help.finding}",
        written=f"{said.written} {of_all} {phrases.value(row, help)} {help.finding}.",
        spoken=f"{said.spoken} {of_all} {words.aloud(exact)} {help.finding}.",
        plain=f"{people} {of_all} {units.out_of(helped, share)} {help.finding} ({exact}).",
    )


def _belong(spec: Spec, need: Indicator, help: Indicator) -> None:
    """Refuses pairs that do not say what people need and what they get."""
    swapped = replace(spec, subjects=spec.subjects[::-1])
    apart = [statistic.level(spec), statistic.level(swapped)]
    if (need.aspect, help.aspect) == ("help", "need"):
        raise lookup.kind_misfit(
            say("The help stands before the need."), say("Name the need first."), [swapped, *apart]
        )
    related = help.id in need.related or need.id in help.related
    shares = need.unit == help.unit == "percent"
    if need.aspect != "need" or help.instrument_type not in HELP or not related or not shares:
        raise lookup.kind_misfit(
            say(
                "“{need}” and “{help}” are not declared as a need and the help for it.",
                need=need.plain_title,
                help=help.plain_title,
            ),
            say("Choose two related series, or say one alone."),
            apart,
        )
    if need.people != help.people:
        raise NotMadeError(
            "S01",
            say(
                "One is a share of {people}, the other of {others}.",
                people=verbatim(need.people),
                others=verbatim(help.people),
            ),
            say("Say each by itself, with its own people."),
            apart,
        )
