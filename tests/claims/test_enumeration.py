"""Every kind of claim over every series, place and group: right, or refused by name.

Values are worked out again from the files with plain Python, not with our own code.
"""

from __future__ import annotations

import datetime as dt
import math
import random
import re
from collections import Counter

import pytest

from tests.claims import asked
from tests.claims.asked import TODAY, Cell, library, table
from utils.claims.make import make
from utils.claims.spec import EXAMPLES, Spec, parse
from utils.model import Claim, Indicator, ReachSeries, Refused
from utils.model.claims import Kind

RULES = re.compile(r"S\d\d|C0[1-3]")
CAUSE = re.compile(
    r"\b(because|caused?|led to|leads to|thanks to|due to|drove|driven by|resulted in|"
    r"impact|effect of|prevented|saved|reduced)\b",
    re.I,
)
UNSAFE = re.compile(
    r"\bcommit\w* suicide|successful|completed suicide|epidemic|soar|skyrocket|highest (rate|sui)",
    re.I,
)
SCREENED = re.compile(r"\b(have|has|had|suffer\w*) (anxiety|depression)\b", re.I)


def cells(spec: Spec, at: int = 0, group: int = 0, series: int = 0) -> list[Cell]:
    """The rows of the file that a spec names by its place, group and series."""
    split = spec.groups[group] if spec.groups else None
    by, label = (split.by, split.label) if split else ("all", "all")
    return table(spec.subjects[series])[spec.subjects[series], spec.places[at], by, label]


def cell(found: list[Cell], day: dt.date | None) -> Cell:
    (one,) = [cell for cell in found if cell.start == day]
    assert one.value is not None
    return one


def derived(spec: Spec) -> tuple[float, set[tuple[dt.date, float]]]:
    """Value, and the rows behind it, from the files alone."""
    if spec.kind in ("level", "one-in", "together", "treatment-gap"):
        one = cell(cells(spec) if spec.kind != "together" else everyone(spec), spec.first)
        return value(one), {(one.start, value(one))}
    if spec.kind == "change":
        first, second = cell(cells(spec), spec.first), cell(cells(spec), spec.last)
        return value(second) - value(first), {(x.start, value(x)) for x in (first, second)}
    if spec.kind == "gap":
        two = (1, 0) if len(spec.places) > 1 else (0, 1)
        one, other = cell(cells(spec), spec.first), cell(cells(spec, *two), spec.first)
        return value(one) - value(other), {(x.start, value(x)) for x in (one, other)}
    if spec.kind in ("peak", "lowest"):
        inside = between(cells(spec), spec)
        pick = max if spec.kind == "peak" else min
        return pick(map(value, inside)), {(x.start, value(x)) for x in inside}
    if spec.kind == "reach":
        inside = between(cells(spec), spec) if spec.last else [cell(cells(spec), spec.first)]
        return math.fsum(map(value, inside)), {(x.start, value(x)) for x in inside}
    raise AssertionError(spec.kind)


def everyone(spec: Spec) -> list[Cell]:
    return table(spec.subjects[0])[spec.subjects[0], spec.places[0], "all", "all"]


def value(one: Cell) -> float:
    assert one.value is not None
    return one.value


def between(found: list[Cell], spec: Spec) -> list[Cell]:
    assert spec.first is not None
    assert spec.last is not None
    return [x for x in found if spec.first <= x.start <= spec.last and x.value is not None]


def position(spec: Spec) -> tuple[int, int, int, int]:
    """Rank by value, the range the intervals leave open, and the number of places, counted out."""
    places = library().places()
    kind = places[spec.places[0]].kind
    by, label = (spec.groups[0].by, spec.groups[0].label) if spec.groups else ("all", "all")
    series = spec.subjects[0]
    peers = {
        key[1]: one
        for key, found in table(series).items()
        if key[2:] == (by, label) and places[key[1]].kind == kind
        for one in found
        if one.start == spec.first and one.value is not None
    }
    mine = peers[spec.places[0]]
    low = 1 + sum(x.low > mine.high for x in peers.values())  # type: ignore[operator]
    high = len(peers) - sum(x.high < mine.low for x in peers.values())  # type: ignore[operator]
    return 1 + sum(value(x) > value(mine) for x in peers.values()), low, high, len(peers)


def hold(spec: Spec) -> str:
    """Asks for a claim and holds that it is right or refused by name; returns which."""
    found = make(str(spec), library(), TODAY)
    if isinstance(found, Refused):
        assert RULES.fullmatch(found.rule), spec
        assert found.reason, spec
        assert found.instead, spec
        if found.nearest:
            assert isinstance(make(found.nearest, library(), TODAY), Claim), (spec, found.nearest)
        return found.rule
    worded(found)
    if found.kind in ("level", "one-in", "together", "treatment-gap", "change", "gap", "peak",
                      "lowest") or (found.kind == "reach" and spec.first):  # fmt: skip
        right(spec, found)
    if found.kind == "rank":
        rank, low, high, among = position(spec)
        assert (found.quantity.value, found.quantity.low, found.quantity.high) == (rank, low, high)
        assert found.quantity.text.endswith(f"of {among}")
    return "made"


def right(spec: Spec, claim: Claim) -> None:
    """The value and the rows used are those of the files."""
    expected, rows = derived(spec)
    assert claim.quantity.value == pytest.approx(expected, rel=1e-9, abs=1e-6), spec
    assert claim.evidence is not None
    own = claim.evidence.rows
    own = own[own["series"] == spec.subjects[0]]
    used = {
        (start.date(), amount) for start, amount in zip(own["start"], own["value"], strict=True)
    }
    assert used == rows, spec
    digits = re.sub(r"[^\d.]", "", claim.quantity.text.partition("(")[2] or claim.quantity.text)
    # what two printed values differ by is a printed value, not 0.0499999999999998
    printed = f"{abs(round(expected, 7)):.{claim.quantity.decimals}f}"
    assert digits.startswith(printed.rstrip(".")), (spec, claim.quantity.text)


def worded(claim: Claim) -> None:
    """Sentences are whole, name no cause and nothing unsafe, and call no screen an illness."""
    said = claim.sentences
    text = " ".join((said.short, said.written, said.spoken, said.plain))
    if claim.kind != "effect":
        assert not CAUSE.search(text.replace("Chance", "")), (claim.spec, text)
    assert not UNSAFE.search(text), (claim.spec, text)
    assert "nan" not in text.split(), claim.spec
    assert "  " not in text, claim.spec
    card = library().series().get(claim.series)
    if isinstance(card, Indicator) and card.instrument_type == "screened positive":
        assert not SCREENED.search(text), claim.spec
    assert len(claim.caveats) <= 3
    assert claim.grade.reasons
    assert claim.challenge.answer
    assert claim.citations, claim.spec
    assert claim.spec == str(parse(claim.spec))
    if "%" in said.plain or "per 100,000" in said.plain:
        assert re.search(r"(about|fewer than) \d", said.plain, re.I), claim.spec


def chosen(most: int) -> list[Spec]:
    """Claims about lines picked by chance; about all of them when ``most`` is 0."""
    luck = random.Random(5)
    found = [*map(parse, EXAMPLES.values()), *asked.cited()]
    attended = [*asked.attended()]
    found += attended if not most else luck.sample(attended, most)
    for kind, ask in ((Indicator, asked.about), (ReachSeries, asked.reached)):
        every = asked.lines(kind)  # type: ignore[type-abstract]
        # one line of every series at least, so that no card goes untried
        firsts = {line[0]: line for line in luck.sample(every, len(every))}
        lines = every if not most else [*firsts.values(), *luck.sample(every, most)]
        for line in lines:
            found += ask(line, luck)
    return found


def test_a_sample_of_every_series_is_right_or_refused_by_name() -> None:
    outcomes: Counter[tuple[Kind, str]] = Counter()
    for spec in chosen(most=5):
        outcomes[spec.kind, hold(spec)] += 1
    made = {kind for kind, outcome in outcomes if outcome == "made"}
    assert made == set(asked.SINGLE) | set(asked.RANGED) | {
        "gap", "treatment-gap", "reach", "attention", "together", "effect", "fact",
    }  # fmt: skip
    refused = {outcome for _, outcome in outcomes}
    assert refused >= {"S01", "S08", "S10", "S15", "S19", "S22", "C02", "C03"}


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_everything_that_can_be_asked_is_right_or_refused_by_name() -> None:
    for spec in chosen(most=0):
        hold(spec)
