"""What a view shows, worked out once and kept for whoever asks for the same view next."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from utils.claims.spec import Spec
from utils.language import current
from utils.model import Evidence
from utils.ui import campaign_parts, doors, draw, load
from utils.ui import view as views
from utils.ui.campaign_view import CampaignView
from utils.ui.clock import today
from utils.ui.draw import Drawing
from utils.ui.view import View

KEPT = 96
"""Views kept at once, each with its figure; the least recently used one goes first."""


@dataclass(frozen=True)
class Ready:
    """The rows of a view, everything said about them, and the claim that they could become."""

    shown: Evidence
    drawing: Drawing
    point: Spec | None


@dataclass(frozen=True)
class Reached:
    """One event of a campaign: its curve with the rows behind it, all years, and the claim."""

    drawn: tuple[Drawing, Evidence] | None
    years: Drawing | None
    point: Spec | None


def view(chosen: View, everything: Evidence) -> Ready:
    """Rows, drawing and claim of a view of the statistics page.

    Raises `select.SelectionError` for a choice that holds no rows.
    """
    # the day counts because ages are said, the theme because colours are, the language for words
    moment = today().isoformat(), st.context.theme.type or "", current().locale
    found: Ready = _view(repr((chosen, load.stamp(chosen.card.id), moment)), chosen, everything)
    return found


# a resource and not data: nothing in it is ever changed, so one can serve all
@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _view(key: str, _chosen: View, _everything: Evidence) -> Ready:
    shown = views.rows(_chosen, _everything)
    drawing = draw.drawing(_chosen, shown, _everything)
    return Ready(shown, drawing, doors.honest(doors.of_view(_chosen, shown)))


def campaign(chosen: CampaignView) -> Reached:
    """The same for a view of the campaigns page; empty where there is no series to show."""
    if chosen.card is None:
        return Reached(None, None, None)
    moment = today().isoformat(), st.context.theme.type or "", current().locale
    found: Reached = _campaign(repr((chosen, load.stamp(chosen.card.id), moment)), chosen)
    return found


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _campaign(key: str, _chosen: CampaignView) -> Reached:
    drawn = campaign_parts.drawing(_chosen)
    spec = doors.honest(doors.of_campaign(_chosen, drawn[1] if drawn else None))
    return Reached(drawn, campaign_parts.by_year(_chosen), spec)
