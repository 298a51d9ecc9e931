"""Which awareness day is next, and what there is to say on it."""

from utils.ui import awareness
from utils.ui.page import page

with page("calendar", "Calendar"):
    awareness.heading()
    awareness.ahead()
    awareness.take_away()
