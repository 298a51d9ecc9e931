"""Groundswell: the table of contents. One line a page, and nothing else."""

import streamlit as st

# no icons here: Streamlit would fetch a page's icon from another host for the browser tab
st.navigation(
    [
        st.Page("pages/overview.py", title="Overview", default=True),
        st.Page("pages/statistics.py", title="Statistics"),
        st.Page("pages/campaigns.py", title="Campaigns"),
        st.Page("pages/calendar.py", title="Calendar"),
        st.Page("pages/your_data.py", title="Your data"),
        st.Page("pages/sources.py", title="Sources"),
    ],
    position="top",
).run()
