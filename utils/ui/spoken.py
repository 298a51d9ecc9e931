"""What a claim says in the reader's language; in English it is the claim's own words."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from utils.claims import tongues
from utils.claims.tongues import Told, tell
from utils.language import ENGLISH, current
from utils.model import Claim, Refused
from utils.ui import load
from utils.ui.clock import today
from utils.ui.library import library

MOST = 512
"""Claims kept ready in other languages; the least recently asked for goes first."""


def told(one: Claim) -> Told:
    """Sentences, reservations and reasons of a claim that was made."""
    if current() == ENGLISH:
        # nothing to work out: a claim that was made has its English words with it
        robust = one.robustness.sentence if one.robustness else ""
        return Told(
            one.sentences,
            one.quantity.text,
            one.caveats,
            one.challenge,
            robust,
            one.grade.reasons,
        )
    found: Told = _told(one.spec, load.snapshot_id(), today(), current().locale)
    return found


def refusal(no: Refused) -> Refused:
    """Why a claim is refused, in the reader's language."""
    if current() == ENGLISH:
        return no
    found: Refused = _refused(
        no.spec, no.rule, load.snapshot_id(), today(), current().locale, _no=no
    )
    return found


# the language is that of the run that asks, and its locale is part of the key
@st.cache_resource(max_entries=MOST, show_spinner=False)
def _told(spec: str, snapshot: str, day: dt.date, locale: str) -> Told:
    return tell(spec, library(), day)


# a claim is worked out to be refused once more, so that is kept like what is told
@st.cache_resource(max_entries=MOST, show_spinner=False)
def _refused(
    spec: str, rule: str, snapshot: str, day: dt.date, locale: str, _no: Refused
) -> Refused:
    return tongues.refusal(_no, library())
