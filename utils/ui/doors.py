"""From a chart to the talking point that it shows: each view names its own claim."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from utils.analysis import select
from utils.claims import beside
from utils.claims.parts import Group
from utils.claims.spec import Spec, parse
from utils.language import say
from utils.model import Evidence, Refused
from utils.model.claims import Kind
from utils.ui import campaign_view, point
from utils.ui.campaign_view import CampaignView
from utils.ui.pairing import Pairing
from utils.ui.view import View

PAGE = "pages/talking_points.py"


def open_to(spec: Spec | None) -> None:
    """The door itself; nothing where a view shows no single claim."""
    door(honest(spec))


def door(spec: Spec | None) -> None:
    """The door to a claim that can be made; nothing without one."""
    if spec is not None:
        st.page_link(
            PAGE,
            label=say("Make a talking point of this"),
            icon=":material/format_quote:",
            query_params={"point": str(spec)},
        )


def honest(spec: Spec | None) -> Spec | None:
    """The claim itself where it can be made, else the nearest that can; `None` without one."""
    made = None if spec is None else point.claim(str(spec))
    if isinstance(made, Refused):
        return parse(made.nearest) if made.nearest else None
    return spec


def of_view(view: View, shown: Evidence) -> Spec | None:
    """A change where one is shown, a gap between two lines, a rank in a ranking, else a level."""
    rows = shown.rows.dropna(subset="value").sort_values("start")
    rows = rows[rows["place"] != select.MEDIAN]
    if rows.empty:
        return None
    last = rows.iloc[-1]
    mine = rows[rows["place"].isin(view.places)]
    row = mine.iloc[-1] if len(mine) else last
    if view.kind == "ranking":
        return _spec("rank", row, row["start"]) if len(mine) else None
    if view.since and view.since < row["start"].date():
        return _spec("change", row, view.since, row["start"])
    return _gap(rows[rows["start"] == last["start"]]) or _spec("level", row, row["start"])


def _gap(rows: pd.DataFrame) -> Spec | None:
    """Two lines that end together differ in one thing only: place or group."""
    if len(rows) != 2:
        return None
    one, other = rows.iloc[0], rows.iloc[1]
    places = tuple(dict.fromkeys((one["place"], other["place"])))
    groups = tuple(dict.fromkeys(_groups(one) + _groups(other)))
    if len(places) == 2 and len(groups) == 2:
        return None
    return Spec("gap", (one["series"],), places, one["start"].date(), None, groups)


def _spec(kind: Kind, row: pd.Series, first: dt.date, last: dt.date | None = None) -> Spec:
    return Spec(
        kind,
        (row["series"],),
        (row["place"],),
        _day(first),
        None if last is None else _day(last),
        _groups(row),
    )


def _groups(row: pd.Series) -> tuple[Group, ...]:
    return () if row["group_by"] == "all" else (Group(row["group_by"], row["group"]),)


def _day(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def of_campaign(view: CampaignView, shown: Evidence | None) -> Spec | None:
    """How far attention rose on the campaign's day."""
    if view.card is None or view.event is None or shown is None:
        return None
    groups = _groups(shown.rows.iloc[0])
    return Spec(
        "attention", (view.campaign.id,), first=view.event, groups=groups, beside=view.card.id
    )


def of_pair(chosen: Pairing, need: Evidence) -> Spec | None:
    """The statistic and the first reach series, each in its period that holds the day."""
    if chosen.event is None or not chosen.measures or chosen.split != "all":
        return None
    measure = chosen.measures[0]
    held = beside.holding(need, chosen.event)
    reach = beside.holding(campaign_view.line(measure.card, measure.part), chosen.event)
    if held is None or reach is None:
        return None
    first, began = held["start"].date(), reach["start"].date()
    return Spec(
        "together", (chosen.card.id,), (chosen.place,), first, None, _groups(reach),
        measure.card.id, began,
    )  # fmt: skip
