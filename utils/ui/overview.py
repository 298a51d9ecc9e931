"""The parts of the overview: headline figures, single facts, the helpline, and the doors."""

from __future__ import annotations

from collections.abc import Hashable

import streamlit as st

from utils.claims import direction, pieces
from utils.language import periods, say, units
from utils.language.places import name as named
from utils.model import Fact
from utils.ui import freshness, leave, load
from utils.ui.clock import moment
from utils.ui.headlines import Headline, headlines
from utils.ui.kept import kept
from utils.ui.text import plain

COLUMNS = 3
MOST_FACTS = 6


def figures(topic: str, place: str) -> None:
    """Four to six headline figures; each is a door to its chart."""
    chosen = headlines(topic, place)
    if not chosen:
        st.info(
            say("No series covers this place yet. Choose the country it lies in, or another place.")
        )
        return
    if all(one.card.topic != topic for one in chosen):
        name = named(load.places()[place])
        st.info(
            plain(
                say(
                    "No series on “{topic}” covers {place}. These figures are about other topics.",
                    topic=say(topic),
                    place=name,
                )
            )
        )
    for start in range(0, len(chosen), COLUMNS):
        columns = st.columns(COLUMNS)
        for column, one in zip(columns, chosen[start : start + COLUMNS], strict=False):
            with column, st.container(border=True, height="stretch"):
                _figure(one)


def _figure(one: Headline) -> None:
    card = one.card
    # a metric cuts its own label where it is too long, and nobody can see the rest on a phone
    name = f"{card.plain_title}: {named(one.place)}"
    value, *lines = _told((card.id, one.place.code, load.stamp(card.id), *moment()), one)
    st.markdown(plain(name))
    st.metric(name, value, label_visibility="collapsed")
    st.markdown("\n\n".join(lines))
    freshness.note(card, one.evidence)
    st.page_link(
        "pages/statistics.py",
        label=say("See the chart"),
        icon=":material/show_chart:",
        query_params={"indicator": card.id, "place": one.place.code},
    )


@kept(512)
def _told(key: Hashable, one: Headline) -> tuple[str, ...]:
    """The figure as it is printed, then in words, where it is heading, and who says so."""
    card = one.card
    last = one.evidence.rows.dropna(subset="value").sort_values("start").iloc[-1]
    said = pieces.sentence(last, card, one.place)
    if card.unit == "percent":
        said += say(" That is {share}.", share=units.one_in(last["value"]))
    source = one.evidence.sources[-1]
    return (
        units.quantity(last["value"], card.unit, card.decimals),
        plain(said),
        plain(direction.direction(one.evidence.rows, card)),
        f":small[{say('Source:')} [{plain(source.name)}]({source.url})]",
    )


def facts(topic: str, place: str) -> None:
    """Single cited figures about the place or its country, for this topic."""
    around = {place, load.places()[place].parent}
    mine = [fact for fact in load.facts().values() if fact.place in around and fact.topic == topic]
    if not mine:
        return
    with st.expander(say("Single figures worth knowing ({count})", count=len(mine))):
        for fact in mine:
            st.markdown(_fact(fact))


def _fact(fact: Fact) -> str:
    when = periods.label(fact.start, fact.end)
    qualifier = f" {plain(fact.qualifier)}" if fact.qualifier else ""
    return (
        f"- {plain(fact.statement)} ({plain(when)}).{qualifier} [{plain(fact.source)}]({fact.url})"
    )


def doors() -> None:
    """What one can do next, and the link to this view."""
    left, right = st.columns(2)
    with left:
        st.page_link(
            "pages/statistics.py",
            label=say("Explore every statistic"),
            icon=":material/show_chart:",
        )
    with right:
        st.page_link(
            "pages/sources.py",
            label=say("See where the numbers come from"),
            icon=":material/menu_book:",
        )
    leave.share()
