"""Says for each number of a text whether a claim of the deck states it, honestly rounded."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from utils.wording.numbers.finding import found
from utils.wording.numbers.known import Known, Stated
from utils.wording.numbers.number import Number
from utils.wording.numbers.rounding import rounded
from utils.wording.passage import read

Status = Literal["matches", "rounded", "contradicts", "unknown"]
NEAR = 0.5
"""Relative distance up to which a number of the same kind is taken for a wrong one of ours."""


@dataclass(frozen=True)
class Comparison:
    """One number of a text against the deck; ``claim`` is empty when the number is unknown."""

    number: Number
    status: Status
    claim: str
    reason: str


def compare(text: str, known: Sequence[Known]) -> tuple[Comparison, ...]:
    """Each number of a text: it matches, is honestly rounded, contradicts, or is unknown.

    A date is held against the claims whose numbers stand in the same sentence. Raises
    `WordingError` for a text longer than `WORDING_CHARACTERS`.
    """
    numbers = found(text)
    answers: list[Comparison] = []
    for group in _by_sentence(text, numbers):
        plain = [_figure(number, known) for number in group if number.kind != "date"]
        used = {
            name for answer in plain if answer.status in ("matches", "rounded")
            for name in answer.claim.split("\n")
        }  # fmt: skip
        said = [one for one in known if one.name in used]
        dates = [number for number in group if number.kind == "date"]
        answers += [_checked(answer, text, dates, said) for answer in plain]
        answers += [_date(date, said, known) for date in dates]
    answers = [_named(answer) for answer in answers]
    return tuple(sorted(answers, key=lambda one: (one.number.start, one.number.value)))


def agrees(text: str, known: Sequence[Known]) -> bool:
    """Whether the text has numbers and a claim of the deck states every one of them."""
    answers = compare(text, known)
    return bool(answers) and all(one.status in ("matches", "rounded") for one in answers)


def _named(answer: Comparison) -> Comparison:
    return Comparison(
        answer.number, answer.status, answer.claim.partition("\n")[0], answer.reason
    )


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
        for value in (stated.quantity.value, stated.quantity.low, stated.quantity.high):
            if (number.bare or stated.kind == number.kind) and _direction(number, value):
                size = abs(value) if number.sign or stated.kind == "points" else value
                if rounded(number, size):
                    yield number.text in stated.quantity.text
    if number.kind in ("ratio", "relative") and not math.isnan(one.ratio):
        if _direction(number, one.ratio - 1) and rounded(number, _changed(number, one.ratio)):
            yield False
    for printed in one.numbers:
        if (printed.kind, printed.value, printed.base) == (number.kind, number.value, number.base):
            if printed.sign * number.sign >= 0:
                yield True


def _changed(number: Number, ratio: float) -> float:
    return ratio if number.kind == "ratio" else abs(ratio - 1) * 100


def _direction(number: Number, value: float) -> bool:
    """Whether a direction that is said is the direction of a change."""
    if number.kind not in ("points", "relative", "ratio"):
        return True
    return not number.sign or math.isnan(value) or value * number.sign >= 0


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
            if stated.kind != number.kind and _same_digits(number, stated):
                return one.name, f"The same digits with another unit: the claim says {shown}."
    return None


def _near(said: float, value: float) -> bool:
    return abs(abs(said) - abs(value)) <= NEAR * abs(value)


def _same_digits(number: Number, stated: Stated) -> bool:
    said = number.value * number.base / 100_000 if number.kind == "rate" else number.value
    return round(abs(said), 6) == round(abs(stated.quantity.value), stated.quantity.decimals)


def _checked(
    answer: Comparison, text: str, dates: Sequence[Number], said: Sequence[Known]
) -> Comparison:
    """The answer, unless the date right behind the number belongs to another of its claim's."""
    number = answer.number
    after = next((date for date in dates if date.start >= number.end), None)
    if after is None or answer.status not in ("matches", "rounded"):
        return answer
    if text[number.end : after.start].strip(" (,").casefold() not in ("in", "for", "during", ""):
        return answer
    ours = [one for one in said if one.name in answer.claim.split("\n")]
    own = [
        stated for one in ours for stated in one.stated
        if stated.kind == number.kind and rounded(number, stated.quantity.value)
    ]  # fmt: skip
    if not own or any(_within(after, stated.dates) for stated in own):
        return answer
    reason = f"That figure is for {own[0].period}."
    return Comparison(number, "contradicts", answer.claim, reason)


def _date(date: Number, said: Sequence[Known], known: Sequence[Known]) -> Comparison:
    for one in said or known:
        if _within(date, one.dates):
            return Comparison(date, "matches", one.name, "The claim's period.")
    if said:
        wanted = said[0].stated[0].period
        return Comparison(date, "contradicts", said[0].name, f"The claim is for {wanted}.")
    return Comparison(date, "unknown", "", "No claim of your deck is for this date.")


def _within(date: Number, dates: Sequence[Number]) -> bool:
    """A date as exact as the claim's or coarser; never finer, never another."""
    return any(
        date.value == one.value
        and date.month in (0, one.month)
        and (date.day in (0, one.day))
        for one in dates
    )
