"""Whatever a torn or hostile message holds, one error comes out, and nothing grows without end."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.uploads.made_exports import EVERY
from tests.uploads.reader import outcome
from utils.language.phrase import packed
from utils.uploads import wire
from utils.uploads.errors import UploadError

HUGE = 10**400
"""Too large for any number of rows, and for a number with a decimal point."""


def message(said: object) -> bytes:
    """A message of JSON alone."""
    text = json.dumps(said).encode()
    return len(text).to_bytes(8, "big") + text


def nested(depth: int) -> object:
    """Eight times the same inside eight times the same."""
    value: object = "x"
    for _ in range(depth):
        value = {"say": "{a}" * 8, "with": {"a": value}}
    return value


def failed(data: bytes) -> UploadError:
    """The error of a message that can't be unpacked."""
    with pytest.raises(UploadError) as caught:
        wire.unpack(data)
    assert caught.value.__context__ is None
    return caught.value


@pytest.mark.parametrize(
    "said",
    [
        [], "x", 1, None, {}, {"understanding": []}, {"understanding": {"zz": 1}},
        nested(5), {"understanding": nested(5)},
        {"error": "x"}, {"error": [1]}, {"error": True},
        {"error": {"code": "nobody knows"}}, {"error": {"code": [1]}}, {"error": {}},
        {"error": {"code": "empty", "zz": 1}},
        {"error": {"code": "empty", "row": HUGE}}, {"error": {"code": "empty", "row": -1}},
        {"error": {"code": "empty", "row": "7"}}, {"error": {"code": "empty", "column": [1]}},
        {"say": "{a}", "with": {"a": HUGE}}, {"say": "{a}", "with": {"b": 1}},
        {"say": "{a}", "with": [1]}, {"say": "{text}", "with": {"text": "x"}},
        {"parts": 5, "between": " "},
    ],
    ids=lambda said: json.dumps(said)[:40],
)  # fmt: skip
def test_a_hostile_message_is_one_error(said: object) -> None:
    assert failed(message(said)).code == "stopped"


def test_a_length_beyond_any_answer_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire.json, "loads", lambda text: pytest.fail("was read"))
    assert failed((2**40).to_bytes(8, "big") + b"[]").code == "stopped"


def parts(data: bytes) -> tuple[dict[str, Any], bytes]:
    """What is said in a message, and its rows."""
    length = int.from_bytes(data[:8], "big")
    return json.loads(data[8 : 8 + length]), data[8 + length :]


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("understanding", "encoding"), [1]), (("understanding", "preamble"), HUGE),
        (("understanding", "notes"), [1]), (("understanding", "dropped"), [None]),
        (("understanding", "first"), "soon"), (("understanding", "used", 0, "label"), 7),
        (("reduced", "used"), 7), (("reduced", "notes"), [7]), (("reduced", "rows"), HUGE),
        (("reduced", "format"), [1]), (("reduced", "period"), [1]),
        (("reduced", "not_used"), [{"reason": "x", "number": HUGE}]),
        (("reduced", "not_used"), [{"reason": "x", "number": 1, "near_row": True}]),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_text_and_no_number_never_reaches_the_page(
    where: tuple[str | int, ...], value: object
) -> None:
    said, rows = parts(wire.pack(outcome(EVERY["x-content"])))
    assert wire.unpack(message(said) + rows).reduced is not None
    at: Any = said
    for name in where[:-1]:
        at = at[name]
    at[where[-1]] = value
    assert failed(message(said) + rows).code == "stopped"


@pytest.mark.parametrize("format", EVERY)
def test_an_outcome_comes_back_as_it_was(format: str) -> None:
    sent = outcome(EVERY[format])
    back = wire.unpack(wire.pack(sent))
    assert back.understanding == sent.understanding
    assert packed(list(back.understanding.notes)) == packed(list(sent.understanding.notes))
    assert sent.reduced is not None
    assert back.reduced is not None
    assert back.reduced.table.equals(sent.reduced.table)
    assert back.reduced.not_used == sent.reduced.not_used


def test_an_error_comes_back_with_its_place() -> None:
    sent = UploadError("not-dates", 7, "When")
    assert failed(wire.pack(sent)).plain() == sent.plain()
