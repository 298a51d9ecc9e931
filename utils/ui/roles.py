"""The four roles of social media in advocacy, each with what helps it for this topic and place."""

from __future__ import annotations

import streamlit as st

from utils.analysis import calendar, select
from utils.claims.pieces import value
from utils.language import periods, say, say_many
from utils.model import Claim, Indicator
from utils.ui import cards, choose, claim_picture, deck, extent, load, points, spoken
from utils.ui.campaigns import ROLES
from utils.ui.clock import today
from utils.ui.points import Asked
from utils.ui.text import plain
from utils.views.meaning import INSTRUMENTS

MOST = 5


def show(wanted: Asked) -> None:
    """One role at a time."""
    st.subheader(say("What else helps"), anchor=False)
    role = choose.one(
        "role",
        say("For"),
        list(ROLES),
        "stigma",
        lambda one: say(ROLES[one]),
        st.radio,
        horizontal=True,
    )
    {"stigma": _stigma, "education": _education, "support": _support, "empowerment": _empowerment}[
        role
    ](wanted)


def _stigma(wanted: Asked) -> None:
    """How common it is, as people; and what people think, which a campaign can be about."""
    st.markdown(
        say(
            "Say how common it is, and that help exists. Common does not mean that it has to be so."
        )
    )
    shares = [one for one in _of_kind(wanted, "one-in") if one.picture == "icons"]
    if shares:
        drawn = claim_picture.drawing(shares[0])
        cards.chart(drawn, claim_picture.name(shares[0]), key="icons")
        st.markdown(plain(spoken.told(shares[0]).sentences.plain))
    _doors(
        say("What people think and do, rather than how many posts there were:"),
        [card for card in load.indicators().values() if card.instrument_type == "attitude"],
    )


def _of_kind(wanted: Asked, kind: str) -> list[Claim]:
    offered = points.suggestions(Asked("school", wanted.topic, wanted.place))
    return [one.claim for one in offered if one.claim.kind == kind]


def _doors(title: str, found: list[Indicator]) -> None:
    if not found:
        return
    st.markdown(title)
    for card in found[:MOST]:
        st.page_link(
            "pages/statistics.py",
            label=card.plain_title,
            icon=":material/show_chart:",
            query_params={"indicator": card.id},
        )


def _education(wanted: Asked) -> None:
    """The same word, different numbers: what each source asked, side by side."""
    mine = [
        card
        for card in load.indicators().values()
        if card.topic == wanted.topic and _value(card, wanted.place)
    ]
    if not mine:
        st.markdown(say("No series on this topic covers this place. Choose the country around it."))
        return
    st.markdown(
        say("Sources that use the same word can measure different things. Say which one you quote.")
    )
    for card in mine[:MOST]:
        kind = say(INSTRUMENTS[card.instrument_type]).lower()
        st.markdown(
            f"- **{plain(_value(card, wanted.place))}** {plain(card.plain_title)}: "
            f"{plain(card.instrument)} ({plain(kind)})."
        )
    cards.measures(mine[0])


def _value(card: Indicator, place: str) -> str:
    """The latest figure with its period; empty where there is none for the place."""
    if place not in extent.coverage()[card.id]:
        return ""
    rows = select.places(select.split(load.evidence(card.id), "all"), [place]).rows
    known = rows.dropna(subset="value").sort_values("start")
    if known.empty:
        return ""
    last = known.iloc[-1]
    return f"{value(last, card)}, {periods.label(last['start'], last['end'])}"


def _support(wanted: Asked) -> None:
    """Who to turn to here, and how many needed help and did not get it."""
    line = load.helpline(wanted.place)
    st.markdown(
        f"**{plain(line.name)}**: {plain(say(line.contact))} ({plain(say(line.hours))}). "
        f"[{plain(line.url)}]({line.url}). "
        + say("Looked up on {day}.", day=plain(periods.label(line.checked, line.checked)))
    )
    gaps = [one.claim for one in points.suggestions(wanted) if one.claim.kind == "treatment-gap"]
    for one in gaps[:1]:
        st.markdown(plain(spoken.told(one).sentences.written))
    _doors(
        say("Help, treatment and recovery:"),
        [card for card in load.indicators().values() if card.aspect == "help"],
    )


def _empowerment(wanted: Asked) -> None:
    """The ask, the next day to say it on, and the ways to take it along."""
    ask = deck.held().ask
    st.markdown(
        f"**{say('What I ask for:')}** {plain(ask)}"
        if ask
        else say("Give your deck an ask: one thing that the listener can do.")
    )
    coming = [
        (span, event)
        for event in load.calendar().values()
        if {"WLD", *_around(wanted.place)} & set(event.region.split(";"))
        and (span := calendar.ahead(event, today()))
    ]
    for span, event in sorted(coming, key=lambda pair: pair[0].start)[:3]:
        st.markdown(
            say_many(
                "- {when}: {event}, in {count} day",
                "- {when}: {event}, in {count} days",
                (span.start - today()).days,
                when=plain(periods.label(span.start, span.end)),
                event=plain(event.name),
            )
        )
    st.page_link("pages/calendar.py", label=say("See the calendar"), icon=":material/event:")


def _around(place: str) -> list[str]:
    """A place and the places it lies in."""
    found, known = [], load.places()
    while place:
        found.append(place)
        place = known[place].parent
    return found
