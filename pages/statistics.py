"""One indicator: over time, on a map, in order, in a table."""

from utils.ui import cards, controls, doors, layout, leave, load, passing_on, safety, tables, view
from utils.ui.draw import drawing
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
    shown = view.rows(chosen, everything)
    drawn = drawing(chosen, shown, everything)
    with top:
        cards.answer(drawn.answer)
    with left:
        cards.chart(drawn, view.picture_name(chosen), buttons=passing_on.buttons([shown]))
        tables.rows(card, shown, unfolded=chosen.kind == "table")
        doors.open_to(doors.of_view(chosen, shown))
        leave.source(shown, card, everything)
    with right:
        cards.measures(card)
    with below:
        leave.take_away(card, shown, everything, view.withheld(chosen))
