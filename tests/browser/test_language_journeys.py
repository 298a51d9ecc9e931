"""A reader of Spanish: menu and sentence in Spanish, and the languages reached by keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import settled

POINT = "point=level:us-anxiety-or-depression:USA:2024-08-20"
MOST_TABS = 30


def reaches(page: Page, label: str) -> None:
    """Moves the focus with Tab until it is on the field of this name."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if label in str(page.evaluate("document.activeElement.getAttribute('aria-label')")):
            return
    raise AssertionError(f"{label} is not reached in {MOST_TABS} steps")


def test_spanish_by_link_and_portuguese_by_keyboard(page: Page, app_url: str) -> None:
    steps.visit(page, f"{app_url}/talking_points?lang=es&{POINT}&say=spoken")
    assert page.evaluate("document.documentElement.lang") == "es"
    expect(page.get_by_test_id("stTopNavLink").first).to_have_text("Inicio")
    said = page.get_by_test_id("stCode").first
    expect(said).to_contain_text("el valor de «Symptoms of anxiety or depression»")
    reaches(page, "Idioma")
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="Português").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('lang=pt')")
    settled(page)
    expect(page.get_by_test_id("stTopNavLink").first).to_have_text("Início")
    page.wait_for_function("() => document.documentElement.lang === 'pt'")
    expect(said).to_contain_text("o valor de “Symptoms of anxiety or depression”")
    expect(page.get_by_role("radio", name="Em voz alta")).to_be_checked()
    assert POINT in steps.address(page).replace("%3A", ":")
    assert "say=spoken" in steps.address(page)


def test_the_browser_is_answered_in_its_own_language_and_country(
    new_page: steps.Any, app_url: str
) -> None:
    page = new_page(locale="es-MX", viewport={"width": 390, "height": 844})
    steps.visit(page, f"{app_url}/talking_points?{POINT}")
    assert page.evaluate("document.documentElement.lang") == "es"
    expect(page.get_by_test_id("stCode").first).to_contain_text("fue de 21.4%")
    assert "lang" not in steps.address(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
