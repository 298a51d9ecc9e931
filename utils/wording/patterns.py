"""The small language that rules are written in.

    died by suicide      these words in this order, not across a comma or full stop
    suicid*              any word that begins so
    (a|an|the sad)       one of these; with ? behind it, one or none
    {suicide}            one of the phrases of that list under [lists]
    <3>                  up to three words, within the clause
    <3,>                 up to three words, commas allowed, within the sentence
    #                    a number in digits
    !(line|hotline)      the next word is none of these

There is no way to write a pattern that takes long: every part reads a bounded number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from utils.wording.findings import WordingError

PART = re.compile(r"(!?)\(([^()]+)\)(\??)|\{([a-z_]+)\}|<(\d+)(,?)>|(#)|([^\W_]+(?:'[^\W_]+)*\*?)")
CHOICE = re.compile(r"(?:[^\W_]+(?:'[^\W_]+)*\*?|#)")
LONGEST_GAP = 9
STEM = 3
"""Letters by which words with an open end are found; a stem needs at least so many."""
Kind = Literal["words", "gap", "not"]


Phrase = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Part:
    """One part of a pattern: a choice of phrases, a gap, or words that may not follow.

    ``words`` are those of one word, ``stems`` how words with an open end begin, ``digits``
    whether a number fits, ``phrases`` those of several words.
    """

    kind: Kind
    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    digits: bool = False
    phrases: tuple[Phrase, ...] = ()
    optional: bool = False
    gap: int = 0
    commas: bool = False

    @cached_property
    def heads(self) -> dict[str, list[Phrase]]:
        """Phrases by their first word, so that only those that can fit are tried."""
        found: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            found.setdefault(phrase[0], []).append(phrase)
        return found

    @cached_property
    def open_heads(self) -> list[Phrase]:
        """Phrases that begin with a number or a word with an open end."""
        return [phrase for phrase in self.phrases if phrase[0] == "#" or phrase[0].endswith("*")]


Lists = Mapping[str, tuple[str, ...]]


def parse(pattern: str, lists: Lists) -> tuple[Part, ...]:
    """The parts of a pattern; raises `WordingError` saying what can't be read."""
    parts, end = [], 0
    for match in PART.finditer(pattern):
        if pattern[end : match.start()].strip() or (end and match.start() == end):
            break
        parts.append(_part(match, lists))
        end = match.end()
    if pattern[end:].strip() or not parts:
        raise WordingError(f"'{pattern}' can't be read from '{pattern[end:].strip()}' on.")
    if parts[0].kind != "words" or parts[0].optional:
        raise WordingError(f"'{pattern}' has to begin with a word that must be there.")
    if parts[-1].kind == "gap":
        raise WordingError(f"'{pattern}' ends with a gap, which says nothing.")
    return tuple(parts)


def _part(match: re.Match[str], lists: Lists) -> Part:
    negative, choice, optional, name, gap, commas, digit, word = match.groups()
    if gap:
        if not 0 < int(gap) <= LONGEST_GAP:
            raise WordingError(f"'{match[0]}': a gap has 1 to {LONGEST_GAP} words.")
        return Part("gap", gap=int(gap), commas=bool(commas))
    if name and name not in lists:
        raise WordingError(f"'{match[0]}': there is no list '{name}'. Known: {', '.join(lists)}.")
    if name:
        return _merged(name, lists)
    choices = (choice or digit or word).split("|")
    return _choice("not" if negative else "words", choices, bool(optional))


def _merged(name: str, lists: Lists) -> Part:
    """All phrases of a list as one choice."""
    merged = Part("words")
    for entry in lists[name]:
        parts = parse(entry, {})
        if len(parts) > 1:
            raise WordingError(f"'{{{name}}}': '{entry}' is more than one choice of phrases.")
        merged = Part(
            "words",
            merged.words | parts[0].words,
            merged.stems + parts[0].stems,
            merged.digits or parts[0].digits,
            merged.phrases + parts[0].phrases,
        )
    return merged


def _choice(kind: Kind, choices: Iterable[str], optional: bool) -> Part:
    # a text is read without its "'s" (`passage`), so a pattern is too
    phrases = [
        tuple(word.removesuffix("'s") for word in choice.replace("-", " ").split())
        for choice in choices
    ]
    for phrase in phrases:
        if not phrase or any(len(word) <= STEM and word.endswith("*") for word in phrase):
            raise WordingError(f"'{' '.join(phrase)}' is empty or its stem is too short.")
        if strange := [word for word in phrase if not CHOICE.fullmatch(word)]:
            raise WordingError(f"'{strange[0]}' can't stand in a choice, which has only words.")
    single = [phrase[0] for phrase in phrases if len(phrase) == 1]
    return Part(
        kind,
        frozenset(word for word in single if word != "#" and not word.endswith("*")),
        tuple(word[:-1] for word in single if word.endswith("*")),
        "#" in single,
        tuple(phrase for phrase in phrases if len(phrase) > 1),
        optional,
    )
