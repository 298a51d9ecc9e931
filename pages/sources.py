"""Where the numbers come from: every series with its source, licence, age and download."""

from utils.ui import collecting, controls, freshness, leave, safety, sources
from utils.ui.page import page

with page("sources", "Sources"):
    sources.heading()
    sources.catalogue()
    card = controls.series()
    safety.note(card)
    sources.detail(card)
    sources.meaning(card)
    sources.packages(card)
    freshness.waiting()
    freshness.unfetched()
    collecting.sources()
    leave.share()
