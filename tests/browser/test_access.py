"""For everybody: no barrier behind a fold, and every journey without a mouse."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.axe import barriers
from tests.browser.conftest import settled

MakePage = Callable[..., Page]
UNSEEN = {
    "stMain": "Streamlit lets its scrolling region have focus so that arrow keys scroll it, and "
    "draws nothing around it; it fills the window.",
}
"""Parts of the page that can have focus without showing it, and why."""
MOST_TABS = 60
LOOK = """element => {
  const look = [];
  for (let part = element, up = 0; part && up < 4; part = part.parentElement, up++) {
    const s = getComputedStyle(part);
    look.push(s.outlineStyle, s.outlineColor, s.outlineWidth, s.boxShadow, s.borderColor,
      s.backgroundColor, s.textDecorationLine, s.color);
  }
  return look.join('|');
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_behind_a_fold_or_in_a_note(
    new_page: MakePage, app_url: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    steps.visit(page, f"{app_url}/statistics?indicator=us-suicide-rate&split=sex&place=XXX")
    for fold in page.locator("summary").all():
        fold.click()
    assert page.get_by_test_id("stSlider").is_visible()
    assert not barriers(settled(page))


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


def tabs_to(page: Page, target: Locator) -> int:
    """Press Tab until an element has focus; how often that took."""
    for pressed in range(1, MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element.contains(document.activeElement)"):
            return pressed
    raise AssertionError(f"{MOST_TABS} tabs do not reach {target}")


def is_seen_in_focus(page: Page) -> bool:
    """Whether the element in focus looks different from how it looks without it."""
    element = focused(page).element_handle()
    assert element is not None
    with_focus = element.evaluate(LOOK)
    element.evaluate("element => element.blur()")
    page.wait_for_timeout(250)  # borders fade
    without = element.evaluate(LOOK)
    element.evaluate("element => element.focus({ focusVisible: true })")
    return bool(with_focus != without)


def test_a_statistic_is_chosen_and_taken_away_with_the_keyboard_alone(
    page: Page, app_url: str
) -> None:
    steps.visit(page, f"{app_url}/statistics")
    title = page.locator("h1").inner_text()
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text(re.compile("skip", re.IGNORECASE))
    tabs_to(page, page.locator(".st-key-statistics-indicator"))
    assert is_seen_in_focus(page)
    page.keyboard.type("lonel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("indicator="))
    settled(page)
    assert page.locator("h1").inner_text() != title
    chosen = steps.address(page).split("indicator=")[1]
    tabs_to(page, page.locator(".st-key-download-shown"))
    assert is_seen_in_focus(page)
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert chosen in coming.value.suggested_filename


def test_whatever_has_focus_can_be_seen(page: Page, app_url: str) -> None:
    steps.visit(page, f"{app_url}/statistics?indicator=suicide-rate-world")
    unseen = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        element = focused(page)
        if element.get_attribute("data-testid") not in UNSEEN and not is_seen_in_focus(page):
            unseen.append(element.evaluate("element => element.outerHTML.slice(0, 120)"))
    assert not unseen
