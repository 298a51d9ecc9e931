"""What stands on every view about suicide: a content note, who to call, and a way to leave."""

from __future__ import annotations

import html

import streamlit as st

from utils.language import say
from utils.model import Campaign, Card, Helpline
from utils.ui import load
from utils.ui.text import plain

AWAY = "https://www.wikipedia.org/"
"""Where leaving leads: a page that anybody may have open, in many languages, without adverts."""
LEAVE = (
    '<a href="{away}" style="display:inline-block;padding:0.5rem 0.9rem;border:1px solid;'
    'border-radius:0.25rem;color:inherit">{words}</a>'
)
"""In the same tab, which neither a button nor a link in Markdown can do."""


def note(card: Card | Campaign, place: str = "WLD") -> None:
    """Content note, helpline and way out, on everything about suicide."""
    if card.about_suicide:
        helpline(place)


def helpline(place: str) -> None:
    """The content note with the helpline of a place."""
    call(say("This page is about suicide. If it touches you:"), place)


def call(opening: str, place: str) -> None:
    """Who to call in a place, after some words of opening, and beside it the way out."""
    told, way = st.columns([6, 1], vertical_alignment="center", gap="medium")
    told.info(f"{opening} {_who(load.helpline(place))}", icon=":material/favorite:")
    way.html(LEAVE.format(away=AWAY, words=html.escape(say("Leave this page"))))


def line(place: str) -> str:
    """The helpline of a place in one sentence, as it leaves with a text."""
    one = load.helpline(place)
    return say("If you need to talk: {name}, {contact}.", name=one.name, contact=say(one.contact))


def _who(line: Helpline) -> str:
    return (
        f"**{plain(line.name)}**, {plain(say(line.contact))} ({plain(say(line.hours))}). "
        f"[{plain(line.url)}]({line.url})"
    )
