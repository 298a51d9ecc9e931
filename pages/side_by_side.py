"""Reach next to need: what happened at the same time, and what that does not tell."""

from utils.language import say
from utils.ui import (
    cards,
    chance,
    doors,
    pairing,
    pairing_leave,
    pairing_parts,
    pairing_rows,
    side_by_side,
)
from utils.ui.page import page

with page("side_by_side", "Side by side"):
    cards.title(say("What happened at the same time?"))
    chosen = side_by_side.chosen()
    drawn = pairing_rows.panels(chosen)
    covered = pairing_parts.covered(chosen)
    pairing_parts.note(chosen)
    pairing_parts.picture(chosen, drawn)
    pairing_parts.said(chosen, covered)
    doors.open_to(doors.of_pair(chosen, pairing.need(chosen)))
    pairing_parts.own_words(chosen)
    pairing_parts.studied(chosen)
    pairing_leave.sources(drawn)
    pairing_leave.download(drawn)
    chance.closer(chosen)
