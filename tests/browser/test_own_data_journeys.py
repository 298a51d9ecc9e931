"""A person brings exports of their own: read, asked about, counted, refused, forgotten."""

from __future__ import annotations

import csv
import datetime as dt
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.uploads import made_exports

pytestmark = pytest.mark.browser
Settle = Callable[[Page], Page]

TRENDS = "Category: All categories\n\nWeek,made up topic: (United States)\n" + "".join(
    f"{dt.date(2023, 1, 1) + dt.timedelta(weeks=week)},{40 + week % 50}\n" for week in range(60)
)
VOLUME = "startDate,endDate,numberOfDocuments\n" + "".join(
    f'"{dt.date(2018, 1, 1) + dt.timedelta(days=day)}T00:00:00",'
    f'"{dt.date(2018, 1, 2) + dt.timedelta(days=day)}T00:00:00",{day * 30}\n'
    for day in range(40)
)
VOLUME_TABS = "date\tnumberOfDocuments\n" + "".join(
    f"{dt.date(2018, 1, 1) + dt.timedelta(days=day)}T00:00:00.000+0000\t{day * 30}\n"
    for day in range(40)
)
"""Layouts of real exports, letter by letter; the figures are made up."""
CANARIES = ("canary_account", "canary words nobody else writes", "https://canary.example/1")


def bring(page: Page, settled: Settle, file: Path) -> None:
    """Chooses a file and waits until the page has dealt with it."""
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("your data, kept in this session only").or_(
        page.get_by_text("Before it is counted")
    ).or_(page.get_by_test_id("stAlert")).first.wait_for()
    settled(page)


def made(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "understood", "rows"),
    [
        ("trends.csv", TRENDS, "Google Trends", 60),
        ("volume.csv", VOLUME, "Brandwatch, volume", 40),
        ("volume.tsv", VOLUME_TABS, "Brandwatch, volume", 40),
    ],
)
def test_known_exports_are_counted_at_once(
    page: Page,
    app_url: str,
    settled: Settle,
    tmp_path: Path,
    name: str,
    content: str,
    understood: str,
    rows: int,
) -> None:
    page.goto(f"{app_url}/your_data")
    settled(page)
    bring(page, settled, made(tmp_path, name, content))
    expect(page.get_by_text(f"Understood as: {understood}", exact=False)).to_be_visible()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the whole series").click()
    with Path(waiting.value.path()).open(encoding="utf-8-sig", newline="") as lines:
        exported = list(csv.DictReader(lines))
    assert len(exported) == rows
    assert {row["source"] for row in exported} == {
        "Own export, counted with Groundswell; not checked by anybody else."
    }


@pytest.mark.parametrize(
    ("name", "content", "understood"),
    [
        ("utf16.csv", made_exports.X_CONTENT.decode().encode("utf-16"), "X,"),
        ("total-row.csv", made_exports.YOUTUBE, "YouTube"),
        ("two-headings.csv", made_exports.FACEBOOK_INSIGHTS, "Facebook"),
        ("translated.csv", made_exports.TIKTOK_SPANISH, "TikTok"),
    ],
)
def test_traps_of_real_exports_are_read_for_what_they_are(
    page: Page,
    app_url: str,
    settled: Settle,
    tmp_path: Path,
    name: str,
    content: bytes,
    understood: str,
) -> None:
    page.goto(f"{app_url}/your_data")
    settled(page)
    bring(page, settled, made(tmp_path, name, content))
    expect(page.get_by_text(f"Understood as: {understood}", exact=False)).to_be_visible()
    shown = page.content()
    assert not [canary for canary in made_exports.CANARIES if canary in shown]


def nothing_is_kept(page: Page) -> None:
    """Waits until the page asks for a file and shows nothing of an earlier one, chart by chart."""
    for gone in (
        page.get_by_text("your data, kept in this session only"),
        page.get_by_test_id("stDataFrame"),
        page.locator(".js-plotly-plot"),
    ):
        expect(gone).to_have_count(0)
    expect(page.locator("input[type=file]")).to_be_attached()


def test_an_unknown_table_is_matched_by_hand_and_leaves_nobody_in_it(
    page: Page, app_url: str, settled: Settle, tmp_path: Path
) -> None:
    random.seed(7)
    account, words, url = CANARIES
    lines = ["When;Who;What I wrote;Where;Hearts"]
    for day in range(30):
        for _ in range(15):
            when = dt.date(2024, 9, 1) + dt.timedelta(days=day)
            hearts = random.randint(0, 90)
            lines.append(f'{when:%d/%m/%Y};{account};"{words} #MadeUp #Tag";{url};{hearts}')
    page.goto(f"{app_url}/your_data")
    settled(page)
    bring(page, settled, made(tmp_path, "mine.csv", "\n".join(lines)))
    expect(page.get_by_text("Before it is counted")).to_be_visible()
    # day and text were recognised; what one row is and where it is from are never guessed
    for question, answer in (
        ("What is one row?", "One post"),
        ("Which platform is the file from?", "Mastodon"),
    ):
        box = page.get_by_role("combobox", name=question)
        box.click()
        box.fill(answer)
        page.get_by_role("option", name=answer).click()
        expect(page.get_by_role("option")).to_have_count(0)
        expect(box).to_have_value(answer)
    page.get_by_role("button", name="Count it").click()
    expect(page.get_by_text("your data, kept in this session only")).to_be_visible()
    settled(page)
    page.get_by_text("The same").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    settled(page)
    shown = page.content()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the whole series").click()
    exported = Path(waiting.value.path()).read_text("utf-8-sig")
    assert "#madeup" in exported.casefold()
    for canary in CANARIES:
        assert canary not in shown
        assert canary not in exported

    page.get_by_role("button", name="Forget my data").click()
    nothing_is_kept(page)
    page.reload()
    nothing_is_kept(settled(page))


def test_the_same_export_twice_counts_nothing_twice(
    page: Page, app_url: str, settled: Settle, tmp_path: Path
) -> None:
    page.goto(f"{app_url}/your_data")
    settled(page)
    file = made(tmp_path, "volume.csv", VOLUME)
    bring(page, settled, file)
    bring(page, settled, file)
    expect(page.get_by_text("None is counted twice", exact=False)).to_be_visible()
    expect(page.get_by_text("0 periods are new, 40 are the same", exact=False)).to_be_visible()


def bomb() -> bytes:
    """A workbook that claims to unpack to a hundred megabytes of nothing."""
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 100_000_000)
    return out.getvalue()


REFUSED: tuple[tuple[str, str | bytes, str], ...] = (
    ("page.csv", "<!doctype html><html><body>Sign in</body></html>", "This is a web page"),
    ("wide.csv", ",".join(f"c{n}" for n in range(300)) + "\n" + "1," * 299, "200 columns"),
    ("bomb.xlsx", bomb(), "can be read safely"),
    ("zip.csv", b"PK\x03\x04" + b"\0" * 500, "archive|workbook"),
    ("empty.csv", "", "empty"),
)
"""Name, content and the words that tell it from all others."""


def test_what_can_not_be_read_is_refused_in_words(
    page: Page, app_url: str, settled: Settle, tmp_path: Path
) -> None:
    page.goto(f"{app_url}/your_data")
    settled(page)
    for name, content, words in REFUSED:
        page.locator("input[type=file]").set_input_files(made(tmp_path, name, content))
        refusal = page.get_by_test_id("stAlert").first
        expect(refusal).to_contain_text(re.compile(words))
        settled(page)
