"""A cited figure that is not part of a series, quoted with its source and its reservation."""

from __future__ import annotations

import math
import re

from utils.claims import nearest, phrases, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.reach_cited import QUALIFIERS, decimals
from utils.claims.reach_cited import fact as in_words
from utils.claims.refuse import UNKNOWN, NotMadeError
from utils.claims.spec import Spec
from utils.language import later, say
from utils.model import Fact, Quantity, ReachFact, Sentences, periods, units

SUICIDE = re.compile(r"suicid|Lifeline|\b988\b", re.I)
HELP_TOPIC = "Treatment and services"
PRINTED = re.compile(r"(\d+)(?:\.(\d+))?%")
HELP_RUNGS = ("contacts",)


def draft(spec: Spec, library: Library) -> Draft:
    """`fact:ID`, of a fact about health or a figure about a campaign."""
    id = spec.subjects[0]
    if id in library.facts():
        return health(spec, library.facts()[id], library)
    if id in library.reach_facts():
        return reach(spec, library.reach_facts()[id], library)
    known = [*library.facts(), *library.reach_facts()]
    raise unknown(
        id, later("cited figure"), [Spec("fact", (name,)) for name in nearest.close(id, known)]
    )


def unknown(id: str, what: str, near: list[Spec]) -> NotMadeError:
    """The refusal of an id that no table holds."""
    hint = say(" Did you mean {like}?", like=near[0].subjects[0]) if near else ""
    return NotMadeError(
        UNKNOWN,
        say("There is no {what} '{id}'.{hint}", what=say(what), id=id, hint=hint),
        say("Choose one there is."),
        near,
    )


def number(value: float, unit: str, decimals: int, before: str = "") -> Quantity:
    """A cited number without an interval, with its qualifier."""
    text = f"{before} {units.quantity(value, unit, decimals)}".strip()
    return Quantity(value, math.nan, math.nan, unit, decimals, text, "")


def health(spec: Spec, fact: Fact, library: Library) -> Draft:
    """A fact about health or services."""
    place = library.places()[fact.place]
    when = periods.label(fact.start, fact.end)
    printed = PRINTED.match(fact.statement)
    decimals = len(printed[2] or "") if printed and fact.unit == "percent" else 0
    statement = fact.statement
    return Draft(
        spec=spec,
        title=f"{fact.topic}, {place.name}",
        place=fact.place,
        period=when,
        quantity=number(fact.value, fact.unit, decimals),
        sentences=Sentences(
            short=f"{statement} ({place.name}, {when})",
            written=f"{statement} ({place.name}, {when}; {fact.source}).",
            spoken=words.aloud(f"In {place.spoken}, {when}: {statement}."),
            plain=_plain(fact),
        ),
        evidence=None,
        drawn=None,
        picture="number",
        cited=fact,
        about_suicide=bool(SUICIDE.search(f"{fact.topic} {statement}")),
        hopeful=fact.topic == HELP_TOPIC,
    )


def _plain(fact: Fact) -> str:
    """The statement with its percent as a natural frequency, the percent kept."""
    printed = PRINTED.match(fact.statement)
    if printed is None or fact.unit != "percent":
        return ""
    rest = fact.statement[printed.end() :].removeprefix(" of ")
    return f"{phrases.capital(units.one_in(fact.value))} {rest} ({printed[0]})."


def reach(spec: Spec, fact: ReachFact, library: Library) -> Draft:
    """A cited figure about a campaign, with its rung and its qualifier."""
    campaign = library.campaigns().get(fact.campaign)
    word = QUALIFIERS.get(fact.qualifier, fact.qualifier)
    quantity = number(fact.value, fact.unit, decimals(fact), word)
    when = periods.label(fact.start, fact.end) if fact.start and fact.end else "undated"
    title = campaign.title if campaign else fact.hashtag or fact.platform
    counted = f"{fact.metric}, {fact.platform}"
    return Draft(
        spec=spec,
        title=title,
        place=campaign.region if campaign else "WLD",
        period=when,
        quantity=quantity,
        sentences=Sentences(
            short=f"{title}, {when}: {quantity.text} ({fact.metric})",
            written=f"{title}: {in_words(fact)} Rung: {fact.rung}.",
            spoken=words.aloud(
                f"{title}, {when}: {quantity.text}. Counted were {counted}, says {fact.publisher}."
            ),
            plain="",
        ),
        evidence=None,
        drawn=None,
        picture="number",
        cited=fact,
        about_suicide=bool(campaign and campaign.about_suicide)
        or bool(SUICIDE.search(f"{fact.metric} {fact.hashtag}")),
        hopeful=fact.rung in HELP_RUNGS,
    )
