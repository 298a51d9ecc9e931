"""A one-page handout as a DOCX: the ask, three points with their figures, sources, helpline."""

from __future__ import annotations

from typing import Literal

from utils.export import csv, door, page
from utils.export.deck import Deck, Made

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def build(deck: Deck, paper: Literal["A4", "Letter"] = "A4") -> Made:
    """One page, the first three claims; the same words on either paper (`page.fitted`).

    Raises `ExportError` and its kinds where something in the deck may not leave (`door.checked`).
    """
    from utils.export.office import document

    parcel = door.checked(deck)
    fitted = page.fitted(parcel)
    content = document.build(parcel, fitted, paper)
    day = parcel.deck.date.isoformat()
    name = csv.file_name(parcel.deck.title[:60], "handout", paper, day, ending="docx")
    return Made(name, MIME, content, page.changes(parcel, fitted))
