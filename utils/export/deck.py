"""A deck: everything that may be taken away, handed in by whoever knows where it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from utils.model import Card, Claim, Helpline, Place


class ExportError(ValueError):
    """Something in the deck may not leave the house; the message says what and what to do."""


class WordingBlockedError(ExportError):
    """A rule of wording forbids a text of the deck. ``reasons`` holds one sentence a finding."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__(
            "Nothing was written, because a text breaks a rule of wording: "
            + " ".join(reasons)
            + " Change the text and take it away again."
        )


class HelplineMissingError(ExportError):
    """A claim about suicide has no helpline beside it."""


class SuppressedFigureError(ExportError):
    """A claim rests on nothing but suppressed rows, so its number may not be printed."""


@dataclass(frozen=True, eq=False)
class Deck:
    """Claims in their order, and what an export needs to know about them.

    ``cards`` are those of every series in the claims' rows, by id; ``places`` those of every
    place, by code; ``links`` the address of the live view of a claim, by spec; ``link`` that of
    the whole deck; ``helplines`` by place code; ``licences`` the texts of licences that ask to
    go along, by the first word of the licence. ``blocked`` holds the reasons that stop the
    export, as `wording` gives them. ``date`` is the day the deck was made, ``snapshot`` the id
    of the data it was made from: no clock is read here.
    """

    title: str
    ask: str
    claims: tuple[Claim, ...]
    cards: Mapping[str, Card]
    places: Mapping[str, Place]
    links: Mapping[str, str]
    link: str
    helplines: Mapping[str, Helpline]
    snapshot: str
    date: dt.date
    hashtags: tuple[str, ...] = ()
    licences: Mapping[str, bytes] = field(default_factory=dict)
    blocked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Made:
    """A finished file: its name, its type, its bytes, and what was left out or shortened."""

    name: str
    mime: str
    content: bytes
    notes: tuple[str, ...]
