"""What was said and found about a campaign: cited figures, published effects, and the limits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import streamlit as st

from utils.analysis import ladder
from utils.analysis.ladder import OnARung
from utils.claims import reach_cited as words
from utils.export import csv
from utils.figures import effects, palette
from utils.figures.frame import Caption
from utils.language import ENGLISH, current, say, term, units
from utils.model import Campaign, Evidence, ReachFact, StudyEffect
from utils.model.reach import LADDER, Rung
from utils.ui import cards, load, people
from utils.ui.draw import Drawing
from utils.ui.text import plain


def answer(campaign: Campaign, drawn: tuple[Drawing, Evidence] | None) -> tuple[str, ...]:
    """What we can say: from the series where there is one, else from the best cited figure."""
    if drawn is not None:
        return drawn[0].answer
    facts = [load.reach_facts()[id] for id in campaign.facts]
    return words.facts_first(campaign.title, facts)


def rungs(campaign: Campaign) -> None:
    """Every figure of the campaign on its rung; why they are never added."""
    facts = [load.reach_facts()[id] for id in campaign.facts]
    series = [load.reach()[use.id] for use in campaign.series]
    if not facts and not series:
        return
    st.subheader(say("On which rung each figure stands"), anchor=False)
    for rung in sorted({one.rung for one in facts}, key=_order):
        place = ladder.position(rung)
        where = (
            say("Rung {rung} of {rungs}", rung=place, rungs=len(LADDER))
            if place
            else say("Off the ladder")
        )
        lines = [f"- {_cited(one)}" for one in facts if one.rung == rung]
        st.markdown(
            "\n".join([f"**{where}: {say(rung)}.** {plain(say(ladder.MEANING[rung]))}\n", *lines])
        )
    refusal = _apart([*facts, *series])
    if refusal:
        why = f"{plain(refusal.reason)} {plain(refusal.instead)}"
        st.markdown(say("Why they are not added up: {why}", why=why))
    for one in facts:
        everyone = people.everyone()
        if text := words.warning(one, everyone):
            st.warning(plain(f"{words.fact(one)} {text}"))


def _apart(together: Sequence[OnARung]) -> ladder.Refusal | None:
    """The first reason why figures of a campaign may not be added."""
    return next((no for pair in pairwise(together) if (no := ladder.refuse(*pair))), None)


def _order(rung: Rung) -> tuple[int, str]:
    """The ladder from its firmest rung, then everything off it."""
    return ladder.position(rung) or len(LADDER) + 1, rung


def _cited(one: ReachFact) -> str:
    """One figure with its qualifier, who says it, and how many people can be behind it."""
    extra = " ".join(part for part in (_people(one), one.note) if part)
    return f"{plain(words.fact(one))} [{plain(one.source)}]({one.url}) {plain(extra)}"


def studied(campaign: Campaign) -> None:
    """Published effects around this campaign, findings of nothing and of harm included."""
    found = [load.studies()[id] for id in campaign.studies]
    if not found:
        return
    st.subheader(say("What studies found"), anchor=False)
    if drawn := effects.drawable(found):
        caption = Caption(
            say("Published effects with their 95% intervals"),
            say("Zero means no effect"),
            say("Source:") + " " + "; ".join(dict.fromkeys(one.study for one in drawn)) + ".",
        )
        theme = palette.theme(st.context.theme.type)
        drawing = Drawing(effects.figure(drawn, caption, theme), effects.alt(drawn), (), ())
        cards.chart(
            drawing,
            csv.file_name(campaign.id, "effects", ending="png").removesuffix(".png"),
            key="effects",
        )
    st.markdown("\n".join(_effect(one) for one in found))


def _people(one: ReachFact) -> str:
    """At most how many people there can be behind a figure; empty where it is not of people."""
    bounds = ladder.people(one.value, one.rung, people.everyone())
    if bounds is None or one.unit.startswith("percent"):
        return ""
    most = units.number(bounds[1], 0)
    return say("At most {most} people can be behind it, at least 1.", most=most)


def _effect(one: StudyEffect) -> str:
    size = say("no effect found")
    if one.estimate is not None:
        number = units.written(f"{one.estimate:g}")
        english = current() == ENGLISH
        size = f"{number} {one.unit}" if english else units.measured(number, one.unit)
    if one.low is not None and one.high is not None:
        bounds = units.written(f"{one.low:g}"), units.written(f"{one.high:g}")
        size += say(" (95% interval {low} to {high})", low=bounds[0], high=bounds[1])
    return (
        f"- {plain(one.outcome)}: **{plain(size)}** ({plain(term(one.direction))}). "
        f"[{plain(one.study)}]({one.url}); {plain(one.design)}. {plain(one.caveat)}"
    )


def limits(campaign: Campaign) -> None:
    """What the figures of this campaign do not show, as prominent as what they do."""
    st.subheader(say("What this does not show"), anchor=False)
    st.markdown("\n".join(f"- {plain(text)}" for text in campaign.not_shown))
