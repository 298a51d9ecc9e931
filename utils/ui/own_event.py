"""How a person's own counts rose around a day, with the same curve as a bundled campaign's."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from utils.analysis import attention, placebo
from utils.analysis.attention import AttentionError, Window
from utils.claims import reach as words
from utils.figures import attention as figures
from utils.figures import palette
from utils.figures.frame import Caption, source_line
from utils.language import periods, say, say_many
from utils.model import Evidence, ReachSeries
from utils.ui import campaign_view, cards
from utils.ui.draw import Drawing
from utils.ui.text import plain

DAY = "own:day"


def around(card: ReachSeries, shown: Evidence) -> None:
    """Asks for a day and measures the rise around it, where the counts allow it."""
    window = campaign_view.FREQUENCIES.get(card.frequency)
    rows = shown.rows.dropna(subset="value")
    if window is None or len(rows) < window.first_before:
        return
    st.subheader(say("How it rose around a day"), anchor=False)
    first, last = rows["start"].min().date(), rows["start"].max().date()
    highest = rows["start"].iloc[rows["value"].argmax()].date()
    day = st.date_input(say("Day of the campaign"), highest, first, last, key=DAY)
    if not isinstance(day, dt.date):
        return
    if hidden := withheld(shown, day, window):
        st.info(
            say_many(
                "{count} of the periods around this day holds fewer than 10 and is withheld, so "
                "there is no honest usual level to compare with. Choose another day, or a measure "
                "with larger counts.",
                "{count} of the periods around this day hold fewer than 10 and are withheld, so "
                "there is no honest usual level to compare with. Choose another day, or a measure "
                "with larger counts.",
                hidden,
            )
        )
        return
    _measure(card, shown, day, window)


def withheld(shown: Evidence, day: dt.date, window: Window) -> int:
    """Periods of the measured window whose count is withheld: leaving them out would lift the
    usual level, because all of them are small."""
    rows, step = shown.rows, pd.Timedelta(days=window.step)
    first = pd.Timestamp(day) - window.first_before * step
    last = pd.Timestamp(day) + window.after * step
    inside = (rows["start"] >= first) & (rows["start"] <= last)
    return int((rows["status"][inside] == "Q").sum())


def _measure(card: ReachSeries, shown: Evidence, day: dt.date, window: Window) -> None:
    curve = campaign_view.curve(shown.rows)
    try:
        found = attention.around(curve, day, window)
    except AttentionError as error:
        st.info(plain(str(error)))
        return
    check = placebo.check(curve, day, window)
    label = periods.label(day, day)
    said = words.attention(say("your day"), card, found, check, window)
    st.markdown(" ".join(plain(sentence) for sentence in said))
    caption = Caption(card.title, f"{card.platform}; {say(card.rung)}", source_line(shown, ""))
    theme = palette.theme(st.context.theme.type)
    figure = figures.figure(curve, card, found, check, window, label, caption, theme)
    alt = figures.alt(card, found, check, window, label)
    cards.chart(Drawing(figure, alt, (), ()), "groundswell_your-data_day", key="own-day")
