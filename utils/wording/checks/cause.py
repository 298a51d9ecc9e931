"""Cause said or suggested between reach and a statistic (S11), and the honest ways to speak of it.

Left alone are: a cause that is denied or doubted in the same sentence ("we can't tell whether"),
and a published effect whose study is named in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from utils.wording.reading import Reading, Span

NAMED = re.compile(
    r"[A-ZÀ-Þ][\w'’-]{1,30},? (?:et al|and colleagues|and co-?workers)"
    r"|[A-ZÀ-Þ][\w'’-]{1,30}['’]s? (?:team|group|trial|study|review)"
    r"|\([A-ZÀ-Þ][^()]{2,120}(?:19|20)\d\d[^()]{0,60}\)"
    r"|[A-ZÀ-Þ][\w'’-]{1,30}(?: and [A-ZÀ-Þ][\w'’-]{1,30})? \((?:19|20)\d\d\)"
    r"|\bdoi\b|\b10\.\d{4}"
)
"""How a study is named: by authors, by authors and year in brackets, or by its DOI."""


def claimed(reading: Reading) -> Iterator[Span]:
    """S11: a cause between reach and a statistic, or an order in time that suggests one.

    Beside reach (``cross_panel``) every causal word counts; in other texts only those in a
    sentence that speaks of a campaign or of reach.
    """
    if reading.context.study:
        return
    strict = reading.context.cross_panel
    reach = reading.of_reach
    hidden = reading.hidden("S11")
    joined = _joined(reading) if strict else ()
    for span in sorted({*_said(reading, strict), *_suggested(reading, strict), *joined}):
        beside = strict or reading.sentence(span) in reach
        seen = hidden.isdisjoint(range(*span)) and not reading.mentioned(span[0])
        if beside and seen and not _honest(reading, span):
            yield span


def _said(reading: Reading, strict: bool) -> Iterator[Span]:
    """Causal words; the weaker ones only beside reach or what stands for it."""
    yield from reading.listed("cause")
    beside = reading.of_reach
    if strict:
        beside = beside | reading.sentences_with("pointer")
    else:
        beside = beside & reading.sentences_with("outcome")
    yield from (
        span for span in reading.listed("cause_of_reach") if reading.sentence(span) in beside
    )


def _suggested(reading: Reading, strict: bool) -> Iterator[Span]:
    """First the campaign, then the change: "after the campaign, deaths fell"."""
    reach = reading.of_reach
    if strict:  # "The campaign began in May. Deaths then fell."
        reach = reach | {sentence + 1 for sentence in reach}
    change = reach & reading.sentences_with("outcome") & reading.sentences_with("change")
    yield from (span for span in reading.listed("after") if reading.sentence(span) in change)


def _joined(reading: Reading) -> Iterator[Span]:
    """Reach and the change of an outcome in one sentence, without "at the same time as".

    This needs no causal word at all: "the campaign took the rate from 14.2 to 13.9".
    """
    both = reading.of_reach & reading.sentences_with("outcome")
    for honest in ("same_time", "denial", "denied_after"):
        both = both - (reading.sentences_with(honest) - reading.sentences_with("contrast"))
    yield from (span for span in reading.listed("change") if reading.sentence(span) in both)


def _honest(reading: Reading, span: Span) -> bool:
    return _denied(reading, span) or _published(reading, span)


def _denied(reading: Reading, span: Span) -> bool:
    """Whether a denial before it, or one behind it, reaches the causal word."""
    sentence = reading.sentence(span)
    if sentence in reading.sentences_with("certainty"):
        return False
    turns = [first for first, _ in _within(reading, "contrast", sentence)]
    before = _within(reading, "denial", sentence)
    if any(
        first <= span[0] and not any(last <= turn <= span[0] for turn in turns)
        for first, last in before
    ):
        return True
    after = _within(reading, "denied_after", sentence)
    return any(
        first >= span[1] - 1 and not any(span[1] <= turn <= first for turn in turns)
        for first, _ in after
    )


def _published(reading: Reading, span: Span) -> bool:
    """Whether a named study is said to have found it, and nothing of our own is added."""
    sentence = reading.sentence(span)
    found = [first for first, _ in _within(reading, "finding", sentence) if first <= span[0]]
    if not found or any(min(found) < first for first, _ in _within(reading, "ours", sentence)):
        return False
    first, last = reading.passage.sentence_bounds[sentence]
    given = reading.passage.given_sentence(first, last)
    return bool(NAMED.search(given))


def _within(reading: Reading, name: str, sentence: int) -> Iterable[Span]:
    return reading.by_sentence(name).get(sentence, [])
