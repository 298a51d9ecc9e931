"""What a closer look says: sentences as a list, a refusal, how far the figures go."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from utils.analysis.age import age
from utils.analysis.comparable import Refusal
from utils.figures import palette
from utils.language import say
from utils.model import Card, Evidence
from utils.ui.clock import today
from utils.ui.text import plain


def said(sentences: Sequence[str]) -> None:
    """Sentences as a list, the first stressed."""
    first, *rest = sentences
    st.markdown("\n".join([f"- **{plain(first)}**", *(f"- {plain(one)}" for one in rest)]))


def refused(no: Refusal) -> None:
    """Why this can't be asked here, and what to do instead."""
    rule = say("(Rule {rule})", rule=plain(no.rule))
    st.info(f"{plain(no.reason)} {plain(no.instead)} {rule}")


def dated(evidence: Evidence, card: Card) -> str:
    """How far the figures go, for the source line of a picture."""
    return say("Data to {last}.", last=age(evidence, card, today()).last)


def theme() -> palette.Theme:
    """The colours of the visitor's theme."""
    return palette.theme(st.context.theme.type)
