"""Safe messages: a helpline beside suicide, hope beside burden, nobody's account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from utils.wording.reading import Reading, Span

HANDLE = re.compile(r"(?<![\w.@])@[a-z0-9_][a-z0-9_.]{1,30}")
PROFILE = re.compile(
    r"\b(?:twitter|x|instagram|facebook|tiktok|linkedin|threads|bsky|youtube|mastodon)\."
    r"(?:com|app|net|social)/[@\w]"
)


def _missing(reading: Reading) -> Span:
    end = len(reading.passage.words)
    return end, end


def no_helpline(reading: Reading) -> Iterator[Span]:
    """W23: an artefact about suicide or self-harm that names no helpline."""
    context = reading.context
    told = context.helpline or reading.listed("helpline")
    if context.artefact and reading.about_suicide and not told:
        yield _missing(reading)


def no_hope(reading: Reading) -> Iterator[Span]:
    """W25: an artefact about burden that says nothing of help, hope or what can be done."""
    context = reading.context
    burden = context.about_suicide or reading.listed("burden") or reading.listed("suicide")
    if context.artefact and burden and not context.hopeful and not reading.listed("hope"):
        yield _missing(reading)


def old_number(reading: Reading) -> Iterator[Span]:
    """W24: the former number of the US Lifeline in a text that does not give 988."""
    if not any(word.text == "988" for word in reading.passage.words):
        spans = reading.listed("old_lifeline")
        yield from (span for span in spans if not reading.mentioned(span[0]))


def handles(reading: Reading) -> Iterator[Span]:
    """W26: names of accounts and addresses of profiles."""
    text = reading.passage.folded.text
    spans = [match.span() for form in (HANDLE, PROFILE) for match in form.finditer(text)]
    words = reading.passage.words
    at = 0
    for start, end in sorted(spans):
        while at < len(words) and words[at].end <= start:
            at += 1
        last = at
        while last < len(words) and words[last].start < end:
            last += 1
        if last > at:
            yield at, last
