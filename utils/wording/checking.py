"""Runs every rule over a text and turns what it finds into findings, in the text's order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from utils.model.limits import WORDING_FINDINGS
from utils.wording.checks import CHECKS
from utils.wording.context import UNKNOWN, Context
from utils.wording.findings import Finding, Severity
from utils.wording.passage import read
from utils.wording.reading import Reading, Span, capital
from utils.wording.rules import Rule, rulebook


def check(text: str, *, context: Context = UNKNOWN) -> tuple[Finding, ...]:
    """Every finding in a text, first by place and then by rule.

    Of one rule at most `WORDING_FINDINGS` are given. Raises `WordingError` for a text that is
    longer than `WORDING_CHARACTERS`.
    """
    reading = Reading(read(text), context, rulebook())
    found = [one for rule in reading.book.rules.values() for one in _of(rule, reading)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def causal(text: str) -> tuple[Finding, ...]:
    """Words that claim or suggest a cause, read as strictly as beside reach (rule S11).

    Says nothing about a sentence that denies or doubts the cause, or that cites a named study.
    """
    context = dataclasses.replace(UNKNOWN, cross_panel=True)
    reading = Reading(read(text), context, rulebook())
    return tuple(_of(reading.book.rules["S11"], reading))


def about_suicide(text: str) -> bool:
    """Whether the words themselves speak of suicide or self-harm, names of services left out.

    Raises `WordingError` for a text longer than `WORDING_CHARACTERS`.
    """
    return Reading(read(text), UNKNOWN, rulebook()).about_suicide


def _of(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """The findings of one rule, none inside another, at most `WORDING_FINDINGS`."""
    if not reading.applies(rule):
        return
    given = 0
    end = -1
    for first, last in sorted(_spans(rule, reading), key=lambda span: (span[0], -span[1])):
        if last <= end:
            continue
        end = max(last, end)
        yield _finding(rule, reading, (first, last))
        given += 1
        if given == WORDING_FINDINGS:
            return


def _spans(rule: Rule, reading: Reading) -> Iterator[Span]:
    yield from reading.by_pattern(rule)
    if rule.check:
        yield from CHECKS[rule.id](reading)


def _finding(rule: Rule, reading: Reading, span: Span) -> Finding:
    passage = reading.passage
    missing = span[0] == span[1]
    start, end = (len(passage.given),) * 2 if missing else passage.span(*span)
    matched = passage.given[start:end]
    said = " ".join(word.text for word in passage.words[span[0] : span[1]])
    better = capital(rule.replace.get(said, ""), matched)
    return Finding(
        rule=rule.id,
        severity=_severity(rule, reading, span),
        start=start,
        end=end,
        matched=matched,
        reason=rule.reason,
        prefer=rule.prefer,
        replacement=better,
        source=rule.source,
        url=rule.url,
    )


def _severity(rule: Rule, reading: Reading, span: Span) -> Severity:
    if rule.escalate and span[0] < span[1]:
        sentence = reading.passage.words[span[0]].sentence
        if sentence in reading.sentences_with(rule.escalate):
            return "block"
    return rule.severity
