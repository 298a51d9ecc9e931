"""Whether told claims still hold, by computing them anew."""

from utils.ui import checking, leave
from utils.ui.page import page

with page("verify", "Verify"):
    checking.heading()
    checking.answer(checking.asked())
    leave.share()
