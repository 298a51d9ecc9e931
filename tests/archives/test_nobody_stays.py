"""No account, text, id or name of a file comes out of a count, also not on the way."""

from __future__ import annotations

import datetime as dt
import json
import logging
import traceback
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.archives import made
from tests.archives.made import ACCOUNT, CANARIES, TEXT, TODAY, Post
from tests.archives.test_goes_on import BreakOff
from utils.archives import embedded, reader
from utils.archives.asked import ask
from utils.archives.errors import ArchiveError
from utils.archives.inputs import find
from utils.cli import __main__ as cli

DAY = dt.date(2024, 10, 10)
POSTS = [
    Post(f"9071234567890{n:02}", f"{ACCOUNT} {n % 3}", DAY, f"{TEXT} #wmhd {n}") for n in range(30)
]


def archive(folder: Path) -> Path:
    folder.mkdir()
    data = made.lines(POSTS) + b'{"id": "907123456789099", "text": "' + TEXT.encode() + b"\n"
    (folder / f"posts_of_{ACCOUNT}.jsonl").write_bytes(data)
    (folder / "more.jsonl").write_bytes(made.lines(POSTS[:5], "x-v1"))
    return folder


def written_under(folder: Path) -> str:
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    return "".join(f"{one}\n{one.read_bytes().decode('latin-1')}" for one in files).casefold()


def none_of(said: str) -> None:
    assert not [canary for canary in CANARIES if canary.casefold() in said.casefold()]


def test_nobody_is_in_what_is_written_and_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    folder, out = archive(tmp_path / "in"), tmp_path / "out"
    assert cli.main(["count", str(folder), "--hashtags", "wmhd", "--out", str(out), "--json"]) == 0
    said = "".join(capfd.readouterr())
    assert json.loads(said)["posts_read"] == "about 30"
    none_of(written_under(out) + said + caplog.text)


def test_nobody_is_in_what_a_broken_off_count_leaves(tmp_path: Path) -> None:
    def progress(done: int, size: int) -> None:
        if done == 2:
            raise BreakOff

    inputs, out = find([str(archive(tmp_path / "in"))]), tmp_path / "out"
    with pytest.raises(BreakOff):
        embedded.count(inputs, ask(["wmhd"], TODAY), out, progress=progress)
    none_of(written_under(out))


def test_what_the_engine_can_not_read_is_not_quoted(tmp_path: Path) -> None:
    with reader.connected(ask(["wmhd"], TODAY), "key", tmp_path / "spill") as connection:
        quoting = "SELECT CAST(? AS INTEGER)"
        with pytest.raises(ArchiveError) as caught, reader.plain_errors("a file"):
            connection.execute(quoting, [TEXT]).fetchall()
    none_of("".join(traceback.format_exception(caught.value)))


def test_the_same_account_has_another_sum_in_another_archive(tmp_path: Path) -> None:
    seen = []
    for number in range(2):
        folder = tmp_path / str(number)
        made.written(folder, a_jsonl=made.lines(POSTS[: 20 + number]))

        def progress(done: int, size: int) -> None:
            if done == 1:
                raise BreakOff

        with pytest.raises(BreakOff):
            embedded.count(
                find([str(folder)]), ask(["wmhd"], TODAY), folder / "out", progress=progress
            )
        part = next((folder / "out").glob(".count-*/*.parquet"))
        seen.append(set(pq.read_table(part).column("account").to_pylist()) - {None})
    assert all(len(one) == 3 for one in seen)
    assert not seen[0] & seen[1]
