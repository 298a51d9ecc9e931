"""What is folded away is made when somebody opens it, and not before."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def script() -> None:
    """A page with one fold."""
    import streamlit as st

    from utils.ui.fold import fold

    with fold("More", "more") as is_open:
        if is_open:
            st.markdown("unfolded")


def test_a_fold_is_empty_until_it_is_opened() -> None:
    app = AppTest.from_function(script, default_timeout=20).run()
    assert app.expander[0].label == "More"
    assert not app.markdown
    app.session_state["fold-more"] = True
    app.run()
    assert [one.value for one in app.expander[0].markdown] == ["unfolded"]
