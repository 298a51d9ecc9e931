"""The snapshot: what is read is what was written, and half a write is never read."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from tests.made_up import row
from utils.model import COLUMNS, Evidence
from utils.store import snapshot
from utils.store.snapshot import SnapshotError
from utils.store.verify import verify

ID = "made-up-share"
TODAY = dt.date(2026, 1, 2)
REAL = snapshot.read("us-loneliness")
"""Only its origin is borrowed: the store looks origins up in our own cards."""


def borrowed(*records: dict[str, object]) -> Evidence:
    rows = pd.DataFrame(list(records), columns=list(COLUMNS)).assign(origin=REAL.origins[0].id)
    types = {name: REAL.rows[name].dtype for name in COLUMNS}
    return REAL.with_rows(rows.astype({**types, "series": "str"}))


EVIDENCE = borrowed(
    row(2000, 1.25, place="USA", low=0.5, high=2.0),
    row(2001, None, place="USA", status="Q"),
    row(2000, 3e6, place="NAM", group_by="sex", group='None, "NA" or nan'),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    snapshot.write(EVIDENCE, ID, TODAY, tmp_path)
    return tmp_path


def told(folder: Path) -> str:
    with pytest.raises(SnapshotError) as refusal:
        snapshot.read(ID, folder)
    return str(refusal.value)


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values(["place", "group_by", "group", "start"], ignore_index=True)


def test_what_is_written_is_read_again(folder: Path) -> None:
    again = snapshot.read(ID, folder)
    assert again.origins == EVIDENCE.origins
    pd.testing.assert_frame_equal(again.rows, in_order(EVIDENCE.rows))
    assert verify(ID, folder) == []


@pytest.mark.parametrize("series", ["us-loneliness", "us-suicide-rate", "suicide-rate-world"])
def test_a_stored_table_survives_a_round_trip_byte_for_byte(series: str, tmp_path: Path) -> None:
    imported = snapshot.read_origin(series)["imported"]
    snapshot.write(snapshot.read(series), series, imported, tmp_path)
    for ending in ("csv", "origin.toml"):
        name = f"{series}.{ending}"
        assert (tmp_path / name).read_bytes() == (snapshot.TABLES / name).read_bytes()


def test_the_order_of_rows_does_not_change_the_bytes(folder: Path, tmp_path: Path) -> None:
    before = (folder / f"{ID}.csv").read_bytes()
    snapshot.write(EVIDENCE.with_rows(EVIDENCE.rows[::-1]), ID, TODAY, tmp_path)
    assert (tmp_path / f"{ID}.csv").read_bytes() == before


def test_the_origin_file_says_when_it_was_imported(folder: Path) -> None:
    origin = snapshot.read_origin(ID, folder)
    assert (origin["imported"], origin["rows"], len(origin["origins"])) == (TODAY, 3, 1)


def test_a_tampered_table_is_not_read(folder: Path) -> None:
    table = folder / f"{ID}.csv"
    table.write_text(table.read_text("utf-8").replace("1.25", "9.25"), "utf-8")
    said = told(folder)
    assert f"{ID}.csv is not the table that was imported" in said
    assert "import the series again" in said


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / f"{ID}.csv").unlink()
    assert told(folder) == f"{ID}.csv is missing. Restore it or import it again."


def test_a_missing_origin_file_is_named(folder: Path) -> None:
    (folder / f"{ID}.origin.toml").unlink()
    assert told(folder) == f"{ID}.origin.toml is missing. Import the series again."


BROKEN: dict[str, Callable[[str], str]] = {
    "not TOML": lambda text: text.replace("=", "", 1),
    "half a file": lambda text: text[: len(text) // 2],
    "no checksum": lambda text: text.replace("sha256", "sha", 1),
    "no origins": lambda text: text.partition("[[origins]]")[0],
    "an origin without a source": lambda text: text.replace("source =", "sauce ="),
    "an origin without an address": lambda text: text.replace("url =", "earl ="),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_origin_file_is_named(how: str, folder: Path) -> None:
    path = folder / f"{ID}.origin.toml"
    path.write_text(BROKEN[how](path.read_text("utf-8")), "utf-8")
    assert f"{ID}.origin.toml" in told(folder)
    (finding,) = verify(ID, folder)
    assert f"{ID}.origin.toml" in finding.problem


def test_an_origin_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / f"{ID}.origin.toml").write_bytes(b"rows = \xff")
    assert f"{ID}.origin.toml" in told(folder)


def test_an_unknown_release_is_named(folder: Path) -> None:
    path = folder / f"{ID}.origin.toml"
    release = REAL.origins[0].release.id
    changed = path.read_text("utf-8").replace(f'release = "{release}"', 'release = "gone"')
    path.write_text(changed, "utf-8")
    assert "has no release 'gone'" in told(folder)


def broken(*_: object) -> None:
    raise OSError("the disk is full")


@pytest.mark.parametrize("call", [1, 2])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_whole_files(
    step: str, call: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {path.name: path.read_bytes() for path in folder.iterdir()}
    calls = []
    owner, name = (os, "fsync") if step == "fsync" else (Path, "replace")
    real = getattr(owner, name)

    def at_last(*arguments: object) -> object:
        calls.append(arguments)
        return broken() if len(calls) == call else real(*arguments)

    monkeypatch.setattr(owner, name, at_last)
    with pytest.raises(OSError, match="disk is full"):
        snapshot.write(borrowed(row(2005, 7.0, place="USA")), ID, TODAY, folder)
    monkeypatch.undo()
    assert len(calls) == call
    assert (folder / f"{ID}.origin.toml").read_bytes() == old[f"{ID}.origin.toml"]
    if call == 1:
        assert (folder / f"{ID}.csv").read_bytes() == old[f"{ID}.csv"]
        assert len(snapshot.read(ID, folder)) == 3
    else:  # the new table stands beside the old origin file: both whole, and found out
        assert "checksum differs" in told(folder)
    assert snapshot.stored(folder) == [ID]
    snapshot.write(EVIDENCE, ID, TODAY, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == old


def test_a_stamp_changes_with_either_file(folder: Path) -> None:
    stamps = {snapshot.stamp(ID, folder)}
    for ending in ("csv", "origin.toml"):
        path = folder / f"{ID}.{ending}"
        path.write_bytes(path.read_bytes() + b"\n")
        stamps.add(snapshot.stamp(ID, folder))
    assert len(stamps) == 3


@pytest.mark.parametrize("ending", ["csv", "origin.toml"])
def test_a_stamp_of_half_a_series_is_an_error_in_words(ending: str, folder: Path) -> None:
    (folder / f"{ID}.{ending}").unlink()
    with pytest.raises(SnapshotError, match="import it again"):
        snapshot.stamp(ID, folder)


def test_columns_in_another_order_are_refused(folder: Path) -> None:
    path = folder / f"{ID}.csv"
    path.write_text(path.read_text("utf-8").replace("place,group_by", "group_by,place"), "utf-8")
    with pytest.raises(SnapshotError, match="has the columns"):
        snapshot.parse(path, ID)
