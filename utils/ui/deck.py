"""The deck a person is putting together: kept in this session, and whole in the address."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from utils.claims.deck import Deck, DeckError, from_text, to_text
from utils.claims.spec import Spec
from utils.language import say
from utils.ui import address, load
from utils.ui.text import plain

NAME = "deck"
SNAPSHOT = "snapshot"
PATH = "/talking_points"
HELD, BEFORE, MINE = "deck:held", "deck:before", "deck:mine"


def held() -> Deck:
    """The deck as it stands; empty at first."""
    deck: Deck = st.session_state.get(HELD, Deck())
    return deck


def receive() -> Deck:
    """Takes the deck that a link brings, if it is not one of our own; puts ours in the address.

    A deck that was held is not lost: `bring_back` gives it again.
    """
    text = next(iter(address.asked(NAME) or []), "")
    if text and text not in st.session_state.setdefault(MINE, set()):
        _open(text)
    now = written()
    st.session_state.setdefault(MINE, set()).add(now)
    address.settle(NAME, [now] if now else [], [])
    _frozen()
    return held()


def _frozen() -> None:
    """A link may name the figures that it was made from; says so when they have changed."""
    asked = address.asked(SNAPSHOT)
    if asked is not None:
        st.session_state[SNAPSHOT] = next(iter(asked), "")[: len(load.snapshot_id())]
    named = str(st.session_state.get(SNAPSHOT, ""))
    address.settle(SNAPSHOT, [named] if named else [], [])
    if named and named != load.snapshot_id():
        st.info(
            say(
                "This link was made from figures that have changed since (then {then}, now "
                "{now}). The page “Verify” says which points are concerned.",
                then=plain(named),
                now=load.snapshot_id(),
            ),
            icon=":material/update:",
        )


def frozen(specs: Deck) -> str:
    """The address of a deck that names the figures it was made from."""
    view = {NAME: [to_text(specs)], SNAPSHOT: [load.snapshot_id()]}
    return address.link(view, PATH)


def _open(text: str) -> None:
    try:
        brought = from_text(text)
    except DeckError as error:
        address.note(say("The link brings a deck that can't be read.") + f" {error}")
        return
    bring(brought)


def bring(brought: Deck) -> None:
    """Takes another deck; one that was held is put aside, not lost."""
    if held() not in (Deck(), brought):
        st.session_state[BEFORE] = held()
    keep(brought)


def written() -> str:
    """The deck as an address carries it; empty for an empty deck."""
    return to_text(held()) if held() != Deck() else ""


def keep(deck: Deck) -> None:
    """Makes a deck the one that is held."""
    st.session_state[HELD] = deck


def before() -> Deck | None:
    """The deck that a link put aside."""
    deck: Deck | None = st.session_state.get(BEFORE)
    return deck


def bring_back() -> None:
    """Changes the deck at hand for the one that was put aside."""
    ours = st.session_state.pop(BEFORE, None)
    if ours is not None:
        keep(ours)


def add(spec: Spec) -> None:
    """Adds a claim at the end, once."""
    deck = held()
    if spec in deck.specs:
        return
    try:
        keep(replace(deck, specs=(*deck.specs, spec)))
    except DeckError as error:
        st.toast(str(error))


def drop(spec: Spec) -> None:
    """Takes a claim out."""
    keep(replace(held(), specs=tuple(one for one in held().specs if one != spec)))


def earlier(spec: Spec) -> None:
    """Moves a claim one place towards the front."""
    specs = list(held().specs)
    at = specs.index(spec)
    if at:
        specs[at - 1], specs[at] = specs[at], specs[at - 1]
    keep(replace(held(), specs=tuple(specs)))


def name(title: str, ask: str) -> None:
    """Gives the deck its title and its ask; what is too long stays as it was, and says so."""
    try:
        keep(replace(held(), title=title.strip(), ask=ask.strip()))
    except DeckError as error:
        st.toast(str(error))
