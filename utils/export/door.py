"""The door: what may not leave does not leave, and whoever takes a deck away learns why."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from utils.export import clean
from utils.export.deck import (
    Deck,
    ExportError,
    HelplineMissingError,
    SuppressedFigureError,
    WordingBlockedError,
)
from utils.model import Claim, Evidence, Helpline, Place

TITLE, ASK, HASHTAGS = 160, 320, 30
"""Most characters of a title and of an ask, most hashtags."""
WORLD = "WLD"


@dataclass(frozen=True, eq=False)
class Parcel:
    """A deck that may leave: clean texts, no barred and no suppressed rows.

    ``withheld`` says by spec why rows of a claim stay here; ``notes`` what was shortened.
    """

    deck: Deck
    withheld: Mapping[str, str]
    notes: tuple[str, ...]

    def helpline(self, claim: Claim) -> Helpline | None:
        """The helpline beside a claim about suicide; none for others."""
        return _helpline(self.deck, claim.place) if claim.about_suicide else None

    def helplines(self) -> tuple[Helpline, ...]:
        """Every helpline that the deck needs, each once, in the order of its claims."""
        found = (self.helpline(claim) for claim in self.deck.claims)
        return tuple(dict.fromkeys(line for line in found if line))

    def call(self, line: Helpline) -> str:
        """A helpline in one line, with its country where the deck needs several."""
        where = ""
        if len(self.helplines()) > 1:
            place = self.deck.places.get(line.place)
            named = f" in {place.spoken}" if place else ""
            where = " elsewhere" if line.place == WORLD else named
        return f"Need help{where}? {line.name}: {line.contact}. {line.hours}."

    def link(self, claim: Claim) -> str:
        """The address of the live view of a claim, of the deck where there is no other."""
        return self.deck.links.get(claim.spec, self.deck.link)

    def interval(self, claim: Claim) -> str:
        """`95% interval 20.7 to 22.2`, or that there is none: it is never passed over."""
        if not claim.quantity.interval:
            return "no interval given"
        card = self.deck.cards.get(claim.series)
        name = getattr(card, "interval_name", "interval")
        return f"{name} {claim.quantity.interval}"


def checked(deck: Deck) -> Parcel:
    """The deck as it may leave.

    Raises `WordingBlockedError` for a blocked text, `HelplineMissingError` for a claim about
    suicide without a helpline, `SuppressedFigureError` for a number made of suppressed rows
    only, and `ExportError` for an empty deck. Rows whose licence forbids passing on are taken
    out; their claim stays as a citation.
    """
    if deck.blocked:
        raise WordingBlockedError(tuple(clean.text(reason) for reason in deck.blocked))
    if not deck.claims:
        raise ExportError("The deck is empty. Collect at least one talking point first.")
    cut: list[str] = []
    tidy = _tidy(deck, cut)
    for claim in tidy.claims:
        _refuse(tidy, claim)
    allowed = [_allowed(claim) for claim in tidy.claims]
    withheld = {claim.spec: reason for claim, reason in allowed if reason}
    notes = tuple(f"Shortened: {one}" for one in dict.fromkeys(cut))
    claims = tuple(claim for claim, _ in allowed)
    return Parcel(dataclasses.replace(tidy, claims=claims), withheld, notes)


def _tidy(deck: Deck, cut: list[str]) -> Deck:
    tags = dict.fromkeys(clean.hashtag(one) for one in deck.hashtags)
    used = _places(deck)
    return Deck(
        title=clean.every(deck.title, cut, TITLE) or "Talking points",
        ask=clean.every(deck.ask, cut, ASK),
        claims=tuple(clean.every(claim, cut) for claim in deck.claims),
        cards=clean.every({key: deck.cards[key] for key in _series(deck)}, cut),
        places=clean.every(used, cut),
        links={clean.text(key): clean.address(one) for key, one in deck.links.items()},
        link=clean.address(deck.link),
        helplines=clean.every(dict(deck.helplines), cut),
        snapshot=clean.text(deck.snapshot, 80),
        date=deck.date,
        hashtags=tuple(tag for tag in tags if tag)[:HASHTAGS],
        licences=deck.licences,
    )


def pieces(claim: Claim) -> tuple[Evidence, ...]:
    """The rows that a claim carries: those of its number, those of its picture."""
    return tuple(one for one in (claim.evidence, claim.drawn) if one is not None)


def _series(deck: Deck) -> list[str]:
    """The series whose cards are needed; raises `ExportError` where rows have no card."""
    ids = dict.fromkeys(
        [claim.series for claim in deck.claims if claim.series in deck.cards]
        + [id for claim in deck.claims for one in pieces(claim) for id in one.rows["series"]]
    )
    if missing := [id for id in ids if id not in deck.cards]:
        raise ExportError(f"No card for {', '.join(missing)}. Hand in the cards of all series.")
    return list(ids)


def _places(deck: Deck) -> dict[str, Place]:
    """The places that the claims name and those around them."""
    codes = {claim.place for claim in deck.claims}
    codes |= {c for claim in deck.claims for one in pieces(claim) for c in one.rows["place"]}
    return {place.code: place for code in sorted(codes) for place in _around(deck.places, code)}


def _around(places: Mapping[str, Place], code: str) -> Iterable[Place]:
    seen: set[str] = set()
    while code in places and code not in seen:
        seen.add(code)
        yield places[code]
        code = places[code].parent


def _helpline(deck: Deck, code: str) -> Helpline | None:
    around = [code, *(place.code for place in _around(deck.places, code)), WORLD]
    return next((deck.helplines[one] for one in around if one in deck.helplines), None)


def _refuse(deck: Deck, claim: Claim) -> None:
    if claim.about_suicide and _helpline(deck, claim.place) is None:
        raise HelplineMissingError(
            f"“{claim.title}” is about suicide and there is no helpline for {claim.place}. "
            "Add one, or the one for the world, to the deck's helplines."
        )
    rows = claim.evidence.rows if claim.evidence is not None else None
    if rows is not None and len(rows) and (rows["status"] == "Q").all():
        raise SuppressedFigureError(
            f"“{claim.title}” rests on suppressed figures only. Take it out of the deck."
        )


def _allowed(claim: Claim) -> tuple[Claim, str]:
    """The claim without rows that may not be passed on, and why; no reason where all may."""
    cited = [one.producer for one in claim.citations if not one.redistributable]
    sources = [source for one in pieces(claim) for source in one.sources]
    barred = dict.fromkeys([*cited, *(s.producer for s in sources if not s.redistributable)])
    if not barred or not pieces(claim):
        return claim, ""
    reason = (
        f"The licence of {', '.join(barred)} does not allow its rows to be passed on, "
        "so the figure is cited and neither rows nor a chart are here."
    )
    return dataclasses.replace(claim, evidence=None, drawn=None, picture="number"), reason
