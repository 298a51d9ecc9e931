"""The address bar: a view is read from it, written to it, and can be sent to anybody.

Streamlit's own binding writes a widget's *label* into the address. A better title would
then break every link ever shared, so addresses are kept here, in codes. What an address
asks for and a page can't give is announced, never silently replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from utils.language import say

MEMORY, PAGE, ASKED, VIEW, NOTES, TAKEN, OPEN, PART, FIRST = (
    f"address:{word}"
    for word in ["memory", "page", "asked", "view", "notes", "taken", "open", "part", "first"]
)
FOREIGN = ("utm_", "fbclid", "gclid", "mc_")
"""Marks that other services hang onto links; they ask nothing of us."""
LONGEST = 40
"""Characters of an unknown value that are repeated to the reader."""

Values = dict[str, list[str]]


def begin(page: str) -> None:
    """Finds out whether the address asks for something new since this page last ran."""
    state = st.session_state
    memory: dict[str, Values] = state.setdefault(MEMORY, {})
    now = {name: st.query_params.get_all(name) for name in st.query_params}
    came_back = state.get(PAGE) != page and not now
    if page not in memory:
        asked: Values | None = now
    elif came_back:
        asked = memory[page]
    else:
        asked = now if now != memory[page] else None
    state[PAGE], state[ASKED], state[VIEW] = page, asked, {}
    state[TAKEN], state[OPEN], state[FIRST] = set(), True, not memory
    if asked is not None:
        state[NOTES] = []


def reread() -> None:
    """Takes the address for new at the next run, for when controls are about to be renamed."""
    # no address can be this one, so whatever stands there is new
    st.session_state[MEMORY][st.session_state[PAGE]] = {"": []}


def asked(name: str) -> list[str] | None:
    """Values asked for under a name; `None` when nothing was asked since the last run.

    They are handed out once: a part that runs again by itself keeps what its reader chose.
    """
    wanted: Values | None = st.session_state[ASKED]
    if wanted is None or name in st.session_state[TAKEN]:
        return None
    st.session_state[TAKEN].add(name)
    return wanted.get(name, [])


def first() -> bool:
    """Whether this is the first run of a session, in which the address only proposes.

    A browser whose server was lost comes back with a new session and its own choices, which are
    newer than its address: a value that it brings along counts more than one asked for. A
    browser that just opened a link brings none.
    """
    return bool(st.session_state[FIRST])


def peek(name: str) -> list[str] | None:
    """What will be handed out under a name, without taking it."""
    wanted: Values | None = st.session_state[ASKED]
    return None if wanted is None else wanted.get(name, [])


def instead(name: str, values: list[str]) -> None:
    """Hands out other values under a name: the same in its usual spelling, or none."""
    wanted: Values | None = st.session_state[ASKED]
    if wanted is not None:
        st.session_state[ASKED] = {**wanted, name: values}


def note(sentence: str) -> None:
    """Keeps a sentence for the reader about something the address could not have."""
    if sentence not in st.session_state[NOTES]:
        st.session_state[NOTES].append(sentence)


def refused(name: str, value: str, instead: str) -> None:
    """Announces a value that this page does not know, and what is shown instead."""
    wish = say(
        "The link asks for {name} “{value}”, which is not available.",
        name=name,
        value=value[:LONGEST],
    )
    note(f"{wish} {instead}")


def settle(name: str, values: list[str], default: list[str]) -> None:
    """Records what a control shows; defaults stay out of the address."""
    st.session_state[VIEW][name] = [] if values == default else values


def end() -> None:
    """Writes the view to the address and announces what could not be shown."""
    state = st.session_state
    known = state[VIEW]
    for name in state[ASKED] or {}:
        if name not in known and not name.startswith(FOREIGN):
            note(
                say(
                    "The link asks for “{name}”, which this view does not use.", name=name[:LONGEST]
                )
            )
    state[OPEN], state[FIRST] = False, False
    _write()


@contextmanager
def part() -> Iterator[None]:
    """A part of a page that can run by itself: the address follows what is chosen in it.

    A control that it no longer shows leaves the address.
    """
    state = st.session_state
    for name in () if state[OPEN] else state[PART]:
        state[VIEW].pop(name, None)
    before = set(state[VIEW])
    yield
    state[PART] = set(state[VIEW]) - before
    if not state[OPEN]:
        _write()


def _write() -> None:
    state = st.session_state
    view = {name: values for name, values in state[VIEW].items() if values}
    if {name: st.query_params.get_all(name) for name in st.query_params} != view:
        st.query_params.from_dict(view)
    state[MEMORY][state[PAGE]] = view


def notes() -> list[str]:
    """What the last address asked for in vain, in words."""
    return list(st.session_state[NOTES])


def link(view: Values | None = None, path: str | None = None) -> str:
    """The full address of this view (or of another one), built from state."""
    shown = st.session_state[VIEW] if view is None else view
    here = urlsplit(st.context.url or "http://127.0.0.1:8501/")
    query = urlencode({k: v for k, v in shown.items() if v}, doseq=True, safe=":,=~")
    return urlunsplit((here.scheme, here.netloc, here.path if path is None else path, query, ""))
