"""Finds what a spec names: card, place, line, row; what can't be found is refused by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd

from utils.claims import nearest
from utils.claims.library import Library
from utils.claims.line import EVERYONE, Line, lines_of
from utils.claims.refuse import NO_FIGURE, UNFIT, UNKNOWN, NotMadeError
from utils.claims.spec import Group, Spec
from utils.language import groups, later, periods, places, say
from utils.language.tongue import in_english
from utils.model import Card, Indicator, Place

ABSENT = {
    "Q": ("S07", later("The source withholds this figure because few people stand behind it.")),
    "M": (NO_FIGURE, later("The source has no figure here.")),
    "B": ("S15", later("The source leaves this figure out because of a break in the series.")),
    "U": ("S07", later("The source withholds this figure because it is too unreliable.")),
}


def card(spec: Spec, library: Library, id: str = "") -> Card:
    """The card of a series of a spec, its first one unless named."""
    wanted = id or spec.subjects[0]
    found = library.series().get(wanted)
    if found is None:
        like = nearest.close(wanted, library.series())
        renamed = [nearest.renamed(spec, wanted, name) for name in like]
        hint = say(" Did you mean {like}?", like=like[0]) if like else ""
        raise NotMadeError(
            UNKNOWN,
            say("There is no series '{wanted}'.{hint}", wanted=wanted, hint=hint),
            say("Choose a series."),
            renamed,
        )
    return found


def indicator(spec: Spec, library: Library, id: str = "") -> Indicator:
    """The card of a statistic; a reach series is refused, because posts are not people (S10)."""
    found = card(spec, library, id)
    if isinstance(found, Indicator):
        return found
    raise NotMadeError(
        "S10",
        say(
            "'{title}' counts attention, not people: nobody was chosen to be counted, so "
            "it can't say how common something is.",
            title=found.plain_title,
        ),
        say("Say how large the attention was, with its rung."),
        nearest.as_reach(spec, found),
    )


def place(spec: Spec, library: Library, code: str = "") -> Place:
    """A place of a spec, its first one unless named."""
    wanted = code or spec.places[0]
    found = library.places().get(wanted)
    if found is None:
        like = nearest.close(wanted, library.places())
        raise NotMadeError(
            UNKNOWN,
            say("There is no place '{wanted}'.", wanted=wanted),
            say("Use a code such as USA, US-CA or GB-ENG."),
            [replace(spec, places=(name,)) for name in like],
        )
    return found


def line(
    spec: Spec, library: Library, card: Card, place: Place, group: Group | None = None
) -> Line:
    """The rows of a series for one place and group; refused where there are none."""
    evidence = library.evidence(card.id)
    by_line = lines_of(evidence)
    split = group or EVERYONE
    found = by_line.get((place.code, split.by, split.label))
    if found is not None:
        return Line(card, place, split, evidence, found)
    if all(code != place.code for code, _, _ in by_line):
        raise NotMadeError(
            NO_FIGURE,
            say(
                "“{title}” has no figures for {place}.",
                title=card.plain_title,
                place=places.spoken(place),
            ),
            say("Choose another place, or another series."),
            nearest.elsewhere(spec, card, place, by_line),
        )
    raise NotMadeError(
        UNKNOWN if group else NO_FIGURE,
        say(
            "“{title}” has no figures for {place} for {people}.",
            title=card.plain_title,
            place=places.spoken(place),
            people=_people(group),
        ),
        say("Choose a group that the series has."),
        nearest.other_groups(spec, place, split, by_line),
    )


def _people(group: Group | None) -> str:
    if group is None:
        return say("everyone together")
    if in_english():
        return f"{group.by} “{group.label}”"
    return groups.quoted(group.label)


def row(spec: Spec, line: Line, day: dt.date | None = None) -> dict[str, Any]:
    """The row of a line whose period starts on a day; refused where it has no value."""
    wanted = day or spec.first
    assert wanted is not None
    day_of = pd.Timestamp(wanted)
    found = next((row for row in line.records if row["start"] == day_of), None)
    if found is None:
        raise NotMadeError(
            NO_FIGURE,
            say(
                "“{title}” has no period that starts on {wanted} for {whose}.{span}",
                title=line.card.plain_title,
                wanted=periods.label(wanted, wanted),
                whose=named(line),
                span=_span(line),
            ),
            say("Choose a period by its first day."),
            nearest.near(spec, line.known, wanted),
        )
    if pd.isna(found["value"]):
        rule, reason = ABSENT.get(str(found["status"]), ABSENT["M"])
        period = periods.label(found["start"], found["end"])
        raise NotMadeError(
            rule,
            say(
                "{reason} It is about {whose}, {period}.",
                reason=say(reason),
                whose=named(line),
                period=period,
            ),
            say("Choose another period, or everyone together."),
            [*nearest.near(spec, line.known, wanted), replace(spec, groups=())],
        )
    return found


def named(line: Line) -> str:
    """A line as it is called in a reason: place, and group where it is not everyone."""
    group = "" if line.group == EVERYONE else f" ({groups.name(line.group.label)})"
    return f"{places.spoken(line.place)}{group}"


def _span(line: Line) -> str:
    known = line.known
    if not known:
        return say(" It has no figure at all there.")
    first, last = known[0], known[-1]
    one, other = (periods.label(at["start"], at["end"]) for at in (first, last))
    return say(" The figures run from {first} to {last}.", first=one, last=other)


def kind_misfit(reason: str, instead: str, nearest: Iterable[Spec] = ()) -> NotMadeError:
    """A series that this kind of claim can't be made of."""
    return NotMadeError(UNFIT, reason, instead, nearest)
