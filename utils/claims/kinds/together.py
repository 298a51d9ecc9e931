"""A statistic and a campaign's reach at the same time; nothing says that one made the other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from utils.claims import lookup, nearest, statistic, words
from utils.claims.draft import Draft
from utils.claims.kinds import reach
from utils.claims.library import Library
from utils.claims.line import Line, lines_of
from utils.claims.reach_cited import fact as in_words
from utils.claims.refuse import NotMadeError
from utils.claims.spec import Group, Spec
from utils.language import say
from utils.model import Evidence, ReachFact, ReachSeries, Sentences, periods
from utils.model.evidence import Row, merge

SAME_TIME = "At the same time"
CANT_SHOW = "This can't show whether one has to do with the other."
NOT_A_CAUSE = f"Many other things changed as well. {CANT_SHOW}"


@dataclass(frozen=True, eq=False)
class Beside:
    """What stands beside the statistic: words, days, and rows where there are any."""

    text: str
    start: dt.date
    end: dt.date
    card: ReachSeries | None = None
    fact: ReachFact | None = None
    used: Evidence | None = None
    drawn: Evidence | None = None
    about_suicide: bool = False


def draft(spec: Spec, library: Library) -> Draft:
    """`together:SERIES:PLACE:PERIOD:REACH[:PERIOD[..PERIOD]][:GROUP]`; the two must overlap."""
    card = lookup.indicator(spec, library)
    place = lookup.place(spec, library)
    beside = stands_beside(spec, library)
    line = lookup.line(spec, library, card, place)
    row = lookup.row(spec, line)
    _overlap(spec, row, line, beside)
    one = statistic.one(spec, card, line, row)
    used = [one.evidence, beside.used]
    drawn = [one.drawn, beside.drawn]
    said = one.sentences
    when = periods.label(beside.start, beside.end)
    told = f"{SAME_TIME} ({when}): {beside.text}. {NOT_A_CAUSE}"
    return replace(
        one,
        title=f"{card.plain_title}, {place.name}, and reach at the same time",
        sentences=Sentences(
            short=f"{said.short}; at the same time: {beside.text}. {CANT_SHOW}",
            written=f"{said.written} {told}",
            spoken=f"{said.spoken} {words.aloud(told)}",
            plain=f"{said.plain} {told}".strip(),
        ),
        evidence=merge(piece for piece in used if piece),
        drawn=merge(piece for piece in drawn if piece),
        picture="panels" if beside.drawn else one.picture,
        cards=(card, *([beside.card] if beside.card else [])),
        cited=beside.fact,
        about_suicide=beside.about_suicide,
    )


def _overlap(spec: Spec, row: Row, line: Line, beside: Beside) -> None:
    """Refuses two periods that share no day (S02)."""
    if row["start"].date() <= beside.end and beside.start <= row["end"].date():
        return
    shared = [
        row["start"].date()
        for row in line.known
        if row["start"].date() <= beside.end and beside.start <= row["end"].date()
    ]
    days = shared[: nearest.MOST]
    raise NotMadeError(
        "S02",
        say(
            "{one} and {other} share no day.",
            one=words.period(row),
            other=periods.label(beside.start, beside.end),
        ),
        say("Choose periods that overlap, or say each by itself."),
        [*(replace(spec, first=day) for day in days), statistic.level(replace(spec, groups=()))],
    )


def stands_beside(spec: Spec, library: Library) -> Beside:
    """What stands beside the statistic: a series, a cited figure or a campaign's day."""
    if spec.beside in library.reach_facts():
        return _fact(spec, library.reach_facts()[spec.beside], library)
    if spec.beside in library.campaigns() and spec.beside not in library.series():
        return _campaign(spec, library)
    return _series(spec, library)


def _plain_level(spec: Spec) -> list[Spec]:
    return [statistic.level(replace(spec, groups=()))]


def _fact(spec: Spec, fact: ReachFact, library: Library) -> Beside:
    _of_everyone(spec)
    if fact.start is None or fact.end is None:
        raise NotMadeError(
            "S02",
            say("The cited figure is undated, so nobody can say that it is of the same time."),
            say("Say each by itself."),
            [Spec("reach", (fact.id,)), *_plain_level(spec)],
        )
    campaign = library.campaigns().get(fact.campaign)
    suicide = campaign is not None and campaign.about_suicide
    text = in_words(fact).rstrip(".")
    return Beside(text, fact.start, fact.end, fact=fact, about_suicide=suicide)


def _campaign(spec: Spec, library: Library) -> Beside:
    _of_everyone(spec)
    campaign = library.campaigns()[spec.beside]
    day = spec.beside_first
    if day is None or day not in campaign.dates:
        raise NotMadeError(
            "S02",
            say("{campaign} has no such day on its card.", campaign=campaign.title),
            say("Choose a day of the campaign."),
            [
                *(replace(spec, beside_first=day, beside_last=None) for day in campaign.dates),
                *_plain_level(spec),
            ],
        )
    text = f"{campaign.title} took place"
    return Beside(text, day, day, about_suicide=campaign.about_suicide)


def _of_everyone(spec: Spec) -> None:
    """Refuses a statistic of one group: who was reached there, nobody knows (S08)."""
    if spec.groups:
        raise NotMadeError(
            "S08",
            say(
                "Attention is counted for everybody together, so it can't be set beside one "
                "group of people: that would read as if they had been reached."
            ),
            say("Take the figure for everyone."),
            [replace(spec, groups=()), *_plain_level(spec)],
        )


def _series(spec: Spec, library: Library) -> Beside:
    card = lookup.card(spec, library, spec.beside)
    alone = _plain_level(spec)
    if not isinstance(card, ReachSeries):
        raise lookup.kind_misfit(
            say("“{title}” is a statistic; beside it stands reach.", title=card.plain_title),
            say("Choose a series of reach, a cited figure or a campaign."),
            alone,
        )
    if spec.beside_first is None:
        raise NotMadeError(
            "S02", say("The reach has no period."), say("Name the period of the reach."), alone
        )
    splits = {by for _, by, _ in lines_of(library.evidence(card.id))}
    group = spec.groups[0] if spec.groups and spec.groups[0].by in splits else None
    if spec.groups and group is None:
        _of_everyone(spec)
    line = lookup.line(spec, library, card, lookup.place(spec, library, card.place), group)
    asked = Spec(
        "reach", (card.id,), (card.place,), spec.beside_first, spec.beside_last, spec.groups
    )
    rows = reach.taken(asked, card, line, spec.beside_first, spec.beside_last)
    quantity, _ = reach.total(card, rows, spec.beside_last is not None)
    part = _part(group)
    return Beside(
        text=f"{card.plain_title}{part}: {quantity.text} ({card.rung})",
        start=rows["start"].min().date(),
        end=rows["end"].max().date(),
        card=card,
        used=line.evidence.with_rows(rows),
        drawn=line.whole(),
    )


def _part(group: Group | None) -> str:
    return f", {group.label}" if group else ""
