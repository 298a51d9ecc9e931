"""Hashtags of posts, taken from the text without keeping it.

#BellLetsTalk and #bellletstalk are one: Unicode NFKC and case folding make the key. A post with
three hashtags counts once for each, one that repeats a hashtag counts once. What follows a
letter, a digit, `/` or `&` is an address or an escape, and digits alone are a number.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from utils.model import limits
from utils.model.hashtags import key, letters

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SHORT = 24
LONGEST = 100
"""Longest hashtag in bytes; what is longer is no hashtag of any platform."""
_WIDE_MARK = "\uff03"


@dataclass
class Tags:
    """Numbers given to hashtags as they are met, and how often each spelling was."""

    numbers: dict[str, int] = field(default_factory=dict)
    spellings: list[dict[str, int]] = field(default_factory=list)
    beyond: int = 0
    _raw: dict[bytes, int] = field(default_factory=dict)

    def number(self, raw: bytes, times: int) -> int:
        """The number of a hashtag as it stands in the text; -1 for one that is none."""
        found = self._raw.get(raw)
        if found is None:
            found = self._new(raw)
        if found >= 0:
            text = _shown(raw)
            known = self.spellings[found]
            known[text] = known.get(text, 0) + times
        return found

    def _new(self, raw: bytes) -> int:
        name = key(raw.decode("utf-8", "ignore"))
        found = self.numbers.get(name, -1)
        if name and found < 0 and len(self.numbers) < limits.UPLOAD_HASHTAGS_SEEN:
            found = self.numbers[name] = len(self.numbers)
            self.spellings.append({})
        elif name and found < 0:
            self.beyond += 1
            return -1
        self._raw[raw] = found
        return found

    def label(self, number: int) -> str:
        """`#` and the spelling that was met most often."""
        spellings = self.spellings[number]
        return "#" + min(spellings, key=lambda text: (-spellings[text], text))


def _shown(raw: bytes) -> str:
    return letters(raw.decode("utf-8", "ignore"))


def extract(texts: pa.Array, tags: Tags) -> tuple[Ints, Ints]:
    """Pairs of row and number of hashtag in one batch of posts, each pair once.

    Works on the bytes of the whole batch, because a call for each post would take minutes.
    """
    text, offsets = joined(texts)
    if text.tobytes().find(_WIDE_MARK.encode()) >= 0:
        text, offsets = joined(pc.replace_substring(texts, _WIDE_MARK, "#"))
    marks = np.flatnonzero(text == ord("#"))
    if not len(marks):
        return np.empty(0, "int64"), np.empty(0, "int64")
    rows = np.searchsorted(offsets, marks, side="right") - 1
    lengths = np.minimum(_lengths(text, marks), offsets[rows + 1] - marks - 1)
    kept = _free(text, marks, lengths, offsets[rows])
    marks, rows, lengths = marks[kept], rows[kept], lengths[kept]
    coded = _cut(text, marks, lengths).dictionary_encode()
    codes = coded.indices.to_numpy()
    raw, times = coded.dictionary.to_pylist(), np.bincount(codes)
    found = [tags.number(one, int(n)) for one, n in zip(raw, times, strict=True)]
    return pairs(rows, np.array(found, dtype="int64")[codes])


def listed(cells: pa.Array, tags: Tags) -> tuple[Ints, Ints]:
    """The same for a column that lists hashtags, with or without `#`, between commas or spaces."""
    spaced = pc.replace_substring_regex(cells, r"[#\x{FF03},;|\[\]'\"\s]+", " ")
    marked = pc.replace_substring_regex(pc.utf8_trim_whitespace(spaced), r"(^| )(\S)", r"\1#\2")
    return extract(marked, tags)


def joined(texts: pa.Array) -> tuple[npt.NDArray[np.uint8], Ints]:
    """All text of a batch on end, and where each row begins and the last one ends."""
    _, offsets, data = texts.buffers()
    places = np.frombuffer(offsets, "int32")[texts.offset : texts.offset + len(texts) + 1]
    whole = np.frombuffer(data, "uint8") if data is not None else np.empty(0, "uint8")
    return whole[places[0] : places[-1]], places.astype("int64") - places[0]


def _lengths(text: npt.NDArray[np.uint8], marks: Ints) -> Ints:
    """How many bytes after each mark are of letters; few hashtags need the second, wide look."""
    lengths = _stretch(text, marks, SHORT)
    long = lengths == SHORT - 1
    if long.any():
        lengths[long] = _stretch(text, marks[long], LONGEST)
    return lengths


def _stretch(text: npt.NDArray[np.uint8], marks: Ints, width: int) -> Ints:
    padded = np.concatenate([text, np.zeros(width + 1, "uint8")])
    window = np.lib.stride_tricks.sliding_window_view(padded, width)[marks + 1]
    letter = _LETTER[window]
    letter[:, -1] = False
    return np.asarray(np.argmin(letter, axis=1), dtype="int64")


def _free(text: npt.NDArray[np.uint8], marks: Ints, lengths: Ints, starts: Ints) -> Bools:
    """Which marks begin a hashtag: those that stand free, and those that follow one directly."""
    free = (marks == starts) | ~_BEFORE[text[np.maximum(marks - 1, 0)]]
    place = np.arange(len(marks))
    follows = np.zeros(len(marks), dtype=bool)
    follows[1:] = marks[:-1] + 1 + lengths[:-1] == marks[1:]
    leader = np.maximum.accumulate(np.where(follows & ~free, 0, place))
    return np.asarray(free[leader], dtype=bool)


def _cut(text: npt.NDArray[np.uint8], marks: Ints, lengths: Ints) -> pa.Array:
    """The bytes of each hashtag, without the mark."""
    offsets = np.zeros(len(marks) + 1, "int32")
    np.cumsum(lengths, out=offsets[1:])
    places = np.repeat(marks + 1 - offsets[:-1], lengths) + np.arange(offsets[-1])
    return pa.BinaryArray.from_buffers(
        pa.binary(), len(marks), [None, pa.py_buffer(offsets), pa.py_buffer(text[places])]
    )


def pairs(rows: Ints, numbers: Ints) -> tuple[Ints, Ints]:
    """Each pair of row and hashtag once; a negative number is no hashtag."""
    real = numbers >= 0
    # rows come in order, which this kind of sort is quick on
    both = np.sort((rows[real] << 32) | numbers[real], kind="stable")
    once = np.ones(len(both), dtype=bool)
    once[1:] = both[1:] != both[:-1]
    return both[once] >> 32, both[once] & 0xFFFFFFFF


def _table(plain: str) -> Bools:
    table = np.zeros(256, dtype=bool)
    table[[ord(c) for c in plain]] = True
    return table


_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"
_BEFORE = _table(_ALPHANUMERIC + "/&=?.-")
_LETTER = _table(_ALPHANUMERIC) | (np.arange(256) >= 128)
