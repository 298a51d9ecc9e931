"""The check of a series: everything that can be wrong with it is found and said."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

import pytest

from utils import catalog
from utils.store import snapshot
from utils.store.verify import CHECKS, verify

ID = "us-loneliness"
HEADER, *LINES = (snapshot.TABLES / f"{ID}.csv").read_text("utf-8").splitlines()


def findings(folder: Path, lines: list[str], signed: bool = True) -> list[str]:
    """What is wrong with a table; ``signed`` when its origin file was made to agree with it."""
    raw = "\n".join([HEADER, *lines, ""]).encode("utf-8")
    (folder / f"{ID}.csv").write_bytes(raw)
    text = (snapshot.TABLES / f"{ID}.origin.toml").read_text("utf-8")
    if signed:
        old = snapshot.read_origin(ID)
        text = text.replace(old["sha256"], hashlib.sha256(raw).hexdigest(), 1)
        text = text.replace(f"rows = {old['rows']}", f"rows = {len(lines)}", 1)
    (folder / f"{ID}.origin.toml").write_text(text, "utf-8")
    return [finding.problem for finding in verify(ID, folder)]


def with_cell(line: int, **cells: str) -> list[str]:
    """The true lines with some cells of one of them changed."""
    changed = dict(zip(HEADER.split(","), LINES[line].split(","), strict=True)) | cells
    return [*LINES[:line], ",".join(changed.values()), *LINES[line + 1 :]]


@pytest.mark.parametrize("series", snapshot.stored())
def test_nothing_is_wrong_with_what_we_keep(series: str) -> None:
    assert verify(series) == []


def test_the_true_table_is_clean(tmp_path: Path) -> None:
    assert findings(tmp_path, LINES, signed=False) == []
    assert findings(tmp_path, LINES) == []


def test_a_changed_byte_is_found(tmp_path: Path) -> None:
    (problem,) = findings(tmp_path, with_cell(2, status="P"), signed=False)
    assert problem == "the checksum differs from the origin file. Import the series again."


def test_a_lost_row_is_found(tmp_path: Path) -> None:
    checksum, count = findings(tmp_path, LINES[1:], signed=False)
    assert "checksum" in checksum
    assert count == f"{len(LINES)} rows were imported, {len(LINES) - 1} are there."


WRONG = {
    "value outside its interval": {"value": "99.0"},
    "only one end of an interval": {"low": ""},
    "no value, but a status that promises one": {"value": "", "low": "", "high": ""},
    "a value in spite of the status missing or suppressed": {"status": "Q"},
    "unknown status": {"status": "Z"},
    "unknown place": {"place": "XXX"},
    "period that ends before it starts": {"end": "1999-01-01"},
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_row_is_found_with_its_line(what: str, tmp_path: Path) -> None:
    problems = findings(tmp_path, with_cell(3, **WRONG[what]))
    assert problems == [f"1 rows with {what}, the first in line 5."]


@pytest.mark.parametrize("value", ["99.0", "0.1"])
def test_a_value_on_either_side_of_its_interval_is_found(value: str, tmp_path: Path) -> None:
    (problem,) = findings(tmp_path, with_cell(0, value=value))
    assert problem == "1 rows with value outside its interval, the first in line 2."


def test_a_repeated_row_is_found(tmp_path: Path) -> None:
    problems = findings(tmp_path, [*LINES[:4], LINES[1], *LINES[4:]])
    what = "same place, group and period as another row"
    assert problems == [f"2 rows with {what}, the first in line 3."]


def test_a_row_of_an_origin_that_is_not_recorded_is_found(tmp_path: Path) -> None:
    problems = findings(tmp_path, with_cell(3, origin="hearsay"))
    assert problems == ["rows name origins that are not recorded: ['hearsay']."]


@pytest.mark.parametrize("cells", [{"start": "2024-13-01"}, {"end": "soon"}, {"value": "many"}])
def test_a_cell_that_is_no_date_or_number_is_found(cells: dict[str, str], tmp_path: Path) -> None:
    assert findings(tmp_path, with_cell(3, **cells)) != []


def test_a_source_without_a_card_is_found(tmp_path: Path) -> None:
    findings(tmp_path, LINES)
    path = tmp_path / f"{ID}.origin.toml"
    source = snapshot.read_origin(ID)["origins"][0]["source"]
    path.write_text(path.read_text("utf-8").replace(f'"{source}"', '"nobody"'), "utf-8")
    assert [one.problem for one in verify(ID, tmp_path)] == ["the source 'nobody' has no card."]


def test_a_licence_that_forbids_keeping_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings(tmp_path, LINES)
    id = snapshot.read_origin(ID)["origins"][0]["source"]
    barred = dataclasses.replace(catalog.source(id), redistributable=False)
    cards = {**catalog.sources(), id: barred}
    monkeypatch.setattr(catalog, "sources", lambda: cards)  # as if the card's file said so
    (problem,) = verify(ID, tmp_path)
    assert problem.problem == f"the licence of '{id}' does not allow it to be kept here."


def test_an_absent_series_is_one_finding(tmp_path: Path) -> None:
    (finding,) = verify("nothing", tmp_path)
    assert finding.series == "nothing"
    assert "nothing.origin.toml is missing" in finding.problem


def test_every_check_that_we_promise_is_tested_above() -> None:
    assert len(CHECKS) == 8
