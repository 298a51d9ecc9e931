"""A post that stands in a file twice counts once, by its id; nothing of the id is kept."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.uploads.made_exports import BRANDWATCH, csv, sheet
from tests.uploads.reader import counts, understood, values
from utils.uploads.outcome import Reduced
from utils.uploads.repeats import Seen

HEADINGS = ["Post id", "Date", "Post text", "Post Link", "Impressions", "Likes"]
IMPRESSIONS = "upload-x-impressions"


def row(id: str, impressions: int = 100) -> list[object]:
    return [id, "2024-10-10", "made up #MadeUp", "x", impressions, 1]


def rows(*ids: str) -> list[list[object]]:
    return [row(id) for id in ids]


def unused(reduced: Reduced) -> dict[str, int]:
    return {one.reason: one.number for one in reduced.not_used}


MANY = [f"made-up-{at:02}" for at in range(20)]
AGAIN = {"The same post again, by its id": 20}


@pytest.mark.parametrize("write", [csv, sheet])
def test_a_post_that_comes_again_counts_once(write: type) -> None:
    once, twice = (counts(write([HEADINGS, *rows(*ids)])) for ids in (MANY, MANY + MANY))
    assert twice.rows.equals(once.rows)
    assert values(twice, IMPRESSIONS, "#MadeUp") == {"2024-10-10": 2000.0}
    assert unused(once) == {}
    assert unused(twice) == AGAIN


def test_a_post_in_a_much_later_batch_is_recognised() -> None:
    """Far enough apart that the reader has handed on the first part long before."""
    many = [f"made-up-{at:07}" for at in range(200_000)]
    reduced = counts(csv([HEADINGS, *rows(*many, *many[:20])]))
    assert unused(reduced) == AGAIN
    assert values(reduced, IMPRESSIONS) == {"2024-10-10": 20_000_000.0}


@pytest.mark.parametrize("id", ["", "-", "0", "n/a", "1.79999E+18", "1,79999e+18"])
def test_what_is_no_id_leaves_every_row(id: str) -> None:
    reduced = counts(csv([HEADINGS, *rows(*[id] * 20)]))
    assert values(reduced, IMPRESSIONS) == {"2024-10-10": 2000.0}
    assert unused(reduced) == {}


def test_the_daily_figures_of_one_post_are_no_repeats() -> None:
    headings = ["Post ID", "Page ID", "Page name", "Title", "Description", "Publish time",
                "Permalink", "Post type", "Date", "Views", "Reach"]  # fmt: skip
    days = [f"0{day}/10/2024" for day in range(1, 4)]
    body = [
        [id, "p", "made up", "made up", "", "10/13/2024 10:00", "x", "Photos", day, 50, 40]
        for id in MANY
        for day in days
    ]
    lifetime = [[*line[:8], "Lifetime", *line[9:]] for line in body]
    assert unused(counts(csv([headings, *body]))) == {}
    assert unused(counts(csv([headings, *lifetime]))) == {"The same post again, by its id": 40}


def test_the_preview_says_that_the_id_is_read_and_not_kept() -> None:
    used = {column.label: column.role for column in understood(BRANDWATCH).used}
    assert used["Mention Id"] == "what tells posts apart; not kept"


@given(st.lists(st.lists(st.text(max_size=12), max_size=12), max_size=8))
def test_a_row_is_fresh_if_its_id_was_not_seen(batches: list[list[str]]) -> None:
    seen, known = Seen((0,)), set()
    for batch in batches:
        expected = []
        for id in batch:
            usable = len(id.encode()) >= 6 and "e+" not in id.lower()
            expected.append(not usable or id not in known)
            known.add(id)
        assert seen.fresh({0: pa.array(batch, pa.string())}).tolist() == expected


def test_ids_that_differ_in_one_digit_or_in_order_stay_apart() -> None:
    ids = [str(10**18 + at) for at in range(300_000)] + [
        str(at)[::-1] for at in range(10**6, 10**6 + 9)
    ]
    ids += ["abcdefgh", "bacdefgh", "abcdefgh\0", "x" * 300, "x" * 301]
    assert Seen((0,)).fresh({0: pa.array(ids, pa.string())}).all()


def test_a_million_ids_are_remembered_in_ten_megabytes() -> None:
    seen = Seen((0,))
    for start in range(0, 10**6, 50_000):
        ids = (10**18 + start + np.arange(50_000)).astype(str)
        assert seen.fresh({0: pa.array(ids, pa.string())}).all()
    assert sum(part.nbytes for part in seen._known) <= 10_000_000
    assert len(seen._known) < 20
