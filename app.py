"""Groundswell: the table of contents. One line a page, and nothing else."""

import streamlit as st

from utils.ui import layout

# no icons here: Streamlit would fetch a page's icon from another host for the browser tab
st.navigation(
    [
        st.Page("pages/overview.py", title="Overview", default=True),
        st.Page("pages/statistics.py", title="Statistics"),
        st.Page("pages/campaigns.py", title="Campaigns"),
        st.Page("pages/side_by_side.py", title="Side by side"),
        st.Page("pages/talking_points.py", title="Talking points"),
        st.Page("pages/present.py", title="Present", visibility="hidden"),
        st.Page("pages/calendar.py", title="Calendar"),
        st.Page("pages/your_data.py", title="Your data"),
        st.Page("pages/verify.py", title="Verify"),
        st.Page("pages/sources.py", title="Sources"),
    ],
    position=layout.menu(),
).run()
