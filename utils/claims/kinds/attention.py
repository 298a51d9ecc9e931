"""How attention rose and faded around a campaign's day, and how ordinary such a rise is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from utils.analysis import aggregate, attention, calendar, placebo
from utils.analysis.attention import Attention, AttentionError, Window
from utils.analysis.placebo import Placebo
from utils.claims import lookup, nearest, pieces
from utils.claims import reach as said
from utils.claims.draft import Draft
from utils.claims.kinds.fact import unknown
from utils.claims.library import Library
from utils.claims.line import EVERYONE, Line, lines_of
from utils.claims.refuse import NO_FIGURE, NotMadeError
from utils.claims.spec import Group, Spec
from utils.language import later, periods, say, units, verbatim
from utils.model import Campaign, Quantity, ReachSeries, Sentences

WINDOWS = {"P1D": attention.DAILY, "P7D": attention.WEEKLY, "P1W": attention.WEEKLY}


@dataclass(frozen=True, eq=False)
class Measured:
    """A campaign's day measured in a series."""

    campaign: Campaign
    card: ReachSeries
    line: Line
    window: Window
    found: Attention
    check: Placebo | None


def draft(spec: Spec, library: Library) -> Draft:
    """`attention:CAMPAIGN:SERIES:DAY[:GROUP]`; the day is one of the campaign's."""
    one = measured(spec, library)
    card, found = one.card, one.found
    name = event_name(one)
    return Draft(
        spec=spec,
        title=f"{card.plain_title}: {name}",
        place=card.place,
        period=periods.label(found.event, found.event),
        quantity=_quantity(found),
        sentences=sentences(one, name),
        # the check compares every ordinary day, so that each of them is behind the claim
        evidence=one.line.used(*one.line.known),
        drawn=one.line.evidence.with_rows(_shown(one)),
        picture="line",
        cards=(card,),
        at_hand=one.line.known,
        about_suicide=one.campaign.about_suicide,
    )


def measured(spec: Spec, library: Library) -> Measured:
    """The measured day; refused where campaign, series and day do not belong together."""
    campaign = library.campaigns().get(spec.subjects[0])
    if campaign is None:
        known = nearest.close(spec.subjects[0], library.campaigns())
        near = [replace(spec, subjects=(id,)) for id in known]
        raise unknown(spec.subjects[0], later("campaign"), near)
    card, line = _line(spec, campaign, library)
    window, curve = WINDOWS[card.frequency], _curve(line.rows)
    days = events(campaign, line, curve, window, library)
    assert spec.first is not None
    if spec.first not in days:
        raise NotMadeError(
            NO_FIGURE,
            say(
                "{campaign} has no day on {day} that can be measured in “{title}”.",
                campaign=campaign.title,
                day=periods.label(spec.first, spec.first),
                title=card.plain_title,
            ),
            say("Choose a day of the campaign with enough days before it."),
            [replace(spec, first=day) for day in _by_distance(days, spec.first)],
        )
    try:
        found = attention.around(curve, spec.first, window)
    except AttentionError as error:
        raise NotMadeError(NO_FIGURE, str(error), say("Choose another day.")) from error
    check = placebo.check(curve, spec.first, window, [day for day in days if day != spec.first])
    return Measured(campaign, card, line, window, found, check)


def _by_distance(days: Collection[dt.date], wanted: dt.date) -> list[dt.date]:
    return sorted(days, key=lambda day: abs((day - wanted).days))


def _line(spec: Spec, campaign: Campaign, library: Library) -> tuple[ReachSeries, Line]:
    """The series of the campaign and the part of it; refused if it can't be read by day."""
    uses = {use.id: use for use in campaign.series}
    card = lookup.card(spec, library, spec.beside)
    others = [replace(spec, beside=id, groups=()) for id in uses if id != spec.beside]
    if not isinstance(card, ReachSeries) or spec.beside not in uses:
        raise lookup.kind_misfit(
            say(
                "“{title}” is no series of {campaign}.",
                title=card.plain_title,
                campaign=campaign.title,
            ),
            say("Choose one of its series."),
            others,
        )
    place = lookup.place(spec, library, card.place)
    group = spec.groups[0] if spec.groups else _usual(card, uses[card.id].groups, library)
    line = lookup.line(spec, library, card, place, group)
    if card.frequency not in WINDOWS or not aggregate.dense(line.whole()):
        assert spec.first is not None
        groups = () if line.group == EVERYONE else (line.group,)
        alone = Spec("reach", (card.id,), (card.place,), spec.first, None, groups)
        raise lookup.kind_misfit(
            say(
                "“{title}” has too few days with a figure to tell a rise from a usual day.",
                title=card.plain_title,
            ),
            say("Say one figure of it instead."),
            [*others, *nearest.near(alone, line.known, spec.first)],
        )
    return card, line


def _usual(card: ReachSeries, mine: tuple[str, ...], library: Library) -> Group | None:
    """The part that speaks of the campaign, where the card names one."""
    labels = mine or card.default_groups
    keys = lines_of(library.evidence(card.id))
    return next((Group(by, label) for _, by, label in keys if label in labels[:1]), None)


def _curve(rows: pd.DataFrame) -> pd.Series:
    known = rows[rows["value"].notna().to_numpy()]
    return pd.Series(known["value"].to_numpy(), index=pd.DatetimeIndex(known["start"]))


def events(
    campaign: Campaign, line: Line, curve: pd.Series, window: Window, library: Library
) -> list[dt.date]:
    """First days of the campaign that can be measured in a curve."""
    days = set(campaign.dates)
    if campaign.event:
        event = library.calendar()[campaign.event]
        years = range(curve.index[0].year, curve.index[-1].year + 1)
        spans = [calendar.span(event, year) for year in years]
        days |= {span.start for span in spans if span}
    return sorted(day for day in days if attention.measurable(curve, day, window))


def _quantity(found: Attention) -> Quantity:
    return Quantity(
        found.ratio,
        found.ratio_low,
        found.ratio_high,
        "times",
        1,
        f"{units.number(found.ratio, 1)} times",
        units.interval(found.ratio_low, found.ratio_high, 1),
    )


def _shown(one: Measured) -> pd.DataFrame:
    """The window around the day: what it is compared with, and how it faded."""
    step = pd.Timedelta(days=one.window.step)
    day = pd.Timestamp(one.found.event)
    first, last = day - (one.window.first_before + 1) * step, day + (one.window.after + 1) * step
    rows = one.line.rows
    return rows[((rows["start"] >= first) & (rows["end"] <= last)).to_numpy()]


def event_name(one: Measured) -> str:
    """The campaign and its day."""
    return f"{verbatim(one.campaign.title)}, {periods.label(one.found.event, one.found.event)}"


def sentences(one: Measured, name: str) -> Sentences:
    """The words of the campaigns page; what the series is stands at the end."""
    told = said.attention(name, one.card, one.found, one.check, one.window)
    title, ratio = verbatim(one.card.plain_title), units.number(one.found.ratio, 1)
    aloud = say(
        "Around {name}, there were {ratio} times the usual: {title}.",
        name=name,
        ratio=ratio,
        title=title,
    )
    if one.check:
        aloud += " " + say(
            "A rise this large happens on {days}.", days=placebo.in_words(one.check, one.window)
        )
    return Sentences(
        short=say("{title}: {ratio} times the usual, {name}", title=title, ratio=ratio, name=name),
        written=" ".join(told[:-1]),
        spoken=pieces.aloud(aloud),
        plain=" ".join([*told[2 if one.check else 1 : -1], said.rung(one.card)]),
    )
