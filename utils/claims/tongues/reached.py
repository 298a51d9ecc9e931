"""Reach and attention in any language, and a statistic at the same time as reach."""

from __future__ import annotations

import math

from utils.analysis.attention import Window
from utils.analysis.ladder import MEANING, position
from utils.analysis.placebo import Placebo
from utils.claims.draft import Draft
from utils.claims.kinds import attention as attentions
from utils.claims.kinds import together as togethers
from utils.claims.kinds.attention import Measured
from utils.claims.library import Library
from utils.claims.tongues import cited, pieces, statistic
from utils.language import ENGLISH, periods, say, say_many, speaking, units
from utils.model import ReachFact, ReachSeries, Sentences


def _name(card: ReachSeries, group: str) -> str:
    title = pieces.quoted(card.plain_title)
    return title if group == "all" else f"{title} ({pieces.quoted(group)})"


def reach(draft: Draft, library: Library) -> Sentences:
    """A figure or a sum of one series, on its rung; or a cited figure."""
    if isinstance(draft.cited, ReachFact):
        return cited.counted(draft, draft.cited)
    card, rows = draft.reach, draft.rows
    assert card is not None
    size = units.quantity(draft.quantity.value, card.unit, card.decimals)
    start, end = min(row["start"] for row in rows), max(row["end"] for row in rows)
    name, when = _name(card, rows[0]["group"]), periods.label(start, end)
    mark = pieces.status(rows[0]) if len(rows) == 1 else ""
    bracket = "; ".join(part for part in (when, mark) if part)
    rung = say("Rung: {rung}, {platform}.", rung=say(card.rung), platform=card.platform)
    counted = say("Counted were: {formula}.", formula=pieces.quoted(card.formula))
    return Sentences(
        short=f"{name}, {when}: {size}",
        written=f"{name}: {size} ({bracket}). {rung}",
        spoken=pieces.aloud(f"{pieces.during(start, end, whole=True)}: {size}. {counted}"),
        plain="",
    )


def attention(draft: Draft, library: Library) -> Sentences:
    """How attention rose and faded around a day, and how ordinary such a rise is."""
    with speaking(ENGLISH):
        one = attentions.measured(draft.spec, library)
    card, found = one.card, one.found
    event = f"{pieces.quoted(one.campaign.title)}, {periods.label(found.event, found.event)}"
    ratio = units.number(found.ratio, 1)
    ordinary = [_ordinary(one.check, one.window.step)] if one.check else []
    faded = _faded(one)
    times = say(
        "Around {event}, there were {ratio} times the usual: {name}.",
        event=event,
        ratio=ratio,
        name=_name(card, one.line.group.label),
    )
    return Sentences(
        short=say(
            "{name}: {ratio} times the usual ({event})",
            name=_name(card, one.line.group.label),
            ratio=ratio,
            event=event,
        ),
        written=" ".join([_risen(one, event, ratio), *ordinary, *faded]),
        spoken=pieces.aloud(" ".join([times, *ordinary])),
        plain=" ".join([*faded, _rung(card)]),
    )


def _risen(one: Measured, event: str, ratio: str) -> str:
    card, found = one.card, one.found
    day = periods.label(found.peak_day, found.peak_day)
    weekly = one.window.step != 1
    return say(
        "{name}: {peak} ({when}), around {event}; that is {ratio} times the usual {usual} "
        "({interval}: {bounds}).",
        name=_name(card, one.line.group.label),
        peak=units.quantity(found.peak, card.unit, card.decimals),
        when=say("week from {day}", day=day) if weekly else day,
        event=event,
        ratio=ratio,
        usual=units.quantity(found.baseline, card.unit, card.decimals),
        interval=say("95% interval"),
        bounds=units.interval(found.ratio_low, found.ratio_high, 1),
    )


def _ordinary(check: Placebo, step: int) -> str:
    """How often other days of the series rise as much."""
    hundred, many = check.share * 100, len(check.ratios)
    few = hundred < 1
    share = units.share("fewer than 1 in 100" if few else f"about {hundred:.0f} in 100")
    if step == 1:
        return say_many(
            "A rise this large happens on {share} of the {count} other day in this series.",
            "A rise this large happens on {share} of the {count} other days in this series.",
            many,
            share=share,
        )
    return say_many(
        "A rise this large happens in {share} of the {count} other week in this series.",
        "A rise this large happens in {share} of the {count} other weeks in this series.",
        many,
        share=share,
    )


def _faded(one: Measured) -> list[str]:
    """How fast a rise went, and how much it came to."""
    found, card, said = one.found, one.card, []
    if not math.isnan(found.half_days):
        said.append(say("Half of the rise was gone after {days}.", days=_days(found.half_days)))
        if found.back_days > found.half_days:
            back = _days(found.back_days)
            said.append(say("After {days} it was back where it usually is.", days=back))
    if card.additive and found.excess > 0:
        excess = units.quantity(found.excess, card.unit, card.decimals)
        said.append(_together(one.window, excess))
    return said


def _together(window: Window, excess: str) -> str:
    """How much a rise came to."""
    if window.step == 1:
        return say(
            "On the day and in the {after} after it, {excess} more than usual came together.",
            after=_days(window.after),
            excess=excess,
        )
    return say(
        "In that week and in the {after} after it, {excess} more than usual came together.",
        after=_weeks(window.after),
        excess=excess,
    )


def _days(days: float) -> str:
    return say_many("{count} day", "{count} days", round(days))


def _weeks(weeks: int) -> str:
    return say_many("{count} week", "{count} weeks", weeks)


def _rung(card: ReachSeries) -> str:
    if position(card.rung):
        where = say("On the reach ladder: {rung}.", rung=say(card.rung))
    else:
        where = say("Off the reach ladder: {rung}.", rung=say(card.rung))
    return f"{where} {say(MEANING[card.rung])}"


def together(draft: Draft, library: Library) -> Sentences:
    """A statistic and reach at the same time; nothing says that one made the other."""
    with speaking(ENGLISH):
        other = togethers.stands_beside(draft.spec, library)
    card, place = statistic.card(draft), statistic.place(draft, library)
    row = draft.rows_of(card)[0]
    said = statistic.of(row, card, place, not draft.sentences.plain.startswith(togethers.SAME_TIME))
    beside = _beside(draft, other)
    cant = say("This can't show whether one has to do with the other.")
    span = periods.label(other.start, other.end)
    told = say("At the same time ({period}): {beside}.", period=span, beside=beside)
    told += f" {say('Many other things changed as well.')} {cant}"
    short = say("at the same time: {beside}.", beside=beside)
    return Sentences(
        short=f"{said.short}; {short} {cant}",
        written=f"{said.written} {told}",
        spoken=f"{said.spoken} {pieces.aloud(told)}",
        plain=f"{said.plain} {told}".strip(),
    )


def _beside(draft: Draft, other: togethers.Beside) -> str:
    """What stands beside the statistic."""
    if other.fact is not None:
        return cited.told(other.fact).rstrip(".")
    if other.card is None or other.used is None:
        title = other.text.removesuffix(" took place")
        return say("{campaign} took place", campaign=pieces.quoted(title))
    rows = other.used.rows
    size = units.quantity(float(rows["value"].sum()), other.card.unit, other.card.decimals)
    name = _name(other.card, str(rows["group"].iloc[0]))
    return f"{name}: {size} ({say(other.card.rung)})"
