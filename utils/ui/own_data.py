"""A person brings an export of their own: read, asked about, and kept as counts.

Only the protected counts are kept, in this session, until it ends or is told to forget.
"""

from __future__ import annotations

import datetime as dt

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from utils.language import periods, say
from utils.language.phrase import Phrase, joined, phrase, told
from utils.ui import cards
from utils.ui.text import plain
from utils.uploads import child, merging
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Outcome, Reduced, Understanding
from utils.uploads.platforms.metrics import METRICS

KEPT, UNDERSTOOD, REPORT = "own:counts", "own:understood", "own:report"
ROUND, ANSWERS, SEEN = "own:round", "own:answers", "own:file"
KINDS = ["csv", "tsv", "txt", "xlsx", "xls"]


def heading() -> None:
    """The question, and the promise before the first choice."""
    cards.title(say("How far did my own posts go?"))
    st.markdown(
        say(
            "Bring an export from a platform: X, Facebook, Instagram, TikTok, YouTube Studio, "
            "LinkedIn, Brandwatch, Sprout Social, Meltwater, Talkwalker, Google Trends, or any "
            "table with a date, as text (CSV, TSV) or an Excel workbook. It is read apart from "
            "this page and reduced at once to counts by day, hashtag and platform. Texts, names, "
            "accounts and addresses are dropped before anything is kept. The counts stay in this "
            "session and nowhere else."
        )
    )


def bring() -> None:
    """Takes a file, reads it, asks what it leaves open, and keeps nothing but the counts."""
    state = st.session_state
    turn = state.setdefault(ROUND, 0)
    by_hand = st.checkbox(say("Let me match the columns by hand"), key=f"own:by-hand:{turn}")
    file = st.file_uploader(say("Your export"), type=KINDS, key=f"own:upload:{turn}")
    if file is None:
        return
    start = {"format": "any"} if by_hand else {}
    if state.get(SEEN) != (file.file_id, by_hand):
        state[SEEN], state[ANSWERS] = (file.file_id, by_hand), start
    try:
        outcome = _read(file.getvalue())
    except UploadError as error:
        st.error(plain(error.said()))
        return
    if outcome.reduced is None:
        understood(outcome.understanding)
        _ask(outcome)
        return
    _keep(outcome.reduced, outcome.understanding)
    # an empty place for files: the server then lets go of the one that was just counted
    state[ROUND] = turn + 1
    st.rerun()


def _read(raw: bytes) -> Outcome:
    bar = st.progress(0.0, say("Reading your file apart from this page"))
    try:
        return child.read(raw, st.session_state[ANSWERS], lambda share: _show(bar, share))
    finally:
        bar.empty()


def _show(bar: DeltaGenerator, share: float) -> None:
    done = say("Reading your file apart from this page: {share}", share=f"{share:.0%}")
    bar.progress(share, done)


def understood(what: Understanding) -> None:
    """What the reader took the file for, so that a wrong guess is seen at once."""
    with st.expander(
        say("Understood as: {format}", format=told(what.format_name)), expanded=bool(what.questions)
    ):
        lines = [
            say("Letters: {encoding}", encoding=told(what.encoding)),
            what.dates and say("Dates: {dates}", dates=told(what.dates)),
            what.numbers and say("Numbers: {numbers}", numbers=told(what.numbers)),
            what.first
            and say("From {first} to {last}", first=_day(what.first), last=_day(what.last)),
            *(
                say("Read: {column} as {role}", column=told(column.label), role=_role(column.role))
                for column in what.used
            ),
            what.dropped
            and say("Dropped unread: {columns}", columns=", ".join(map(told, what.dropped))),
            *map(told, what.notes),
        ]
        st.markdown("\n".join(f"- {plain(str(line))}" for line in lines if line))


def _day(day: dt.date | None) -> str:
    return periods.label(day, day) if day else ""


def _role(role: str) -> str:
    """What a column is read as: a measure by its unit, or its part in the counting."""
    return say(METRICS[role].unit) if role in METRICS else told(role)


def _ask(outcome: Outcome) -> None:
    """One choice for each thing that the file leaves open; nothing is guessed."""
    st.subheader(say("Before it is counted"), anchor=False)
    with st.form("own:questions"):
        given = {}
        for question in outcome.understanding.questions:
            labels = {choice.value: told(choice.label) for choice in question.options}
            values = list(labels)
            at = values.index(question.suggested) if question.suggested in values else None
            given[question.id] = st.selectbox(
                plain(told(question.text)),
                values,
                index=at,
                format_func=lambda value, labels=labels: labels[value],
                help=told(question.why) or None,
                placeholder=say("Choose"),
                key=f"own:answer:{question.id}",
            )
        if st.form_submit_button(say("Count it")):
            missing = [id for id, value in given.items() if value is None]
            if missing:
                st.warning(say("Please answer every question."))
            else:
                st.session_state[ANSWERS] |= given
                st.rerun()


def _keep(new: Reduced, understood: Understanding) -> None:
    """The counts of this file, on top of an earlier one where the two may be joined."""
    state = st.session_state
    old: Reduced | None = state.get(KEPT)
    state[KEPT], state[REPORT] = (new, ()) if old is None else _joined(old, new)
    state[UNDERSTOOD] = understood


def _joined(old: Reduced, new: Reduced) -> tuple[Reduced, tuple[Phrase, ...]]:
    """Both files, and what became of them, which is told anew in whatever language is spoken."""
    try:
        both = merging.combine(old, new)
    except UploadError as error:
        aside = phrase("Your earlier file was set aside.")
        return new, (joined([aside, error.sentence, error.next_step]),)
    said = [
        phrase(
            "On top of your earlier file: {added} periods are new, {same} are the same, {changed} "
            "were replaced by the newer file, {kept} stay from the older. None is counted twice.",
            added=both.added,
            same=both.same,
            changed=both.changed,
            kept=both.kept,
        )
    ]
    if both.lower:
        said.append(phrase("Lower than before: {series}.", series=", ".join(both.lower[:5])))
    return both.reduced, tuple(said)
