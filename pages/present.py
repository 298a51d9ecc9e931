"""The collected points as slides."""

from utils.ui import slide
from utils.ui.page import page

with page("present", "Present"):
    slide.show()
