"""One indicator: over time, on a map, in order, in a table."""

from utils.ui import (
    cards,
    controls,
    doors,
    layout,
    leave,
    load,
    passing_on,
    ready,
    safety,
    tables,
    view,
)
from utils.ui.page import page

with page("statistics", "Statistics"):
    top, choices, left, right, below = layout.statistics()
    with choices:
        card = controls.indicator()
    with top:
        cards.title(card.question)
    with choices:
        everything = load.evidence(card.id)
        chosen = controls.view(card, everything)
    with top:
        safety.note(card, *chosen.places[:1])
    made = ready.view(chosen, everything)
    shown = made.shown
    with top:
        cards.answer(made.drawing.answer)
    with left:
        buttons = passing_on.buttons([shown])
        cards.chart(made.drawing, view.picture_name(chosen), buttons=buttons)
        tables.rows(card, shown, unfolded=chosen.kind == "table")
        doors.door(made.point)
        leave.source(shown, card, everything)
    with right:
        cards.measures(card)
    with below:
        leave.take_away(card, shown, everything, view.withheld(chosen))
