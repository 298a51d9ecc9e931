"""The small language that rules are written in, and how a pattern is looked for.

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from utils.wording.findings import WordingError
from utils.wording.passage import Word

PART = re.compile(r"(!?)\(([^()]+)\)(\??)|\{([a-z_]+)\}|<(\d+)(,?)>|(#)|([^\W_]+(?:'[^\W_]+)*\*?)")
CHOICE = re.compile(r"(?:[^\W_]+(?:'[^\W_]+)*\*?|#)")
LONGEST_GAP = 9
STEM = 3
"""Letters by which words with an open end are found; a stem needs at least so many."""
Kind = Literal["words", "gap", "not"]


@dataclass(frozen=True)
class Part:
    """One part of a pattern: a choice of phrases, a gap, or words that may not follow."""

    kind: Kind
    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    optional: bool = False
    gap: int = 0
    commas: bool = False

    def one(self, word: str) -> bool:
        """Whether a single word fits."""
        return word in self.words or any(map(word.startswith, self.stems))

    def ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
        """Where this part may end when it begins at word ``at``."""
        if at < len(words):
            if self.one(words[at].text) or ("#" in self.words and words[at].text[0].isdigit()):
                yield at + 1
            for phrase in self.phrases:
                if _follows(phrase, words, at):
                    yield at + len(phrase)
        if self.optional:
            yield at


def _follows(phrase: tuple[str, ...], words: Sequence[Word], at: int) -> bool:
    if at + len(phrase) > len(words) or words[at].clause != words[at + len(phrase) - 1].clause:
        return False
    return all(_same(each, words[at + step].text) for step, each in enumerate(phrase))


def _same(each: str, word: str) -> bool:
    if each == "#":
        return word[0].isdigit()
    return word.startswith(each[:-1]) if each.endswith("*") else word == each


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
            merged.phrases + parts[0].phrases,
        )
    return merged


def _choice(kind: Kind, choices: Iterable[str], optional: bool) -> Part:
    phrases = [tuple(choice.replace("-", " ").split()) for choice in choices]
    for phrase in phrases:
        if not phrase or any(len(word) <= STEM and word.endswith("*") for word in phrase):
            raise WordingError(f"'{' '.join(phrase)}' is empty or its stem is too short.")
        if strange := [word for word in phrase if not CHOICE.fullmatch(word)]:
            raise WordingError(f"'{strange[0]}' can't stand in a choice, which has only words.")
    single = [phrase[0] for phrase in phrases if len(phrase) == 1]
    return Part(
        kind,
        frozenset(word for word in single if not word.endswith("*")),
        tuple(word[:-1] for word in single if word.endswith("*")),
        tuple(phrase for phrase in phrases if len(phrase) > 1),
        optional,
    )


def match(parts: tuple[Part, ...], words: Sequence[Word], at: int) -> int:
    """The word after the first match that begins at word ``at``, or -1."""
    return _rest(parts, 0, words, at)


def _rest(parts: tuple[Part, ...], index: int, words: Sequence[Word], at: int) -> int:
    if index == len(parts):
        return at
    part = parts[index]
    if part.kind == "gap":
        return _over(parts, index, words, at)
    if part.kind == "not":
        found = at < len(words) and words[at].sentence == words[at - 1].sentence
        return -1 if found and any(part.ends(words, at)) else _rest(parts, index + 1, words, at)
    if index and parts[index - 1].kind != "gap" and _apart(words, at):
        return _rest(parts, index + 1, words, at) if part.optional else -1
    for end in part.ends(words, at):
        last = _rest(parts, index + 1, words, end)
        if last >= 0:
            return last
    return -1


def _apart(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].clause != words[at - 1].clause


def _over(parts: tuple[Part, ...], index: int, words: Sequence[Word], at: int) -> int:
    """Past a gap: the nearest place where the rest of the pattern fits."""
    gap = parts[index]
    for step in range(at, min(at + gap.gap + 1, len(words))):
        before = words[at - 1]
        reached = words[step].sentence if gap.commas else words[step].clause
        if reached != (before.sentence if gap.commas else before.clause):
            break
        last = _rest(parts, index + 1, words, step)
        if last >= 0:
            return last
    return -1


@dataclass
class Index:
    """Many patterns, found by their first word, so that a text is read once for all of them."""

    by_word: dict[str, list[tuple[str, tuple[Part, ...]]]] = field(default_factory=dict)
    by_stem: dict[str, list[tuple[str, tuple[Part, ...]]]] = field(default_factory=dict)

    def add(self, key: str, parts: tuple[Part, ...]) -> None:
        """Look for these parts too, and say ``key`` when they are found."""
        first = parts[0]
        for word in {*first.words, *(phrase[0] for phrase in first.phrases)}:
            if word.endswith("*"):
                self.by_stem.setdefault(word[:STEM], []).append((key, parts))
            else:
                self.by_word.setdefault(word, []).append((key, parts))
        for stem in {stem[:STEM] for stem in first.stems}:
            self.by_stem.setdefault(stem, []).append((key, parts))

    def find(self, words: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
        """Key, first word and word after the last, of every match, in the order of the text."""
        nothing: list[tuple[str, tuple[Part, ...]]] = []
        for at, word in enumerate(words):
            found = self.by_word.get(word.text, nothing)
            if word.text[0].isdigit():
                found = found + self.by_word.get("#", nothing)
            for key, parts in found + self.by_stem.get(word.text[:STEM], nothing):
                last = match(parts, words, at)
                if last >= 0:
                    yield key, at, last
