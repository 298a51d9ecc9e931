"""The pictures of the campaigns page: the curve, the years, and what is counted in them."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from utils.analysis import aggregate, ladder
from utils.analysis.age import age
from utils.claims import reach as words
from utils.export import csv
from utils.figures import alt as alts
from utils.figures import attention as attention_figure
from utils.figures import palette, trend, years
from utils.figures.frame import Caption, source_line
from utils.language import later, say
from utils.model import Evidence, ReachSeries
from utils.model.reach import LADDER
from utils.ui import campaign_view, cards, leave, load, tables
from utils.ui.campaign_view import CampaignView, Measured
from utils.ui.clock import today
from utils.ui.draw import Drawing
from utils.ui.text import plain

PEOPLE = later(
    "Between one, if one person did it all, and the figure itself, if nobody did it twice; never "
    "more than there are people."
)


def drawing(view: CampaignView) -> tuple[Drawing, Evidence] | None:
    """The picture of a view with its words, and the rows behind it; `None` without a series."""
    if view.card is None:
        return None
    if view.event is None:
        return _whole(view, view.card)
    found = campaign_view.measured(view, view.event)
    name = campaign_view.name(view)
    caption = _caption(view.card, found.rows, f"{view.card.title}, {view.group}")
    figure = attention_figure.figure(
        found.curve, view.card, found.found, found.placebo, found.window, name, caption, _theme()
    )
    said = words.attention(
        view.campaign.title,
        view.card,
        found.found,
        found.placebo,
        found.window,
        load.population(view.card.place, view.event.year) if view.card.additive else 0,
    )
    alt = attention_figure.alt(view.card, found.found, found.placebo, found.window, name)
    return Drawing(figure, alt, said, view.card.caveats[:3]), found.rows


def _whole(view: CampaignView, card: ReachSeries) -> tuple[Drawing, Evidence]:
    """A series by year, or by month where days are too sparse to be read."""
    evidence = campaign_view.part(view, card)
    notes = list(card.caveats[:3])
    if card.frequency == "P1D" and card.additive:
        evidence = aggregate.monthly(evidence)
        notes.append(say("Sums by month of the days on which something was found."))
    monthly = card.frequency == "P1D"
    places = load.places()
    caption = _caption(card, evidence, card.title)
    drawn = card if not monthly else _by_month(card)
    figure = trend.figure(evidence, drawn, places, caption, _theme())
    alt = alts.trend(evidence, drawn, places)
    return Drawing(figure, alt, words.whole(evidence, card), tuple(notes)), evidence


def _by_month(card: ReachSeries) -> ReachSeries:
    return replace(card, frequency="P1M")


def _caption(card: ReachSeries, rows: Evidence, title: str) -> Caption:
    last = age(rows, card, today()).last
    return Caption(
        title.removesuffix(", all"),
        f"{card.platform}; {say(card.rung)}; {card.coverage}",
        source_line(rows, say("Data to {last}.", last=last)),
    )


def _theme() -> palette.Theme:
    return palette.theme(st.context.theme.type)


def by_year(view: CampaignView) -> Drawing | None:
    """The same event in every year of the series, where there are at least two."""
    if view.card is None or view.event is None:
        return None
    days = campaign_view.events(view.campaign, view.card, view.group)
    if len(days) < 2:
        return None
    every: list[Measured] = [campaign_view.measured(view, day) for day in reversed(days)]
    found = [one.found for one in every]
    caption = _caption(
        view.card, every[-1].rows, say("{campaign}, year by year", campaign=view.campaign.title)
    )
    figure, alt = years.figure(found, caption, _theme()), years.alt(found, _noun(view.card))
    return Drawing(figure, alt, (), (), years.table(found))


def _noun(card: ReachSeries) -> str:
    return card.plain_title.lower()


def counts(view: CampaignView) -> None:
    """What is counted in the series of a view, where it has one."""
    if view.card is not None:
        meaning(view.card)


def meaning(card: ReachSeries) -> None:
    """What is counted, on which rung, how completely."""
    rung = ladder.position(card.rung)
    with st.container(border=True):
        st.markdown(say("**What this counts**"))
        step = (
            say("rung {rung} of {rungs}", rung=rung, rungs=len(LADDER))
            if rung
            else say("off the ladder")
        )
        name = say(card.rung)
        lines = {
            f"{name[:1].upper()}{name[1:]} ({step})": say(ladder.MEANING[card.rung]),
            say("Formula"): card.formula,
            say("Coverage"): card.coverage,
            say("Includes"): card.what,
            say("Misses"): card.missed,
            say("People behind it"): say(PEOPLE) if rung else "",
            say("Whose day"): card.day,
        }
        for term, text in lines.items():
            if not text:
                continue
            st.markdown(f"**{plain(term)}:** {plain(text)}")


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
            tables.fold(years.table, years.alt, key="years-table")


def source(view: CampaignView, drawn: tuple[Drawing, Evidence] | None) -> None:
    """Source, age, citation and downloads of the series shown, and the link to this view."""
    if drawn is not None and view.card is not None:
        everything = load.evidence(view.card.id)
        leave.source(drawn[1], view.card, everything)
        leave.take_away(view.card, drawn[1], everything)
    else:
        leave.share()
