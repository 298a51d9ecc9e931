"""The advocate's own words: what to avoid and why, and whether their numbers are the deck's."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from utils import wording
from utils.model import Claim
from utils.model.limits import WORDING_CHARACTERS
from utils.ui.text import plain
from utils.wording import Context, Finding, numbers

TEXT = "own-words"
SIGNS = {"block": ":material/block:", "warn": ":material/warning:", "inform": ":material/info:"}
SEVERITIES = {"block": "Please change", "warn": "Better", "inform": "Worth knowing"}
STATUSES = {
    "matches": ":material/check: as in your deck",
    "rounded": ":material/check: rounded from your deck",
    "contradicts": ":material/block: not what your deck says",
    "unknown": ":material/help: not from your deck",
}
WORDS_A_MINUTE = 140
MOST = 12
"""Findings that are listed; whoever mends these sees the next."""


@st.fragment
def check(claims: Sequence[Claim], context: Context | None = None) -> None:
    """A box for a text, its findings with a replacement where one is safe, and its numbers.

    ``context`` says what the text stands beside; without one the claims tell.
    """
    st.subheader("Check your own words", anchor=False)
    text = st.text_area(
        "Your text",
        key=TEXT,
        max_chars=WORDING_CHARACTERS,
        placeholder="Write or paste what you want to say. It stays on this page.",
    )
    if not text.strip():
        return
    try:
        found = wording.check(text, context=context or _context(claims))
    except wording.WordingError as error:
        st.warning(plain(str(error)))
        return
    _findings(text, found)
    _numbers(text, claims)
    ease = wording.ease(text)
    seconds = ease.words * 60 / WORDS_A_MINUTE
    st.caption(
        f"Reading ease {ease.flesch:.0f} of 100 (Flesch); about {seconds:.0f} seconds to say."
    )
    if not wording.blocked(found):
        st.code(text, language=None, wrap_lines=True)


def _context(claims: Sequence[Claim]) -> Context:
    """What the deck tells about the text: reach and need together, suicide, a helpline beside."""
    return Context(
        cross_panel=any(one.kind in ("together", "reach", "attention") for one in claims),
        about_suicide=any(one.about_suicide for one in claims),
        helpline=True,
        hopeful=any(one.hopeful for one in claims),
    )


def _findings(text: str, found: Sequence[Finding]) -> None:
    if not found:
        st.markdown(":material/check: No rule has anything to say about these words.")
    for number, one in enumerate(found[:MOST]):
        left, right = st.columns([9, 3], vertical_alignment="center")
        with left:
            words = f"“{plain(one.matched)}”: " if one.matched else ""
            better = f" Say instead: {plain(one.prefer)}." if one.prefer else ""
            st.markdown(
                f"{SIGNS[one.severity]} **{SEVERITIES[one.severity]}.** {words}"
                f"{plain(one.reason)}{better} :small[{plain(one.rule)}, {plain(one.source)}]"
            )
        if one.replacement:
            with right:
                st.button(
                    f"Use “{one.replacement}”", key=f"replace-{number}",
                    on_click=_replace, args=(text, one), width="stretch",
                )  # fmt: skip
    if len(found) > MOST:
        st.markdown(f"And {len(found) - MOST} more.")


def _replace(text: str, one: Finding) -> None:
    st.session_state[TEXT] = wording.replace(text, one)


def _numbers(text: str, claims: Sequence[Claim]) -> None:
    """Each number of the text: from the deck, honestly rounded, or not what the deck says."""
    if not claims:
        return
    told = numbers.compare(text, [numbers.of(one) for one in claims])
    lines = [
        f"- “{plain(text[one.number.start : one.number.end])}” {STATUSES[one.status]}"
        + (f": {plain(one.reason)}" if one.status == "contradicts" else "")
        for one in told
    ]
    if lines:
        st.markdown("\n".join(["**Numbers in your text**\n", *lines]))
