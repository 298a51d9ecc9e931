"""How easy a text is to read, and how long it takes to say."""

from __future__ import annotations

from utils import wording
from utils.language import later, say

EASE = (
    (90, later("very easy")),
    (80, later("easy")),
    (70, later("fairly easy")),
    (60, later("plain English")),
    (50, later("fairly difficult")),
    (30, later("difficult")),
    (0, later("very difficult")),
)
WORDS_A_MINUTE = 140


def ease(text: str) -> str:
    """How easy a text is to read and how long to say, in words; empty for a text without words.

    The formula runs past its scale for very short or very long sentences; it is cut to 0 to 100.
    The words are those of Flesch, The Art of Readable Writing (1949).
    """
    found = wording.ease(text)
    if not found.words:
        return ""
    score = min(max(found.flesch, 0.0), 100.0)
    words = next(words for least, words in EASE if score >= least)
    seconds = found.words * 60 / WORDS_A_MINUTE
    return say(
        "Reading ease {score} of 100 (Flesch), {words}; about {seconds} seconds to say.",
        score=f"{score:.0f}",
        words=say(words),
        seconds=f"{seconds:.0f}",
    )
