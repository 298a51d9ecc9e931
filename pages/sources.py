"""Where the numbers come from: every series with its source, licence, age and download."""

from utils.ui import controls, leave, safety, sources
from utils.ui.page import page

with page("sources", "Sources"):
    sources.heading()
    sources.catalogue()
    card = controls.series()
    safety.note(card)
    sources.detail(card)
    sources.meaning(card)
    sources.packages(card)
    leave.share()
