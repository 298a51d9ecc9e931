"""The parts of the side-by-side page: picture, what can be said and what not, studies, files."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

import streamlit as st

from utils.analysis import overlap
from utils.claims import beside, limits
from utils.figures import palette, panels
from utils.figures.frame import Caption, source_line
from utils.figures.spans import Panel
from utils.language import current, later, periods, say, say_many
from utils.model import Campaign, Challenge
from utils.model.evidence import merge
from utils.ui import (
    campaign_evidence,
    cards,
    load,
    pairing,
    pairing_rows,
    passing_on,
    safety,
    tables,
)
from utils.ui import own_words as words
from utils.ui.draw import Drawing
from utils.ui.pairing import Pairing
from utils.ui.text import plain
from utils.wording import Context

PICTURE = "groundswell_side-by-side"
SCALED = later(
    "Per 100,000 people is our own arithmetic: the count over the people of the country in that "
    "year. A period keeps its length; a month's rate is not a year's."
)


def covered(chosen: Pairing) -> bool:
    """Says first where the two overlap in time and place; whether they do at all."""
    need = pairing.need(chosen)
    found = [
        (one, overlap.overlap(need, chosen.card, pairing.reach(one), one.card, load.places()))
        for one in chosen.measures
    ]
    if not found:
        cards.answer((say("Choose a reach series to see beside the statistic."),))
    for one, shared in found:
        sentences = shared.sentences
        if len(found) > 1:
            sentences = (f"{one.title}: {sentences[0]}", *sentences[1:])
        cards.answer(sentences, one.id)
    return any(shared.shared for _, shared in found)


def note(chosen: Pairing) -> None:
    """Content note and helpline if the statistic, a campaign or a reach series is about suicide."""
    shown = [chosen.card.about_suicide, *(one.about_suicide for one in chosen.campaigns)]
    if any([*shown, *(one.card.about_suicide for one in chosen.measures)]):
        safety.helpline(chosen.place)


def drawing(chosen: Pairing, drawn: Sequence[Panel]) -> Drawing:
    """All panels in one picture, with the events through them, and the same in words."""
    found: Drawing = _drawing(
        (*chosen.key, st.context.theme.type or "", current().locale), chosen, drawn
    )
    return found


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawing(key: tuple[str, ...], _chosen: Pairing, _drawn: Sequence[Panel]) -> Drawing:
    chosen, drawn = _chosen, _drawn
    marks, events = pairing_rows.marks(chosen), _events(chosen)
    whole = merge([panel.evidence for panel in drawn])
    ends = whole.rows.dropna(subset="value")["end"]
    last = periods.label(ends.max(), ends.max()) if len(ends) else ""
    age = say("Data to {last}.", last=last) if last else say("No figures.")
    title = say(" beside ").join(panel.title for panel in drawn)
    caption = Caption(title, events, source_line(whole, age))
    theme = palette.theme(st.context.theme.type)
    figure = panels.figure(drawn, marks, (chosen.first, chosen.last), caption, theme)
    notes = [
        say("{title}, breaks: {breaks}", title=panel.title, breaks=text)
        for panel in drawn
        if (text := _breaks(panel))
    ]
    notes += [say(SCALED)] if chosen.rate else []
    return Drawing(figure, panels.alt(drawn, marks, events), (), tuple(notes))


def _breaks(panel: Panel) -> str:
    """Every break drawn in a panel, with its day: their labels would cover each other."""
    found = panels.inside(panel)
    return "; ".join(f"{one.label} ({periods.label(one.date, one.date)})" for one in found)


def _events(chosen: Pairing) -> str:
    """`A: World Suicide Prevention Day; B: …`, for the line under the title."""
    named = [
        f"{letter}: {campaign.title}"
        for letter, campaign in zip(ascii_uppercase, chosen.campaigns, strict=False)
        if pairing.spans(campaign, chosen.first, chosen.last)
    ]
    return "; ".join(named) or say("No campaign day lies in this time")


def picture(chosen: Pairing, drawn: Sequence[Panel]) -> None:
    """The picture with its table folded below it."""
    buttons = passing_on.buttons([panel.evidence for panel in drawn], cards.ZOOM)
    cards.chart(drawing(chosen, drawn), PICTURE, key="panels", buttons=buttons)
    many = sum(len(one.evidence) for one in drawn)
    words = say_many("The same {count} row as tables", "The same {count} rows as tables", many)
    with st.expander(words):
        for number, panel in enumerate(drawn):
            st.markdown(f"**{plain(panel.title)}**")
            tables.table(panel.card, panel.evidence, f"table-{number}")


def said(chosen: Pairing, overlapping: bool) -> None:
    """What we can say, and beside it, as large, what we can't; then the strongest objection."""
    need = pairing_rows.looked_at(chosen)
    reach = [one.card for one in chosen.measures]
    left, right = st.columns(2)
    with left, st.container(border=True, height="stretch"):
        st.subheader(say("What we can say"), anchor=False)
        _list(_can(chosen, need))
    with right, st.container(border=True, height="stretch"):
        st.subheader(say("What we cannot say"), anchor=False)
        _list(limits.cannot(need, chosen.campaigns, reach, overlapping))
    _objection(limits.challenge(need, chosen.campaigns, reach, overlapping))


def _can(chosen: Pairing, need: beside.Need) -> tuple[str, ...]:
    if chosen.event is None:
        return (say("No campaign day lies in the time shown, so there is no day to look at."),)
    said = beside.can(
        need, pairing_rows.reached(chosen), pairing_rows.event_name(chosen), chosen.event
    )
    return said or (
        say("Neither series has a figure for this day. Choose another day or other years."),
    )


def _list(sentences: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences))


def _objection(one: Challenge) -> None:
    with st.container(border=True):
        st.markdown(f"**{say('A fair objection:')}** {plain(one.question)}")
        st.markdown(f"**{say('A short answer:')}** {plain(one.answer)}")


def own_words(chosen: Pairing) -> None:
    """A sentence of one's own about the two: what says more than "at the same time" is marked."""
    suicide = chosen.card.about_suicide or any(one.card.about_suicide for one in chosen.measures)
    words.check((), Context(cross_panel=True, about_suicide=suicide, helpline=True, hopeful=True))


def studied(chosen: Pairing) -> None:
    """Published effects for these campaigns, or for others that serve the same role."""
    mine = [one for one in chosen.campaigns if one.studies]
    if not mine:
        mine = _alike(chosen.campaigns)
        if mine:
            names = ", ".join(one.title for one in mine)
            none = say(
                "No study of this campaign is known here. Of its kind: {names}.", names=names
            )
            st.markdown(plain(none))
    for campaign in mine:
        campaign_evidence.studied(campaign)


def _alike(campaigns: Sequence[Campaign]) -> list[Campaign]:
    """The campaign with most studies that serves a role of one of these."""
    roles = {role for one in campaigns for role in one.roles}
    found = [c for c in load.campaigns().values() if c.studies and roles & set(c.roles)]
    return sorted(found, key=lambda one: -len(one.studies))[:1]
