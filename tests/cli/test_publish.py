"""The command writes an edition whole, never over anything else, and says how far it is."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from utils.cli.__main__ import main
from utils.edition import files
from utils.ui import load

ONE = ["--only", "us-loneliness", "--date", "2026-11-26"]


def published(out: Path, *more: str) -> int:
    return main(["publish", str(out), *ONE, *more])


def test_an_edition_is_written_with_its_checksums(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "deep" / "edition"
    assert published(out) == 0
    told = json.loads((out / files.MANIFEST).read_text("utf-8"))
    assert told["snapshot"] == load.snapshot_id()
    there = {one.relative_to(out).as_posix() for one in out.rglob("*") if one.is_file()}
    assert there == {*told["files"], files.MANIFEST}
    for path, entry in told["files"].items():
        raw = (out / path).read_bytes()
        assert entry == {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
    assert [one.name for one in out.parent.iterdir()] == ["edition"]
    said = capsys.readouterr()
    assert "--base-url" in said.out
    assert "statistics/us-loneliness.html" in said.err
    assert "\r" not in said.err


def test_an_edition_replaces_an_older_one(tmp_path: Path) -> None:
    assert published(tmp_path / "edition") == 0
    assert published(tmp_path / "edition", "--base-url", "https://example.org/x") == 0
    assert (tmp_path / "edition" / "sitemap.xml").is_file()
    assert published(tmp_path / "edition") == 0
    assert not (tmp_path / "edition" / "sitemap.xml").exists()


@pytest.mark.parametrize("foreign", ["thesis.txt", "manifest.json", "deep/photo.jpg"])
def test_a_folder_that_is_no_edition_is_left_alone(
    tmp_path: Path, foreign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "mine" / foreign
    kept.parent.mkdir(parents=True)
    kept.write_text("{}", "utf-8")
    assert published(tmp_path / "mine") == 1
    assert "Name an empty folder" in capsys.readouterr().err
    assert kept.read_text("utf-8") == "{}"
    assert [one.name for one in tmp_path.iterdir()] == ["mine"]


def test_what_somebody_put_into_an_edition_is_not_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "edition"
    assert published(out) == 0
    (out / "CNAME").write_text("example.org", "utf-8")
    assert published(out) == 1
    assert "CNAME" in capsys.readouterr().err
    assert (out / "CNAME").is_file()


def test_a_failure_leaves_the_old_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "edition"
    assert published(out) == 0
    before = (out / files.MANIFEST).read_bytes()

    def broken(*_: object) -> bytes:
        raise OSError("the disk is full")

    monkeypatch.setattr(files, "manifest", broken)
    assert published(out) == 1
    assert (out / files.MANIFEST).read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["edition"]


def test_a_name_that_nobody_knows_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", str(tmp_path / "x"), "--only", "no-such-thing"]) == 1
    assert "no-such-thing" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org", "https://example.org/?a"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(SystemExit) as end:
        published(tmp_path / "x", "--base-url", address)
    assert end.value.code == 2
