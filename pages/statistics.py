"""One indicator: over time, on a map, in order, in a table."""

from utils.ui import cards, controls, layout, load, view
from utils.ui.draw import drawing
from utils.ui.page import page

with page("statistics", "Statistics"):
    top, choices, left, right, below = layout.statistics()
    with choices:
        card = controls.indicator()
        everything = load.evidence(card.id)
        chosen = controls.view(card, everything)
    shown = view.rows(chosen, everything)
    drawn = drawing(chosen, shown)
    with top:
        cards.heading(card.question, drawn.answer)
        cards.safety(card, chosen.places[0])
    with left:
        cards.chart(drawn, view.picture_name(chosen))
        cards.rows(chosen, shown)
    with right:
        cards.measures(card)
    with below:
        cards.source(shown, card, everything)
        cards.take_away(chosen, shown, everything)
