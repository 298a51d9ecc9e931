"""The sources page about collected reach: what is counted where, on which terms, how it went."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from utils import catalog
from utils.language import periods, say, say_many
from utils.model import ReachSeries, Source
from utils.store import collecting, generations
from utils.store.collecting import Server
from utils.ui import load
from utils.ui.text import plain

COMMAND = "python -m utils.cli collect"


def sources() -> None:
    """Every source that counts hashtags day by day, whether anything was collected or not."""
    known = [one for one in catalog.sources().values() if one.collect]
    if not known:
        return
    st.subheader(say("Reach that is collected day by day"), anchor=False)
    st.markdown(
        say(
            "Platforms tell how often a hashtag was used only for a few days. Whoever runs this "
            "app can have it counted as it happens. Only numbers by day are kept: no post, no "
            "account and no name. A day appears once it is over; a day that nobody could count "
            "stays a gap."
        )
    )
    told = collecting.read(generations.root()).servers
    there = load.reach()
    for one in known:
        mine = [server for server in told if server.source == one.id]
        with st.expander(one.name):
            st.markdown(_source(one, _series(one, there), mine))


def _series(source: Source, there: dict[str, ReachSeries]) -> str:
    """The series of a source and whether they hold anything."""
    mine = [
        card
        for card in catalog.reach().values()
        if card.data.collected and card.data.select["source"] == source.id
    ]
    names = "; ".join(card.plain_title for card in mine)
    if any(card.id in there for card in mine):
        return f"{names}. {say('Listed above and on the campaigns of its hashtags.')}"
    run = f"{COMMAND} --{'stream' if _streamed(source) else 'once'} --source {source.id}"
    none = say("Nothing collected yet; whoever runs this app can start it with: {run}", run=run)
    return f"{names}. {none}"


def _streamed(source: Source) -> bool:
    return source.collect is not None and source.collect.streamed


def _source(source: Source, series: str, visits: list[Server]) -> str:
    """What to know of one source, line by line."""
    collect = source.collect
    assert collect is not None
    read = periods.label(collect.looked_at, collect.looked_at)
    lines = {
        say("Series"): series,
        say("Key"): collect.get_key if collect.credential else say("no key is needed."),
        say("Cost"): collect.cost,
        say("Limits"): collect.limits,
        say("Terms"): collect.terms,
        say("Looks back"): say(
            "{days} days; older days can't be made up for.", days=collect.look_back
        ),
    }
    said = [f"- **{term}:** {plain(text)}" for term, text in lines.items()]
    said.append(
        say("- [Terms of the source]({url}), read on {day}", url=collect.terms_url, day=plain(read))
    )
    return "\n".join([*said, *(f"- {plain(_visits(one))}" for one in visits)])


def _visits(one: Server) -> str:
    """When a server was asked, and how it went."""
    good = say("never yet with success")
    if one.good:
        good = say("last with success on {moment}", moment=_moment(one.good))
    many = say_many("{count} hashtag", "{count} hashtags", one.tags)
    said = say(
        "{server}: {many} asked, last on {moment}, {good}.",
        server=one.server,
        many=many,
        moment=_moment(one.last),
        good=good,
    )
    if one.failed:
        kinds = ", ".join(one.kinds)
        said += say(" {many} failed the last time ({kinds}).", many=one.failed, kinds=kinds)
    return said


def _moment(text: str) -> str:
    when = dt.datetime.fromisoformat(text).astimezone(dt.UTC)
    day = periods.label(when.date(), when.date())
    return say("{day} at {time} UTC", day=day, time=f"{when:%H:%M}")
