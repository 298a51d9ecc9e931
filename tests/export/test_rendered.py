"""What is taken away as another office program draws it; skipped where there is none."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.export import made_claims
from tests.export.test_posts import LONG, wordy
from utils.export import handout, slides

OFFICE, INFO = shutil.which("soffice"), shutil.which("pdfinfo")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not (OFFICE and INFO), reason="LibreOffice and poppler are not installed"),
]
CLAIMS = made_claims.all_kinds()
DECKS = {
    "usual": made_claims.deck(),
    "three": made_claims.deck(*CLAIMS[2:5]),
    "wordy": made_claims.deck(*(wordy(one, 160) for one in CLAIMS), title=LONG, ask=LONG),
    "endless": made_claims.deck(
        *(wordy(one, 1_500) for one in CLAIMS), title=LONG * 9, ask="W" * 9_999
    ),
}


def pages(folder: Path, name: str, content: bytes) -> tuple[int, str]:
    """Number of pages and their text, drawn in a profile of its own."""
    path = folder / name
    path.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    drawn = path.with_suffix(".pdf")
    said = subprocess.run([INFO or "", drawn], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(["pdftotext", drawn, "-"], check=True, capture_output=True, text=True)
    return int(re.findall(r"Pages:\s+(\d+)", said)[0]), re.sub(r"\s+", " ", text.stdout)


@pytest.mark.parametrize("name", DECKS)
def test_a_handout_is_one_page_on_either_paper(name: str, tmp_path: Path) -> None:
    for paper in ("A4", "Letter"):
        made = handout.build(DECKS[name], paper)  # type: ignore[arg-type]
        count, text = pages(tmp_path, made.name, made.content)
        assert count == 1
        assert DECKS[name].claims[0].quantity.text in text
        assert "Sources" in text


@pytest.mark.parametrize("name", DECKS)
def test_every_slide_is_drawn(name: str, tmp_path: Path) -> None:
    deck = DECKS[name]
    count, text = pages(tmp_path, "slides.pptx", slides.build(deck).content)
    assert count >= len(deck.claims) + 2
    for claim in deck.claims:
        assert claim.quantity.text.split()[0] in text
        assert (claim.quantity.interval or "no interval given") in text
