"""Every kind of archive, packed or not, gives the count that a plain program gives."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.archives import made
from tests.archives.made import TODAY, Post, plain_count, told
from utils.archives import embedded
from utils.archives.asked import ask
from utils.archives.errors import ArchiveError
from utils.archives.found import Counted
from utils.archives.inputs import find

DAYS = [dt.date(2024, 2, 29), dt.date(2024, 3, 1)]
TAGS = ("WMHD2024", "café")
POSTS = [
    Post("10", "ann", DAYS[0], "hello #WMHD2024 and #wmhd2024", likes=3),
    Post("11", "bob", DAYS[0], "none", ("Wmhd2024", "other"), likes=4),
    Post("12", "ann", DAYS[1], "both #wmhd2024 #CAFE\u0301", likes=5),
    Post("13", "eve", DAYS[1], "wide #\uff57\uff4d\uff48\uff44\uff12\uff10\uff12\uff14"),
    Post("14", "eve", DAYS[1], "#wmhd2024x and #wmhd"),
    Post("12", "ann", DAYS[1], "both #wmhd2024 #CAFE\u0301", likes=6),
]


def counted(folder: Path, out: Path, tags: tuple[str, ...] = TAGS, platform: str = "") -> Counted:
    return embedded.count(find([str(folder)]), ask(tags, TODAY), out, platform=platform)


def test_the_plain_count_is_right_where_a_person_has_counted() -> None:
    plain = plain_count(POSTS, TAGS)
    assert plain == {
        (DAYS[0], ""): (2, 2, 7),
        (DAYS[0], "wmhd2024"): (2, 2, 7),
        (DAYS[1], ""): (2, 2, 6),
        (DAYS[1], "wmhd2024"): (2, 2, 6),
        (DAYS[1], "café"): (1, 1, 6),
    }


@pytest.mark.parametrize(
    ("shape", "ending"),
    [("x-v1", ""), ("x-v2", ".gz"), ("mastodon", ".zst"), ("jetstream", ".bz2")],
)
def test_lines_of_every_platform(shape: str, ending: str, tmp_path: Path) -> None:
    data = made.packed(made.lines(POSTS, shape), ending)
    (tmp_path / f"posts.jsonl{ending}").write_bytes(data)
    plain = {
        cell: (posts, people, likes if shape != "jetstream" else 0)
        for cell, (posts, people, likes) in plain_count(POSTS, TAGS).items()
    }
    assert told(counted(tmp_path, tmp_path / "out")) == plain


@pytest.mark.parametrize("name", ["posts.csv", "posts.csv.gz", "posts.parquet"])
def test_tables(name: str, tmp_path: Path) -> None:
    data = made.as_parquet(POSTS) if "parquet" in name else made.as_csv(POSTS)
    (tmp_path / name).write_bytes(made.packed(data, ".gz" if name.endswith(".gz") else ""))
    found = counted(tmp_path, tmp_path / "out", platform="Forum")
    assert told(found) == plain_count(POSTS, TAGS)
    assert found.reads[0].shape.platform == "Forum"


def test_pages_of_posts_and_posts_passed_on(tmp_path: Path) -> None:
    page = {"data": [made.x_v2(one) for one in POSTS[:3]], "includes": {"users": []}}
    again = made.x_v2(POSTS[3]) | {"id": "99", "referenced_tweets": [{"type": "retweeted"}]}
    rest = [{"data": made.x_v2(one)} for one in POSTS[3:]]
    text = "\n".join(json.dumps(one) for one in (page, again, *rest))
    (tmp_path / "pages.jsonl").write_text(text)
    found = counted(tmp_path, tmp_path / "out")
    assert told(found) == plain_count(POSTS, TAGS)
    assert found.found.left == {"a post passed on": 1}
    assert found.found.repeats == 1


def test_platforms_are_not_added_up(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(made.lines(POSTS, "x-v2"))
    (tmp_path / "b.jsonl").write_bytes(made.lines(POSTS, "mastodon"))
    with pytest.raises(ArchiveError, match="Mastodon, X"):
        counted(tmp_path, tmp_path / "out")


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"hello": 1}\n')
    with pytest.raises(ArchiveError, match=r"a\.jsonl"):
        counted(tmp_path, tmp_path / "out")
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "b.csv").write_text("when,what\n1,2\n")
    with pytest.raises(ArchiveError, match=r"b\.csv"):
        counted(tmp_path, tmp_path / "out")


def test_days_outside_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(made.lines(POSTS))
    asked = ask(TAGS, TODAY, since=DAYS[1], until=DAYS[1])
    found = embedded.count(find([str(tmp_path)]), asked, tmp_path / "out")
    assert {day for day, _ in told(found)} == {DAYS[1]}
    assert found.found.left == {"outside the days": 2}
