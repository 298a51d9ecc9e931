"""What stands before the app: in the reader's language and colours, and gone when it has come."""

from __future__ import annotations

import re

import pytest
import streamlit as st

from utils.language import LANGUAGES
from utils.serve import arrival, front

SHELL = re.compile(r'<div id="arriving".*?</div></div>', re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_before_the_app_and_speaks_the_language(language: str) -> None:
    page = front.page("statistics", language)
    assert page.count('id="arriving"') == 1
    assert page.index('id="arriving"') < page.index('<div id="root">')
    assert arrival.body(language) in page


def test_each_language_has_words_of_its_own() -> None:
    assert len({arrival.body(one) for one in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_colours_are_those_of_the_theme(theme: str) -> None:
    paper = st.get_option(f"theme.{theme}.backgroundColor")
    assert paper
    assert arrival.style().count(f"--paper: {paper};") == 2, "by the system, and by choice"


def test_without_its_script_nothing_is_hidden() -> None:
    """The app is out of sight only while the script says so, and that has an end."""
    lines = [line.strip() for line in arrival.style().splitlines()]
    hiding = [line for line in lines if "#root" in line]
    assert hiding == ["html[data-arriving] #root { opacity: 0; pointer-events: none }"]
    assert "#arriving { display: none }" in arrival.style()
    assert "setTimeout(arrived, PATIENCE_MS)" in arrival.SCRIPT


def test_only_a_page_with_a_long_list_waits_for_all_of_its_controls() -> None:
    assert 'id="arriving" role="status" data-whole' in front.page("talking_points")
    assert "data-whole" not in front.page("statistics")


def test_nothing_moves_in_it() -> None:
    assert "animation" not in arrival.style()
    assert "transition" not in arrival.style()
    assert SHELL.search(front.page()) is not None
