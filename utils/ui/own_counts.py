"""The counts of a person's own export: what was counted, charts, files, and how to forget."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from utils.analysis import select
from utils.claims import reach as words
from utils.export import csv
from utils.figures import alt as alts
from utils.figures import palette, trend
from utils.figures.frame import Caption, source_line
from utils.language import groups, say, say_many
from utils.language.phrase import told
from utils.model import Evidence, ReachSeries
from utils.ui import campaign_parts, cards, layout, leave, load, own_event, tables
from utils.ui.clock import today
from utils.ui.draw import Drawing
from utils.ui.own_data import KEPT, REPORT, ROUND, UNDERSTOOD, understood
from utils.ui.text import plain
from utils.uploads import cards as upload_cards
from utils.uploads.outcome import Reduced

EVIDENCE = "own:evidence"


def counted() -> Reduced | None:
    """The counts kept in this session, and the button that forgets them."""
    kept: Reduced | None = st.session_state.get(KEPT)
    if kept is None:
        return None
    st.badge(say("your data, kept in this session only"), color="orange")
    understood(st.session_state[UNDERSTOOD])
    st.markdown(plain(say("Rows counted: {used}.", used=told(kept.used))))
    for unused in kept.not_used:
        near = say(", the first near row {row}", row=unused.near_row) if unused.near_row else ""
        st.markdown(
            plain(
                say_many(
                    "Not counted: {count} row, {reason}{near}.",
                    "Not counted: {count} rows, {reason}{near}.",
                    unused.number,
                    reason=told(unused.reason),
                    near=near,
                )
            )
        )
    for note in (*kept.notes, *st.session_state.get(REPORT, ())):
        st.markdown(plain(told(note)))
    st.button(say("Forget my data"), on_click=forget, key="own:forget")
    return kept


def forget() -> None:
    """Drops file, answers and counts, and empties the place where files are brought."""
    turn = st.session_state.get(ROUND, 0)
    for key in [key for key in st.session_state if str(key).startswith("own:")]:
        del st.session_state[key]
    st.session_state[ROUND] = turn + 1


def look(kept: Reduced) -> None:
    """One series of the counts: chart, table, what it counts, and files to take away."""
    series = {card.id: card for card in kept.series}
    left, right = st.columns(2)
    with left:
        id = st.selectbox(
            say("Measure"),
            list(series),
            format_func=lambda i: told(series[i].plain_title),
            key="own:measure",
        )
    # files are in English, the screen in the language spoken; the rows are the same
    whole = _of(kept, id)
    card, mine = upload_cards.told(series[id]), upload_cards.spoken(whole)
    with right:
        parts = list(dict.fromkeys(mine.rows["group"]))
        group = st.selectbox(say("Part"), parts, format_func=_part, key="own:part")
    shown = select.groups(mine, [group])
    drawn = _drawing(shown, card)
    st.markdown(" ".join(plain(sentence) for sentence in drawn.answer))
    chart, meaning = st.columns(layout.CHART_AND_WORDS, gap="medium")
    with chart:
        cards.chart(drawn, csv.file_name(card.id, group, ending="png").removesuffix(".png"))
        tables.rows(card, shown)
    with meaning:
        campaign_parts.meaning(card)
    own_event.around(card, shown)
    leave.take_away(series[id], select.groups(whole, [group]), whole, share_view=False)


def _of(kept: Reduced, id: str) -> Evidence:
    """The rows of one series, with an origin in English words."""
    evidence = _evidence(kept)
    return evidence.with_rows(evidence.rows[evidence.rows["series"] == id])


def _evidence(kept: Reduced) -> Evidence:
    """All counts as evidence, made once for each file that is brought and not at every click.

    It stands in the session beside the counts, under a key that `forget` drops with them.
    """
    made: tuple[Reduced, dt.date, Evidence] | None = st.session_state.get(EVIDENCE)
    if made is None or made[0] is not kept or made[1] != today():
        made = kept, today(), upload_cards.evidence(kept, today())
        st.session_state[EVIDENCE] = made
    return made[2]


def _part(group: str) -> str:
    return say("Everything") if group == "all" else groups.name(group)


def _drawing(shown: Evidence, card: ReachSeries) -> Drawing:
    caption = Caption(card.title, f"{card.platform}; {say(card.rung)}", source_line(shown, ""))
    theme = palette.theme(st.context.theme.type)
    figure = trend.figure(shown, card, load.places(), caption, theme)
    alt = alts.trend(shown, card, load.places())
    return Drawing(figure, alt, words.whole(shown, card), card.caveats[:3])
