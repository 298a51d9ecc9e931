"""How fresh the figures on a page are: one calm line where it matters, the details on Sources."""

from __future__ import annotations

import streamlit as st

from utils.language import later, periods, say
from utils.model import Card, Evidence
from utils.store import generations, quarantine, snapshot, standing
from utils.store.standing import Standing
from utils.ui import load
from utils.ui.clock import today
from utils.ui.kept import kept
from utils.ui.text import plain

OUTCOMES = {
    "new": later("new figures"),
    "unchanged": later("nothing new"),
    "quarantined": later("stopped by a check"),
    "failed": later("no answer that could be used"),
    "accepted": later("accepted by a person"),
}
"""What became of a visit, in words for everybody."""


def found(id: str) -> Standing:
    """How a series stands; read again when it, a visit or a decision changes."""
    mark = standing.stamp()
    if not mark or not snapshot.there(id):
        return Standing(id)
    return _found((id, snapshot.stamp(id), mark))


@kept(load.MOST_SERIES)
def _found(key: tuple[str, str, str]) -> Standing:
    return standing.standing(key[0])


def sentence(card: Card, everything: Evidence) -> str:
    """What a reader of these figures should know of their freshness; empty if nothing."""
    one = found(card.id)
    read = max(origin.retrieved for origin in everything.cited)
    shown = say("those shown were read on {day}", day=periods.label(read, read))
    match one.trouble(card.frequency, today()):
        case "damaged":
            return say("The newest figures kept here are damaged; {shown}.", shown=shown)
        case "waiting":
            since = _day(one.held.since) if one.held else ""
            return say(
                "Newer figures came on {day} and wait until a person has checked them; {shown}.",
                day=since,
                shown=shown,
            )
        case "failed":
            return say(
                "The publisher was asked on {day} without success; {shown}.",
                day=_day(one.visit.checked),
                shown=shown,
            )
        case "overdue":
            return say(
                "Last compared with the publisher on {day}; {shown}.",
                day=_day(one.visit.good),
                shown=shown,
            )
    return ""


def _day(moment: str) -> str:
    day = standing.day(moment)
    return periods.label(day, day) if day else say("an unknown day")


def note(card: Card, everything: Evidence) -> None:
    """The line under a source line; nothing where all is well."""
    if text := sentence(card, everything):
        st.markdown(f":material/history: {plain(text)}")


def asked(id: str) -> dict[str, str]:
    """When a series was last asked for and how that went, for the table of all series."""
    visit = found(id).visit
    went = say(OUTCOMES.get(visit.outcome, visit.outcome))
    day = _day(visit.checked) if visit.checked else ""
    return {say("Last asked"): day, say("How it went"): went}


def visit(card: Card, everything: Evidence) -> None:
    """The last visit for one series in full, with the publisher's or our own words."""
    note(card, everything)
    last = found(card.id).visit
    if last.checked:
        went = say(OUTCOMES.get(last.outcome, last.outcome))
        told = say("Last asked on {day}: {outcome}.", day=_day(last.checked), outcome=went)
        st.markdown(plain(f"{told} {last.words}"))


def waiting() -> None:
    """What a check stopped and why, and how whoever runs this app decides."""
    known = {**load.series(), **load.unfetched()}
    held = [one for one in quarantine.waiting(generations.root()) if one.series in known]
    if not held:
        return
    st.subheader(say("Waiting for a person"), anchor=False)
    st.markdown(
        say(
            "These figures came from the publisher and a check stopped them. Whoever runs this app "
            "looks at them and puts them in use with the command below; until then older ones stay."
        )
    )
    for one in held:
        reasons = " ".join(objection.words for objection in one.objections)
        name = known[one.series].plain_title
        since = say("since {day}", day=_day(one.since))
        st.markdown(f"- **{plain(name)}**, {plain(since)}: {plain(reasons)}")
        st.code(f"python -m utils.cli refresh --accept {one.id}", language=None)


def unfetched() -> None:
    """Series that come live alone and that nobody fetched here yet, with their licence."""
    absent = load.unfetched()
    if not absent:
        return
    st.subheader(say("Not fetched yet"), anchor=False)
    st.markdown(
        say(
            "These series are not part of this app: they come from the publisher alone, and some "
            "licences forbid passing them on. Whoever runs this app can fetch them for its own use."
        )
    )
    for card in absent.values():
        source = load.source_of(card)
        st.markdown(
            f"- **{plain(card.plain_title)}**, [{plain(source.title)}]({source.url}), "
            f"{plain(source.producer)}. {say('Licence:')} "
            f"[{plain(source.licence)}]({source.licence_url}). "
            f"{say('To fetch:')} `make refresh ARGS={card.id}`"
        )
