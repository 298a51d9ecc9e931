"""A change between two periods: both levels, the difference, and a direction only if tested."""

from __future__ import annotations

import math
from dataclasses import replace

from utils.analysis import change, comparable
from utils.analysis.change import Change
from utils.analysis.comparable import Refusal
from utils.claims import lookup, phrases, robust, statistic, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.line import Line
from utils.claims.refuse import refused
from utils.claims.spec import Spec
from utils.language import say
from utils.model import Indicator, Quantity, Sentences, units
from utils.model.evidence import Row


def draft(spec: Spec, library: Library) -> Draft:
    """`change:SERIES:PLACE:PERIOD..PERIOD[:GROUP]`; never across a break (S15)."""
    card, line = statistic.line(spec, library)
    first, second = lookup.row(spec, line, spec.first), lookup.row(spec, line, spec.last)
    found = change.between(card, first, second)
    if isinstance(found, Refusal):
        raise refused(found, _same_side(spec, card, line, second))
    if first["end"] >= second["start"]:
        raise lookup.kind_misfit(
            say(
                "{one} and {other} share days, so they can't be compared.",
                one=words.period(first),
                other=words.period(second),
            ),
            say("Choose two periods that do not overlap."),
            _earlier(spec, line, second),
        )
    return Draft(
        spec=spec,
        title=words.titled(card, line.place, second),
        place=line.place.code,
        period=f"{words.period(first)} and {words.period(second)}",
        quantity=difference(found, card, f"{words.period(second)} minus {words.period(first)}"),
        sentences=_sentences(found, card, line),
        evidence=line.used(first, second),
        drawn=line.whole(),
        picture="line",
        cards=(card,),
        verdict=found.verdict,
        robustness=robust.change(line, card, found),
        hopeful=statistic.hopeful(card),
    )


def _same_side(spec: Spec, card: Indicator, line: Line, second: Row) -> list[Spec]:
    """The longest change on the end's side of the break, then on the start's, then the level."""
    known = line.known
    sides = []
    for day in (spec.last, spec.first):
        assert day is not None
        starts = [row["start"].date() for row in known]
        days = [one for one in starts if not comparable.crossed(card, second["group_by"], one, day)]
        if len(days) > 1:
            sides.append(replace(spec, first=min(days), last=max(days)))
    after = [side for side in sides if spec.last and side.first and side.first < spec.last]
    ends = [replace(side, last=spec.last) for side in after[:1]]
    return [*ends, *sides, statistic.level(spec)]


def _earlier(spec: Spec, line: Line, second: Row) -> list[Spec]:
    days = [row["start"].date() for row in line.known if row["end"] < second["start"]]
    return [*(replace(spec, first=day) for day in days[-1:]), statistic.level(spec)]


def difference(found: Change, card: Indicator, of: str = "") -> Quantity:
    """The difference as the number of a claim, with its sign; shares differ in points.

    ``of`` names the two sides in the order in which they were subtracted.
    """
    bounded = not math.isnan(found.low)
    return Quantity(
        value=found.difference,
        low=found.low,
        high=found.high,
        unit="points" if card.unit == "percent" else card.unit,
        decimals=card.decimals,
        text=units.difference(found.difference, card.unit, card.decimals),
        interval=units.interval(found.low, found.high, card.decimals) if bounded else "",
        of=of,
    )


def size(found: Change, card: Indicator) -> str:
    """The difference without its sign: `14.5 points`."""
    return units.difference(abs(found.difference), card.unit, card.decimals).lstrip("+")


def verdict(found: Change, card: Indicator) -> str:
    """What may be said about a difference: a direction only where it was tested."""
    match found.verdict:
        case "higher" | "lower":
            return phrases.moved(size(found, card), card, found.verdict)
        case "the same":
            return "the same"
        case "unclear":
            return f"a difference of {size(found, card)}, too small to tell from chance"
        case _:
            return f"a difference of {size(found, card)}; {phrases.UNTESTED}"


def _sentences(found: Change, card: Indicator, line: Line) -> Sentences:
    first, second = found.first, found.second
    before = units.quantity(first["value"], card.unit, card.decimals)
    after = units.quantity(second["value"], card.unit, card.decimals)
    said, bounds = verdict(found, card), difference(found, card).interval
    interval = f" (interval of the change {bounds})" if bounds else ""
    was = words.lower(phrases.when(first))
    when = f"{before} in {words.period(first)}, {after} in {words.period(second)}"
    group = "" if second["group"] == "all" else f", {second['group']}"
    return Sentences(
        short=f"{card.plain_title}{group}{words.where(card, line.place)}: {when}",
        written=f"{phrases.when(second)}, {phrases.level(second, card, line.place)}. "
        f"It was {phrases.value(first, card)} {was}: {said}{interval}.",
        spoken=words.aloud(
            f"{phrases.when(second)}, {words.bare(second, card, line.place)}. "
            f"It was {before} {was}. That is {said}.{aloud(bounds)}"
        ),
        plain=_plain(found, card, line),
    )


def aloud(bounds: str) -> str:
    """The interval of a difference as a sentence of its own."""
    return f" The interval of the difference runs from {bounds}." if bounds else ""


def _plain(found: Change, card: Indicator, line: Line) -> str:
    """Both levels as natural frequencies; the percents stay beside them."""
    first, second = float(found.first["value"]), float(found.second["value"])
    now = words.plain(found.second, card, line.place, first)
    if not now:
        return ""
    share = words.frequency(first, card.unit, second)
    exact = units.quantity(found.first["value"], card.unit, card.decimals)
    was = words.lower(phrases.when(found.first))
    return f"{phrases.when(found.second)}: {words.lower(now)} It was {share} {was} ({exact})."
