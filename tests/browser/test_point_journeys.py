"""From a question to a sentence that holds, a deck that is kept, and files that say the same."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import settled
from tests.claims.asked import library
from tests.export import read_back
from utils.claims.make import make
from utils.model import Claim

MakePage = Callable[..., Page]
MOST_INTERACTIONS, MOST_SECONDS = 6, 120
FILES = {"slides": "pptx", "handout": "docx", "pack": "zip"}


def test_a_checked_and_cited_point_is_copied_in_a_few_steps(
    new_page: MakePage, app_url: str
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    began, interactions = time.monotonic(), 0
    steps.visit(page, app_url)
    steps.goes_to(page, "Talking points")
    interactions += 1
    steps.picks(page, "talking_points-topic", "Suicide")
    interactions += 2  # open the list, take one
    page.locator(".st-key-talking_points-point [role=radiogroup] label").nth(1).click()
    page.wait_for_function("() => location.search.includes('point=')")
    settled(page)
    interactions += 1
    page.get_by_test_id("stCode").first.hover()
    page.get_by_role("button", name=re.compile("copy", re.IGNORECASE)).first.click()
    interactions += 1
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert interactions <= MOST_INTERACTIONS
    assert time.monotonic() - began < MOST_SECONDS
    (spec,) = parse_qs(urlsplit(steps.address(page)).query)["point"]
    made = make(spec, library(), dt.date.today())
    assert isinstance(made, Claim)
    written, source, *help = copied.strip().splitlines()
    assert written == made.sentences.written
    assert source == made.source_line
    assert bool(help) == made.about_suicide


def test_from_a_chart_to_a_deck_that_survives_and_can_be_handed_on(
    new_page: MakePage, app_url: str, tmp_path: Path
) -> None:
    page = steps.visit(new_page(), f"{app_url}/statistics?indicator=us-suicide-rate")
    steps.adds(steps.opens_points(page))
    deck = steps.held(page)
    assert len(deck) == 1
    assert "per 100,000" in deck[0]
    page.reload()
    settled(page)
    assert steps.held(page) == deck
    theirs = steps.visit(new_page(), steps.shared_link(page))
    assert steps.held(theirs) == deck
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save my deck").click()
    coming.value.save_as(tmp_path / "deck.json")
    clean = steps.visit(new_page(), f"{app_url}/talking_points")
    assert steps.held(clean) == []
    steps.brings(clean, tmp_path / "deck.json")
    expect(clean).to_have_url(steps.address(page).split("?")[0] + steps.address(clean)[
        len(f"{app_url}/talking_points"):
    ])  # fmt: skip
    assert steps.held(clean) == deck


def test_five_claims_say_the_same_on_screen_in_slides_handout_and_pack(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    steps.visit(page, f"{app_url}/talking_points?deck={steps.DECK}")
    on_screen = steps.held(page)
    assert len(on_screen) == len(steps.CLAIMS)
    for name, ending in FILES.items():
        steps.downloads(page, f"take-{name}").save_as(tmp_path / f"{name}.{ending}")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save my deck").click()
    coming.value.save_as(tmp_path / "deck.json")
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        pack.extractall(tmp_path / "pack")
    assert checked_offline(tmp_path / "pack") == 0
    claims = json.loads((tmp_path / "pack" / "claims.json").read_text("utf-8"))["claims"]
    assert [one["spec"] for one in claims] == list(steps.CLAIMS)
    slides = read_back.slides((tmp_path / "slides.pptx").read_bytes())
    told = "\n".join(read_back.words(slide) for slide in slides)
    handout = read_back.page((tmp_path / "handout.docx").read_bytes())
    for number, one in enumerate(claims):
        for text in filter(None, (one["quantity"]["text"], one["quantity"]["interval"])):
            assert text in told, one["spec"]
            assert text in on_screen[number] or one["kind"] in ("gap", "treatment-gap", "one-in")
            if one["sentences"]["written"] in handout or one["sentences"]["short"] in handout:
                assert text in handout, one["spec"]
    assert sum(one["quantity"]["text"] in handout for one in claims) >= 3
    verified(page, app_url, tmp_path)


def checked_offline(place: Path) -> int:
    """What the pack's own verifier answers, without any library."""
    command = [sys.executable, "-I", "-S", "-B", str(place / "verify.py"), str(place)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def verified(page: Page, app_url: str, folder: Path) -> None:
    """The verify page finds that the link, the saved deck and the pack all hold."""
    steps.visit(page, f"{app_url}/verify")
    box = page.get_by_role("textbox", name="A claim or a link")
    box.fill(f"{app_url}/present?deck={steps.DECK}&slide=2")
    box.press("Enter")
    summary = page.get_by_text("claims checked:")
    expect(summary).to_have_text("5 claims checked: 5 hold.")
    for file, words in (("deck.json", "the same result"), ("pack.zip", "the same result")):
        settled(page)
        steps.brings(page, folder / file)
        expect(page.get_by_text(words)).to_have_count(5)
        expect(summary).to_have_text("5 claims checked: 5 hold.")
