"""A share as a natural frequency, for an array of 100 figures; the percent stays beside it."""

from __future__ import annotations

from dataclasses import replace

from utils.claims import lookup, statistic
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.spec import Spec
from utils.language import say, term
from utils.model import units


def draft(spec: Spec, library: Library) -> Draft:
    """`one-in:SERIES:PLACE:PERIOD[:GROUP]`; only shares can be shown as figures of 100."""
    card, line = statistic.line(spec, library)
    row = lookup.row(spec, line)
    if card.unit != "percent":
        raise lookup.kind_misfit(
            say(
                "“{title}” is in {unit}, not a share of 100.",
                title=card.plain_title,
                unit=term(card.unit),
            ),
            say("Say the figure as it is."),
            [statistic.level(spec)],
        )
    if card.standardisation == "age-standardised":
        raise lookup.kind_misfit(
            say(
                "“{title}” is adjusted for age, so it is no share of the people there.",
                title=card.plain_title,
            ),
            say("Say the figure as it is."),
            [statistic.level(spec)],
        )
    whole = statistic.one(spec, card, line, row)
    share, exact = units.one_in(float(row["value"])), whole.quantity.text
    sentences = replace(
        whole.sentences,
        short=whole.sentences.short.replace(exact, f"{share} ({exact})", 1),
        spoken=_spoken(whole.sentences.spoken, exact, share),
    )
    return replace(
        whole,
        quantity=replace(whole.quantity, text=f"{share} ({exact})"),
        sentences=sentences,
        drawn=whole.evidence,
        picture="icons",
    )


def _spoken(said: str, exact: str, share: str) -> str:
    """The share in figures of people first, the percent behind it."""
    percent = exact.replace("%", " percent")
    return said.replace(f"{percent} of ", f"{share}, or {percent}, of ", 1)
