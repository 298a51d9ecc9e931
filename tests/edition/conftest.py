"""An edition of some of what is kept here, and a slow one of all, made once for all its tests."""

from __future__ import annotations

import datetime as dt

import pytest

from utils.cli.publish_told import told
from utils.edition import files
from utils.edition.told import Told

DAY = dt.date(2026, 11, 26)
BASE, LIVE = "https://example.org/edition/", "https://example.org/app/"
SOME = (
    "gb-talking-therapies-recovery",  # several groups
    "jp-suicides-monthly",  # many rows
    "suicide-rate-world",  # several places
    "us-anxiety-or-depression",  # intervals and breaks
    "us-loneliness",
    "bell-lets-talk",  # by year
    "tiktok-mental-health",
    "us-988-launch",
    "world-suicide-prevention-day",  # by day, around an event
)


@pytest.fixture(scope="session", params=["some", pytest.param("all", marks=pytest.mark.slow)])
def everything(request: pytest.FixtureRequest) -> Told:
    """What an edition is made from."""
    return told(DAY, BASE, LIVE, SOME if request.param == "some" else ())


@pytest.fixture(scope="session")
def edition(everything: Told) -> dict[str, bytes]:
    """Every file by its path."""
    return dict(files.files(everything))
