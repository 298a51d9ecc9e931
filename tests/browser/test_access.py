"""For everybody: no barrier in any look or behind a fold, and every journey without a mouse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import report, steps
from tests.browser.axe import UPSTREAM, barriers
from tests.browser.conftest import settled
from tests.browser.looks import Look
from tests.browser.server import ROOT

MakePage = Callable[..., Page]
UNSEEN = {
    "stMain": "Streamlit lets its scrolling region have focus so that arrow keys scroll it, and "
    "draws nothing around it; it fills the window.",
}
"""Parts of the page that can have focus without showing it, and why."""
MOST_TABS = 60
VOLUME = "startDate,endDate,numberOfDocuments\n" + "".join(
    f"2018-01-{day:02}T00:00:00,2018-01-{day + 1:02}T00:00:00,{day * 30}\n" for day in range(1, 30)
)
"""The layout of a real export; its figures are made up."""
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
STILL = "() => document.getAnimations().every(one => one.playState !== 'running')"
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
    page.evaluate(FRAMES)
    page.wait_for_function(STILL)  # borders fade
    without = element.evaluate(LOOK)
    element.evaluate("element => element.focus({ focusVisible: true })")
    return bool(with_focus != without)


def test_a_statistic_is_chosen_and_taken_away_with_the_keyboard_alone(
    page: Page, app_url: str
) -> None:
    steps.visit(page, f"{app_url}/statistics")
    expect(page.locator("#announced")).to_be_empty()  # what was just opened is read anyhow
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
    heard = expect(page.get_by_role("status").and_(page.locator("#announced")))
    heard.to_contain_text(page.locator(".st-key-answer").inner_text())
    page.wait_for_function(STILL)  # nothing goes on moving
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


def moved(page: Page, part: str) -> Page:
    """Wait until the address holds something, and the page is whole again."""
    page.wait_for_function("part => location.search.includes(part)", arg=part)
    return settled(page)


def test_a_point_is_chosen_presented_and_taken_away_with_the_keyboard_alone(
    page: Page, app_url: str
) -> None:
    steps.visit(page, f"{app_url}/talking_points")
    tabs_to(page, page.locator(".st-key-talking_points-point"))
    assert is_seen_in_focus(page)
    page.keyboard.press("ArrowDown")
    moved(page, "point=")
    tabs_to(page, page.get_by_role("button", name="Add to my deck"))
    assert is_seen_in_focus(page)
    page.keyboard.press("Enter")
    moved(page, "deck=")
    tabs_to(page, page.get_by_role("link", name="Present it"))
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    slides = settled(opened.value)
    slides.keyboard.press("ArrowRight")
    expect(slides.get_by_text("2 of 2", exact=True)).to_be_visible()
    slides.close()
    page.bring_to_front()
    tabs_to(page, page.locator(".st-key-take-handout"))
    assert is_seen_in_focus(page)
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename.endswith(".docx")


def test_a_file_is_brought_and_forgotten_with_the_keyboard_alone(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    (tmp_path / "volume.csv").write_text(VOLUME)
    steps.visit(page, f"{app_url}/your_data")
    tabs_to(page, page.get_by_test_id("stFileUploaderDropzone"))
    assert is_seen_in_focus(settled(page))
    page.bring_to_front()  # another test's page may have been in front
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Enter")
    asked.value.set_files(tmp_path / "volume.csv")
    page.get_by_text("your data, kept in this session only").wait_for()
    settled(page)
    tabs_to(page, page.locator(".st-key-own-forget"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("your data, kept in this session only")).to_have_count(0)


@pytest.mark.parametrize("view", ["/statistics?view=table", "/sources"])
def test_no_table_keeps_the_keyboard(page: Page, app_url: str, view: str) -> None:
    steps.visit(page, app_url + view)
    tabs_to(page, page.get_by_test_id("stDataFrame").first)
    tabs_to(page, page.locator(".st-key-fold-link"))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("looks", list(report.kinds()), ids=lambda looks: looks[0].theme)
def test_no_look_at_any_view_has_a_barrier(
    browser: Browser, app_url: str, looks: list[Look]
) -> None:
    """Each view is opened once and then turned to every size, so that it takes minutes only."""
    seen = list(report.walk(browser, app_url, looks))
    found = [f"{one.view}, {one.look.name}: {words}" for one in seen for words in one.ours]
    assert not found, "\n".join(found)
    gone = {one for one in UPSTREAM if one.steady}.difference(*(one.met for one in seen))
    assert looks[0].scheme != "dark" or not gone, "a known barrier is gone: let it through no more"


def test_what_is_let_through_is_told_to_readers() -> None:
    told = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
    assert not [one.issue for one in UPSTREAM if one.issue not in told]
