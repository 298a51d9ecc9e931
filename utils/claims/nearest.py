"""Specs near to one that is refused: other names, places, groups or periods that there are."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from utils.claims.line import EVERYONE, Key
from utils.claims.spec import Group, Spec
from utils.model import Card, Indicator, Place, ReachSeries
from utils.model.evidence import Row

MOST = 3
"""How many periods, places or names are tried for a claim near to one that is refused."""
Lines = Mapping[Key, object]
"""Lines by place, split and label."""


def close(name: str, known: Iterable[str]) -> list[str]:
    """The names most like one that is unknown, best first."""
    return difflib.get_close_matches(name, list(known), MOST, 0.6)


def renamed(spec: Spec, old: str, new: str) -> Spec:
    """The same claim about another id."""
    subjects = tuple(new if one == old else one for one in spec.subjects)
    return replace(spec, subjects=subjects, beside=new if spec.beside == old else spec.beside)


def as_reach(spec: Spec, card: ReachSeries) -> list[Spec]:
    """Claims about the reach series that was taken for a statistic."""
    days = [day for day in (spec.last, spec.first) if day]
    return [Spec("reach", (card.id,), (card.place,), day, None, spec.groups[:1]) for day in days]


def elsewhere(spec: Spec, card: Card, place: Place, lines: Lines) -> list[Spec]:
    """The same claim about a place that the series has: its own defaults first."""
    defaults = card.default_places if isinstance(card, Indicator) else (card.place,)
    benchmark = card.benchmark if isinstance(card, Indicator) else ""
    codes = dict.fromkeys([place.parent, benchmark, *defaults, *(key[0] for key in lines)])
    have = {key[0] for key in lines}
    found = [code for code in codes if code in have][:MOST]
    return [
        replace(spec, places=tuple(code if one == place.code else one for one in spec.places))
        for code in found
    ]


def other_groups(spec: Spec, place: Place, group: Group, lines: Lines) -> Iterator[Spec]:
    """The same claim about a group of like name, else about everyone."""
    mine = [Group(by, label) for code, by, label in lines if code == place.code]
    labels = [one.label for one in mine]
    alike = [one for name in close(group.label, labels) for one in mine if one.label == name]
    yield from (replace(spec, groups=(one,)) for one in alike if one.by != "all")
    if EVERYONE in mine:
        yield replace(spec, groups=())
    else:
        yield from (replace(spec, groups=(one,)) for one in mine[:MOST])


def near(spec: Spec, known: Sequence[Row], wanted: dt.date) -> list[Spec]:
    """The same claim with the day replaced by those of the nearest periods with a value."""
    days = [row["start"].date() for row in known]
    days.sort(key=lambda day: abs((day - wanted).days))
    return [moved(spec, wanted, day) for day in days[:MOST]]


def moved(spec: Spec, old: dt.date, new: dt.date) -> Spec:
    """The same claim with one first day replaced by another."""
    first = new if spec.first == old else spec.first
    last = new if spec.last == old else spec.last
    return replace(spec, first=first, last=last)
