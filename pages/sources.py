"""Where the numbers come from: every series with its source, licence, age and download."""

from utils.ui import cards, controls, sources
from utils.ui.page import page

with page("sources", "Sources"):
    sources.heading()
    sources.catalogue()
    card = controls.series()
    sources.detail(card)
    cards.measures(card)
    sources.packages(card)
    cards.share()
