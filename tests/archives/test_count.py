"""The count against a plain one, whatever the order, the files, the repeats and the spelling."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archives import made
from tests.archives.made import TODAY, Post, in_text, plain_count, told
from utils.archives import embedded, pieces
from utils.archives.asked import ask
from utils.archives.errors import ArchiveError
from utils.archives.inputs import find
from utils.model import limits
from utils.model.hashtags import key
from utils.uploads import hashtags

TAGS = ("ab", "é", "ﬁb", "日本")
PARTS = (
    *("#", "\uff03", "#ab", " #fib", "ab", "AB", "\uff21b", "e\u0301", "É", "é", "ﬁb", "fib"),
    *("日本", " ", "/", "&", "x", "\0", "'", "_", "-", "\u200d", "1"),
)
TEXTS = st.lists(st.sampled_from(PARTS), max_size=8).map("".join)
POSTS = st.lists(
    st.builds(
        Post,
        id=st.integers(1, 12).map(str),
        account=st.sampled_from(["ann", "bob", "eve"]),
        day=st.dates(dt.date(2024, 2, 27), dt.date(2024, 3, 1)),
        text=TEXTS,
        tags=st.lists(st.sampled_from(["ab", "É", "fib", "#日本", "x"]), max_size=2).map(tuple),
        likes=st.integers(0, 10**12),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=8)
@given(POSTS, st.data())
def test_any_posts_in_any_files_count_alike(posts: list[Post], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(posts))
    cut = data.draw(st.integers(0, len(mixed)))
    with TemporaryDirectory() as folder:
        made.written(Path(folder), a_jsonl=made.lines(posts), b_jsonl=made.lines(mixed[cut:]))
        found = embedded.count(find([folder]), ask(TAGS, TODAY), Path(folder) / "out")
    assert told(found) == plain_count(posts, TAGS)


def test_hashtags_of_a_text_are_those_of_a_persons_own_export() -> None:
    dice = random.Random(7)
    texts = ["".join(dice.choices(PARTS, k=dice.randint(1, 9))) for _ in range(3_000)]
    tags = hashtags.Tags()
    rows, numbers = hashtags.extract(pa.array(texts, pa.string()), tags)
    names = {number: name for name, number in tags.numbers.items()}
    theirs: list[set[str]] = [set() for _ in texts]
    for row, number in zip(rows.tolist(), numbers.tolist(), strict=True):
        theirs[row].add(names[number])
    assert [{key(one) for one in in_text(text)} - {""} for text in texts] == theirs


def test_a_post_without_an_id_counts_where_it_stands(tmp_path: Path) -> None:
    rows = "date,text\n2024-03-01,#ab\n2024-03-01,#ab\n"
    (tmp_path / "a.csv").write_text(rows)
    (tmp_path / "b.csv").write_text(rows)
    found = embedded.count(find([str(tmp_path)]), ask(TAGS, TODAY), tmp_path / "out")
    assert [(one.posts, one.with_account) for one in found.found.cells] == [(4, 0), (4, 0)]


@pytest.mark.parametrize("length", [1, 57, 400, 10**6])
def test_pieces_hold_every_line_once(length: int, tmp_path: Path) -> None:
    lines = [f'{{"n": {n}, "pad": "{"x" * (n * 37 % 150)}"}}' for n in range(40)]
    (tmp_path / "a.jsonl").write_text("\n".join(["", *lines, "", ""]))
    (one,) = find([str(tmp_path)])
    read: list[str] = []
    for piece in pieces.pieces([one], length):
        with pieces.stretch(one, piece) as stream:
            read += stream.read(one.size).decode().splitlines()
    assert [json.loads(line)["n"] for line in read if line] == list(range(40))


def test_paths_are_spelt_out_once_and_in_an_order_of_their_own(tmp_path: Path) -> None:
    made.written(tmp_path / "in", a_jsonl=b"1\n", b_csv=b"2\n", note_txt=b"3")
    made.written(tmp_path / "in" / ".hidden", c_jsonl=b"4\n")
    found = find([str(tmp_path / "in"), str(tmp_path / "in" / "*.jsonl")])
    assert sorted(one.path.name for one in found) == ["a.jsonl", "b.csv"]
    (tmp_path / "in" / "a.jsonl").rename(tmp_path / "in" / "z.jsonl")
    assert [one.ends for one in find([str(tmp_path / "in")])] == [one.ends for one in found]
    for wrong in ("absent.jsonl", "in/*.zip", "in/note.txt"):
        with pytest.raises(ArchiveError, match=r"Mend it|Rename it"):
            find([str(tmp_path / wrong)])


def test_a_question_that_can_not_be_counted_is_refused() -> None:
    day = dt.date(2024, 1, 1)
    for tags, words in {
        (): "1 to 60",
        ("!",): "no hashtag",
        ("#12",): "no hashtag",
        ("two-parts",): "read as #two",
        ("a" * 91,): "longer",
        tuple(f"t{n}" for n in range(limits.ARCHIVE_HASHTAGS + 1)): "1 to 60",
    }.items():
        with pytest.raises(ArchiveError, match=words):
            ask(tags, TODAY)
    with pytest.raises(ArchiveError, match="Swap"):
        ask(["a"], TODAY, since=TODAY, until=day)
    assert ask(["#B", "b", "\uff03A"], TODAY).keys == ("a", "b")
