"""Every page in light and dark, on screen and phone: whole, quiet, in its width, for everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.bench import shift
from tests.browser import steps
from tests.browser.axe import barriers
from tests.browser.conftest import settled
from tests.browser.looks import PHONE, SCREEN, VIEWS, pages
from tests.opened import HIDDEN

MakePage = Callable[..., Page]
WORLD, STATES, SMALLEST = 150, 51, 300
"""Least countries and exactly the states that a map must draw; least size of a map in px."""
PAPER = {"light": "#FBFAF7", "dark": "#12161C"}
SHAPES = """() => [...document.querySelectorAll('.choroplethlayer path')]
  .filter(path => (path.getAttribute('d') || '').length > 10 && path.getBBox().width > 0)
  .map(path => getComputedStyle(path).fill)"""
OVERFLOW = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(part => part.scrollWidth - part.clientWidth)"""
BACKGROUND = """() => getComputedStyle(document.querySelector('[data-testid=stApp]'))
  .backgroundColor.match(/\\d+/g)
  .map(part => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase()"""


@pytest.mark.timeout(900)  # opens many pages in two sizes
@pytest.mark.parametrize(
    ("scheme", "sizes", "views"),
    [
        # every view is looked at in one of the two; the slow ones look at all in both
        ("light", (SCREEN, PHONE), VIEWS[::2]),
        ("dark", (PHONE, SCREEN), VIEWS[1::2]),
        pytest.param("light", (SCREEN, PHONE), VIEWS, marks=pytest.mark.slow),
        pytest.param("dark", (PHONE, SCREEN), VIEWS, marks=pytest.mark.slow),
    ],
    ids=["light", "dark", "all in light", "all in dark"],
)
def test_every_page_is_whole_and_open_to_everybody(
    new_page: MakePage,
    app_url: str,
    scheme: str,
    sizes: tuple[ViewportSize, ...],
    views: tuple[str, ...],
) -> None:
    """Opened in one size, then turned to the other; `new_page` fails on errors and other hosts."""
    page = new_page(color_scheme=scheme)
    for view in views:
        page.set_viewport_size(sizes[0])
        steps.visit(page, app_url + view)
        assert page.locator("h1").count() == 1, view
        assert page.get_by_test_id("stException").count() == 0, view
        assert page.evaluate(BACKGROUND) == PAPER[scheme].removeprefix("#"), view
        papers = {chart["paper"] for chart in page.evaluate(steps.DRAWN)}
        assert papers <= {PAPER[scheme]}, (view, papers)
        assert not barriers(page), f"{view} in {scheme}"
        for size in sizes:
            page.set_viewport_size(size)
            settled(page)
            assert page.evaluate(OVERFLOW) == [0, 0], f"{view} scrolls sideways at {size}"
        if scheme == "light":
            _zoomed_in_forced_colours(page, view)


def _zoomed_in_forced_colours(page: Page, view: str) -> None:
    """The same page twice as large in the colours of somebody's own; all looks run as slow."""
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": SCREEN["width"] // 2, "height": SCREEN["height"] // 2})
    settled(page)
    assert page.evaluate(OVERFLOW) == [0, 0], f"{view} scrolls sideways at 200 %"
    assert not barriers(page), f"{view} at 200 % in forced colours"
    page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("size", [SCREEN, PHONE], ids=["screen", "phone"])
def test_nothing_jumps_while_a_page_arrives(
    new_page: MakePage, app_url: str, size: ViewportSize
) -> None:
    """`python -m tests.bench.shift` measures every page, also those that wait for the server."""
    for address in ("/", "/statistics", "/sources"):
        page = new_page(viewport=size)
        page.add_init_script(shift.NOTE)
        page.goto(app_url + address)
        moved = shift.seen(page)
        assert shift.cumulative(moved) < shift.GOOD, (address, shift.told(moved))


def test_the_menu_reaches_every_page_on_a_phone(new_page: MakePage, app_url: str) -> None:
    page = steps.visit(new_page(viewport=PHONE), app_url)
    page.get_by_test_id("stExpandSidebarButton").click()
    links = page.get_by_test_id("stSidebarNavLink")
    links.first.wait_for()
    assert links.count() == len(list(pages())) - len(HIDDEN)
    links.last.click()
    page.wait_for_function("() => location.pathname.length > 1")
    assert settled(page).locator("h1").count() == 1


@pytest.mark.parametrize(
    ("series", "least", "most"),
    [("suicide-rate-world", WORLD, 250), ("us-anxiety-or-depression", STATES, STATES)],
)
def test_a_map_is_drawn_without_any_other_host(
    page: Page, app_url: str, series: str, least: int, most: int
) -> None:
    steps.visit(page, f"{app_url}/statistics?indicator={series}&view=map")
    page.wait_for_function(f"least => ({SHAPES})().length >= least", arg=least)
    fills = page.evaluate(SHAPES)
    assert len(fills) <= most
    assert len(set(fills)) >= 5, "a map needs its classes"
    box = page.locator(".choroplethlayer").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > SMALLEST


def test_the_dark_theme_reaches_the_chart(new_page: MakePage, app_url: str) -> None:
    """Streamlit does not run a page again when its theme changes (its issue 11920).

    Until the next choice the chart stays light as a whole, which can still be read.
    """
    page = steps.visit(new_page(color_scheme="light"), f"{app_url}/statistics")
    assert steps.paper(page) == PAPER["light"]
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_role("menuitemradio", name="Dark").click()
    page.wait_for_function(f"dark => ({BACKGROUND})() === dark", arg=PAPER["dark"][1:])
    assert steps.paper(page) in PAPER.values()
    page.keyboard.press("Escape")
    steps.shows_as(page, "Map")
    assert steps.paper(page) == PAPER["dark"]
    steps.shows_as(page, "Over time")
    assert steps.paper(page) == PAPER["dark"]
