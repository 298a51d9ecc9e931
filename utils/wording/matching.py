"""Looks for many patterns at once, reading a text only once.

A pattern is tried only where its first word stands, and every part reads a bounded number of
words, so the time grows with the text and never faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from utils.wording.passage import Word
from utils.wording.patterns import STEM, Part, Phrase

Parts = tuple[Part, ...]


class Row(NamedTuple):
    """The words of a passage as three columns, which are quicker to read than objects."""

    texts: list[str]
    clauses: list[int]
    sentences: list[int]


def row(words: Sequence[Word]) -> Row:
    """The columns of some words."""
    return Row(
        [word.text for word in words],
        [word.clause for word in words],
        [word.sentence for word in words],
    )


def match(parts: Parts, words: Row, at: int) -> int:
    """The word after the first match that begins at word ``at``, or -1."""
    return _rest(parts, 0, words, at)


def _rest(parts: Parts, index: int, words: Row, at: int) -> int:
    if index == len(parts):
        return at
    part = parts[index]
    if part.kind == "gap":
        return _over(parts, index, words, at)
    here = at < len(words.texts)
    if part.kind == "not":
        found = here and words.sentences[at] == words.sentences[at - 1] and _ends(part, words, at)
        return -1 if found else _rest(parts, index + 1, words, at)
    if index and here and parts[index - 1].kind != "gap":
        here = words.clauses[at] == words.clauses[at - 1]
    for end in _ends(part, words, at) if here else ():
        last = _rest(parts, index + 1, words, end)
        if last >= 0:
            return last
    return _rest(parts, index + 1, words, at) if part.optional else -1


def _ends(part: Part, words: Row, at: int) -> list[int]:
    """Where a choice may end that begins at word ``at``."""
    word = words.texts[at]
    found = []
    if (
        word in part.words
        or (part.stems and word.startswith(part.stems))
        or (part.digits and word[0].isdigit())
    ):
        found.append(at + 1)
    for phrase in part.heads.get(word, ()):
        if _follows(phrase, words, at):
            found.append(at + len(phrase))
    for phrase in part.open_heads:
        if _follows(phrase, words, at):
            found.append(at + len(phrase))
    return found


def _follows(phrase: Phrase, words: Row, at: int) -> bool:
    end = at + len(phrase)
    if end > len(words.texts) or words.clauses[at] != words.clauses[end - 1]:
        return False
    return all(map(_same, phrase, words.texts[at:end]))


def _same(each: str, word: str) -> bool:
    if each == word:
        return True
    if each == "#":
        return word[0].isdigit()
    return each[-1] == "*" and word.startswith(each[:-1])


def _over(parts: Parts, index: int, words: Row, at: int) -> int:
    """Past a gap: the nearest place where the rest of the pattern fits."""
    gap = parts[index]
    bounds = words.sentences if gap.commas else words.clauses
    before = bounds[at - 1]
    for step in range(at, min(at + gap.gap + 1, len(bounds))):
        if bounds[step] != before:
            break
        last = _rest(parts, index + 1, words, step)
        if last >= 0:
            return last
    return -1


@dataclass
class Index:
    """Patterns by the word that they begin with."""

    by_word: dict[str, list[tuple[str, Parts]]] = field(default_factory=dict)
    by_stem: dict[str, list[tuple[str, Parts]]] = field(default_factory=dict)
    digits: list[tuple[str, Parts]] = field(default_factory=list)

    def add(self, key: str, parts: Parts) -> None:
        """Look for these parts too, and say ``key`` when they are found."""
        first = parts[0]
        heads = {*first.words, *first.heads}
        stems = {stem[:STEM] for stem in first.stems}
        stems |= {head[:STEM] for head in heads if head.endswith("*")}
        for word in heads:
            self.by_word.setdefault(word, []).append((key, parts))
        for stem in stems:
            self.by_stem.setdefault(stem, []).append((key, parts))
        if first.digits or "#" in heads:
            self.digits.append((key, parts))

    def find(self, words: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
        """Key, first word and word after the last, of every match, in the order of the text."""
        columns = row(words)
        possible = _possible(columns.texts)
        by_word = {word: self._starting(word, possible) for word in set(columns.texts)}
        for at, word in enumerate(columns.texts):
            for key, parts in by_word[word]:
                last = match(parts, columns, at)
                if last >= 0:
                    yield key, at, last

    def _starting(self, word: str, possible: Callable[[Part], bool]) -> list[tuple[str, Parts]]:
        """The patterns that may begin with a word and whose other words are there too."""
        found = self.by_word.get(word, []) + self.by_stem.get(word[:STEM], [])
        found += self.digits if word[0].isdigit() else []
        return [(key, parts) for key, parts in found if all(map(possible, parts[1:]))]


def _possible(texts: Sequence[str]) -> Callable[[Part], bool]:
    """Says whether a text has any word at all that a part could begin with."""
    words = set(texts)
    stems = {word[:STEM] for word in words}
    digits = any(word[0].isdigit() for word in words)

    @cache
    def possible(part: Part) -> bool:
        if part.kind != "words" or part.optional:
            return True
        if not words.isdisjoint(part.words) or not words.isdisjoint(part.heads):
            return True
        open_ends = (*part.stems, *(phrase[0] for phrase in part.open_heads if phrase[0] != "#"))
        number = part.digits or any(phrase[0] == "#" for phrase in part.open_heads)
        return any(stem[:STEM] in stems for stem in open_ends) or (number and digits)

    return possible
