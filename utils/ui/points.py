"""The first half of the talking-points page: to whom, about what, where, and what is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import cast

import streamlit as st

from utils.claims.spec import SpecError, parse
from utils.claims.suggest import AUDIENCES, Audience, Suggestion, because, suggest
from utils.language import later, say
from utils.model import Refused
from utils.store import snapshot
from utils.ui import address, choose, controls, load, point, spoken
from utils.ui.clock import today
from utils.ui.library import library
from utils.ui.text import plain

WORDS = {
    "legislator": later("Somebody who decides"),
    "press": later("The press"),
    "school": later("A class or a school"),
    "social media": later("Followers on social media"),
}


@dataclass(frozen=True)
class Asked:
    """Who is spoken to, about what and where."""

    audience: Audience
    topic: str
    place: str


def asked() -> Asked:
    """Three choices, each with a start that already shows something useful."""
    who, what, where = st.columns(3)
    with who:
        audience = choose.one(
            "audience",
            say("Who do I speak to?"),
            list(AUDIENCES),
            AUDIENCES[0],
            lambda one: say(WORDS[one]),
        )
    with what:
        topic = controls.topic(say("What about?"))
    with where:
        place = controls.home(say("Where?"))
    return Asked(cast(Audience, audience), topic, place)


def chosen(wanted: Asked) -> str:
    """The point that is looked at: one of those suggested, or the one a chart or link brought."""
    offered = suggestions(wanted)
    brought = _brought()
    words = {str(one.spec): spoken.told(one.claim).sentences.short for one in offered}
    shelf = library()
    reasons = [because(one.claim, wanted.place, shelf) for one in offered]
    if brought and brought not in words:
        words, reasons = {brought: _short(brought), **words}, [say("From your link."), *reasons]
    if not words:
        st.info(say("No figure about this topic is known for this place or the country around it. "
                "Choose another topic, or the country."))  # fmt: skip
        return ""
    options = list(words)
    picked = choose.one(
        "point", say("Suggested points, the strongest first"), options, options[0],
        lambda spec: plain(words[spec]), st.radio, captions=[plain(one) for one in reasons],
    )  # fmt: skip
    if picked == brought:
        # first in the list, but no default: a reload must bring it again
        address.settle("point", [picked], [])
    return picked


def suggestions(wanted: Asked) -> tuple[Suggestion, ...]:
    """What fits, kept for all visitors until the snapshot or the day changes."""
    stamps = tuple(snapshot.stamp(id) for id in load.indicators())
    return _finder(say("Looking for points that hold up"))(
        wanted.audience, wanted.topic, wanted.place, stamps, today().isoformat()
    )


@cache
def _finder(waiting: str) -> Callable[..., tuple[Suggestion, ...]]:
    """The search with what is shown meanwhile, which a decorator could say in English only.

    What was found is kept by the function that looks for it, so it serves every language.
    """
    return st.cache_resource(max_entries=400, show_spinner=waiting)(_suggestions)


def _suggestions(
    audience: Audience, topic: str, place: str, stamps: tuple[str, ...], day: str
) -> tuple[Suggestion, ...]:
    return suggest(audience, topic, place, library(), today())


BROUGHT = "points:brought"


def _brought() -> str:
    """A claim that a chart or link brings; what can't be read is announced."""
    text = next(iter(address.peek("point") or []), "")
    if text:
        try:
            st.session_state[BROUGHT] = str(parse(text))
            address.instead("point", [st.session_state[BROUGHT]])
        except SpecError as error:
            address.instead("point", [])
            address.note(say("The link brings a point that can't be read.") + f" {error}")
    return str(st.session_state.get(BROUGHT, ""))


def _short(spec: str) -> str:
    one = point.claim(spec)
    return (
        spoken.refusal(one).reason if isinstance(one, Refused) else spoken.told(one).sentences.short
    )
