"""Length and clearness: sentences that can be followed, and a point that fits its minute."""

from __future__ import annotations

from collections.abc import Iterator

from utils.wording.reading import Reading, Span

WORDS_A_SENTENCE = 20
"""Most words of a sentence on average (P09)."""
WORDS_A_MINUTE = 140
SECONDS = 90
"""Longest spoken point at `WORDS_A_MINUTE` (P11)."""
PASSING = 90
"""Passing mark of the CDC Clear Communication Index (P10)."""


def long_sentences(reading: Reading) -> Iterator[Span]:
    """P09: more than 20 words a sentence on average; marks the longest sentence."""
    sentences = reading.passage.sentences
    if sentences and len(reading.passage.words) > WORDS_A_SENTENCE * len(sentences):
        yield max(sentences, key=lambda span: span[1] - span[0])


def low_clarity(reading: Reading) -> Iterator[Span]:
    """P10: a stored score on the Clear Communication Index below its passing mark."""
    clarity = reading.context.clarity
    if clarity is not None and clarity < PASSING and reading.passage.words:
        yield 0, len(reading.passage.words)


def long_speech(reading: Reading) -> Iterator[Span]:
    """P11: a spoken point of more than 90 seconds; marks what comes too late."""
    most = WORDS_A_MINUTE * SECONDS // 60
    words = len(reading.passage.words)
    if reading.context.spoken and words > most:
        yield most, words
