"""The verify page: told claims computed anew from the snapshot at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import parse_qs

import streamlit as st

from utils.claims import deck_file, pack_file, verify
from utils.claims.deck import DeckError, from_text
from utils.claims.record import Recorded
from utils.claims.spec import SpecError, parse
from utils.claims.verify import Checked
from utils.language import later, say, say_many
from utils.language.marks import forms
from utils.model import Claim
from utils.model.limits import PACK_BYTES
from utils.ui import cards, choose, point
from utils.ui.clock import today
from utils.ui.library import library
from utils.ui.text import plain

SIGNS = {
    "holds": later(":material/check_circle: **Holds.**"),
    "changed": later(":material/change_circle: **Changed.**"),
    "not computable": later(":material/help: **Can't be computed.**"),
    "source superseded": later(":material/update: **The source has a newer release.**"),
}
TOLD = {
    "holds": forms("{count} holds", "{count} hold"),
    "changed": forms("{count} has changed", "{count} have changed"),
    "not computable": forms("{count} can't be computed", "{count} can't be computed"),
    "source superseded": forms("{count} has a newer source", "{count} have a newer source"),
}
"""Outcomes of one claim and of several."""
EXAMPLE = "level:us-anxiety-or-depression:USA:2024-08-20"


def heading() -> None:
    """The question of the page and how it is answered."""
    cards.title(say("Does it still hold?"))
    st.markdown(
        say(
            "Paste a claim or the link of a deck, or open a saved deck or an evidence pack. Every "
            "claim is computed anew from the figures at hand and compared with what was told."
        )
    )


def asked() -> tuple[Recorded, ...]:
    """The claims to check, from the text or else from the file; trouble is told in words."""
    left, right = st.columns(2)
    with left:
        text = choose.text("claim", say("A claim or a link"), placeholder=EXAMPLE)
    with right:
        brought = st.file_uploader(
            say("A deck (JSON) or an evidence pack (ZIP)"),
            type=["json", "zip"],
            max_upload_size=PACK_BYTES // 1_000_000,
        )
    try:
        if brought is not None:
            raw = brought.getvalue()
            return _some(pack_file.read(raw) if raw[:2] == b"PK" else deck_file.read(raw)[1])
        return pasted(text) if text else ()
    except (SpecError, DeckError) as error:
        st.warning(plain(str(error)))
        return ()


def pasted(text: str) -> tuple[Recorded, ...]:
    """What a line stands for: a link with a deck or a point, the text of a deck, or a claim.

    Raises `SpecError` or `DeckError` for anything else.
    """
    line = text.strip()
    query = parse_qs(line.partition("?")[2].partition("#")[0])
    if "deck" in query:
        line = query["deck"][0]
    elif "point" in query:
        line = query["point"][0]
    if "~~" in line:
        return _some(tuple(Recorded(str(spec)) for spec in from_text(line).specs))
    return (Recorded(str(parse(line))),)


def _some(recorded: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
    if not recorded:
        raise DeckError(
            say("There is no claim in it. Add one on the page of talking points first.")
        )
    return recorded


def answer(recorded: Sequence[Recorded]) -> None:
    """How many hold, then each claim with what it was, what it is, and which rows differ."""
    if not recorded:
        return
    found = verify.verify(recorded, library(), today())
    counts = Counter(one.outcome for one in found)
    told = ", ".join(say_many(*TOLD[name], number) for name, number in counts.items())
    checked = say_many("{count} claim checked:", "{count} claims checked:", len(found))
    st.markdown(f"**{checked} {plain(told)}.**")
    for one in found:
        with st.container(border=True):
            _one(one)


def _one(one: Checked) -> None:
    if isinstance(one.result, Claim):
        st.markdown(f"{say(SIGNS[one.outcome])} {plain(one.reason)}")
        if one.recorded.sentence:
            st.markdown(say("Told: {sentence}", sentence=plain(one.recorded.sentence)))
        st.markdown(say("Now: {sentence}", sentence=plain(one.result.sentences.written)))
    else:
        st.markdown(say(SIGNS[one.outcome]))
        point.refused(one.result)
    if one.rows:
        with st.expander(say_many("{count} row differs", "{count} rows differ", len(one.rows))):
            st.code("\n".join(one.rows), language=None, wrap_lines=True)
    st.code(one.recorded.spec, language=None, wrap_lines=True)
