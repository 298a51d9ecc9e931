"""What a person does on a page and what they see there: the words that journeys are told in."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Page

from tests.browser.conftest import settled

DRAWN = """() => [...document.querySelectorAll('.js-plotly-plot')].map(chart => ({
  paper: chart.layout.paper_bgcolor,
  lines: chart._fullData
    .filter(trace => trace.type === 'scatter' && trace.mode === 'lines+markers')
    .map(trace => ({ name: trace.name, y: Array.from(trace.y) })),
}))"""
CELLS = """() => [...document.querySelectorAll('[data-testid=stDataFrame] canvas table tr')]
  .map(row => [...row.children].map(cell => cell.textContent))"""


CLAIMS = (
    "level:us-anxiety-or-depression:USA:2024-08-20",
    "treatment-gap:us-anxiety-or-depression,us-counselling-or-medication:USA:2022-04-27",
    "level:us-suicide-rate:USA:2018",
    "gap:us-anxiety-or-depression:USA:2024-08-20:sex=Female,Male",
    "one-in:us-depression-diagnosis:USA:2022",
)
"""Five claims of different kinds and pictures, one of them about suicide."""
DECK = "~~".join(("1", "title=Our_case", "ask=Fund_it", *CLAIMS))


def visit(page: Page, address: str) -> Page:
    """Open an address and wait until the page is whole."""
    page.goto(address)
    return settled(page)


def address(page: Page) -> str:
    """What stands in the address bar now."""
    return str(page.evaluate("location.href"))


def goes_to(page: Page, name: str) -> Page:
    """Choose a page in the menu on top."""
    page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
    page.wait_for_function("name => document.title.startsWith(name)", arg=name)
    return settled(page)


def opens_points(page: Page) -> Page:
    """Follow the door from a chart to the talking point that it shows."""
    page.get_by_role("link", name="Make a talking point of this").click()
    page.wait_for_function("() => location.pathname === '/talking_points'")
    return settled(page)


def adds(page: Page) -> Page:
    """Add the point in sight to the deck."""
    before = address(page)
    page.get_by_role("button", name="Add to my deck").click()
    page.wait_for_function("before => location.href !== before", arg=before)
    return settled(page)


def held(page: Page) -> list[str]:
    """The sentences of the deck in their order."""
    found = page.get_by_test_id("stMarkdown").filter(has_text=re.compile(r"^\d+\. |^\d+\.$"))
    return [text.strip() for text in page.locator("ol li").all_inner_texts()] or (
        found.all_inner_texts()
    )


def brings(page: Page, file: Path) -> Page:
    """Choose a file for the page's upload and wait until it was read."""
    page.locator("input[type=file]").last.set_input_files(file)
    page.get_by_text(file.name).first.wait_for()
    return settled(page)


def picks(page: Page, control: str, words: str) -> Page:
    """Choose an option of a list by typing its words."""
    before = address(page)
    box = page.locator(f".st-key-{control} input").first
    box.click()
    box.fill(words)
    page.get_by_role("option").filter(has_text=words).first.click()
    page.wait_for_function("before => location.href !== before", arg=before)
    page.keyboard.press("Escape")
    return settled(page)


def shows_as(page: Page, words: str) -> Page:
    """Choose a kind of view."""
    choice = page.locator(".st-key-statistics-view")
    if not choice.get_by_role("radio", name=words, exact=True).is_checked():
        before = address(page)
        choice.get_by_text(words, exact=True).click()
        page.wait_for_function("before => location.href !== before", arg=before)
    return settled(page)


def shared_link(page: Page) -> str:
    """The link that the page offers to copy, once it is unfolded."""
    fold = page.locator(".st-key-fold-link")
    if not fold.get_by_test_id("stCode").count():
        fold.locator("summary").click()
        fold.get_by_test_id("stCode").last.wait_for()
        settled(page)
    return page.get_by_test_id("stCode").locator("visible=true").last.inner_text().strip()


def answer(page: Page) -> list[str]:
    """The question, and every paragraph above the controls."""
    return [page.locator("h1").inner_text(), *page.get_by_test_id("stMarkdown").all_inner_texts()]


def lines(page: Page) -> dict[str, list[float]]:
    """The numbers that the chart really draws, line by line, gaps left out."""
    (chart,) = page.evaluate(DRAWN)
    found: dict[str, list[float]] = {}
    for line in chart["lines"]:
        numbers = [y for y in line["y"] if y is not None and y == y]
        found.setdefault(line["name"], []).extend(numbers)
    return found


def paper(page: Page) -> str:
    """The colour behind the chart."""
    return str(page.evaluate(DRAWN)[0]["paper"])


def cells(page: Page) -> list[list[str]]:
    """The rows of the table that are in sight, the headings first."""
    page.wait_for_function(f"() => ({CELLS})().length > 1")
    return [list(row) for row in page.evaluate(CELLS)]


def downloads(page: Page, control: str) -> Download:
    """Press a download button and wait for the file."""
    with page.expect_download() as coming:
        page.locator(f".st-key-{control} button").click()
    return coming.value


def rows(path: Path) -> list[dict[str, Any]]:
    """A downloaded CSV as it would be read by anybody's program."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
