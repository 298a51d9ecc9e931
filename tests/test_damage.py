"""A table that was changed, cut or lost is told in words on every page that needs it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.opened import announced, opened
from utils.store import snapshot

SERIES = "suicide-rate-world"
ASKED = {"overview": {}, "statistics": {"indicator": SERIES}, "sources": {"series": SERIES}}


def appended(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"WLD,all,all,2023-01-01,2023-12-31,1,,,A,x\n")


def one_digit_changed(path: Path) -> None:
    content = path.read_bytes()
    digit = content.rindex(b"2")
    path.write_bytes(content[:digit] + b"3" + content[digit + 1 :])


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def first_line_left(path: Path) -> None:
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])


def last_line_lost(path: Path) -> None:
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def garbled(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00" + path.read_bytes())


def lost(path: Path) -> None:
    path.unlink()


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the snapshot that the app reads instead of the real one."""
    folder = tmp_path / "tables"
    shutil.copytree(snapshot.TABLES, folder)  # dates too, so that sound tables are still cached
    for read in (snapshot.read, snapshot.read_origin, snapshot.stamp, snapshot.stored):
        monkeypatch.setattr(read, "__defaults__", (folder,))
    monkeypatch.setattr(snapshot, "TABLES", folder)
    return folder


@pytest.mark.parametrize("page", ASKED)
def test_the_copy_is_as_good_as_the_snapshot(page: str, tables: Path) -> None:
    assert not opened(page, **ASKED[page]).warning


@pytest.mark.parametrize("page", ASKED)
@pytest.mark.parametrize(
    "damage",
    [appended, one_digit_changed, halved, first_line_left, last_line_lost, emptied, garbled],
    ids=lambda damage: damage.__name__,
)
def test_a_changed_table_is_told_in_words(
    page: str, damage: Callable[[Path], None], tables: Path
) -> None:
    damage(tables / f"{SERIES}.csv")
    app = opened(page, **ASKED[page])
    assert f"{SERIES}.csv" in announced(app)
    assert "import" in announced(app), "says what to do next"


@pytest.mark.parametrize("page", ASKED)
@pytest.mark.parametrize(
    "damage",
    [halved, first_line_left, last_line_lost, emptied, garbled, lost],
    ids=lambda damage: damage.__name__,
)
def test_a_changed_origin_is_told_in_words(
    page: str, damage: Callable[[Path], None], tables: Path
) -> None:
    damage(tables / f"{SERIES}.origin.toml")
    assert SERIES in announced(opened(page, **ASKED[page]))


@pytest.mark.parametrize("page", ["statistics", "sources"])
def test_a_lost_table_is_a_series_that_is_not_available(page: str, tables: Path) -> None:
    lost(tables / f"{SERIES}.csv")
    assert SERIES in announced(opened(page, **ASKED[page]))


def test_a_damaged_table_costs_no_other_series(tables: Path) -> None:
    halved(tables / f"{SERIES}.csv")
    assert not opened("statistics", indicator="us-loneliness").warning
