"""The grammar of a claim, version 1: one line of text that an address can carry as it is.

`kind:what:where:when[:who]`, for example
`change:us-anxiety-or-depression:USA:2020-04-23..2020-07-16`. docs/claims.md has every form.
A period is named by its first day, shortened where the rest is a first of January or of a
month: `2019`, `2024-09`, `2024-08-20`. A group is `sex=Female`, its label written by
`utils.claims.slug`. Only letters, digits and `-._~:,=` occur.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from utils.claims.parts import EXAMPLES, KINDS, Group, Parts, SpecError
from utils.claims.slug import slug
from utils.language import later, say
from utils.model.claims import Kind
from utils.model.limits import CLAIM_LETTERS

__all__ = [
    "EXAMPLES",
    "KINDS",
    "VERSION",
    "Group",
    "Spec",
    "SpecError",
    "parse",
    "period",
    "written",
]

VERSION = 1
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
PLACE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")


@dataclass(frozen=True)
class Spec:
    """A claim as asked for. Fields that its kind has no use for are empty.

    ``subjects`` are ids of series, or of the fact, study or campaign spoken of. ``first`` and
    ``last`` are first days of periods, ``last`` only in a range. ``beside`` is what stands
    beside a statistic (`together`) or the series in which a campaign's day is measured
    (`attention`), from ``beside_first`` to ``beside_last``.
    """

    kind: Kind
    subjects: tuple[str, ...]
    places: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    groups: tuple[Group, ...] = ()
    beside: str = ""
    beside_first: dt.date | None = None
    beside_last: dt.date | None = None

    def __str__(self) -> str:
        """The canonical line."""
        return written(self)


def parse(text: str) -> Spec:
    """The claim that a line asks for; raises `SpecError` for any other text."""
    line = text.strip()
    if len(line) > CLAIM_LETTERS:
        raise SpecError(
            say(
                "A claim has at most {most} letters, this line has {many}. Copy "
                "the claim alone, without the text around it.",
                most=CLAIM_LETTERS,
                many=len(line),
            )
        )
    name, *parts = line.split(":")
    kind = next((one for one in KINDS if one == name), None)
    if kind is None:
        raise SpecError(
            say(
                "'{name}' is no kind of claim. Begin with one of {kinds}, as in {example}.",
                name=name[:40],
                kinds=", ".join(KINDS),
                example=EXAMPLES["level"],
            )
        )
    return READERS[kind](kind, Parts(kind, parts))


SERIES = later("the id of a series")


def _statistic(kind: Kind, parts: Parts) -> Spec:
    subjects = parts.names(ID, SERIES, 2)
    places = parts.names(PLACE, later("the code of a place"), 2 if kind == "gap" else 1)
    ranged = kind in ("change", "peak", "lowest")
    first, last = parts.range() if ranged else (parts.day(), None)
    groups = parts.groups(2 if kind == "gap" else 1)
    parts.end()
    if kind == "gap" and max(len(subjects), len(places), len(groups)) < 2:
        raise parts.error(say("leaves one side: a gap needs two places or two groups."))
    if kind == "treatment-gap" and len(subjects) < 2:
        raise parts.error(say("leaves one side: a treatment gap needs a need and a help series."))
    return Spec(kind, subjects, places, first, last, groups)


def _reach(kind: Kind, parts: Parts) -> Spec:
    subjects = parts.names(ID, later("the id of a cited figure or of a series"), 2)
    if not parts.more():
        return Spec(kind, subjects)
    places = parts.names(PLACE, later("the code of a place"), 1)
    first, last = parts.span()
    groups = parts.groups()
    parts.end()
    return Spec(kind, subjects, places, first, last, groups)


def _attention(kind: Kind, parts: Parts) -> Spec:
    subjects = parts.names(ID, later("the id of a campaign"), 1)
    (beside,) = parts.names(ID, SERIES, 1)
    first = parts.day()
    groups = parts.groups()
    parts.end()
    return Spec(kind, subjects, first=first, groups=groups, beside=beside)


def _together(kind: Kind, parts: Parts) -> Spec:
    subjects = parts.names(ID, SERIES, 1)
    places = parts.names(PLACE, later("the code of a place"), 1)
    first = parts.day()
    (beside,) = parts.names(ID, later("the id of a reach series, a cited figure or a campaign"), 1)
    began: dt.date | None = None
    ended: dt.date | None = None
    if parts.more() and "=" not in parts.parts[parts.at]:
        began, ended = parts.span()
    groups = parts.groups()
    parts.end()
    return Spec(kind, subjects, places, first, None, groups, beside, began, ended)


def _cited(kind: Kind, parts: Parts) -> Spec:
    subjects = parts.names(ID, later("the id of a study or fact"), 1)
    parts.end()
    return Spec(kind, subjects)


READERS: Mapping[Kind, Callable[[Kind, Parts], Spec]] = {
    **dict.fromkeys(KINDS, _statistic),
    "reach": _reach,
    "attention": _attention,
    "together": _together,
    "effect": _cited,
    "fact": _cited,
}


def written(spec: Spec) -> str:
    """The canonical line of a claim: `parse(written(spec)) == spec`."""
    parts = [spec.kind, ",".join(spec.subjects)]
    if spec.kind == "attention":
        parts.append(spec.beside)
    if spec.places:
        parts.append(",".join(spec.places))
    if spec.first is not None:
        parts.append(_span(spec.first, spec.last))
    if spec.kind == "together":
        parts.append(spec.beside)
    if spec.beside_first is not None:
        parts.append(_span(spec.beside_first, spec.beside_last))
    if spec.groups:
        parts.append(spec.groups[0].by + "=" + ",".join(slug(one.label) for one in spec.groups))
    return ":".join(parts)


def _span(first: dt.date, last: dt.date | None) -> str:
    return period(first) + (f"..{period(last)}" if last else "")


def period(first: dt.date) -> str:
    """A first day as short as it can be: `2019`, `2024-09`, `2024-08-20`."""
    text = first.isoformat()
    return text[:4] if text.endswith("-01-01") else text[:7] if text.endswith("-01") else text
