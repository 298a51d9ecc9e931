"""Lines that are broken, endless or hostile are counted with the reason, and harm nothing."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from pathlib import Path

from tests.archives import made
from tests.archives.made import TODAY, Post
from utils.archives import embedded
from utils.archives.asked import ask
from utils.archives.found import Found
from utils.archives.inputs import find
from utils.model import limits

DAY = dt.date(2024, 10, 10)
GOOD = made.lines([Post("1", "ann", DAY, "#wmhd")])


def counted(folder: Path) -> Found:
    return embedded.count(find([str(folder)]), ask(["wmhd"], TODAY), folder / "out").found


def test_each_reason_is_counted(tmp_path: Path) -> None:
    changed = {"no day": {"created_at": "yesterday"}, "no post": {"id": None}}
    odd = {name: made.x_v2(Post("2", "bob", DAY)) | more for name, more in changed.items()}
    bad = [
        b"", b"\r",
        b"{broken", b'{"id": "3\x00"}', b"[" * 200_000,
        b'{"text": "\xff\xfe"}',
        b'{"pad": "' + b"x" * limits.ARCHIVE_LINE_BYTES + b'"}',
        b"[" * 100_000 + b"]" * 100_000, b"7", b"null", b'{"text": [{"a": {}}], "id": {}}',
        *(json.dumps(one).encode() for one in odd.values()),
        json.dumps(made.x_v2(Post("4", "bob", dt.date(1999, 1, 1)))).encode(),
        json.dumps(made.x_v2(Post("5", "bob", TODAY + dt.timedelta(days=2)))).encode(),
    ]  # fmt: skip
    (tmp_path / "a.jsonl").write_bytes(GOOD + b"\n".join(bad) + b"\n" + GOOD)
    found = counted(tmp_path)
    assert found.left == {
        "blank": 2,
        "not JSON": 3,
        "not UTF-8": 1,
        "line too long": 1,
        "not a post": 5,
        "no readable day": 1,
        "outside the days": 2,
    }
    assert found.seen == {DAY: 1}
    assert found.repeats == 1
    assert found.lines == len(bad) + 2


def test_a_mark_at_the_beginning_and_no_end_of_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes("\ufeff".encode() + GOOD.rstrip())
    found = counted(tmp_path)
    assert (found.left, found.seen) == ({}, {DAY: 1})


def test_letters_that_hide_the_end_of_a_text(tmp_path: Path) -> None:
    post = made.x_v2(Post("1", "ann", DAY, "before\0 #wmhd \ud800"))
    (tmp_path / "a.jsonl").write_text(json.dumps(post))
    other = made.x_v2(Post("2", "ann", DAY, "before\0 #wmhd"))
    (tmp_path / "b.jsonl").write_text(json.dumps(other))
    found = counted(tmp_path)
    assert found.seen == {DAY: 1}
    assert [one.posts for one in found.cells] == [1, 1]
    assert found.left == {"not JSON": 1}  # half a pair of surrogates is no text


def test_a_packed_file_that_breaks_off(tmp_path: Path) -> None:
    posts = [Post(str(number), "ann", DAY, f"#wmhd {number:09}") for number in range(9_000)]
    whole = gzip.compress(made.lines(posts))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = counted(tmp_path)
    assert found.left == {"file breaks off": 1}
    assert 1_000 < found.seen[DAY] < 9_000


def test_numbers_that_nobody_can_have(tmp_path: Path) -> None:
    likes = (-5, 10**30, "many", 2.5, 7)
    posts = [made.x_v2(Post(str(number), "ann", DAY, "#wmhd")) for number in range(len(likes))]
    for post, value in zip(posts, likes, strict=True):
        post["public_metrics"]["like_count"] = value
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, posts)))
    cell = counted(tmp_path).cells[0]
    assert cell.posts == len(likes)
    assert cell.gathered["likes"][1] <= 2


def test_rows_of_a_table_that_are_broken(tmp_path: Path) -> None:
    rows = (b"1,2024-10-10,#wmhd", b"2,2024-10-10", b"3,2024-10-10,\xff#wmhd", b"4,soon,#wmhd")
    (tmp_path / "a.csv").write_bytes(b"\n".join((b"id,created_at,text", *rows)))
    found = counted(tmp_path)
    assert found.seen == {DAY: 1}
    assert found.left == {"row of another width": 1, "not UTF-8": 1, "no readable day": 1}
