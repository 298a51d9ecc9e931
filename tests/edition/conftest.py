"""One edition of everything that is kept here, made once for all tests that read it."""

from __future__ import annotations

import datetime as dt

import pytest

from utils.cli.publish_told import told
from utils.edition import files
from utils.edition.told import Told

DAY = dt.date(2026, 11, 26)
BASE, LIVE = "https://example.org/edition/", "https://example.org/app/"


@pytest.fixture(scope="session")
def everything() -> Told:
    """What the whole edition is made from."""
    return told(DAY, BASE, LIVE)


@pytest.fixture(scope="session")
def edition(everything: Told) -> dict[str, bytes]:
    """Every file by its path."""
    return dict(files.files(everything))
