"""Four real pairs side by side: coverage first, limits as large as sayings, numbers that agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import settled

SIDE = "/side_by_side"
PAIRS = {
    "deaths": SIDE,
    "pulse": f"{SIDE}?indicator=us-anxiety-or-depression&campaign=mental-health-awareness-month",
    "canada": f"{SIDE}?indicator=ca-perceived-mental-health-social-survey&campaign=bell-lets-talk",
    "search": f"{SIDE}?indicator=us-anxiety-or-depression&campaign=mental-health-awareness-month"
    "&reach=us-search-mental-health~mental+health&reach=wikipedia-en~Anxiety",
}
PANELS = """() => document.querySelector('.js-plotly-plot')._fullData
  .filter(trace => trace.name !== 'interval')
  .map(trace => {
    const numbers = Array.from(trace.y);
    // a stroke over a period is its value twice and a gap
    return trace.line && trace.line.width === 4 && trace.mode === 'lines'
      ? numbers.filter((_, n) => n % 3 === 0) : numbers;
  }).map(numbers => numbers.filter(y => y !== null && y === y))"""
BOXES = """() => ['What we can say', 'What we cannot say'].map(words => {
  const title = [...document.querySelectorAll('h3')].find(one => one.innerText === words);
  const box = title.closest('[data-testid=stVerticalBlock]').getBoundingClientRect();
  const text = title.closest('[data-testid=stVerticalBlock]').querySelector('li');
  return [Math.round(box.width), Math.round(box.height), Math.round(box.top),
    getComputedStyle(title).fontSize, getComputedStyle(text).fontSize,
    getComputedStyle(text).color];
})"""


def filed(rows: list[dict[str, Any]]) -> list[list[float]]:
    """The numbers of a file, series by series in their order, one line of a panel each."""
    found: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        line = found.setdefault((row["series"], row["group"]), [])
        line += [float(row["value"])] if row["value"] else []
    return list(found.values())


BEFORE = " before it ("
"""In the sentence that gives both levels."""


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_is_said_with_its_coverage_and_its_limits_and_leaves_as_drawn(
    page: Page, app_url: str, tmp_path: Path, pair: str
) -> None:
    steps.visit(page, app_url + PAIRS[pair])
    assert page.get_by_test_id("stAlert").filter(has_text="link asks").count() == 0
    first = page.get_by_test_id("stMain").get_by_test_id("stMarkdown").first.inner_text()
    assert "overlap from" in first or "share no time" in first, first
    can, cannot = page.evaluate(BOXES)
    assert can == cannot, "what we cannot say is as large as what we can"
    # the statistic, a campaign or what is counted of it is about suicide in all but one
    assert page.get_by_test_id("stAlert").filter(has_text="988").count() == (pair != "pulse")
    steps.downloads(page, "download-panels").save_as(tmp_path / "shown.csv")
    rows = steps.rows(tmp_path / "shown.csv")
    drawn = page.evaluate(PANELS)
    assert len(drawn) == (3 if pair == "search" else 2)
    assert drawn == filed(rows)
    assert all(row["source"] and row["licence"] for row in rows)


def test_another_window_keeps_the_page_and_moves_into_the_address(page: Page, app_url: str) -> None:
    steps.visit(page, app_url + SIDE)
    before = page.evaluate(PANELS)
    said = page.locator("li").all_inner_texts()
    steps.picks(page, "side_by_side-window", "1")
    assert page.evaluate(PANELS) == before
    later = page.locator("li").all_inner_texts()
    limits = said.index(next(text for text in said if BEFORE in text))
    assert later[:limits] == said[:limits], "only the closer look may change"
    assert later[limits] != said[limits]
    assert steps.address(page).endswith("?window=1")
    assert steps.shared_link(page) == steps.address(page)
    page.reload()
    settled(page)
    expect(page.locator("li").filter(has_text=BEFORE)).to_have_text(later[limits])
    page.locator(".st-key-side_by_side-ask").get_by_text("A step in the series").click()
    expect(page).to_have_url(f"{app_url}{SIDE}?ask=step")
    steps.visit(settled(page), steps.shared_link(page))
    assert page.get_by_test_id("stAlert").filter(has_text="link asks").count() == 0
