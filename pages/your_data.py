"""Bring an export from a platform; counts only, kept in this session."""

from utils.ui import own_counts, own_data
from utils.ui.page import page

with page("your_data", "Your data"):
    own_data.heading()
    own_data.bring()
    kept = own_counts.counted()
    if kept is not None:
        own_counts.look(kept)
