"""What others said and found about a campaign: figures on their rungs, and published effects."""

from __future__ import annotations

from itertools import pairwise

from utils.analysis import ladder
from utils.analysis.ladder import OnARung
from utils.claims import reach_cited as words
from utils.edition.markup import Html, join, link, tag
from utils.edition.told import Told
from utils.model import Campaign, ReachFact, StudyEffect, units
from utils.model.reach import LADDER, Rung


def rungs(campaign: Campaign, told: Told) -> Html:
    """Every cited figure on its rung, why they are never added, and what is more than everybody."""
    facts = [told.library.reach_facts()[id] for id in campaign.facts]
    series = [told.reach[use.id] for use in campaign.series if use.id in told.reach]
    if not facts:
        return Html("")
    everyone = told.library.everyone()
    pieces = [tag("h2", "On which rung each figure stands")]
    for rung in sorted({one.rung for one in facts}, key=_order):
        pieces.append(tag("h3", f"{_where(rung)}: {rung}"))
        pieces.append(tag("p", ladder.MEANING[rung]))
        mine = [_cited(one, everyone) for one in facts if one.rung == rung]
        pieces.append(tag("ul", *mine))
    together: list[OnARung] = [*facts, *series]
    refusals = (ladder.refuse(*pair) for pair in pairwise(together))
    if refusal := next((one for one in refusals if one), None):
        why = f"Why they are not added up: {refusal.reason} {refusal.instead}"
        pieces.append(tag("p", why))
    return tag("section", *pieces)


def _where(rung: Rung) -> str:
    place = ladder.position(rung)
    return f"Rung {place} of {len(LADDER)}" if place else "Off the ladder"


def _order(rung: Rung) -> tuple[int, str]:
    """The ladder from its firmest rung, then everything off it."""
    return ladder.position(rung) or len(LADDER) + 1, rung


def _cited(one: ReachFact, everyone: float) -> Html:
    """One figure with its qualifier, who says it, and how many people can be behind it."""
    bounds = ladder.people(one.value, one.rung, everyone)
    people = ""
    if bounds is not None and not one.unit.startswith("percent"):
        people = f"At most {units.number(bounds[1], 0)} people can be behind it, at least 1."
    extra = " ".join(part for part in (people, one.note, words.warning(one, everyone)) if part)
    return tag("li", f"{words.fact(one)} ", link(one.source, one.url), f" {extra}")


def studied(campaign: Campaign, told: Told) -> Html:
    """Published effects around a campaign, findings of nothing and of harm included."""
    found = [told.library.studies()[id] for id in campaign.studies]
    if not found:
        return Html("")
    effects = tag("ul", *map(_effect, found))
    return tag("section", tag("h2", "What studies found"), effects)


def _effect(one: StudyEffect) -> Html:
    size = "no effect found" if one.estimate is None else f"{one.estimate:g} {one.unit}"
    if one.low is not None and one.high is not None:
        size += f" (95% interval {one.low:g} to {one.high:g})"
    return join(
        [
            tag("li", f"{one.outcome}: ", tag("strong", size), f" ({one.direction}). ",
                link(one.study, one.url), f"; {one.design}. {one.caveat}"),
        ]
    )  # fmt: skip
