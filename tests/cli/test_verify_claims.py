"""`verify` of decks and single claims: what it prints, and when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.asked import TODAY, library
from utils.claims import deck_file
from utils.claims.deck import Deck
from utils.claims.make import make
from utils.claims.spec import parse
from utils.claims.verify import recorded
from utils.cli.__main__ import main
from utils.model import Claim

SPEC = "level:us-loneliness:USA:2024-02-06"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    claim = make(SPEC, library(), TODAY)
    assert isinstance(claim, Claim)
    path = tmp_path / "deck.json"
    text = deck_file.write(Deck("", "", (parse(SPEC),)), (recorded(claim, library()),))
    path.write_text(text, "utf-8")
    return path


def test_a_deck_that_holds_succeeds(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(deck)]) == 0
    printed = capsys.readouterr().out
    assert f"holds: {SPEC}\n  13.9% (13.3 to 14.4)\n" in printed
    assert printed.endswith("1 claims checked: 1 holds\n")


def test_a_deck_with_another_number_fails(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.write_text(deck.read_text("utf-8").replace('"13.9%"', '"23.9%"'), "utf-8")
    assert main(["verify", str(deck)]) == 1
    assert "changed: level" in (printed := capsys.readouterr().out)
    assert "23.9% is now 13.9%" in printed


@pytest.mark.parametrize(
    ("claim", "code", "words"),
    [
        (SPEC, 0, "holds: "),
        ("level:us-loneliness:USA:1999", 1, "not computable: level:us-loneliness:USA:1999"),
        ("level", 1, "not computable: level"),
    ],
)
def test_one_claim_is_checked_by_its_line(
    claim: str, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--claim", claim]) == code
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("text", [None, "{}"])
def test_a_file_that_is_no_deck_fails_in_words(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.json"
    if text:
        path.write_text(text, "utf-8")
    assert main(["verify", str(path)]) == 1
    assert "not read: " in capsys.readouterr().err


def test_tables_and_decks_can_be_checked_together(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "us-loneliness", str(deck)]) == 0
    printed = capsys.readouterr().out
    assert "1 series checked, 0 problems found" in printed
    assert "1 claims checked" in printed
