"""`count` as somebody types it: what it writes, the same each time, and what it refuses."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import pytest

from tests.archives import made
from tests.archives.made import Post
from tests.test_words import prose, wrong
from utils.analysis import suppress
from utils.archives import rows, series
from utils.archives.inputs import find
from utils.archives.record import WORDS
from utils.catalog.cards import read_card
from utils.cli import __main__ as cli
from utils.cli.count_progress import Bar
from utils.model import ReachSeries, Source
from utils.store import snapshot
from utils.wording import Context

DAYS = [dt.date(2024, 10, 10), dt.date(2024, 10, 12)]
POSTS = [
    *(Post(f"a{n}", f"account {n % 40}", DAYS[0], "#WMHD", likes=2) for n in range(123)),
    *(Post(f"b{n}", f"account {n}", DAYS[1], "#wmhd #other") for n in range(4)),
    *(Post(f"c{n}", f"account {n}", DAYS[1], "nothing of it") for n in range(50)),
]
TOLD = ["--date", "2026-11-25"]


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made.written(tmp_path / "in", a_jsonl=made.lines(POSTS[:90]), b_jsonl=made.lines(POSTS[90:]))


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


def test_what_is_written_is_a_table_of_the_house(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["count", "in", "--hashtags", "wmhd,other", *TOLD]) == 0
    out = Path("count-wmhd-other")
    posts = snapshot.parse(out / "tables" / "archive-wmhd-other-posts.csv", "x")
    shown = {(row.group, row.start.date()): (row.value, row.status) for row in posts.itertuples()}
    assert shown["all", DAYS[0]] == shown["#wmhd", DAYS[0]] == (100, "A")
    assert shown["#wmhd", DAYS[1]][1] == "Q"
    assert shown["#other", DAYS[0]] == (0, "A")
    assert len(shown) == 6  # the day between is not in the archive
    accounts = snapshot.parse(out / "tables" / "archive-wmhd-other-accounts.csv", "x")
    assert accounts.loc[accounts["group"].eq("all"), "value"].tolist()[0] == 40
    seen = snapshot.parse(out / "tables" / "archive-wmhd-other-posts-in-archive.csv", "x")
    assert seen["value"].tolist() == [100, 50]
    card = read_card(ReachSeries, out / "reach" / "archive-wmhd-other-likes.toml")
    assert (card.rung, card.platform) == ("interactions", "X")
    assert not read_card(Source, out / "sources" / "own-archive.toml").redistributable
    told = json.loads((out / "count.json").read_text())
    assert told["posts_read"] == suppress.words(len(POSTS))
    assert "posts read: about 200" in capsys.readouterr().out


def test_the_same_archive_gives_the_same_bytes_whatever_its_files_are_called() -> None:
    cli.main(["count", "in", "--hashtags", "wmhd,other", "--out", "one", *TOLD])
    Path("in/a.jsonl").rename("in/z.jsonl")
    cli.main(["count", "in/z.jsonl", "in/*", "--hashtags", "#other, WMHD", "--out", "two", *TOLD])
    names = {name.replace("wmhd-other", "other-wmhd") for name in everything(Path("one"))}
    assert names == set(everything(Path("two")))
    cli.main(["count", "in", "--hashtags", "wmhd,other", "--out", "three", *TOLD])
    assert everything(Path("one")) == everything(Path("three"))


def test_what_it_says_keeps_the_rules_of_wording() -> None:
    cli.main(["count", "in", "--hashtags", "wmhd", "--out", "one", *TOLD])
    cards = [read_card(ReachSeries, one) for one in sorted(Path("one/reach").iterdir())]
    said = [text for card in cards for text in prose(card)]
    said += [WORDS, series.ESTIMATED, *prose(rows.source())]
    known = Context(helpline=True, hopeful=True)
    assert [no for text in said for no in wrong(text, known)] == []


def test_a_campaign_names_its_hashtags(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["count", "in", "--json", *TOLD, "--campaign"]
    assert cli.main([*asked, "world-mental-health-day"]) == 0
    forms = {one["form"] for one in json.loads(capsys.readouterr().out)["hashtags"]}
    assert "worldmentalhealthday" in forms
    assert cli.main([*asked, "nobodys-day"]) == 1
    assert "world-mental-health-day" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["absent.jsonl"], "absent.jsonl"),
        (["in", "--engine", "abacus"], "spark://host:port"),
        (["in", "--since", "2024-10-11", "--until", "2024-10-10"], "Swap"),
    ],
)
def test_what_can_not_be_counted_is_refused_in_words(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["count", *options, "--hashtags", "wmhd"]) == 1
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("memory", ["2", "500MB", "-1GB"])
def test_memory_is_a_size(memory: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["count", "in", "--hashtags", "wmhd", f"--memory={memory}"])
    assert "MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("library", "engine"), [("duckdb", "embedded"), ("pyspark", "spark://127.0.0.1:1")]
)
def test_a_library_that_is_absent_is_asked_for(
    library: str, engine: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert cli.main(["count", "in", "--hashtags", "wmhd", "--engine", engine]) == 1
    assert f"pip install {library}" in capsys.readouterr().err


def test_a_bar_says_how_far_it_is() -> None:
    inputs = find(["in"])
    bar = Bar(inputs, silent=True)
    bar.tell(0, inputs[0].size)
    bar.tell(1, 0)
    assert "1/2 files" in bar.line(0.0)
    assert f"{100 * inputs[0].size / sum(one.size for one in inputs):.0f} %" in bar.line(0.0)
