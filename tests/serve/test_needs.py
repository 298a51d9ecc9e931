"""Every page names early what it will draw with: files that are there, by names that still hold."""

from __future__ import annotations

import re

import pytest

from tests.browser.looks import pages
from utils.serve import front
from utils.serve.needs import NEEDS, STATIC, scripts, wanted

LARGEST = "PlotlyChart"


def links(text: str) -> list[str]:
    return re.findall(r'rel="modulepreload"[^>]*href="\./(static/js/[^"]+)"', text)


@pytest.mark.parametrize("name", NEEDS)
def test_every_script_that_is_named_is_there_and_named_once(name: str) -> None:
    found = links(front.page(name))
    assert len(found) == len(set(found))
    assert all((STATIC / one).is_file() for one in found)


@pytest.mark.parametrize("name", sorted({one for names in NEEDS.values() for one in names}))
def test_streamlit_still_has_the_scripts_by_these_names(name: str) -> None:
    assert len(list((STATIC / "static/js").glob(f"{name}.*.js"))) == 1


def test_every_page_says_what_it_needs() -> None:
    assert set(NEEDS) == {page.strip("/") for page in pages()}


def test_only_pages_with_charts_name_the_largest_script() -> None:
    assert any(LARGEST in one for one in links(front.page("statistics")))
    assert not any(LARGEST in one for one in links(front.page("calendar")))


def test_what_draws_is_run_beforehand_and_what_it_imports_is_only_fetched() -> None:
    soon = re.findall(r'data-soon[^>]*href="\./static/js/(\w+)', front.page("statistics"))
    assert {"Selectbox", "Multiselect", "Radio"} <= set(soon)
    assert set(soon) <= set(wanted("statistics"))
    assert LARGEST not in soon, "words would wait for it"
    assert len(soon) < len(links(front.page("statistics")))


def test_what_a_script_imports_is_named_with_it() -> None:
    chart = next((STATIC / "static/js").glob(f"{LARGEST}.*.js"))
    top = chart.read_text("utf-8")[:3_000]
    imported = set(re.findall(r'from"\./([^"]+)"', top))
    assert len(imported) > 10
    assert imported <= set(scripts([LARGEST]))
