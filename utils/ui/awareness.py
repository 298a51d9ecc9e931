"""The parts of the calendar page: the next awareness days, what speaks to them, a file."""

from __future__ import annotations

import streamlit as st

from utils.analysis import calendar
from utils.analysis.calendar import Span
from utils.export import csv, ics
from utils.language import periods, places, say, say_many
from utils.model import AwarenessEvent
from utils.ui import address, cards, choose, extent, leave, load
from utils.ui.clock import today
from utils.ui.text import plain

ANYWHERE = "any"
Dated = list[tuple[AwarenessEvent, Span]]


def heading() -> None:
    """The question of the page."""
    cards.title(say("Which awareness day is next?"))


def ahead() -> None:
    """The coming year in order, by region; each day with what speaks to it."""
    answer = st.container()
    dated, unknown = _dated(_region())
    if dated:
        # what is on now is said too, but the question is what comes next
        coming = next((pair for pair in dated if pair[1].start > today()), dated[0])
        answer.markdown(f"**{plain(_sentence(*coming))}**")
    for event, span in dated:
        _event(event, span)
    if unknown:
        names = ", ".join(event.name for event in unknown)
        st.markdown(
            plain(say("No date announced yet, and no rule that always held: {names}.", names=names))
        )


def _region() -> str:
    codes = sorted({code for event in load.calendar().values() for code in _codes(event)})
    return choose.one(
        "where",
        say("Region"),
        [ANYWHERE, *codes],
        ANYWHERE,
        lambda r: say("Anywhere") if r == "any" else _named(r),
    )


def _codes(event: AwarenessEvent) -> list[str]:
    return event.region.split(";")


def _named(code: str) -> str:
    return places.name(load.places()[code])


def _dated(region: str) -> tuple[Dated, list[AwarenessEvent]]:
    events = [e for e in load.calendar().values() if region in (ANYWHERE, *_codes(e))]
    spans = [(event, calendar.ahead(event, today())) for event in events]
    dated = [(event, span) for event, span in spans if span]
    # a milestone is over for good, so its next date is not missing
    unknown = [event for event, span in spans if span is None and event.kind != "milestone"]
    return sorted(dated, key=lambda pair: (pair[1].start, pair[0].name)), unknown


def _sentence(event: AwarenessEvent, span: Span) -> str:
    when = periods.label(span.start, span.end)
    days = (span.start - today()).days
    if days > 0:
        return say_many(
            "{event} is next: {when}, in {count} day.",
            "{event} is next: {when}, in {count} days.",
            days,
            event=event.name,
            when=when,
        )
    return say("{event} is on now: {when}.", event=event.name, when=when)


def _event(event: AwarenessEvent, span: Span) -> None:
    with st.container(border=True):
        left, right = st.columns([3, 2])
        with left:
            st.markdown(f"**{plain(periods.label(span.start, span.end))}: {plain(event.name)}**")
            where = say(" and ").join(_named(code) for code in _codes(event))
            sure = say("announced") if span.basis == "known" else say("by rule")
            source = f"[{say('Source')}]({event.url})"
            st.markdown(f":small[{plain(where)}, {sure}: {plain(event.rule_text)} {source}]")
        with right:
            _speaks(event)


def _speaks(event: AwarenessEvent) -> None:
    """Doors to the campaign and the statistics that speak to the day."""
    known = load.indicators()
    mine = [one for one in load.campaigns().values() if one.event == event.id]
    if not mine:
        _overview(event)
    for campaign in mine:
        st.page_link(
            "pages/campaigns.py",
            label=say("Campaign: {title}", title=plain(campaign.title)),
            icon=":material/campaign:",
            query_params={"campaign": campaign.id},
        )
        for id in [one for one in campaign.indicators if one in known][:2]:
            st.page_link(
                "pages/statistics.py",
                label=say("Statistic: {title}", title=plain(known[id].plain_title)),
                icon=":material/show_chart:",
                query_params={"indicator": id},
            )


def _overview(event: AwarenessEvent) -> None:
    """A day without a campaign card still has figures about its country."""
    covered = set().union(*extent.coverage().values())
    for code in [code for code in _codes(event) if code in covered and code != "WLD"][:1]:
        st.page_link(
            "pages/overview.py",
            label=say("Figures: {place}", place=plain(_named(code))),
            icon=":material/show_chart:",
            query_params={"home": code},
        )


def take_away() -> None:
    """The days as a calendar file, and the link to this view."""
    asked = st.session_state[address.VIEW].get("where") or [ANYWHERE]
    dated, _ = _dated(asked[0])
    st.download_button(
        say_many(
            "Download {count} day for your calendar (.ics)",
            "Download {count} days for your calendar (.ics)",
            len(dated),
        ),
        data=lambda: ics.build(dated, today()),
        file_name=csv.file_name("awareness-days", asked[0], ending="ics"),
        mime="text/calendar",
        on_click="ignore",
        icon=":material/event:",
        key="ics",
    )
    leave.share()
