"""Which series may stand in one claim: two are refused with the rule that keeps them apart."""

from __future__ import annotations

from dataclasses import replace

from utils.analysis import ladder
from utils.claims import lookup
from utils.claims.library import Library
from utils.claims.refuse import UNFIT, NotMadeError, refused
from utils.claims.spec import Spec
from utils.language import say, term
from utils.model import Indicator, ReachSeries


def single(spec: Spec, library: Library) -> Indicator:
    """The one statistic of a spec; two of them are refused by name of what differs."""
    if len(spec.subjects) == 1:
        return lookup.indicator(spec, library)
    one, other = (lookup.card(spec, library, id) for id in spec.subjects)
    apart = [replace(spec, subjects=(id,)) for id in spec.subjects]
    day = spec.last or spec.first
    apart += [Spec("level", one.subjects, spec.places[:1], day) for one in apart]
    if isinstance(one, Indicator) and isinstance(other, Indicator):
        raise _two(one, other, apart)
    if isinstance(one, ReachSeries) and isinstance(other, ReachSeries):
        raise never_added(one, other, apart)
    raise NotMadeError(
        "S10",
        say("One counts attention and the other people, so they can't be compared."),
        say("Show them at the same time, with a claim of the kind together."),
        apart,
    )


def _two(one: Indicator, other: Indicator, apart: list[Spec]) -> NotMadeError:
    """Why two statistics are not one comparison."""
    names = f"“{one.plain_title}” and “{other.plain_title}”"
    rates = {one.standardisation, other.standardisation}
    if rates == {"crude", "age-standardised"}:
        rule, why = "S13", say("one is crude, the other adjusted for age")
    elif one.instrument_type != other.instrument_type:
        rule = "S09"
        why = say(
            "one means {one}, the other {other}",
            one=term(one.instrument_type),
            other=term(other.instrument_type),
        )
    elif one.unit != other.unit:
        rule, why = (
            "S01",
            say(
                "one is in {one}, the other in {other}", one=term(one.unit), other=term(other.unit)
            ),
        )
    else:
        rule, why = UNFIT, say("they ask different things")
    return NotMadeError(
        rule,
        say("{names} can't be compared: {why}.", names=names, why=why),
        say("Compare within one of the two series."),
        apart,
    )


def never_added(one: ladder.OnARung, other: ladder.OnARung, apart: list[Spec]) -> NotMadeError:
    """Why two figures of reach are not one sum: never, even on the same rung (S22)."""
    refusal = ladder.refuse(one, other)
    if refusal is not None:
        return refused(refusal, apart)
    return NotMadeError(
        "S22",
        say("Two figures of reach are never added: the same people may stand behind both."),
        say("Show each by itself."),
        apart,
    )
