"""The page in front of the app: there at once, gone when the words have come, never in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

MakePage = Callable[..., Page]
TIMES = """(() => {
  window.times = {};
  new MutationObserver(() => {
    const now = performance.now(), root = document.getElementById('root');
    const front = 'arriving' in document.documentElement.dataset;
    if (front) times.front ??= now;
    if (front && root) times.inert ||= root.inert;
    if (times.front && !front) times.seen ??= now;
    const app = document.querySelector('#root [data-testid="stApp"]');
    if (app?.dataset.testScriptState === 'notRunning') times.ended ??= now;
  }).observe(document, { subtree: true, childList: true, attributes: true });
})()"""
KEEPS_NOTHING = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } })"""
THERE, GONE = "html[data-arriving]", "html:not([data-arriving])"


def silent(page: Page, address: str) -> Page:
    """Open a page whose server never answers, so that the one in front stays."""
    page.route_web_socket("**/_stcore/stream", lambda socket: None)
    page.goto(address)
    page.wait_for_selector(THERE, state="attached")
    return page


@pytest.mark.parametrize("address", ["/", "/statistics"])
def test_it_goes_when_the_first_run_has_ended(
    new_page: MakePage, app_url: str, address: str
) -> None:
    page = new_page()
    page.add_init_script(TIMES)
    page.goto(app_url + address)
    page.wait_for_function("() => times.seen && times.ended")
    times = page.evaluate("times")
    assert times["front"] < times["ended"]
    # both from the start of the visit: nothing is held back for as long as it took to come
    assert times["seen"] < 2 * times["ended"]
    # without this, focus would wander where nothing is seen
    assert times["inert"]
    assert not page.evaluate("document.getElementById('root').inert")


def test_who_presses_a_key_sees_what_there_is(new_page: MakePage, app_url: str) -> None:
    page = silent(new_page(), app_url)
    page.keyboard.press("Tab")
    page.wait_for_selector(GONE, state="attached")
    assert not page.evaluate("document.getElementById('root').inert")


def test_a_browser_that_keeps_nothing_has_it_too(new_page: MakePage, app_url: str) -> None:
    page = new_page()
    page.add_init_script(KEEPS_NOTHING)
    silent(page, app_url)


@pytest.mark.parametrize(
    ("address", "kept", "shown"),
    [
        ("/", "stActiveTheme-/-v2", "dark"),
        ("/", "stActiveTheme-/campaigns-v2", ""),
        ("/?embed=true&embed_options=light_theme", "stActiveTheme-/-v2", "light"),
    ],
)
def test_its_colours_are_those_that_the_app_will_have(
    new_page: MakePage, app_url: str, address: str, kept: str, shown: str
) -> None:
    page = new_page()
    page.add_init_script(f"""localStorage.setItem('{kept}', '{{"name":"Dark"}}')""")
    silent(page, app_url + address)
    assert page.get_attribute("html", "data-arriving") == shown
