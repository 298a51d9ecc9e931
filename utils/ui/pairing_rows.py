"""The rows, events and measures that follow from what was chosen on the side-by-side page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from string import ascii_uppercase

import pandas as pd

from utils.analysis import attention, placebo, scale
from utils.analysis.attention import AttentionError
from utils.claims.beside import Counted, Need, Rise
from utils.figures.panels import Mark
from utils.figures.spans import Panel
from utils.language import groups, places, say
from utils.model import Card, Evidence
from utils.ui import campaign_view, load
from utils.ui.pairing import COUNTS, Measure, Pairing, need, reach, spans


def marks(pairing: Pairing) -> list[Mark]:
    """The events of the chosen campaigns in the time shown, each campaign with a letter."""
    return [
        Mark(one.start, one.end, letter)
        for letter, campaign in zip(ascii_uppercase, pairing.campaigns, strict=False)
        for one in spans(campaign, pairing.first, pairing.last)
    ]


def panels(pairing: Pairing) -> list[Panel]:
    """The statistic on top, reach below it, in the time shown; per 100,000 where asked for."""
    pieces: list[tuple[Card, Evidence, str]] = [(pairing.card, need(pairing), _name(pairing))]
    pieces += [(one.card, reach(one), one.title) for one in pairing.measures]
    found = []
    for card, evidence, title in pieces:
        if pairing.rate and card.unit in COUNTS:
            card, evidence = per_100k(card, evidence)
        found.append(Panel(_within(evidence, pairing.first, pairing.last), card, title))
    return found


def _name(pairing: Pairing) -> str:
    place = places.name(load.places()[pairing.place])
    group = "" if pairing.group == "all" else f", {groups.name(pairing.group)}"
    return f"{pairing.card.plain_title}, {place}{group}"


def per_100k(card: Card, evidence: Evidence) -> tuple[Card, Evidence]:
    """A count beside the people there were in its year; the same card with the new unit."""
    rates = scale.per_100k(evidence, load.evidence("population"))
    if rates.rows["value"].isna().all():
        return card, evidence
    return replace(card, unit="per 100,000", decimals=2), rates


def _within(evidence: Evidence, first: dt.date, last: dt.date) -> Evidence:
    """Rows that touch the time shown; a year that begins before it is not cut away."""
    rows = evidence.rows
    touching = (rows["end"] >= pd.Timestamp(first)) & (rows["start"] <= pd.Timestamp(last))
    return evidence.with_rows(rows[touching])


def event_name(pairing: Pairing) -> str:
    """The campaign whose day is looked at."""
    for one in pairing.campaigns:
        if pairing.event in {span.start for span in spans(one, pairing.first, pairing.last)}:
            return one.title
    return say("the day")


def reached(pairing: Pairing) -> list[Rise | Counted]:
    """Each reach series around the event: measured where it can be, else as it was counted."""
    if pairing.event is None:
        return []
    return [_reached(pairing, one, pairing.event) for one in pairing.measures]


def _reached(pairing: Pairing, measure: Measure, event: dt.date) -> Rise | Counted:
    evidence = campaign_view.line(measure.card, measure.part)
    counted = Counted(measure.card, measure.part, evidence)
    window = campaign_view.FREQUENCIES.get(measure.card.frequency)
    if window is None:
        return counted
    curve = campaign_view.curve(evidence.rows)
    days = [one.start for c in pairing.campaigns for one in spans(c, *_all_time(curve))]
    try:
        found = attention.around(curve, event, window)
    except AttentionError:
        return counted
    check = placebo.check(curve, event, window, leave_out=[day for day in days if day != event])
    return Rise(measure.card, measure.part, found, check, window)


def _all_time(curve: pd.Series) -> tuple[dt.date, dt.date]:
    return curve.index[0].date(), curve.index[-1].date()


def looked_at(pairing: Pairing) -> Need:
    """The statistic as the sentences need it."""
    shown = _within(need(pairing), pairing.first, pairing.last)
    return Need(pairing.card, shown, load.places()[pairing.place])
