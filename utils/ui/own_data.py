"""A person brings an export of their own: read, asked about, and kept as counts.

Only the protected counts are kept, in this session, until it ends or is told to forget.
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from utils.ui.text import plain
from utils.uploads import child, merging
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Outcome, Reduced, Understanding

KEPT, UNDERSTOOD, REPORT = "own:counts", "own:understood", "own:report"
ROUND, ANSWERS, SEEN = "own:round", "own:answers", "own:file"
KINDS = ["csv", "tsv", "txt", "xlsx", "xls"]


def heading() -> None:
    """The question, and the promise before the first choice."""
    st.title("How far did my own posts go?", anchor=False)
    st.markdown(
        "Bring an export from a platform: X, Facebook, Instagram, TikTok, YouTube Studio, "
        "LinkedIn, Brandwatch, Sprout Social, Meltwater, Talkwalker, Google Trends, or any table "
        "with a date, as text (CSV, TSV) or an Excel workbook. It is read apart from this page and "
        "reduced at once to counts by day, hashtag and platform. Texts, names, accounts and "
        "addresses are dropped before anything is kept. The counts stay in this session and "
        "nowhere else."
    )


def bring() -> None:
    """Takes a file, reads it, asks what it leaves open, and keeps nothing but the counts."""
    state = st.session_state
    turn = state.setdefault(ROUND, 0)
    by_hand = st.checkbox("Let me match the columns by hand", key=f"own:by-hand:{turn}")
    file = st.file_uploader("Your export", type=KINDS, key=f"own:upload:{turn}")
    if file is None:
        return
    start = {"format": "any"} if by_hand else {}
    if state.get(SEEN) != (file.file_id, by_hand):
        state[SEEN], state[ANSWERS] = (file.file_id, by_hand), start
    try:
        outcome = _read(file.getvalue())
    except UploadError as error:
        st.error(plain(str(error)))
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
    bar = st.progress(0.0, "Reading your file apart from this page")
    try:
        return child.read(raw, st.session_state[ANSWERS], lambda share: _show(bar, share))
    finally:
        bar.empty()


def _show(bar: DeltaGenerator, share: float) -> None:
    bar.progress(share, f"Reading your file apart from this page: {share:.0%}")


def understood(what: Understanding) -> None:
    """What the reader took the file for, so that a wrong guess is seen at once."""
    with st.expander(f"Understood as: {what.format_name}", expanded=bool(what.questions)):
        lines = [
            f"Letters: {what.encoding}",
            what.dates and f"Dates: {what.dates}",
            what.numbers and f"Numbers: {what.numbers}",
            what.first and f"From {what.first:%Y-%m-%d} to {what.last:%Y-%m-%d}",
            *(f"Read: {column.label} as {column.role}" for column in what.used),
            what.dropped and f"Dropped unread: {', '.join(what.dropped)}",
            *what.notes,
        ]
        st.markdown("\n".join(f"- {plain(str(line))}" for line in lines if line))


def _ask(outcome: Outcome) -> None:
    """One choice for each thing that the file leaves open; nothing is guessed."""
    st.subheader("Before it is counted", anchor=False)
    with st.form("own:questions"):
        given = {}
        for question in outcome.understanding.questions:
            labels = {choice.value: choice.label for choice in question.options}
            values = list(labels)
            at = values.index(question.suggested) if question.suggested in values else None
            given[question.id] = st.selectbox(
                plain(question.text),
                values,
                index=at,
                format_func=lambda value, labels=labels: labels[value],
                help=question.why or None,
                placeholder="Choose",
                key=f"own:answer:{question.id}",
            )
        if st.form_submit_button("Count it"):
            missing = [id for id, value in given.items() if value is None]
            if missing:
                st.warning("Please answer every question.")
            else:
                st.session_state[ANSWERS] |= given
                st.rerun()


def _keep(new: Reduced, understood: Understanding) -> None:
    """The counts of this file, on top of an earlier one where the two may be joined."""
    state = st.session_state
    old: Reduced | None = state.get(KEPT)
    state[KEPT], state[REPORT] = (new, ()) if old is None else _joined(old, new)
    state[UNDERSTOOD] = understood


def _joined(old: Reduced, new: Reduced) -> tuple[Reduced, tuple[str, ...]]:
    try:
        both = merging.combine(old, new)
    except UploadError as error:
        return new, (f"Your earlier file was set aside. {error}",)
    said = [
        f"On top of your earlier file: {both.added} periods are new, {both.same} are the same, "
        f"{both.changed} were replaced by the newer file, {both.kept} stay from the older. "
        "None is counted twice."
    ]
    if both.lower:
        said.append(f"Lower than before: {', '.join(both.lower[:5])}.")
    return both.reduced, tuple(said)
