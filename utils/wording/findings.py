"""What a check finds: the rule, the place in the text, the reason, and what to say instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["block", "warn", "inform"]


class WordingError(ValueError):
    """A text that can't be checked, or a rule that can't be read: what, where, what to do."""


@dataclass(frozen=True)
class Finding:
    """One place where a text breaks a rule.

    ``text[start:end]`` is ``matched`` in the text as it was given; an empty span at the end of
    the text marks something that is missing. ``replacement`` can be put there with one click and
    is empty where no wording is safe without a person's judgement. ``source`` names who asks
    for the rule, ``url`` is where they say so (empty for a house rule).
    """

    rule: str
    severity: Severity
    start: int
    end: int
    matched: str
    reason: str
    prefer: str
    replacement: str
    source: str
    url: str


def replace(text: str, finding: Finding) -> str:
    """The text with the finding's words replaced; the same text where there is no replacement.

    Raises `WordingError` if the words are not at the finding's place: the text has changed since.
    """
    if text[finding.start : finding.end] != finding.matched:
        raise WordingError(
            f"'{finding.matched}' is no longer at character {finding.start}. Check the text again."
        )
    if not finding.replacement:
        return text
    return text[: finding.start] + finding.replacement + text[finding.end :]


def blocked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that keep a text from being exported."""
    return tuple(finding for finding in findings if finding.severity == "block")
