"""A statistic beside a campaign as the side-by-side page opens with them, without the page."""

from __future__ import annotations

import dataclasses
import datetime as dt

from utils.analysis import select
from utils.model import Indicator
from utils.ui import load, pairing
from utils.ui.pairing import Measure, Pairing


def pair(
    indicator: str, campaign: str, place: str = "", measures: tuple[str, ...] = (), **more: object
) -> Pairing:
    """A statistic beside the first series of a campaign, in the years that the page would show."""
    card, one = load.indicators()[indicator], load.campaigns()[campaign]
    everything = load.evidence(indicator)
    split = select.splits(everything)[0]
    part = select.split(everything, split)
    group = part.rows["group"].iloc[0]
    part = select.groups(part, [group])
    where = place or _place(card, set(part.rows["place"]))
    known = pairing.measures((one,))
    chosen = tuple(known[id] for id in measures or list(pairing.measures_of(one))[:1])
    first, last = _years(select.places(part, [where]), chosen)
    days = sorted({span.start for span in pairing.spans(one, first, last)}, reverse=True)
    need = select.places(part, [where])
    reached = [pairing.reach(measure) for measure in chosen]
    event = next((day for day in days if pairing.covered(day, need, *reached)), None)
    event = event or (days[0] if days else None)
    made = Pairing(card, where, split, group, (one,), chosen, first, last, False, event)
    return dataclasses.replace(made, **more)


def _place(card: Indicator, codes: set[str]) -> str:
    wished = (*card.default_places[:1], card.benchmark, "USA")
    return next((code for code in wished if code in codes), min(codes))


def _years(need: object, measures: tuple[Measure, ...]) -> tuple[dt.date, dt.date]:
    reached = [pairing.reach(one) for one in measures]
    start, end = pairing.span(need, *reached)  # type: ignore[arg-type]
    shared = pairing.shared_years(need, reached)  # type: ignore[arg-type]
    if shared:
        years = max(start.year, shared[0] - 1), min(end.year, shared[1] + 1)
    else:
        years = start.year, end.year
    return dt.date(years[0], 1, 1), dt.date(years[1], 12, 31)
