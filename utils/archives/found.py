"""What a count found, and the questions that either engine is asked for it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from utils.archives import definition, sketch
from utils.archives.asked import Asked
from utils.archives.inputs import Input
from utils.archives.shapes import NUMBERS, Shape
from utils.model import limits

ANY = -1
"""Stands where else the number of a hashtag stands: a post with any of them."""

Ask = Callable[[str], list[tuple[Any, ...]]]
"""Answers a question in the dialect of DuckDB over the table `posts`."""


@dataclass(frozen=True)
class Cell:
    """One day and one hashtag. A number in ``gathered`` comes with how many posts said one."""

    day: dt.date
    tag: int
    posts: int
    accounts: float
    with_account: int
    gathered: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Read:
    """One file as it was read: its sum, and what its lines are."""

    input: Input
    shape: Shape
    sha256: str


@dataclass(frozen=True)
class Found:
    """Every cell that has a post, and what became of every line.

    ``seen`` is the number of readable posts by day, with the hashtags or without; ``left`` that
    of other lines by why; ``estimated`` says that accounts are estimates.
    """

    cells: tuple[Cell, ...]
    seen: Mapping[dt.date, int]
    left: Mapping[str, int]
    repeats: int
    estimated: bool

    @property
    def lines(self) -> int:
        """How many lines or rows were read, whatever they are."""
        return sum(self.seen.values()) + sum(self.left.values()) + self.repeats


@dataclass(frozen=True)
class Counted:
    """A whole count: the question, what was read and how, and what was found."""

    asked: Asked
    found: Found
    reads: tuple[Read, ...]
    engine: str
    versions: Mapping[str, str]


def found(ask: Ask, asked: Asked, most: int = limits.ARCHIVE_EXACT_POSTS) -> Found:
    """Asks an engine everything; ``most`` posts are counted exactly, more are estimated."""
    seen: dict[dt.date, int] = {}
    left: dict[str, int] = {}
    repeats = 0
    for reason, day, lines, again in ask(definition.read()):
        repeats += again
        if reason:
            left[reason] = left.get(reason, 0) + lines
        else:
            seen[day] = lines - again
    sums = ask(definition.sums(asked))
    estimated = sum(row[2] for row in sums if row[1] == ANY) > most
    accounts = (_estimated if estimated else _exact)(ask, asked)
    cells = tuple(_cell(row, accounts) for row in sums)
    return Found(cells, seen, left, repeats, estimated)


def _exact(ask: Ask, asked: Asked) -> dict[tuple[dt.date, int], float]:
    return {(day, tag): float(number) for day, tag, number in ask(definition.accounts(asked))}


def _estimated(ask: Ask, asked: Asked) -> dict[tuple[dt.date, int], float]:
    registers: dict[tuple[dt.date, int], dict[int, int]] = defaultdict(dict)
    for day, tag, run, number in ask(definition.registers(asked)):
        registers[day, tag][run] = number
    return {cell: sketch.estimate(runs) for cell, runs in registers.items()}


def _cell(row: tuple[Any, ...], accounts: Mapping[tuple[dt.date, int], float]) -> Cell:
    day, tag, posts, with_account, *numbers = row
    gathered = {
        name: (numbers[2 * place] or 0, numbers[2 * place + 1])
        for place, name in enumerate(NUMBERS)
    }
    return Cell(day, tag, posts, accounts.get((day, tag), 0.0), with_account, gathered)


def shapes(counted: Counted) -> tuple[Shape, ...]:
    """The kinds of archive that were read, each once."""
    return tuple({one.shape.id: one.shape for one in counted.reads}.values())
