"""What people come for: a link that keeps its view, numbers that agree, things to take away."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import settled
from tests.opened import HIDDEN, PAGES

MakePage = Callable[..., Page]
FRANCE = "/statistics?indicator=suicide-rate-world&place=FRA"
MENU = "[data-testid=stTopNavLink]"
NAME_ABOVE = """metric => metric.closest('[data-testid=stElementContainer]')
  .previousElementSibling.innerText.trim()"""
SMALLEST = (1280, 720)
"""Width and height in px below which a picture is too coarse for a slide."""


def seen(page: Page) -> dict[str, Any]:
    """Everything that makes up a view: the menu, question and answer, controls, numbers."""
    assert page.get_by_test_id("stSidebar").count() == 0, "Streamlit's old menu"
    return {
        "menu": page.locator(MENU).all_inner_texts(),
        "words": steps.answer(page),
        "lines": steps.lines(page),
        "alt": page.get_by_role("figure").get_attribute("aria-label"),
        "places": page.locator(".st-key-statistics-place").inner_text(),
        "rows": page.locator(".st-key-download-shown").inner_text(),
    }


def promised_rows(page: Page, button: str) -> int:
    """How many rows a download button says it holds."""
    found = re.search(r"([\d,]+) rows", page.locator(f".st-key-{button}").inner_text())
    assert found, "the button does not say how many rows"
    return int(found[1].replace(",", ""))


def test_a_link_keeps_its_view_for_anybody_even_after_a_restart(
    start_another: Callable[[], str], new_page: MakePage, app_url: str
) -> None:
    # in this order, so that the pages close before their server does
    page = steps.visit(new_page(), app_url + FRANCE)
    assert list(steps.lines(page)) == ["France"]
    steps.picks(page, "statistics-place", "Japan")
    assert steps.address(page).endswith("place=FRA&place=JPN")
    mine = seen(page)
    assert steps.shared_link(page) == steps.address(page)
    assert list(mine["lines"]) == ["France", "Japan"]
    theirs = seen(steps.visit(new_page(), steps.shared_link(page)))
    assert theirs == mine
    fresh = start_another()
    link = steps.shared_link(page).replace(app_url, fresh)
    first_visitor = steps.visit(new_page(), link)
    assert len(mine["menu"]) == len(PAGES) - len(HIDDEN)
    assert seen(first_visitor) == mine, "a restarted server shows its first visitor something else"
    assert steps.shared_link(first_visitor) == link


def test_back_returns_to_the_earlier_view(page: Page, app_url: str) -> None:
    steps.visit(page, app_url + FRANCE)
    before = seen(page)
    steps.picks(page, "statistics-place", "Japan")
    after = seen(page)
    page.go_back()
    expect(page).to_have_url(app_url + FRANCE)
    assert seen(settled(page)) == before
    page.go_forward()
    expect(page).to_have_url(re.compile("JPN"))
    assert seen(settled(page)) == after


def test_a_view_is_kept_while_another_page_is_read(page: Page, app_url: str) -> None:
    steps.visit(page, app_url + FRANCE)
    steps.picks(page, "statistics-place", "Japan")
    before, link = seen(page), steps.address(page)
    steps.goes_to(page, "Sources")
    steps.goes_to(page, "Overview")
    steps.goes_to(page, "Statistics")
    assert steps.address(page) == link
    assert seen(page) == before


def test_a_figure_of_the_overview_leads_to_its_chart(page: Page, app_url: str) -> None:
    steps.visit(page, f"{app_url}/?topic=Suicide")
    label = str(page.get_by_test_id("stMetric").first.evaluate(NAME_ABOVE))
    value = page.get_by_test_id("stMetricValue").first.inner_text()
    page.get_by_test_id("stPageLink").first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/statistics\?"))
    settled(page)
    title, place = label.rsplit(": ", 1)
    assert value.split()[0] in " ".join(steps.answer(page)), (title, value)
    assert place in page.locator(".st-key-statistics-place").inner_text()


def test_sentence_chart_table_and_file_hold_the_same_numbers(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    steps.visit(page, f"{app_url}{FRANCE}&place=JPN")
    drawn = steps.lines(page)
    download = steps.downloads(page, "download-shown")
    assert re.search(r"suicide-rate-world.*shown.*\.csv$", download.suggested_filename)
    download.save_as(tmp_path / "shown.csv")
    rows = steps.rows(tmp_path / "shown.csv")
    assert promised_rows(page, "download-shown") == len(rows)
    filed: dict[str, list[float]] = {}
    for row in rows:
        filed.setdefault(row["place"], []).extend([float(row["value"])] if row["value"] else [])
    assert filed == drawn
    last = f"{drawn['Japan'][-1]:.1f}"
    assert last in " ".join(steps.answer(page)), "the sentence names a value that is not drawn"
    assert last in str(page.get_by_role("figure").get_attribute("aria-label"))
    steps.shows_as(page, "Table")
    heading, *in_sight = steps.cells(page)
    place, value = heading.index("Place"), next(i for i, h in enumerate(heading) if "Value" in h)
    assert len(in_sight) > 5
    for cell, row in zip(in_sight, rows, strict=False):
        assert (cell[place], float(cell[value])) == (row["place"], float(row["value"]))
    assert all(row["source"] and row["licence"] and row["url"] for row in rows)
    download = steps.downloads(page, "download-all")
    assert "suicide-rate-world" in download.suggested_filename
    download.save_as(tmp_path / "all.csv")
    assert promised_rows(page, "download-all") == len(steps.rows(tmp_path / "all.csv"))


def test_a_picture_is_named_for_what_it_shows_and_large_enough(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    steps.visit(page, app_url + FRANCE)
    for words, kind in (("Over time", "trend"), ("Map", "map"), ("In order", "ranking")):
        steps.shows_as(page, words)
        page.get_by_role("figure").hover()
        with page.expect_download() as coming:
            page.get_by_role("button", name=re.compile("png", re.IGNORECASE)).click()
        name = coming.value.suggested_filename
        assert re.fullmatch(rf"groundswell_suicide-rate-world_{kind}_fra_[\d-]+\.png", name), name
        coming.value.save_as(tmp_path / name)
        content = (tmp_path / name).read_bytes()
        assert content.startswith(b"\x89PNG\r\n")
        size = struct.unpack(">II", content[16:24])
        assert all(side >= least for side, least in zip(size, SMALLEST, strict=True)), size
        assert len(content) > 20_000, "an empty picture"


def test_a_series_leaves_as_a_package_whose_checksums_hold(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    steps.visit(page, f"{app_url}/sources?series=jp-suicides")
    download = steps.downloads(page, "package-one")
    assert re.search(r"jp-suicides.*\.zip$", download.suggested_filename)
    download.save_as(tmp_path / "package.zip")
    with zipfile.ZipFile(tmp_path / "package.zip") as package:
        assert package.testzip() is None
        described = json.loads(package.read("datapackage.json"))
        assert [one["name"] for one in described["resources"]] == ["jp-suicides"]
        for one in described["resources"]:
            content = package.read(one["path"])
            assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert one["bytes"] == len(content)
            assert one["licenses"]
            assert one["sources"]
