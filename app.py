"""Groundswell: the table of contents. One line a page, and nothing else."""

import streamlit as st

from utils.language import say
from utils.ui import layout, tongue

tongue.begin()

# no icons here: Streamlit would fetch a page's icon from another host for the browser tab
st.navigation(
    [
        st.Page("pages/overview.py", title=say("Overview"), default=True),
        st.Page("pages/statistics.py", title=say("Statistics")),
        st.Page("pages/campaigns.py", title=say("Campaigns")),
        st.Page("pages/side_by_side.py", title=say("Side by side")),
        st.Page("pages/talking_points.py", title=say("Talking points")),
        st.Page("pages/present.py", title=say("Present"), visibility="hidden"),
        st.Page("pages/calendar.py", title=say("Calendar")),
        st.Page("pages/your_data.py", title=say("Your data")),
        st.Page("pages/verify.py", title=say("Verify")),
        st.Page("pages/sources.py", title=say("Sources")),
    ],
    position=layout.menu(),
).run()
