"""What I can say that holds up: choose, word, check, collect."""

from utils.language import say
from utils.ui import cards, deck, deck_parts, leave, own_words, point, points, roles, take_away
from utils.ui.page import page

with page("talking_points", "Talking points"):
    cards.title(say("What can I say that holds up?"))
    deck.receive()
    wanted = points.asked()
    point.show(points.chosen(wanted))
    deck_parts.show()
    claims = take_away.claims()
    take_away.show(claims)
    own_words.check(claims)
    roles.show(wanted)
    leave.share()
