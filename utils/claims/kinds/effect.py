"""A published effect: the study's number, its interval and its design; null and harm included."""

from __future__ import annotations

import math
import re

from utils.claims import nearest, words
from utils.claims.draft import Draft
from utils.claims.kinds.fact import SUICIDE, unknown
from utils.claims.library import Library
from utils.claims.spec import Spec
from utils.language import later
from utils.model import Quantity, Sentences, StudyEffect, units

BARE = ("percent", "points", "percentage points", "times")
HELP = re.compile(r"help-seeking|care use")


def draft(spec: Spec, library: Library) -> Draft:
    """`effect:ID` of the table of studies."""
    id = spec.subjects[0]
    study = library.studies().get(id)
    if study is None:
        known = nearest.close(id, library.studies())
        raise unknown(id, later("published effect"), [Spec("effect", (name,)) for name in known])
    quantity = _quantity(study)
    interval = f" (95% interval {quantity.interval})" if quantity.interval else ""
    when = f", {study.period}" if study.period else ""
    said = f"{study.outcome}: {quantity.text}"
    direction = "" if study.estimate is None else f"; {study.direction}"
    return Draft(
        spec=spec,
        title=f"{study.exposure}: {study.outcome}",
        place=_place(study.country, library),
        period=study.period or str(study.year),
        quantity=quantity,
        sentences=Sentences(
            short=words.fitting([f"{said} ({study.study})", said]),
            written=f"A study of {study.exposure} in {_where(study.country)}{when} reported "
            f"{said}{interval}{direction}. Design: {study.design} ({study.study}).",
            spoken=words.aloud(
                f"A study published in {study.year} looked at {study.exposure}. It reported for "
                f"{said}. Its design was {study.design}."
            ),
            plain="",
        ),
        evidence=None,
        drawn=None,
        picture="interval" if quantity.interval else "number",
        cited=study,
        about_suicide=bool(
            SUICIDE.search(f"{study.exposure} {study.outcome} {study.design} {study.study}")
        ),
        hopeful=bool(HELP.search(study.direction)),
    )


def _quantity(study: StudyEffect) -> Quantity:
    """The estimate with its sign where it is a difference; words where none was found."""
    if study.estimate is None:
        return Quantity(math.nan, math.nan, math.nan, "", 0, study.direction, "")
    low, high = study.low, study.high
    decimals = max(_decimals(one) for one in (study.estimate, low, high) if one is not None)
    text = units.number(study.estimate, _decimals(study.estimate))
    bounded = low is not None and high is not None
    return Quantity(
        value=study.estimate,
        low=math.nan if low is None else low,
        high=math.nan if high is None else high,
        unit=study.unit,
        decimals=decimals,
        text=f"{text}%" if study.unit == "percent" else f"{text} {study.unit}",
        interval=units.interval(low or 0.0, high or 0.0, decimals) if bounded else "",
    )


def _decimals(value: float) -> int:
    return len(f"{value:.10g}".partition(".")[2])


def _where(country: str) -> str:
    return "the United States" if country == "United States" else country


def _place(country: str, library: Library) -> str:
    """The code of a place named in words, from its last part to its first; else the world."""
    names = {place.name: code for code, place in library.places().items()}
    parts = [part.strip() for part in country.split(",")]
    return next((names[part] for part in reversed(parts) if part in names), "WLD")
