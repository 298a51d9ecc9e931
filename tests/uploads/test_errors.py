"""Errors: one kind, one sentence, one thing to do, and nothing of the file."""

from __future__ import annotations

import traceback
from collections.abc import Callable

import pytest

from utils.uploads.errors import MESSAGES, UploadError, typed


def deep() -> None:
    deep()


def cell() -> None:
    raise ValueError("canary")


def own() -> None:
    try:
        cell()
    except ValueError:
        raise UploadError("not-dates", 7, "When") from None


def hungry() -> None:
    raise MemoryError


@pytest.mark.parametrize(
    ("work", "code"),
    [(deep, "unreadable"), (cell, "unreadable"), (own, "not-dates"), (hungry, "memory")],
)
def test_whatever_goes_wrong_is_ours_and_tells_nothing(work: Callable[[], None], code: str) -> None:
    with pytest.raises(UploadError) as caught:
        typed(work)
    assert caught.value.code == code
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None
    assert "canary" not in "".join(traceback.format_exception(caught.value, chain=True)).replace(
        'raise ValueError("canary")', ""
    )


def test_a_place_is_kept() -> None:
    with pytest.raises(UploadError, match=r"^Column “When”, near row 7: ") as caught:
        typed(own)
    assert (caught.value.row, caught.value.column) == (7, "When")


def test_what_is_interrupted_stays_interrupted() -> None:
    def leave() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        typed(leave)


@pytest.mark.parametrize("code", MESSAGES)
def test_every_error_says_what_and_what_next(code: str) -> None:
    error = UploadError(code)
    assert error.sentence.endswith(".")
    assert error.next_step.endswith(".")
    assert str(error) == f"{error.sentence} {error.next_step}"
    assert UploadError(**error.plain()).plain() == error.plain()
