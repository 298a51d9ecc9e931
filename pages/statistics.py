"""One indicator: over time, on a map, in order, in a table."""

from utils.ui import cards, controls, explore, layout
from utils.ui.page import page

with page("statistics", "Statistics"):
    top, choices, left, right, below = layout.statistics()
    with choices:
        card = controls.indicator()
    with top:
        cards.title(card.question)
    with choices:
        explore.statistic(card, top, left, below)
    with right:
        cards.measures(card)
