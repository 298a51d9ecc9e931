"""The pictures of the campaigns page: the curve, the years, and what is counted in them."""

from __future__ import annotations

import streamlit as st

from utils.export import csv
from utils.language import say
from utils.model import Evidence, ReachSeries
from utils.ui import campaign_view, cards, draw, leave, load, people, tables
from utils.ui.campaign_view import CampaignView
from utils.ui.draw import Drawing
from utils.ui.text import plain
from utils.views import campaign_drawing as drawings
from utils.views import meaning as meanings


def drawing(view: CampaignView) -> tuple[Drawing, Evidence] | None:
    """The picture of a view with its words, and the rows behind it; `None` without a series."""
    if view.card is None:
        return None
    if view.event is None:
        return drawings.whole(view, load.evidence(view.card.id), draw.setting())
    found = campaign_view.measured(view, view.event)
    inhabitants = people.population(view.card.place, view.event.year) if view.card.additive else 0
    return drawings.around(view, found, inhabitants, draw.setting())


def by_year(view: CampaignView) -> Drawing | None:
    """The same event in every year of the series, where there are at least two."""
    if view.card is None or view.event is None:
        return None
    days = campaign_view.events(view.campaign, view.card, view.group)
    if len(days) < 2:
        return None
    every = [campaign_view.measured(view, day) for day in reversed(days)]
    return drawings.by_year(view, every, draw.setting())


def counts(view: CampaignView) -> None:
    """What is counted in the series of a view, where it has one."""
    if view.card is not None:
        meaning(view.card)


def meaning(card: ReachSeries) -> None:
    """What is counted, on which rung, how completely."""
    with st.container(border=True):
        st.markdown(say("**What this counts**"))
        told = (f"**{plain(term)}:** {plain(text)}" for term, text in meanings.lines(card).items())
        st.markdown("\n\n".join(told))


def picture(
    view: CampaignView, drawn: tuple[Drawing, Evidence] | None, years: Drawing | None
) -> None:
    """The curve with its table, and the same event in other years."""
    if drawn is None or view.card is None:
        st.info(
            say("No series of this campaign may be kept here. What was said about it is below.")
        )
        return
    drawing, shown = drawn
    parts = (view.campaign.id, view.card.id, view.group, str(view.event or ""))
    cards.chart(drawing, csv.file_name(*parts, ending="png").removesuffix(".png"))
    tables.rows(view.card, shown)
    if years is not None:
        cards.chart(years, f"groundswell_{view.campaign.id}_by-year", key="years")
        if years.table is not None:
            tables.folded(years.table, years.alt, key="years-table")


def source(view: CampaignView, drawn: tuple[Drawing, Evidence] | None) -> None:
    """Source, age, citation and downloads of the series shown, and the link to this view."""
    if drawn is not None and view.card is not None:
        everything = load.evidence(view.card.id)
        leave.source(drawn[1], view.card, everything)
        leave.take_away(view.card, drawn[1], everything)
    else:
        leave.share()
