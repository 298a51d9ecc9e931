"""A closer look at one day: before and after, a step, and who moves first, each beside chance.

A fragment: another window runs only this part again, and only the question that is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from utils.analysis import before_after, lead_lag, robustness, windows
from utils.analysis.before_after import BeforeAfter
from utils.analysis.comparable import Refusal
from utils.analysis.lead_lag import LeadLag
from utils.analysis.robustness import Strip
from utils.analysis.windows import Plan
from utils.claims import chance as words
from utils.figures import chance as figures
from utils.figures.frame import Caption, source_line
from utils.language import current, later, say
from utils.model import Card, Evidence
from utils.ui import address, cards, choose, leave, load, pairing, step, tables, tongue
from utils.ui.draw import Drawing
from utils.ui.pairing import Pairing
from utils.ui.told import dated, refused, said, theme

ASKS = {
    "before-after": later("Before and after the day"),
    "step": later("A step in the series"),
    "lead-lag": later("Which moves first"),
}


@st.fragment
def closer(chosen: Pairing) -> None:
    """One question at a time; what it assumes stands beside the answer."""
    tongue.again()
    with address.part():
        st.subheader(say("Look closer, beside chance"), anchor=False)
        ask = choose.one(
            "ask", say("Question"), list(ASKS), "before-after", lambda one: say(ASKS[one]),
            st.radio, horizontal=True,
        )  # fmt: skip
        if ask == "lead-lag":
            _first(chosen)
        elif chosen.event is None:
            st.info(say("No campaign day lies in the time shown, so there is no day to look at."))
        else:
            left, right = st.columns(2)
            with left:
                title, card, evidence = _series(chosen)
            if ask == "step":
                step.show(title, card, evidence, chosen.event, right)
            else:
                with right:
                    plan = _plan(card)
                _before_after(chosen, title, card, evidence, chosen.event, plan)
        leave.share()


def _series(chosen: Pairing) -> tuple[str, Card, Evidence]:
    """Which of the series on the page is asked about: the statistic unless somebody chooses."""
    every: dict[str, tuple[str, Card, Evidence]] = {
        chosen.card.id: (chosen.card.plain_title, chosen.card, pairing.need(chosen))
    }
    every |= {one.id: (one.title, one.card, pairing.reach(one)) for one in chosen.measures}
    picked = choose.one(
        "of", say("Of which series"), list(every), chosen.card.id, lambda i: every[i][0]
    )
    return every[picked]


def _plan(card: Card) -> Plan:
    """How long before and after: the usual window, half of it, or twice as much."""
    usual = windows.usual(card)
    lengths = sorted({max(1, usual.periods // 2), usual.periods, 2 * usual.periods})
    picked = choose.one(
        "window", say("Periods on each side"), [str(n) for n in lengths], str(usual.periods)
    )
    return Plan(int(picked))


def _before_after(
    chosen: Pairing, title: str, card: Card, evidence: Evidence, event: dt.date, plan: Plan
) -> None:
    others = [day for day in pairing.days(chosen.campaigns) if day != event]
    found = before_after.compare(evidence, card, event, plan, others)
    if isinstance(found, Refusal):
        refused(found)
        return
    _told(title, card, evidence, found)
    _robust(title, card, evidence, event, plan, others)


def _told(title: str, card: Card, evidence: Evidence, found: BeforeAfter) -> None:
    said(words.before_after(found, card))
    caption = Caption(
        say("{title}: this day beside every other date", title=title),
        say("How far after lies from before, at each date of the series"),
        source_line(evidence, dated(evidence, card)),
    )
    figure = figures.dates(found, caption, theme())
    drawn = Drawing(figure, figures.dates_alt(found), (), (say(words.ASSUMED),))
    cards.chart(drawn, "groundswell_dates", key="dates")
    tables.folded(figures.dates_table(found), drawn.alt, key="dates-table")


def _robust(
    title: str,
    card: Card,
    evidence: Evidence,
    event: dt.date,
    plan: Plan,
    others: Sequence[dt.date],
) -> None:
    """How hard one had to look: the same question under choices fixed in advance."""
    line = evidence.rows[["place", "group"]].iloc[0]
    key = (current().locale, card.id, *line, str(event), repr(plan))
    found = _strip((*key, *map(str, others), load.snapshot_id()), card, evidence, event, plan)
    if isinstance(found, Refusal):
        return
    st.markdown(say("**How hard did one have to look?**"))
    said(words.robust(found))
    caption = Caption(
        say("{title}: the same question under {many} choices", title=title, many=found.choices),
        say("Filled dots are larger than at most other dates"),
        source_line(evidence, dated(evidence, card)),
    )
    figure = figures.choices(found, caption, theme())
    drawn = Drawing(figure, figures.choices_alt(found), (), ())
    cards.chart(drawn, "groundswell_choices", key="choices")
    tables.folded(figures.choices_table(found), drawn.alt, key="choices-table")


@st.cache_resource(max_entries=200, show_spinner=False)
def _strip(
    key: tuple[str, ...], _card: Card, _evidence: Evidence, _event: dt.date, _plan: Plan
) -> Strip | Refusal:
    """The strip of one choice; ``key`` ends with the other events and the snapshot.

    It begins with the language, in which the choices are named.
    """
    others = [dt.date.fromisoformat(day) for day in key[6:-1]]
    elsewhere = pairing.elsewhere(_card, _evidence)
    return robustness.strip(_evidence, _card, _event, _plan, others, elsewhere)


def _first(chosen: Pairing) -> None:
    """Changes of the statistic beside changes of the first reach series, at every lag."""
    if not chosen.measures:
        st.info(say("Choose a reach series: two series are needed."))
        return
    one = chosen.measures[0]
    need, reach = pairing.need(chosen), pairing.reach(one)
    found = lead_lag.compare(need, chosen.card, reach, one.card)
    if isinstance(found, Refusal):
        refused(found)
        return
    said((found.verdict, *map(say, LEAD_LAG)))
    _lags(found, chosen, one.title)


LEAD_LAG = (
    later(
        "Only changes from one period to the next are compared, with the season taken out: two "
        "series that both grow are alike at every lag and tell nothing."
    ),
    later(
        "The band is what chance reaches over all lags together, in series with the same memory."
    ),
)


def _lags(found: LeadLag, chosen: Pairing, title: str) -> None:
    caption = Caption(
        say("Changes in {one} beside {other}", one=chosen.card.plain_title, other=title),
        say("To the right: {title} moves later. The band is chance, over all lags", title=title),
        source_line(pairing.need(chosen), dated(pairing.need(chosen), chosen.card)),
    )
    figure = figures.lags(found, caption, theme())
    alt = figures.lags_alt(found)
    cards.chart(Drawing(figure, alt, (), ()), "groundswell_lags", key="lags")
    tables.folded(figures.lags_table(found), alt, key="lags-table")
