"""What matters first, for my place and my topic."""

from utils.language import say
from utils.ui import cards, controls, overview, safety
from utils.ui.page import page

with page("overview", "Overview"):
    cards.welcome()
    place, topic = controls.mine()
    overview.figures(topic, place)
    overview.facts(topic, place)
    safety.call(say("If you or someone you know needs to talk:"), place)
    overview.doors()
