"""What a person does on each of the three: another place, another period, another year."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

PLACES = ("Alabama", "California", "Florida", "Texas")
"""Added one after the other to the first place; then the page is opened anew."""
Act = Callable[[Page, int], object]


def _ours_place(page: Page, turn: int) -> None:
    box = page.locator(".st-key-statistics-place input").first
    box.click()
    box.fill(PLACES[turn % len(PLACES)])
    page.get_by_role("option", name=PLACES[turn % len(PLACES)], exact=True).click()


def _ours_period(page: Page, turn: int) -> None:
    summary = page.locator("summary", has_text="Period, change and comparison")
    thumb = page.get_by_role("slider").first
    if not thumb.is_visible():
        summary.click()
    thumb.focus()
    page.keyboard.press("ArrowRight")


def _ours_event(page: Page, turn: int) -> None:
    page.locator(".st-key-campaigns-event input").first.click()
    page.get_by_role("option").nth((turn + 1) % 2).click()


def _dash_choice(name: str, number: Callable[[int], int]) -> Act:
    def act(page: Page, turn: int) -> None:
        page.locator(f"#{name}").click()
        page.get_by_role("option").nth(number(turn)).click()

    return act


def _dash_place(page: Page, turn: int) -> None:
    if not page.get_by_role("searchbox").is_visible():  # the list stays open after a choice
        page.locator("#place").click()
    page.get_by_role("searchbox").fill(PLACES[turn % len(PLACES)])
    page.get_by_role("option", name=PLACES[turn % len(PLACES)], exact=True).click()


ACTS: dict[str, dict[str, Act]] = {
    "ours": {"place": _ours_place, "period": _ours_period, "event": _ours_event},
    "dash": {
        "place": _dash_place,
        "period": _dash_choice("from", lambda turn: 1 + turn % len(PLACES)),
        "event": _dash_choice("event", lambda turn: (turn + 1) % 2),
    },
    "static": {
        "place": lambda page, turn: page.get_by_label(
            PLACES[turn % len(PLACES)], exact=True
        ).check(),
        "period": lambda page, turn: page.locator("#from").select_option(
            index=1 + turn % len(PLACES)
        ),
        "event": lambda page, turn: page.locator("#event").select_option(index=(turn + 1) % 2),
    },
}
