"""One talking point in full: how to say it, its picture, its limits, and its source."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from utils.claims.make import make
from utils.claims.spec import parse
from utils.language import ENGLISH, current, later, say, say_many, speaking
from utils.model import Claim, Evidence, Indicator, Refused
from utils.ui import cards, choose, claim_picture, deck, load, passing_on, safety, spoken, tables
from utils.ui.clock import today
from utils.ui.kept import kept
from utils.ui.library import library
from utils.ui.text import plain

WAYS = {
    "written": later("In writing"),
    "spoken": later("Aloud"),
    "short": later("In a few words"),
    "plain": later("In people, not percent"),
}
GRADES = {"A": later("strong"), "B": later("good"), "C": later("fair"), "D": later("weak")}
MOST_CLAIMS = 256
"""Claims kept ready; the least recently asked for goes first."""
TALKING_POINTS = "pages/talking_points.py"


def claim(spec: str) -> Claim | Refused:
    """The claim of a spec, from the snapshot at hand."""
    return _claim((spec, load.snapshot_id(), today()))


@kept(MOST_CLAIMS)
def _claim(key: tuple[str, str, dt.date]) -> Claim | Refused:
    return make(key[0], library(), key[2])


def show(spec: str) -> None:
    """Words and picture beside each other; on a phone the words come first."""
    if not spec:
        return
    one = claim(spec)
    if isinstance(one, Refused):
        refused(one)
        return
    if one.about_suicide:
        safety.helpline(one.place)
    words, picture = st.columns([3, 5], gap="medium")
    with words:
        _say(one)
        _add(one)
    with picture:
        _picture(one)
    left, right = st.columns(2)
    with left:
        _doubts(one)
    with right:
        _strength(one)
    _source(one)


def _say(one: Claim) -> None:
    """The sentence in the way it is needed, with its source, ready to copy."""
    told = spoken.told(one)
    ways = [way for way in WAYS if getattr(told.sentences, way)]
    way = choose.one(
        "say", say("How to say it"), ways, ways[0], lambda one: say(WAYS[one]), st.radio
    )
    with cards.spoken("point"):
        st.code(copied(one, way), language=None, wrap_lines=True)
    if current() != ENGLISH:
        # what is verified, saved and packed is the English sentence
        with st.expander(say("In English")), speaking(ENGLISH):
            st.code(copied(one, way), language=None, wrap_lines=True)


def copied(one: Claim, way: str = "written") -> str:
    """What leaves with the reader: the sentence and where it comes from, never one alone."""
    cited = "; ".join(cited.text.rstrip(".") for cited in one.citations)
    lines = [getattr(spoken.told(one).sentences, way), f"{say('Source:')} {cited}."]
    if one.about_suicide:
        lines.append(safety.line(one.place))
    return "\n".join(lines)


def _add(one: Claim) -> None:
    spec = parse(one.spec)
    if spec in deck.held().specs:
        st.button(say("In my deck"), disabled=True, icon=":material/check:", width="stretch")
        return
    st.button(
        say("Add to my deck"),
        type="primary",
        icon=":material/add:",
        on_click=deck.add,
        args=(spec,),
        width="stretch",
    )


def _picture(one: Claim) -> None:
    drawn = claim_picture.drawing(one)
    if drawn.figure is None:
        of = f" ({one.quantity.of})" if one.quantity.of else ""
        st.metric(f"{one.title}{of}", spoken.told(one).number, border=True)
    elif one.evidence is not None and passing_on.barred([one.evidence]):
        cards.chart(drawn, claim_picture.name(one), key="point", buttons=())
    else:
        cards.chart(drawn, claim_picture.name(one), key="point", size=_size())
    if one.evidence is not None:
        _rows(one.evidence)


def _size() -> cards.Size:
    """What the camera button of the picture makes."""
    ids = list(cards.SIZES)
    with st.popover(say("Picture size"), icon=":material/photo_camera:"):
        st.markdown(say("The camera above the picture saves it, with its source inside."))
        picked = choose.one(
            "picture", say("For"), ids, ids[0], lambda id: say(cards.SIZES[id].words)
        )
    return cards.SIZES[picked]


def _rows(used: Evidence) -> None:
    """Exactly the rows that the number was made from, series by series."""
    known = load.series()
    words = say_many(
        "The {count} row behind this number", "The {count} rows behind this number", len(used)
    )
    with st.expander(words):
        for id, rows in used.rows.groupby("series", sort=False):
            card = known[str(id)]
            st.markdown(f"**{plain(card.title)}**")
            tables.table(card, used.with_rows(rows), key=f"rows-{id}")


def _doubts(one: Claim) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(say("**If somebody objects**"))
        told = spoken.told(one)
        st.markdown(plain(f"“{told.challenge.question}”"))
        st.markdown(plain(told.challenge.answer))
        if told.caveats:
            st.markdown(say("**Bear in mind**"))
            st.markdown("\n".join(f"- {plain(caveat.text)}" for caveat in told.caveats))


def _strength(one: Claim) -> None:
    with st.container(border=True, height="stretch"):
        letter, told = one.grade.letter, spoken.told(one)
        st.markdown(
            say(
                "**How strong is this? {letter}, {word}, because**",
                letter=letter,
                word=say(GRADES[letter]),
            )
        )
        st.markdown("\n".join(f"- {plain(text)}" for text in dict.fromkeys(told.reasons)))
        if told.robustness:
            st.markdown(f"**{say('Under other choices:')}** {plain(told.robustness)}")


def _source(one: Claim) -> None:
    for cited in one.citations:
        licence = say(" Licence: {licence}.", licence=plain(cited.licence)) if cited.licence else ""
        st.markdown(f":small[{say('Source:')} [{plain(cited.text)}]({cited.url}){licence}]")
    card = load.series().get(one.series)
    if isinstance(card, Indicator):
        st.page_link(
            "pages/statistics.py",
            label=say("See the whole series"),
            icon=":material/show_chart:",
            query_params={"indicator": card.id, "place": one.place},
        )


def refused(no: Refused) -> None:
    """Why a claim can't be made, by which rule, and the nearest one that can."""
    rule, told = say("(Rule {rule})", rule=plain(no.rule)), spoken.refusal(no)
    st.warning(f"{plain(told.reason)} {plain(told.instead)} {rule}")
    if no.nearest:
        near = claim(no.nearest)
        if isinstance(near, Claim):
            instead = spoken.told(near).sentences.written
            st.markdown(say("This can be said instead: {sentence}", sentence=plain(instead)))
            st.page_link(
                TALKING_POINTS,
                label=say("Take this point instead"),
                icon=":material/arrow_forward:",
                query_params={"point": no.nearest},
            )
