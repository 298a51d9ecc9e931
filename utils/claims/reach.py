"""What we can say about a campaign: the rung, the size, how fast it faded, how ordinary it was.

Nothing here says that anything happened because of a campaign.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from utils.analysis.attention import Attention, Window, per_100k
from utils.analysis.ladder import MEANING, position
from utils.analysis.placebo import Placebo, in_words
from utils.language import later, periods, say, say_many, units, verbatim
from utils.model import Evidence, ReachSeries, limits

MARKS = {"E": later(" (worked out, not published)"), "P": later(" (provisional)")}


def attention(
    name: str,
    card: ReachSeries,
    found: Attention,
    placebo: Placebo | None,
    window: Window,
    population: float = 0,
) -> tuple[str, ...]:
    """The event against the usual level, the fading, and how often chance does as much.

    ``population`` of the place lets the peak be said per 100,000 people; 0 leaves it out.
    """
    said = [_risen(name, card, found, window)]
    if placebo is not None:
        said.append(say("A rise this large happens on {days}.", days=in_words(placebo, window)))
    said += _faded(card, found, window)
    if population:
        rate = units.number(per_100k(found.peak, population), 1)
        people = units.written("100,000")
        said.append(
            say("The peak is {rate} for every {people} people there.", rate=rate, people=people)
        )
    said.append(rung(card))
    return tuple(said)


def _risen(name: str, card: ReachSeries, found: Attention, window: Window) -> str:
    """The peak against the usual level, with the interval of how many times it is."""
    day = periods.label(found.peak_day, found.peak_day)
    daily = window.step == 1
    return say(
        "{title}: {peak} {when}, around {name}, {ratio} times the usual {usual} (95% interval "
        "{low} to {high}).",
        title=verbatim(card.plain_title),
        peak=units.quantity(found.peak, card.unit, card.decimals),
        when=say("on {day}", day=day) if daily else say("in the week from {day}", day=day),
        name=name,
        ratio=units.written(f"{found.ratio:.1f}"),
        usual=units.quantity(found.baseline, card.unit, card.decimals),
        low=units.written(f"{found.ratio_low:.1f}"),
        high=units.written(f"{found.ratio_high:.1f}"),
    )


def _faded(card: ReachSeries, found: Attention, window: Window) -> list[str]:
    """How fast a rise went, and how much it came to."""
    said = []
    if not math.isnan(found.half_days):
        text = say("Half of the rise was gone after {days}", days=_days(found.half_days))
        if found.back_days > found.half_days:
            back = _days(found.back_days)
            text += say("; after {days} it was back where it usually is", days=back)
        said.append(f"{text}.")
    if card.additive and found.excess > 0:
        excess = units.quantity(found.excess, card.unit, card.decimals)
        said.append(_together(window, excess))
    return said


def _together(window: Window, excess: str) -> str:
    """How much a rise came to, the periods after it included."""
    if window.step == 1:
        return say(
            "On the day and in the {after} days after it, {excess} more than usual came together.",
            after=window.after,
            excess=excess,
        )
    return say(
        "In that week and in the {after} weeks after it, {excess} more than usual came together.",
        after=window.after,
        excess=excess,
    )


def rung(card: ReachSeries) -> str:
    """Where a series stands on the ladder, and what that means."""
    if position(card.rung):
        where = say("On the reach ladder: {rung}.", rung=say(card.rung))
    else:
        where = say("Off the reach ladder: {rung}.", rung=say(card.rung))
    return f"{where} {say(MEANING[card.rung])}"


def _days(days: float) -> str:
    return say_many("{count} day", "{count} days", round(days))


def whole(evidence: Evidence, card: ReachSeries) -> tuple[str, ...]:
    """The last and the largest figure of a series that has no ordinary days to compare with.

    Where figures are withheld, one of them may be later or larger than any that is shown.
    """
    known = evidence.rows.dropna(subset="value").sort_values("start")
    hidden = withheld(evidence)
    if known.empty:
        return hidden or (say("There are no figures for this choice."),)
    last, top = known.iloc[-1], known.iloc[known["value"].argmax()]
    if known["group"].nunique() > 1:
        return (
            say(
                "{title}: the largest is {value}, {group}.",
                title=verbatim(card.plain_title),
                value=_at(top, card),
                group=verbatim(str(top["group"])),
            ),
        )
    return (*_last_and_largest(card, last, top, bool(hidden)), *hidden, rung(card))


def _last_and_largest(
    card: ReachSeries, last: pd.Series, top: pd.Series, hidden: bool
) -> Iterator[str]:
    """Both figures, as far as any that are withheld let us say so."""
    values = {"title": verbatim(card.plain_title), "value": _at(last, card)}
    if hidden:
        yield say("{title}: {value}, the last figure that can be shown.", **values)
    else:
        yield say("{title}: {value}, the last figure there is.", **values)
    if top["value"] > last["value"] and hidden:
        yield say("The largest that can be shown is {value}.", value=_at(top, card))
    elif top["value"] > last["value"]:
        yield say("The largest is {value}.", value=_at(top, card))


def withheld(evidence: Evidence) -> tuple[str, ...]:
    """How many figures are kept back for being about too few; empty when none is."""
    number = int((evidence.rows["status"] == "Q").sum())
    if not number:
        return ()
    told = say_many(
        "{count} figure is withheld: a count below {few}, or about fewer than {few} posts.",
        "{count} figures are withheld: a count below {few}, or about fewer than {few} posts.",
        number,
        few=limits.SMALLEST_COUNT,
    )
    return (told,)


def _at(row: pd.Series, card: ReachSeries) -> str:
    size = units.quantity(row["value"], card.unit, card.decimals)
    status = say(MARKS.get(row["status"], ""))
    when = periods.label(row["start"], row["end"])
    if row["start"] == row["end"]:
        return say("{value} on {day}", value=f"{size}{status}", day=when)
    return say("{value} in {period}", value=f"{size}{status}", period=when)
