"""Campaigns and calendar as a person uses them: choose, read, compare, take away."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.looks import PHONE, SCREEN

pytestmark = pytest.mark.browser
Settle = Callable[[Page], Page]


def choose(page: Page, label: str, option: str) -> None:
    """Picks an option of a select box by typing it, as a person does."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.click()


def chart_values(page: Page) -> list[float]:
    """The numbers that the first chart really draws."""
    plot = page.locator(".js-plotly-plot").first
    expect(plot.locator(".scatterlayer .trace").first).to_be_visible()
    values: list[Any] = plot.evaluate("gd => Array.from(gd._fullData[0].y)")
    return [round(float(value), 6) for value in values if value is not None]


def downloaded(page: Page, name: str) -> tuple[str, Path]:
    """Clicks a download and gives its file name and where it lies."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile(name)).click()
    return waiting.value.suggested_filename, Path(waiting.value.path())


def test_two_campaigns_are_explored_and_downloaded(
    page: Page, app_url: str, settled: Settle
) -> None:
    page.goto(f"{app_url}/campaigns")
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("World Suicide Prevention Day")
    expect(page.get_by_text("times the usual", exact=False).first).to_be_visible()
    expect(page.get_by_text("What this does not show")).to_be_visible()
    expect(page.get_by_text("This page is about suicide", exact=False)).to_be_visible()
    drawn = chart_values(page)
    name, path = downloaded(page, "rows shown")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert "us-suicide-mentions" in name
    assert {row["licence"] for row in rows} == {"GPL-3.0 (GNU General Public License, version 3)"}
    exported = [float(row["value"]) for row in rows if row["value"]]
    # the file holds one more day on either side than the curve needs
    assert set(drawn) <= set(exported)
    assert len(exported) - len(drawn) <= 2

    choose(page, "Campaign", "Bell Let's Talk")
    settled(page)
    expect(page).to_have_url(re.compile("campaign=bell-lets-talk"))
    expect(page.get_by_text("Off the reach ladder", exact=False).first).to_be_visible()
    expect(page.get_by_text("no effect found", exact=False).first).to_be_visible()
    assert 164_298_820 in chart_values(page)


def test_a_filter_narrows_the_list_and_travels_in_the_link(
    page: Page, app_url: str, settled: Settle
) -> None:
    page.goto(f"{app_url}/campaigns?region=BRA")
    settled(page)
    page.get_by_role("combobox", name="Campaign", exact=True).click()
    options = page.get_by_role("option").all_inner_texts()
    assert 1 <= len(options) < 10
    assert any("Janeiro Branco" in option for option in options)
    page.keyboard.press("Escape")
    assert "region=BRA" in steps.shared_link(page)


def test_another_year_and_a_longer_window_come_back_by_link(
    page: Page, app_url: str, settled: Settle
) -> None:
    page.goto(f"{app_url}/campaigns?event=2018-09-10&after=28")
    settled(page)
    expect(page.get_by_text("10 Sep 2018", exact=False).first).to_be_visible()
    assert len(chart_values(page)) == 64  # 35 days before, the day, 28 after


def test_what_a_link_can_not_have_is_announced(page: Page, app_url: str, settled: Settle) -> None:
    page.goto(f"{app_url}/campaigns?campaign=made-up&event=1999-01-01")
    settled(page)
    expect(page.get_by_text("made-up", exact=False).first).to_be_visible()
    expect(page.get_by_text("1999-01-01", exact=False).first).to_be_visible()


def test_more_reach_than_people_is_called_what_it_is(
    page: Page, app_url: str, settled: Settle
) -> None:
    page.goto(f"{app_url}/campaigns?campaign=uk-mental-health-mentions")
    settled(page)
    expect(page.get_by_text("people alive", exact=False)).to_be_visible()


def test_the_calendar_says_what_is_next_and_gives_a_file(
    page: Page, app_url: str, settled: Settle
) -> None:
    page.goto(f"{app_url}/calendar")
    settled(page)
    expect(page.get_by_text(" is next: ", exact=False).first).to_be_visible()
    name, path = downloaded(page, "for your calendar")
    entries = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert name.endswith(".ics")
    assert {"World Suicide Prevention Day", "World Mental Health Day"} <= {
        str(entry["summary"]) for entry in entries
    }
    page.get_by_role("link", name="Campaign: World Mental Health Day").click()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("World Mental Health Day")


@pytest.mark.parametrize("path", ["campaigns", "calendar", "your_data"])
def test_pages_stand_in_light_dark_and_on_a_phone(
    page: Page, path: str, app_url: str, settled: Settle
) -> None:
    """Opened once and then turned; opened in each look they are seen in test_looks."""
    page.goto(f"{app_url}/{path}")
    for scheme, size in (("light", SCREEN), ("dark", SCREEN), ("dark", PHONE), ("light", PHONE)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        wider = page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        assert not wider, f"the page scrolls sideways, {scheme}, {size}"
