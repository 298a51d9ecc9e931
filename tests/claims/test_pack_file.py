"""Evidence packs that come back: ours are read, hostile ones are refused in words, never worse."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.claims.asked import TODAY, library
from utils.claims import pack_file
from utils.claims.deck import DeckError
from utils.claims.make import make
from utils.claims.record import Recorded
from utils.claims.spec import EXAMPLES
from utils.claims.verify import one as verified
from utils.model import Claim
from utils.model.limits import DECK_CLAIMS, PACK_BYTES, PACK_CLAIMS_BYTES

CLAIM = {
    "spec": "fact:a",
    "quantity": {"text": "1", "interval": ""},
    "sentences": {"written": "One."},
}


def packed(text: bytes, name: str = "claims.json", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as pack:
        pack.writestr(name, text)
    return out.getvalue()


def holding(*claims: Any) -> bytes:
    return packed(json.dumps({"claims": claims}).encode())


def test_what_was_printed_is_read_back_in_its_order() -> None:
    other = CLAIM | {"spec": "fact:b", "quantity": {"text": "2", "interval": "1 to 3"}}
    assert pack_file.read(holding(CLAIM, other)) == (
        Recorded("fact:a", "1", "", "One."),
        Recorded("fact:b", "2", "1 to 3", "One."),
    )


def test_a_claim_of_the_snapshot_holds_and_a_changed_one_does_not() -> None:
    made = make(EXAMPLES["level"], library(), TODAY)
    assert isinstance(made, Claim)
    told = {
        "spec": made.spec,
        "quantity": {"text": made.quantity.text, "interval": made.quantity.interval},
        "sentences": {"written": made.sentences.written},
    }
    (same,) = pack_file.read(holding(told))
    (other,) = pack_file.read(holding(told | {"quantity": {"text": "99.9%", "interval": ""}}))
    assert verified(same, library(), TODAY).outcome == "holds"
    assert verified(other, library(), TODAY).outcome == "changed"


def flipped(raw: bytes) -> bytes:
    """The same zip with its packed bytes spoilt: the list of files is whole, the file is not."""
    start = 30 + len("claims.json")
    return raw[:start] + bytes(byte ^ 0xFF for byte in raw[start : start + 12]) + raw[start + 12 :]


LONG = json.dumps({"claims": [CLAIM] * 9, "more": list(range(500))}).encode()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no evidence pack"),
        (b"PK", "no evidence pack"),
        (b"PK\x03\x04" + b"\0" * 200, "no evidence pack"),
        (packed(b"{}", "other.json"), "no evidence pack"),
        (packed(LONG)[:-40], "no evidence pack"),
        (flipped(packed(LONG)), "no evidence pack"),
        (packed(LONG, method=zipfile.ZIP_LZMA), "no evidence pack"),
        (packed(LONG, method=zipfile.ZIP_BZIP2), "no evidence pack"),
        (packed(b" " * (PACK_CLAIMS_BYTES + 1)), "larger than 2,000,000 bytes"),
        (b"PK" + b"\0" * PACK_BYTES, "at most 50,000,000 bytes"),
        (packed(b"{"), "can't be read"),
        (packed(b"\xff\xfe"), "can't be read"),
        (packed(b"[" * 200_000), "can't be read"),
        (packed(b"[]"), "can't be read"),
        (packed(b"{}"), "can't be read"),
        (packed(b'{"claims": {}}'), "must hold a list"),
        (packed(b'{"claims": 1' + b"0" * 5_000 + b"}"), "can't be read"),
        (holding(*[CLAIM] * (DECK_CLAIMS + 1)), "at most 40 claims"),
        (holding("fact:a"), "can't be read"),
        (holding(None), "can't be read"),
        (holding([1, 2]), "can't be read"),
        (holding({"spec": "fact:a"}), "can't be read"),
        (holding(CLAIM | {"spec": 7}), "can't be read"),
        (holding(CLAIM | {"quantity": "1"}), "can't be read"),
        (holding(CLAIM | {"sentences": {"written": None}}), "can't be read"),
        (holding(CLAIM | {"sentences": {"written": "x" * 4_001}}), "can't be read"),
        (holding(CLAIM | {"sentences": {"written": "\ud800"}}), "can't be read"),
    ],
)
def test_a_broken_or_hostile_pack_is_refused_in_words(raw: bytes, words: str) -> None:
    with pytest.raises(DeckError, match=words):
        pack_file.read(raw)


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack,
        pack.open("claims.json", "w") as f,
    ):
        for _ in range(100):
            f.write(b"0" * 1_000_000)
    raw = out.getvalue()
    tracemalloc.start()
    with pytest.raises(DeckError, match="larger than"):
        pack_file.read(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * PACK_CLAIMS_BYTES


@given(some.binary(max_size=120), some.integers(0, 400))
def test_any_damage_is_a_deck_error_or_no_damage(noise: bytes, at: int) -> None:
    whole = packed(LONG)
    try:
        found = pack_file.read(whole[:at] + noise + whole[at + len(noise) :])
    except DeckError:
        return
    assert all(isinstance(one, Recorded) for one in found)


def test_a_spec_that_is_none_is_told_and_not_raised() -> None:
    (rubbish,) = pack_file.read(holding(CLAIM | {"spec": "<script>alert(1)</script>"}))
    assert verified(rubbish, library(), TODAY).outcome == "not computable"
