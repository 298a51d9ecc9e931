"""Bytes that nobody would send on purpose: refused in words or read."""

from __future__ import annotations

import random

import pytest
from hypothesis import strategies as st

from tests.uploads import made_exports
from tests.uploads.fuzzing import HOW_OFTEN, fuzz, look, survive
from tests.uploads.made_exports import EVERY

SMALL = {
    "volume": made_exports.VOLUME_ENDS,
    "tabs": made_exports.VOLUME_TABS,
    "trends": made_exports.TRENDS,
    "days": made_exports.YOUTUBE_DAYS,
    **{name: b"\n".join(EVERY[name].split(b"\n")[:4]) for name in ("x-activity", "tiktok")},
    "mentions": b"\n".join(made_exports.BRANDWATCH.split(b"\n")[:9]),
    "book": made_exports.sheet([["date", "numberOfDocuments"], ["2024-01-01", 15]]),
}
NASTY = [
    b'"', b'""', b"\0", b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"|", b"\xff", b"\x80", b"\xc3",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbc\x83", b"#", b"# #a#", b"=1+1", b"-",
    b"1e400", b"Infinity", b"9" * 30, b"1.234", b"1,234", b"1.2K", b"5.6%", b"Total", b"2024-02-30",
    b"13/13/2024", b"01/02/03", b"45292", b"1514764800000", b"9999-12-31", b"0001-01-01", b"T",
    b"\xe2\x80\xae", b"\xf0\x9f\x8c\x8d", b"x" * 2_000, b"," * 250, b"\n" * 50, b"<html>",
    b"PK\x03\x04",
]  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from(["put", "cut", "swap", "copy"]), st.sampled_from(NASTY)
    ),
    min_size=1,
    max_size=5,
)


def edited(data: bytes, edits: list[tuple[float, str, bytes]]) -> bytes:
    for share, how, nasty in edits:
        place = int(share * len(data))
        if how == "put":
            data = data[:place] + nasty + data[place:]
        elif how == "cut":
            data = data[:place] + data[place + len(nasty) :]
        elif how == "swap":
            data = data[:place] + nasty + data[place + len(nasty) :]
        else:
            data = data[:place] + data[max(0, place - 40) :]
    return data


@HOW_OFTEN
@pytest.mark.parametrize("base", SMALL)
def test_a_damaged_export_is_read_or_refused(base: str, share: float) -> None:
    def check(edits: list[tuple[float, str, bytes]]) -> None:
        survive(edited(SMALL[base], edits))

    fuzz(check, 850 * share, EDITS)


@HOW_OFTEN
def test_random_bytes_are_read_or_refused(share: float) -> None:
    def check(data: bytes) -> None:
        survive(data)

    fuzz(check, 1_500 * share, st.binary(max_size=400))


MARKED = (
    st.sampled_from(
        [b"", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xef\xbb\xbf", b"PK\x03\x04"]
    ),
    st.sampled_from(["date,likes\n", "Date;Views\n", "Week,a: (b)\n", "a\tb\n"]),
    st.text(max_size=120),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "cp1252", "utf-32-le", "utf-7"]),
)


def marked(mark: bytes, headings: str, text: str, encoding: str) -> bytes:
    return mark + (headings + text).encode(encoding, "ignore")


@HOW_OFTEN
def test_marks_headings_and_text_in_any_encoding(share: float) -> None:
    def check(mark: bytes, headings: str, text: str, encoding: str) -> None:
        survive(marked(mark, headings, text, encoding))

    fuzz(check, 2_000 * share, *MARKED)


# ------------------------------------------------------ before any row is read: quick, so many

BATCH = 50
"""Inputs made from one number: drawing each by itself takes longer than looking at it."""
HEADS = (b"date,likes\n", b"Date;Views\n", b"Week,a: (b)\n", b"a\tb\n", b"")


def damaged(chance: random.Random) -> bytes:
    """Bytes by chance below headings, or an export with a few pieces put in or taken out."""
    if chance.random() < 0.3:
        return chance.choice(HEADS) + chance.randbytes(chance.randint(0, 200))
    ways = ("put", "cut", "swap", "copy")
    edits = [
        (chance.random(), chance.choice(ways), chance.choice(NASTY))
        for _ in range(chance.randint(1, 5))
    ]
    return edited(chance.choice(list(SMALL.values())), edits)


def test_a_damaged_export_is_looked_at_or_refused() -> None:
    looks = 0

    def check(seed: int) -> None:
        nonlocal looks
        chance = random.Random(seed)
        for _ in range(BATCH):
            look(damaged(chance))
            looks += 1

    fuzz(check, 270, st.integers(0, 2**64))
    assert looks >= 13_000
