"""A deck full-frame: by keyboard alone, large enough, whole on one screen, in light and dark."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import settled
from tests.claims.asked import library
from utils.claims.make import make
from utils.model import Claim

MakePage = Callable[..., Page]
SLIDES = len(steps.CLAIMS) + 1
SCREEN = {"width": 1280, "height": 720}
SCROLLS = """() => ['html', '[data-testid=stMain]', '[data-testid=stAppScrollToBottomContainer]']
  .map(one => document.querySelector(one)).filter(Boolean)
  .flatMap(one => [one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth])
  .filter(more => more > 0)"""
SMALL = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), 4);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const box = node.parentElement;
    if (!node.textContent.trim() || box.closest('.st-key-keys, style, script, table'))
      continue;
    const seen = box.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(box).fontSize);
    if (seen.width > 1 && seen.height > 1 && size < 23.5)
      found.push(`${size}px ${node.textContent.trim().slice(0, 60)}`);
  }
  return found;
}"""
OUTSIDE = """() => [
    ...document.querySelectorAll('.js-plotly-plot text, [data-testid=stHtml] p, h1')]
  .filter(one => one.textContent.trim())
  .filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && (box.left < 0 || box.right > innerWidth || box.bottom > innerHeight);
  }).map(one => one.textContent.slice(0, 60))"""
BARS = ["stTopNavLink", "stToolbar", "stMainMenuButton", "stSidebar"]


def at(page: Page, slide: int) -> Page:
    """Wait for a slide by the address and its small mark."""
    search = "" if slide == 1 else f"slide={slide}"
    page.wait_for_function(
        "search => search ? location.search.includes(search) : !location.search.includes('slide=')",
        arg=search,
    )
    expect(page.get_by_text(f"{slide} of {SLIDES}", exact=True)).to_be_visible()
    return settled(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_slide_is_whole_large_and_sourced(
    new_page: MakePage, app_url: str, scheme: str
) -> None:
    page = new_page(viewport=SCREEN, color_scheme=scheme)
    steps.visit(page, f"{app_url}/present?embed=true&deck={steps.DECK}")
    for slide in range(1, SLIDES + 1):
        at(page, slide)
        assert page.locator("h1").count() == 1
        assert page.evaluate(SCROLLS) == [], f"slide {slide} scrolls"
        assert page.evaluate(SMALL) == [], f"slide {slide}"
        assert page.evaluate(OUTSIDE) == [], f"slide {slide}"
        for bar in BARS:
            assert not page.get_by_test_id(bar).is_visible(), bar
        assert page.get_by_test_id("stHeader").inner_text().strip() == ""
        if slide > 1:
            foot = " ".join(page.get_by_test_id("stHtml").all_inner_texts())
            assert "Source: " in foot
            made = make(steps.CLAIMS[slide - 2], library(), dt.date.today())
            assert isinstance(made, Claim)
            assert made.quantity.text in foot
            assert made.quantity.interval in foot
            assert ("988" in foot) == made.about_suicide
        page.keyboard.press("ArrowRight")


def test_the_keys_of_a_keyboard_and_a_clicker_turn_the_slides(page: Page, app_url: str) -> None:
    steps.visit(page, f"{app_url}/present?embed=true&deck={steps.DECK}")
    for key, slide in (
        ("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1), ("End", SLIDES),
        ("ArrowRight", SLIDES), ("Home", 1), ("PageDown", 2),
    ):  # fmt: skip
        page.keyboard.press(key)
        at(page, slide)
    page.reload()
    at(page, 2)
    said = page.get_by_text("If somebody objects:")
    expect(said).to_have_count(0)
    page.keyboard.press("n")
    expect(said).to_be_visible()
    settled(page).keyboard.press("n")
    expect(said).to_have_count(0)
    settled(page).keyboard.press("h")
    page.wait_for_function("() => location.search.includes('contrast=1')")
    axis = page.locator(".js-plotly-plot .xtick text").first
    assert "rgb(0, 0, 0)" in (axis.get_attribute("style") or "")
    settled(page).keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/talking_points"))
    settled(page)
    assert len(steps.held(page)) == len(steps.CLAIMS)
    expect(page.get_by_test_id("stTopNavLink").first).to_be_visible()
