"""What is kept is made once by its key, and the least recently used goes first."""

from __future__ import annotations

import pytest

from utils.ui.kept import kept


def test_a_key_is_worked_out_once_and_the_least_recently_used_is_forgotten() -> None:
    made: list[str] = []

    @kept(2)
    def word(key: str, much: int) -> str:
        """A word."""
        made.append(key)
        return key * much

    assert [word("a", 2), word("b", 2), word("a", 2)] == ["aa", "bb", "aa"]
    assert word("a", 9) == "aa", "the first argument alone tells"
    word("c", 1)  # takes the place of b, which was asked for longer ago than a
    assert word("a", 2) == "aa"
    assert made == ["a", "b", "c"]
    word("b", 1)
    assert made == ["a", "b", "c", "b"]
    word.clear()
    word("b", 1)
    assert made[-2:] == ["b", "b"]
    assert word.__doc__ == "A word."


def test_nothing_is_kept_of_what_failed_and_an_empty_result_is_kept() -> None:
    tries: list[str] = []

    @kept(2)
    def found(key: str) -> None:
        tries.append(key)
        if len(tries) == 1:
            raise ValueError(key)

    with pytest.raises(ValueError, match="a"):
        found("a")
    found("a")
    found("a")
    assert tries == ["a", "a"]
