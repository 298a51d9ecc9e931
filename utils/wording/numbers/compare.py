"""Says for each number of a text whether a claim of the deck states it, honestly rounded."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from utils.wording.numbers.dates import Comparison, in_its_year, within
from utils.wording.numbers.finding import found
from utils.wording.numbers.known import Known, Stated
from utils.wording.numbers.number import Number
from utils.wording.numbers.over_time import over_time
from utils.wording.numbers.rounding import rounded
from utils.wording.passage import read

NEAR = 0.5
"""Relative distance up to which a number of the same kind is taken for a wrong one of ours."""


def compare(text: str, known: Sequence[Known]) -> tuple[Comparison, ...]:
    """Each number of a text: it matches, is honestly rounded, contradicts, or is unknown.

    A date is held against the claims whose numbers stand in the same sentence. Raises
    `WordingError` for a text longer than `WORDING_CHARACTERS`.
    """
    answers: list[Comparison] = []
    for group in _by_sentence(text, found(text)):
        dates = [number for number in group if number.kind == "date"]
        plain = [_figure(number, known) for number in group if number.kind != "date"]
        plain = over_time(_with_bounds(plain, text, known), text, known)
        used = {name for answer in plain if answer.holds for name in answer.claim.split("\n")}
        said = [one for one in known if one.name in used]
        answers += [in_its_year(answer, text, group, said) for answer in plain]
        answers += [_date(date, said, known) for date in dates]
    answers = [_named(answer) for answer in answers]
    return tuple(sorted(answers, key=lambda one: (one.number.start, one.number.value)))


def agrees(text: str, known: Sequence[Known]) -> bool:
    """Whether the text has numbers and a claim of the deck states every one of them."""
    answers = compare(text, known)
    return bool(answers) and all(one.holds for one in answers)


def _named(answer: Comparison) -> Comparison:
    return Comparison(answer.number, answer.status, answer.claim.partition("\n")[0], answer.reason)


def _by_sentence(text: str, numbers: Sequence[Number]) -> Iterator[list[Number]]:
    passage = read(text)
    ends = [passage.span(first, last)[1] for first, last in passage.sentences]
    groups: dict[int, list[Number]] = {}
    for number in numbers:
        sentence = next((i for i, end in enumerate(ends) if number.start < end), len(ends))
        groups.setdefault(sentence, []).append(number)
    yield from groups.values()


def _figure(number: Number, known: Sequence[Known]) -> Comparison:
    """A number that is no date, against everything that is stated."""
    fits = [(one.name, exact) for one in known for exact in _fits(number, one)]
    if fits:
        names = "\n".join(dict.fromkeys(name for name, _ in fits))
        if any(exact for _, exact in fits):
            return Comparison(number, "matches", names, "As the claim states it.")
        return Comparison(number, "rounded", names, "The claim's figure, rounded.")
    if wrong := _wrong(number, known):
        return Comparison(number, "contradicts", wrong[0], wrong[1])
    return Comparison(number, "unknown", "", "Not from your deck.")


def _fits(number: Number, one: Known) -> Iterator[bool]:
    """For each way in which a claim states the number: whether digit by digit."""
    for stated in one.stated:
        value = stated.quantity.value
        alike = (number.bare or stated.kind == number.kind) and _same_way(number, stated)
        if alike and rounded(number, abs(value) if stated.is_change else value):
            yield number.text in stated.quantity.text
    change = number.kind in ("ratio", "relative") and not number.sign * (one.ratio - 1) < 0
    if change and rounded(number, _changed(number, one.ratio)):
        yield False
    if any(_as_printed(number, printed) for printed in one.numbers):
        yield True


def _as_printed(number: Number, printed: Number) -> bool:
    same = (printed.kind, printed.value, printed.base) == (number.kind, number.value, number.base)
    return same and printed.sign * number.sign >= 0


def _same_way(number: Number, stated: Stated) -> bool:
    """Whether a direction that is said is the direction of the change that is stated."""
    return not stated.is_change or number.sign * stated.quantity.value >= 0


def _with_bounds(answers: list[Comparison], text: str, known: Sequence[Known]) -> list[Comparison]:
    """Two numbers in a row that are the bounds of one claim match it, and nothing else does."""
    told = list(answers)
    for at, (low, high) in enumerate(itertools.pairwise(answers)):
        between = text[low.number.end : high.number.start].strip(" %").casefold()
        if between not in ("to", "and", "–", "-", "% to", "% and"):
            continue
        for one in known:
            if any(_bounds(low.number, high.number, stated) for stated in one.stated):
                said = "An interval of the claim."
                told[at] = Comparison(low.number, "matches", one.name, said)
                told[at + 1] = Comparison(high.number, "matches", one.name, said)
    return told


def _bounds(low: Number, high: Number, stated: Stated) -> bool:
    kinds = {one.kind for one in (low, high) if not one.bare}
    ours = rounded(low, stated.quantity.low) and rounded(high, stated.quantity.high)
    return kinds <= {stated.kind} and ours


def _changed(number: Number, ratio: float) -> float:
    return ratio if number.kind == "ratio" else abs(ratio - 1) * 100


def _wrong(number: Number, known: Sequence[Known]) -> tuple[str, str] | None:
    for one in known:
        if number.kind in ("ratio", "relative") and not math.isnan(one.ratio):
            percent = (one.ratio - 1) * 100
            return one.name, f"The claim's change is {percent:+.0f}%, {one.ratio:.2f} times."
        for stated in one.stated:
            value = stated.quantity.value
            shown = stated.quantity.text or f"{value:g}"
            if stated.kind == number.kind and _near(number.value, value):
                return one.name, f"The claim says {shown} ({stated.period})."
            if _same_digits(number, stated):
                return one.name, f"The same digits, meant otherwise: the claim says {shown}."
    return None


def _near(said: float, value: float) -> bool:
    return abs(abs(said) - abs(value)) <= NEAR * abs(value)


def _same_digits(number: Number, stated: Stated) -> bool:
    """Whether the digits are the claim's, while unit or base are others."""
    scale = {"rate": 100_000, "percent": 100}.get(number.kind, 1) if number.base else 1
    said = number.value * (number.base or 1) / scale
    return round(abs(said), 6) == round(abs(stated.quantity.value), stated.quantity.decimals)


def _date(date: Number, said: Sequence[Known], known: Sequence[Known]) -> Comparison:
    for one in said or known:
        if within(date, one.dates):
            return Comparison(date, "matches", one.name, "The claim's period.")
    if said:
        wanted = said[0].stated[0].period
        return Comparison(date, "contradicts", said[0].name, f"The claim is for {wanted}.")
    return Comparison(date, "unknown", "", "No claim of your deck is for this date.")
