"""The bench knows every page of the menu, so that none is left out when it measures."""

from __future__ import annotations

from tests.bench import measure
from tests.browser.looks import pages
from tests.opened import HIDDEN


def test_the_bench_measures_every_page_of_the_menu() -> None:
    found = measure.ours().pages
    assert len(found) == len(list(pages())) - len(HIDDEN)
    assert found["Overview"] == ""
    assert found["Side by side"] == "side_by_side"
