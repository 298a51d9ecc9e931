"""Workbooks of Excel 97 to 2003: the same table gives the same counts, within the same limits."""

from __future__ import annotations

import contextlib
import random
import struct

import pytest

from tests.uploads import made_xls
from tests.uploads.made_exports import csv
from tests.uploads.made_xls import xls
from tests.uploads.reader import counts, outcome, refused, values
from utils.ui.own_data import KINDS
from utils.uploads import child, workbook
from utils.uploads.errors import UploadError

POSTS = [
    ["Post id", "Date", "Post text", "Post Link", "Impressions", "Likes"],
    *([f"made-up-{at}", "2024-10-10", "made up #MadeUp", "x", 100 + at, 20] for at in range(30)),
]
BOOK = xls(POSTS)


def test_the_page_takes_every_kind_that_is_read() -> None:
    assert set(KINDS) == {"csv", "tsv", "txt", "xlsx", "xls"}


def test_the_same_table_gives_the_same_counts() -> None:
    here, text = counts(BOOK), counts(csv(POSTS))
    assert here.rows.equals(text.rows)
    assert values(here, "upload-x-impressions", "#MadeUp")["2024-10-10"] is not None
    assert "Excel" in outcome(BOOK).understanding.kind


def test_it_is_read_apart_too() -> None:
    apart = child.read(BOOK)
    assert apart.reduced is not None
    assert apart.reduced.rows.equals(counts(BOOK).rows)


def test_an_old_word_document_is_no_workbook() -> None:
    assert (
        refused(BOOK.replace("Workbook".encode("utf-16-le"), "Document".encode("utf-16-le"))).code
        == "workbook"
    )


def test_too_many_columns_are_refused() -> None:
    assert refused(xls([[f"c{n}" for n in range(201)], [1] * 201])).code == "columns"


def test_a_workbook_beyond_the_size_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST_XLS", len(BOOK) - 1)
    assert refused(BOOK).code == "workbook-size"


def test_a_few_bytes_that_claim_millions_of_cells_are_refused() -> None:
    """Two cells far apart: a reader that fills the gap between them needs a lot of memory."""
    far = made_xls.workbook([["Date", "Likes"], ["2024-01-01", 5]], "Posts")
    corner = struct.pack("<HHHHHd", 0x0203, 14, 65_535, 255, 0, 5)
    end = struct.pack("<HH", 0x000A, 0)
    with pytest.raises(UploadError) as caught:
        child.read(made_xls.container(far[: -len(end)] + corner + end))
    assert caught.value.code in ("columns", "workbook-size", "memory")


def damaged(seed: int) -> bytes:
    """The workbook with some of its bytes replaced."""
    chance = random.Random(seed)
    data = bytearray(BOOK)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data))
        piece = chance.randbytes(chance.randint(1, 8))
        data[place : place + len(piece)] = piece
    return bytes(data)


def survive_apart(seed: int) -> None:
    """Damage may claim more memory than there is, which ends a process: never that of the app."""
    with contextlib.suppress(UploadError):
        child.read(damaged(seed))


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_workbook_is_read_or_refused(seed: int) -> None:
    survive_apart(seed)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_many_damaged_workbooks_are_read_or_refused() -> None:
    for seed in range(10, 110):
        survive_apart(seed)
