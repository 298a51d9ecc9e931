"""The advocate's own words: what to avoid and why, and whether their numbers are the deck's."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import streamlit as st

from utils import wording
from utils.language import ENGLISH, current, later, say
from utils.model import Card, Claim
from utils.model.limits import WORDING_CHARACTERS
from utils.ui import load, tongue
from utils.ui.ease import ease
from utils.ui.text import plain
from utils.wording import Context, Finding, numbers
from utils.wording.numbers import Comparison

TEXT = "own-words"
SIGNS = {"block": ":material/block:", "warn": ":material/warning:", "inform": ":material/info:"}
SEVERITIES = {
    "block": later("Please change"),
    "warn": later("Better"),
    "inform": later("Worth knowing"),
}
STATUSES = {
    "matches": later(":material/check: as in your deck"),
    "rounded": later(":material/check: rounded from your deck"),
    "contradicts": later(":material/block: not what your deck says"),
    "unknown": later(":material/help: not from your deck"),
}
REACHED = ("together", "reach", "attention")
SCREENS = ("screened positive", "symptoms reported", "self-rated", "help reported")
"""How people were asked where no examination stands behind the answer."""
MOST = 12
"""Findings that are listed; whoever mends these sees the next."""


@st.fragment
def check(claims: Sequence[Claim], beside: Context | None = None) -> None:
    """A box for a text, its findings with a replacement where one is safe, and its numbers.

    ``beside`` says what the text stands beside; without one the claims tell.
    """
    tongue.again()
    st.subheader(say("Check your own words"), anchor=False)
    text = st.text_area(
        say("Your text"),
        key=TEXT,
        max_chars=WORDING_CHARACTERS,
        placeholder=say("Write or paste what you want to say. It stays on this page."),
    )
    if current() != ENGLISH:
        st.caption(say("Only English text is checked."))
    if not text.strip():
        return
    try:
        names = tuple(one.title for one in load.campaigns().values())
        known = dataclasses.replace(beside or context(text, claims), campaigns=names)
        found = wording.check(text, context=known)
    except wording.WordingError as error:
        st.warning(plain(str(error)))
        return
    told = _compared(text, claims)
    wrong = any(one.status == "contradicts" for one in told)
    _findings(text, found, wrong)
    _numbers(text, told)
    if said := ease(text):
        st.caption(said)
    if wrong:
        st.markdown(
            say("Mend the numbers that your deck contradicts; then the text can be copied.")
        )
    elif not wording.blocked(found):
        suicide = known.about_suicide or wording.about_suicide(text)
        taken = with_helpline(text, claims) if suicide else text
        st.code(taken, language=None, wrap_lines=True)


def with_helpline(text: str, claims: Sequence[Claim]) -> str:
    """The text and, unless it stands there already, the helpline of the deck's first place."""
    place = next((one.place for one in claims if one.place), "WLD")
    line = load.helpline(place)
    if line.contact.casefold() in text.casefold():
        return text
    return f"{text.rstrip()}\n\nIf you need to talk: {line.name}, {line.contact}."


def context(text: str, claims: Sequence[Claim]) -> Context:
    """What the deck tells about a text: of its whole, and of the claims whose numbers it says.

    Where every number of the text is a claim's, only those claims tell how people were asked;
    else all do. A status (provisional, modelled) counts only for a claim whose number is said.
    """
    told = [one for one in _compared(text, claims) if one.number.kind != "date"]
    names = {one.claim for one in told}
    said = [one for one in claims if numbers.of(one).name in names]
    asked = said if told and all(one.holds for one in told) else claims
    cards, figures = _cards(asked), _cards(said)
    differences = [one for one in (asked if not told else said) if one.kind in ("change", "gap")]
    return Context(
        cross_panel=any(one.kind in REACHED for one in claims),
        about_suicide=any(one.about_suicide for one in claims),
        helpline=True,
        hopeful=any(one.hopeful for one in claims),
        screen=any(getattr(card, "instrument_type", "") in SCREENS for card in cards),
        self_selected=any(note.id == "self-selected" for one in asked for note in one.caveats),
        place_level=any(one.kind == "together" for one in claims),
        modelled=any(getattr(card, "method", "") == "modelled" for card in figures),
        provisional=any("P" in one.statuses for one in said),
        search_index=any(getattr(card, "rung", "") == "search index" for card in cards),
        shares_of_all=_shares_of_all(asked),
        unclear=any(_unclear(one) for one in differences),
        tested=any(not _unclear(one) for one in differences if one.quantity.interval),
    )


def _compared(text: str, claims: Sequence[Claim]) -> tuple[Comparison, ...]:
    return numbers.compare(text, [numbers.of(one) for one in claims]) if claims else ()


def _cards(claims: Sequence[Claim]) -> list[Card]:
    """The cards of all series that the claims were made from; a cited fact has none."""
    known = load.series()
    used = [one.evidence.rows["series"] for one in claims if one.evidence is not None]
    return [known[id] for id in dict.fromkeys(id for ids in used for id in ids) if id in known]


def _shares_of_all(claims: Sequence[Claim]) -> bool:
    shares = [one for one in claims if one.quantity.unit in ("percent", "points")]
    several = len({id for one in shares for id in _ids(one)}) > 1
    return several or any(one.kind == "treatment-gap" for one in claims)


def _ids(claim: Claim) -> list[str]:
    return [] if claim.evidence is None else list(claim.evidence.rows["series"])


def _unclear(claim: Claim) -> bool:
    """Whether the interval of a difference holds zero."""
    return claim.quantity.low <= 0 <= claim.quantity.high


def _findings(text: str, found: Sequence[Finding], wrong: bool) -> None:
    """What the rules say; that they say nothing is no praise while numbers contradict."""
    if not found and not wrong:
        st.markdown(say(":material/check: No rule has anything to say about these words."))
    for number, one in enumerate(found[:MOST]):
        left, right = st.columns([9, 3], vertical_alignment="center")
        with left:
            words = f"“{plain(one.matched)}”: " if one.matched else ""
            better = say(" Say instead: {words}.", words=plain(one.prefer)) if one.prefer else ""
            st.markdown(
                f"{SIGNS[one.severity]} **{say(SEVERITIES[one.severity])}.** {words}"
                f"{plain(one.reason)}{better} :small[{plain(one.rule)}, {plain(one.source)}]"
            )
        if one.replacement:
            with right:
                st.button(
                    say("Use “{words}”", words=one.replacement), key=f"replace-{number}",
                    on_click=_replace, args=(text, one), width="stretch",
                )  # fmt: skip
    if len(found) > MOST:
        st.markdown(say("And {more} more.", more=len(found) - MOST))


def _replace(text: str, one: Finding) -> None:
    st.session_state[TEXT] = wording.replace(text, one)


def _numbers(text: str, told: Sequence[Comparison]) -> None:
    """Each number of the text: from the deck, honestly rounded, or not what the deck says."""
    lines = [
        f"- “{plain(text[one.number.start : one.number.end])}” {say(STATUSES[one.status])}"
        + (f": {plain(one.reason)}" if one.status == "contradicts" else "")
        for one in told
    ]
    if lines:
        st.markdown("\n".join([say("**Numbers in your text**") + "\n", *lines]))
