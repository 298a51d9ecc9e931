"""What every page needs is loaded before the first visitor comes, and stays out of the search."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.browser.server import ROOT
from utils.serve import warm


@pytest.fixture(autouse=True)
def _thaw() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_everything_is_there_and_frozen() -> None:
    gc.unfreeze()
    warm.load()
    assert {"utils.ui.ready", "utils.ui.campaign_parts", "utils.figures.trend"} <= set(sys.modules)
    assert gc.get_freeze_count() > 100_000


def test_a_fault_is_left_to_the_page_that_meets_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise ValueError("a card is broken")

    monkeypatch.setattr(warm, "_cards", broken)
    warm.load()
    assert "not everything could be loaded" in caplog.text
    assert gc.get_freeze_count() > 0


def test_the_server_answers_before_it_loads_what_reads_tables() -> None:
    told = "import sys, utils.serve.start; print(*sorted({'numpy', 'pandas'} & set(sys.modules)))"
    asked = [sys.executable, "-c", told]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
