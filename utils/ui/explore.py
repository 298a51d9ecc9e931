"""What follows each choice on the pages of statistics and campaigns, and nothing else.

A fragment: the menu, the first choice and what a series measures stay as they are while a reader
changes place, period or event. The chart is drawn first, wherever it stands on the page.
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from utils.model import Campaign, Indicator
from utils.ui import (
    address,
    campaign_evidence,
    campaign_parts,
    campaigns,
    cards,
    controls,
    doors,
    leave,
    load,
    page,
    passing_on,
    ready,
    safety,
    tables,
    tongue,
)
from utils.ui import offer as offers
from utils.ui import view as views


@st.fragment
def statistic(
    card: Indicator, top: DeltaGenerator, left: DeltaGenerator, below: DeltaGenerator
) -> None:
    """The choices of one statistic, its chart, its answer and what to take away."""
    tongue.again()
    with address.part(), page.part(top, left, below):
        everything = load.evidence(card.id)
        chosen = controls.view(card)
        with top:  # before anything that may go wrong
            safety.note(card, *chosen.places[:1])
        # of one split alone: a series with many others is no slower
        made = ready.view(chosen, offers.offer(card, chosen.split).part)
        shown = made.shown
        with left:
            buttons = passing_on.buttons([shown])
            cards.chart(made.drawing, views.picture_name(chosen), buttons=buttons)
        with top:
            cards.answer(made.drawing.answer)
        with left:
            tables.rows(card, shown, unfolded=chosen.kind == "table")
            doors.door(made.point)
            leave.source(shown, card, everything)
        with below:
            leave.take_away(card, shown, everything, views.withheld(chosen))


@st.fragment
def campaign(
    card: Campaign,
    top: DeltaGenerator,
    left: DeltaGenerator,
    right: DeltaGenerator,
    below: DeltaGenerator,
) -> None:
    """The measures of one campaign, the chart of one event, and what to take away."""
    tongue.again()
    with address.part(), page.part(top, left, right, below):
        view = campaigns.view(card)
        made = ready.campaign(view)
        with left:
            campaign_parts.picture(view, made.drawn, made.years)
        with top:
            cards.campaign(card, campaign_evidence.answer(card, made.drawn))
            safety.note(card, card.region)
        with right:
            campaign_parts.counts(view)
            doors.door(made.point)
        with below:
            campaign_parts.source(view, made.drawn)
