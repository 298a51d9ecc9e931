"""My deck on the page: what is in it, in which order, and the ways to keep it."""

from __future__ import annotations

import streamlit as st

from utils.claims import deck_file, verify
from utils.claims.deck import Deck, DeckError
from utils.claims.record import Recorded
from utils.export import csv
from utils.language import later, say
from utils.model import Claim
from utils.model.limits import DECK_ASK_LETTERS, DECK_TITLE_LETTERS
from utils.ui import deck, point, spoken
from utils.ui.library import library
from utils.ui.text import plain

UPLOAD, OPENED, TITLE, ASK = (f"deck:{word}" for word in ["upload", "opened", "title", "ask"])
EMPTY = later("Your deck is empty. Choose a point above and press “Add to my deck”.")


def show() -> None:
    """Title, ask, the points in their order, and what is missing for a fair deck."""
    held = deck.held()
    st.subheader(say("My deck ({count})", count=len(held.specs)), anchor=False)
    if deck.before() is not None:
        st.info(say("The link brought its own deck. Yours is still here."))
        st.button(say("Bring back my own deck"), on_click=deck.bring_back)
    if not held.specs:
        st.markdown(say(EMPTY))
        keep()
        return
    _named(held)
    claims = [(spec, point.claim(str(spec))) for spec in held.specs]
    for number, (spec, one) in enumerate(claims, start=1):
        row = st.columns([10, 2, 2], vertical_alignment="center")
        with row[0]:
            st.markdown(f"{number}. {plain(_sentence(one))}")
        with row[1]:
            st.button(
                say("Earlier"), key=f"up-{spec}", icon=":material/arrow_upward:",
                on_click=deck.earlier, args=(spec,), disabled=number == 1,
            )  # fmt: skip
        with row[2]:
            st.button(
                say("Take out"), key=f"out-{spec}", icon=":material/close:",
                on_click=deck.drop, args=(spec,),
            )  # fmt: skip
    _missing([one for _, one in claims if isinstance(one, Claim)])
    keep()


def _sentence(one: object) -> str:
    if isinstance(one, Claim):
        return spoken.told(one).sentences.written
    no = say("This point can't be made from the figures at hand.")
    return f"{no} {getattr(one, 'reason', '')}"


def _named(held: Deck) -> None:
    """Title and ask; both are kept before the page runs, so that the address holds them at once."""
    st.session_state[TITLE], st.session_state[ASK] = held.title, held.ask
    left, right = st.columns(2)
    with left:
        st.text_input(say("Title"), max_chars=DECK_TITLE_LETTERS, key=TITLE, on_change=_name)
    with right:
        st.text_input(
            say("What I ask for"), max_chars=DECK_ASK_LETTERS, key=ASK, on_change=_name,
            placeholder=say("One thing that the listener can do"),
        )  # fmt: skip


def _name() -> None:
    deck.name(st.session_state[TITLE], st.session_state[ASK])


def _missing(claims: list[Claim]) -> None:
    """Rule W25: need without help or hope leaves people with nothing to hold on to."""
    if claims and not any(one.hopeful for one in claims):
        st.info(
            say(
                "Every point speaks of need. Add one about help, treatment or recovery, so that "
                "listeners know that something can be done."
            )
        )


def keep() -> None:
    """Save the deck as a small file, open one, or copy its address: no account is needed."""
    held = deck.held()
    left, right = st.columns(2)
    with left:
        if held.specs:
            st.download_button(
                say("Save my deck (JSON)"),
                data=lambda: deck_file.write(held, _recorded(held)),
                file_name=csv.file_name("deck", held.title or "talking-points", ending="json"),
                mime="application/json",
                on_click="ignore",
                icon=":material/save:",
                width="stretch",
            )
    with right:
        brought = st.file_uploader(
            say("Open a saved deck"), type="json", key=UPLOAD, max_upload_size=1
        )
    if brought is not None and st.session_state.get(OPENED) != brought.file_id:
        st.session_state[OPENED] = brought.file_id
        _open(brought.getvalue())


def _recorded(held: Deck) -> tuple[Recorded, ...]:
    made, shelf = (point.claim(str(spec)) for spec in held.specs), library()
    return tuple(verify.recorded(one, shelf) for one in made if isinstance(one, Claim))


def _open(raw: bytes) -> None:
    try:
        brought, _ = deck_file.read(raw)
    except DeckError as error:
        st.warning(plain(str(error)))
        return
    deck.bring(brought)
    st.rerun()
