"""Everything that patterns found in a passage, by key, with what is left alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property

from utils.wording.context import Context
from utils.wording.fold import fold
from utils.wording.numbers.finding import found
from utils.wording.numbers.number import Number
from utils.wording.passage import Passage
from utils.wording.rules import Rule, Rulebook

Span = tuple[int, int]
"""First word and word after the last; (n, n) at the end of a text marks what is missing."""
HASHTAG = re.compile(r"(?<!\w)#(?=\w{2})(?!\d+\b)")
MENTION = 3
"""Words before a match in which "never write" still refers to it."""


@dataclass(frozen=True, eq=False)
class Reading:
    """A passage with all matches of all patterns, and what is known about the text."""

    passage: Passage
    context: Context
    book: Rulebook
    _lists: dict[str, dict[int, list[Span]]] = field(default_factory=dict)
    _hidden: dict[str, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def matches(self) -> dict[str, list[Span]]:
        """Spans by key: `list:`, `allow:`, `patterns:`, `anywhere:` or `unless:` and a name."""
        found: dict[str, list[Span]] = {}
        for key, first, last in self.book.index.find(self.passage.words):
            found.setdefault(key, []).append((first, last))
        return found

    def listed(self, name: str) -> list[Span]:
        """Where phrases of a list stand, those of allowed names left out."""
        return [span for spans in self.by_sentence(name).values() for span in spans]

    def by_sentence(self, name: str) -> dict[int, list[Span]]:
        """The same by the number of their sentence."""
        if name not in self._lists:
            hidden = self.hidden("")
            self._lists[name] = {}
            for first, last in self.matches.get(f"list:{name}", []):
                if not hidden or hidden.isdisjoint(range(first, last)):
                    sentence = self.passage.words[first].sentence
                    self._lists[name].setdefault(sentence, []).append((first, last))
        return self._lists[name]

    @cached_property
    def numbers(self) -> list[tuple[Number, Span]]:
        """The numbers of the passage with their words."""
        words = self.passage.words
        at = self.passage.folded.at
        starts = [at[word.start] for word in words]
        spans = []
        for number in found(self.passage.given):
            first = max(bisect_right(starts, number.start) - 1, 0)
            spans.append((number, (first, max(bisect_left(starts, number.end), first + 1))))
        return spans

    @cached_property
    def numbers_by_sentence(self) -> dict[int, list[Number]]:
        """The numbers by the number of their sentence."""
        found: dict[int, list[Number]] = {}
        for number, span in self.numbers:
            found.setdefault(self.sentence(span), []).append(number)
        return found

    def sentence(self, span: Span) -> int:
        """Number of the sentence in which a span begins."""
        return self.passage.words[span[0]].sentence

    def sentences_with(self, name: str) -> Set[int]:
        """Numbers of the sentences that have a phrase of a list."""
        return self.by_sentence(name).keys()

    @cached_property
    def of_reach(self) -> Set[int]:
        """Numbers of the sentences that speak of reach: its words, a hashtag, a campaign's name."""
        text = self.passage.folded.text
        named = [fold(name).text for name in self.context.campaigns if name]
        forms = (HASHTAG, *(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in named))
        starts = [word.start for word in self.passage.words]
        at = (bisect_left(starts, one.start()) for form in forms for one in form.finditer(text))
        words = self.passage.words
        return self.sentences_with("reach") | {words[i].sentence for i in at if i < len(words)}

    def hidden(self, rule: str) -> frozenset[int]:
        """Numbers of the words that an allowed phrase takes out of a rule's sight.

        An empty ``rule`` asks for phrases that are hidden from every rule.
        """
        if rule not in self._hidden:
            self._hidden[rule] = frozenset(
                word
                for number, allowed in enumerate(self.book.allowed)
                if not allowed.rules or rule in allowed.rules
                for first, last in self.matches.get(f"allow:{number}", [])
                for word in range(first, last)
            )
        return self._hidden[rule]

    def mentioned(self, first: int) -> bool:
        """Whether a word is spoken about and not used: a quoted title, an example to avoid."""
        word = self.passage.words[first]
        near = self.by_sentence("mention").get(word.sentence, [])
        if any(0 <= first - last < MENTION for _, last in near):
            return True
        return word.quoted and word.sentence in self.sentences_with("quoting")

    def applies(self, rule: Rule) -> bool:
        """Whether what is known about the text lets a rule apply at all."""
        wanted = not rule.context or bool(getattr(self.context, rule.context))
        return wanted and not (rule.unless_context and getattr(self.context, rule.unless_context))

    def by_pattern(self, rule: Rule) -> Iterator[Span]:
        """Spans of a rule's patterns after its conditions."""
        words = self.passage.words
        silent = {words[first].sentence for first, _ in self.matches.get(f"unless:{rule.id}", [])}
        spans = list(self.matches.get(f"anywhere:{rule.id}", []))
        for first, last in self.matches.get(f"patterns:{rule.id}", []):
            if not rule.needs or words[first].sentence in self.sentences_with(rule.needs):
                spans.append((first, last))
        for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
            if words[first].sentence in silent:
                continue
            seen = self.hidden(rule.id).isdisjoint(range(first, last))
            if seen and (rule.quoted or not self.mentioned(first)):
                yield first, last

    @cached_property
    def about_suicide(self) -> bool:
        """Whether the text, or the artefact around it, is about suicide or self-harm."""
        return self.context.about_suicide or bool(self.listed("suicide"))


def capital(words: str, like: str) -> str:
    """``words`` with a capital first letter if ``like`` begins with one."""
    return words[:1].upper() + words[1:] if re.match(r"[A-Z]", like) else words
