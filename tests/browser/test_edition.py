"""An edition opened as files: charts without a server, everything else without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.axe import barriers
from utils.cli.__main__ import main

STATISTIC, CAMPAIGN = (
    "statistics/us-anxiety-or-depression",
    "campaigns/world-suicide-prevention-day",
)
WORLD = "statistics/suicide-rate-world"
SOME = ["us-anxiety-or-depression", "world-suicide-prevention-day", "suicide-rate-world"]
DRAWN = "() => document.querySelectorAll('.chart').length"\
        " === document.querySelectorAll('.chart[data-drawn]').length"  # fmt: skip
COLOUR = "getComputedStyle(document.querySelector('.plot .main-svg')).background"
UNSEEN = """() => [...document.querySelectorAll('.plot text tspan, .plot text')]
  .filter(one => getComputedStyle(one).fill === 'none').map(one => one.textContent)"""
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "edition"
    only = [part for id in SOME for part in ("--only", id)]
    assert main(["publish", str(out), *only, "--date", "2026-11-26"]) == 0
    return out


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """Opens a page of the folder; at the end nothing may have failed or left the folder."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(path: str, watched: bool = True, home: Path = folder, **options: object) -> Page:
        wanted = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"} | options
        context = browser.new_context(**wanted)  # type: ignore[arg-type]
        contexts.append(context)
        if watched:
            watch(context, home.as_uri(), faults)
        page = context.new_page()
        page.goto(f"{folder.as_uri()}/{path}.html")
        return page

    yield make
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def watch(context: BrowserContext, home: str, faults: list[str]) -> None:
    """Notes errors, and requests that leave the folder."""

    def asked(url: str) -> None:
        if not url.startswith((home, "data:", "blob:")):
            faults.append(url)

    def said(kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            faults.append(text)

    context.on("request", lambda request: asked(request.url))
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda message: said(message.type, message.text))


def test_charts_are_drawn_from_files(opened: Opened) -> None:
    for path in (STATISTIC, CAMPAIGN):
        page = opened(path)
        page.wait_for_function(DRAWN)
        assert page.locator(".plot .main-svg").count() > 0
        assert page.locator(".sketch svg:visible").count() == 0
        assert page.evaluate(UNSEEN) == [], "our style hides words of the chart"
        light = page.locator(".plot .main-svg").first.evaluate(
            "one => getComputedStyle(one).background"
        )
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(
            "old => getComputedStyle(document.querySelector('.plot .main-svg')).background !== old",
            arg=light,
        )
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator(".plot:visible").count() == 0


def test_a_light_edition_draws_when_it_is_asked_to(opened: Opened, folder: Path) -> None:
    light = folder.parent / "light"
    assert main(["publish", str(light), "--only", SOME[0], "--light"]) == 0
    page = opened(f"../light/{STATISTIC}", home=folder.parent)
    assert page.locator(".sketch svg:visible").count() == 1
    assert page.locator("script[src*=plotly]").count() == 0
    page.get_by_role("button", name="Explore this chart").press("Enter")
    page.wait_for_function(DRAWN)
    assert page.get_by_role("button").count() == 0


def test_without_scripts_there_are_answer_lines_and_table(opened: Opened) -> None:
    page = opened(STATISTIC, java_script_enabled=False)
    assert page.locator(".answer").inner_text()
    assert page.locator(".sketch svg:visible").count() == 1
    page.locator("summary").click()
    assert page.locator("table:visible tbody tr").count() > 10


@pytest.mark.parametrize(
    ("scheme", "path"),
    [
        ("light", CAMPAIGN),
        ("dark", STATISTIC),
        *(
            pytest.param(scheme, path, marks=pytest.mark.slow)
            for scheme in ("light", "dark")
            for path in ("index", "statistics", "campaigns", "sources", "calendar", WORLD)
        ),
    ],
)
def test_nobody_is_kept_out(opened: Opened, scheme: str, path: str) -> None:
    # axe asks for the style sheet itself, which these pages let nobody do
    page = opened(path, watched=False, color_scheme=scheme)
    page.wait_for_function(DRAWN)
    assert barriers(page) == []


def test_it_fits_on_a_phone_and_goes_by_keyboard(opened: Opened) -> None:
    for path in (STATISTIC, "sources"):
        page = opened(path, viewport={"width": 360, "height": 740})
        page.wait_for_function(DRAWN)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        page.keyboard.press("Tab")
        assert page.locator(".skip:focus").is_visible()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
