"""Slides as a PPTX file: 16:9, charts that can be edited, source and interval on every slide."""

from __future__ import annotations

from utils.export import csv, door
from utils.export.deck import Deck, Made

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def build(deck: Deck) -> Made:
    """One slide with the ask, one a claim, the sources at the end; equal decks, equal bytes.

    Raises `ExportError` and its kinds where something in the deck may not leave (`door.checked`).
    """
    from utils.export.office import presentation

    parcel = door.checked(deck)
    content, notes = presentation.build(parcel)
    name = csv.file_name(parcel.deck.title[:60], parcel.deck.date.isoformat(), ending="pptx")
    return Made(name, MIME, content, notes)
