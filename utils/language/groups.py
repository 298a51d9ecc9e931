"""Sex, age and a few other groups by their names in the reader's language; others keep theirs.

Only labels of a small closed set are named. What a publisher says in words of his own stays.
"""

from __future__ import annotations

import re

from utils.language.marks import later
from utils.language.tongue import in_english
from utils.language.words import say, verbatim

NAMED = frozenset(
    (
        later("all"),
        later("Female"),
        later("Male"),
        later("Indeterminate"),
        later("Cisgender female"),
        later("Cisgender male"),
        later("Transgender"),
        later("Bisexual"),
        later("Gay or lesbian"),
        later("Heterosexual"),
        later("Straight"),
        later("With disability"),
        later("Without disability"),
        later("With symptoms of anxiety or depression"),
        later("Without symptoms of anxiety or depression"),
        later("Not stated, not known or invalid"),
    )
)
"""Groups that have a name in every language."""
BOTH = re.compile(r"(\d+)(?: to |-)(\d+) years")
FROM = re.compile(r"(\d+) years and over")
UNDER = re.compile(r"Under (\d+) years")
TERM = re.compile(r"Term (\d+)")
GRADE = re.compile(r"(\d+)(?:st|nd|rd|th) grade")
BETWEEN = ": "
"""Stands between the parts of a group that is split twice, `Female: 10-14 years`."""


def name(group: str) -> str:
    """The name of a group for a label; what has none is as it was printed."""
    if in_english():
        return group
    return BETWEEN.join(_part(one) or one for one in group.split(BETWEEN))


def quoted(group: str) -> str:
    """The same in a sentence, where the publisher's words stand in quotation marks."""
    if in_english() or not all(_part(one) for one in group.split(BETWEEN)):
        return verbatim(group)
    return name(group)


def _part(group: str) -> str:
    """The name of one part; empty where there is none."""
    if group in NAMED:
        return say(group)
    if both := BOTH.fullmatch(group):
        return say("{first} to {last} years", first=both[1], last=both[2])
    if over := FROM.fullmatch(group):
        return say("{age} years and over", age=over[1])
    if under := UNDER.fullmatch(group):
        return say("under {age} years", age=under[1])
    if term := TERM.fullmatch(group):
        return say("Term {number}", number=term[1])
    if grade := GRADE.fullmatch(group):
        return say("school grade {number}", number=grade[1])
    return ""
