"""What both pages show, taken once from our own rooms, so that every peer shows the same."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from tests.bench.peers.site import COLUMNS
from utils import catalog
from utils.analysis import select
from utils.claims import reading
from utils.export import csv
from utils.figures import attention as curve
from utils.figures import trend, years
from utils.figures.frame import Caption, source_line
from utils.figures.palette import LIGHT, SYMBOLS
from utils.model import Card, Evidence, periods
from utils.store import snapshot
from utils.ui import campaign_view
from utils.ui.campaign_view import CampaignView

STATISTIC, CAMPAIGN, MEASURE = (
    "us-anxiety-or-depression",
    "world-suicide-prevention-day",
    "wikipedia-en",
)
Content = dict[str, Any]


def statistics() -> Content:
    """Every place's lines, words and rows, and the frame that they are drawn in."""
    card, places = catalog.indicators()[STATISTIC], catalog.places()
    everything = select.split(snapshot.read(STATISTIC), "all")
    codes = sorted(everything.rows["place"].unique(), key=lambda code: places[code].name)
    caption = Caption(card.title, card.population, source_line(everything, ""))
    first = select.places(everything, [card.benchmark])
    frame = plain(trend.figure(first, card, places, caption, LIGHT))["layout"]
    kept = ("source",)
    frame["annotations"] = [
        one for one in frame["annotations"] if one.get("name") in kept or one.get("textangle")
    ]
    spans = select.periods(everything)
    found = {}
    for code in codes:
        rows = select.places(everything, [code])
        drawn = plain(trend.figure(rows, card, places, caption, LIGHT))["data"]
        found[code] = {
            "name": places[code].name,
            "traces": drawn,
            "rows": table(rows, card),
            "answer": " ".join(reading.trend(rows, card, places)),
        }
    return {
        "question": card.question,
        "first": [card.benchmark],
        "places": found,
        "layout": frame,
        "colours": LIGHT.series(card.aspect),
        "symbols": SYMBOLS[:6],
        "days": [[start.isoformat(), periods.label(start, end)] for start, end in spans],
        "about": about(card, everything),
        "file": csv.file_name(card.id, "shown"),
    }


def campaigns() -> Content:
    """Every year's curve and rows of one campaign, and the chart of all years."""
    campaign, card = catalog.campaigns()[CAMPAIGN], catalog.reach()[MEASURE]
    group = campaign_view.groups(campaign, card)[0]
    days = campaign_view.events(campaign, card, group)
    window = campaign_view.FREQUENCIES[card.frequency]
    whole = CampaignView(campaign, card, group, days[0], window.after)
    measured = {day: campaign_view.measured(replace(whole, event=day), day) for day in days}
    caption = Caption(card.title, card.coverage, source_line(measured[days[0]].rows, ""))
    found = {}
    for day, one in measured.items():
        name = f"{campaign.title}, {periods.label(day, day)}"
        figure = curve.figure(
            one.curve, card, one.found, one.placebo, one.window, name, caption, LIGHT
        )
        alt = curve.alt(card, one.found, one.placebo, one.window, name)
        found[day.isoformat()] = {
            "name": periods.label(day, day),
            "figure": plain(figure),
            "rows": table(one.rows, card),
            "answer": alt,
        }
    every = [measured[day].found for day in reversed(days)]
    return {
        "question": f"How far did {campaign.title} reach?",
        "first": days[0].isoformat(),
        "events": found,
        "years": plain(years.figure(every, caption, LIGHT)),
        "about": about(card, measured[days[0]].rows),
        "file": csv.file_name(campaign.id, card.id),
    }


def table(evidence: Evidence, card: Card) -> list[list[Any]]:
    """The rows of a table, with the names that a reader sees."""
    full = csv.table(evidence, card, catalog.places())
    rows = evidence.rows
    spans = zip(rows["start"], rows["end"], strict=True)
    full = full.assign(
        period=[periods.label(start, end) for start, end in spans], status=full["status_meaning"]
    )
    found: list[list[Any]] = json.loads(full[COLUMNS].to_json(orient="values"))
    starts = [f"{start:%Y-%m-%d}" for start in rows["start"]]
    return [[*row, start] for row, start in zip(found, starts, strict=True)]


def about(card: Card, evidence: Evidence) -> list[str]:
    """What is measured, who published it, and how to cite it."""
    words = [getattr(card, part, "") for part in ("definition", "instrument", "population", "what")]
    sources = [
        f"Source: {one.title}, {one.producer}. Licence: {one.licence}. {one.citation}"
        for one in evidence.sources
    ]
    return [*filter(None, words), *card.caveats[:3], *sources]


def plain(figure: go.Figure) -> dict[str, Any]:
    """A figure as lists and words, without anything that only Python knows."""
    found: dict[str, Any] = _plain(figure.to_plotly_json())
    del found["layout"]["datarevision"]  # theirs are drawn anew in the same place, ours are not
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict) and "bdata" in value:
        return _plain(np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"]))
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (pd.Timestamp, dt.date)):
        return value.isoformat()
    if isinstance(value, str) or not isinstance(value, Iterable):
        return None if isinstance(value, float) and value != value else value
    listed = pd.Series(value).tolist() if hasattr(value, "dtype") else value
    return [_plain(one) for one in listed]
