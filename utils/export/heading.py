"""The heading of a claim on slide and handout: never without its place and what is measured."""

from __future__ import annotations

import re

from utils.export.door import WORLD, Parcel
from utils.model import Claim, Indicator, Place

MOST = 130
"""Letters of a heading that a slide shows whole in its smallest letters."""


def heading(parcel: Parcel, claim: Claim) -> str:
    """The short sentence; where it lacks the place or the measure, one that has both.

    That is the written sentence where it is brief enough, else the short one behind what it
    lacks. Figures of the world and claims without a place need none.
    """
    short = claim.sentences.short
    lacking = [*_place(parcel, claim), *_measure(parcel, claim)]
    if not lacking:
        return short
    if len(claim.sentences.written) <= MOST:
        return claim.sentences.written
    return f"{', '.join(lacking)}: {short}"


def _place(parcel: Parcel, claim: Claim) -> list[str]:
    place = parcel.deck.places.get(claim.place)
    if place is None or place.code == WORLD or names(claim.sentences.short, place):
        return []
    return [place.name]


def names(words: str, place: Place) -> bool:
    """Whether words name a place; “England and Wales” does not name England."""
    american = place.code == "USA" and bool(re.search(r"\bUS\b", words))
    several = r"(?! and [A-Z])(?!\w)"
    known = (re.escape(one) for one in (place.name, place.spoken))
    return american or any(re.search(rf"(?<!\w){one}{several}", words) for one in known)


def _measure(parcel: Parcel, claim: Claim) -> list[str]:
    """The title of the series where neither it nor its finding is in the short sentence."""
    card = parcel.deck.cards.get(claim.series)
    if claim.kind not in ("change", "gap") or not isinstance(card, Indicator):
        return []
    known = (card.plain_title, card.title, card.finding, claim.title)
    said = claim.sentences.short.lower()
    return [] if any(one.lower() in said for one in known) else [card.plain_title]
