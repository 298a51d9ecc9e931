"""Told claims checked again: one row changed changes exactly the claims that rest on it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.claims.asked import TODAY, library
from utils.claims import record
from utils.claims.make import make
from utils.claims.record import Recorded
from utils.claims.spec import EXAMPLES
from utils.claims.verify import Checked, ended, one, recorded, verify
from utils.model import Card, Claim, Evidence

SERIES = "us-anxiety-or-depression"
DECK = (
    f"level:{SERIES}:USA:2024-08-20",
    f"one-in:{SERIES}:USA:2024-08-20:sex=Female",
    f"change:{SERIES}:USA:2024-01-09..2024-08-20",
    f"gap:{SERIES}:USA:2024-08-20:sex=Female,Male",
    f"rank:{SERIES}:US-OK:2024-02-06",
    f"peak:{SERIES}:USA:2021-07-21..2023-06-07",
    f"lowest:{SERIES}:US-CA:2021-07-21..2023-06-07",
    f"treatment-gap:{SERIES},us-counselling-or-medication:USA:2022-04-27",
    "level:us-loneliness:USA:2024-02-06",
    "attention:world-suicide-prevention-day:us-suicide-mentions:2018-09-10",
    "reach:us-suicide-mentions:USA:2018-09..2018-09-30",
    "together:us-suicide-deaths-monthly:USA:2018-09:us-suicide-mentions:2018-09..2018-09-30",
    "fact:lifeline-contacts-2022-12",
    "effect:cote-null",
)


class Altered:
    """The real library with other rows or another card of one series."""

    def __init__(self, evidence: Evidence | None = None, card: Card | None = None) -> None:
        self.changed, self.card = evidence, card

    def __getattr__(self, name: str) -> object:
        return getattr(library(), name)

    def series(self) -> dict[str, Card]:
        mine = {self.card.id: self.card} if self.card else {}
        return {**library().series(), **mine}

    def evidence(self, id: str) -> Evidence:
        if self.changed is not None and self.changed.rows["series"].iloc[0] == id:
            return self.changed
        return library().evidence(id)


def told(spec: str) -> Recorded:
    claim = make(spec, library(), TODAY)
    assert isinstance(claim, Claim), claim
    return recorded(claim, library())


@pytest.fixture(scope="module")
def deck() -> tuple[Recorded, ...]:
    return tuple(map(told, DECK))


def outcomes(found: tuple[Checked, ...]) -> dict[str, str]:
    return {checked.recorded.spec: checked.outcome for checked in found}


def test_nothing_changed_holds(deck: tuple[Recorded, ...]) -> None:
    found = verify(deck, library(), TODAY)
    assert set(outcomes(found).values()) == {"holds"}
    assert all(checked.rows == () for checked in found)
    later = verify(deck, library(), TODAY + dt.timedelta(days=4_000))
    assert set(outcomes(later).values()) == {"holds"}, "age alone changes nothing"


def using(series: str, at: int) -> set[str]:
    """The claims of the deck whose own rows hold the row at a position of a series."""
    row = library().evidence(series).rows.iloc[at]
    found = set()
    for spec in DECK:
        claim = make(spec, library(), TODAY)
        assert isinstance(claim, Claim)
        if claim.evidence is not None:
            rows = claim.evidence.rows
            keys = ["series", "place", "group_by", "group", "start"]
            if (rows[keys] == row[keys]).all(axis=1).any():
                found.add(spec)
    return found


ROWS = [
    (SERIES, "USA", "all", "2024-08-20"),
    (SERIES, "USA", "all", "2024-01-09"),
    (SERIES, "USA", "Female", "2024-08-20"),
    (SERIES, "USA", "Male", "2024-08-20"),
    (SERIES, "US-CA", "all", "2024-08-20"),
    (SERIES, "US-CA", "all", "2022-06-01"),
    (SERIES, "USA", "all", "2022-04-27"),
    (SERIES, "USA", "18 to 29 years", "2024-08-20"),
    ("us-counselling-or-medication", "USA", "all", "2022-04-27"),
    ("us-loneliness", "USA", "all", "2024-02-06"),
    ("us-suicide-deaths-monthly", "USA", "all", "2018-09-01"),
    ("us-suicide-mentions", "USA", "all", "2018-09-12"),
    ("us-suicide-mentions", "USA", "all", "2014-05-05"),
]


def position(series: str, place: str, group: str, day: str) -> int:
    rows = library().evidence(series).rows
    wanted = (rows["place"] == place) & (rows["group"] == group) & (rows["start"] == day)
    assert wanted.sum() == 1
    return int(wanted.to_numpy().argmax())


@pytest.mark.parametrize(
    ("row", "column"),
    [*((row, "value") for row in ROWS), (ROWS[0], "status"), (ROWS[-1], "status")],
)
def test_one_changed_row_changes_exactly_the_claims_that_rest_on_it(
    row: tuple[str, str, str, str], column: str, deck: tuple[Recorded, ...]
) -> None:
    series, at = row[0], position(*row)
    evidence = library().evidence(series)
    rows = evidence.rows.copy()
    new = {"value": rows["value"].iloc[at] + 0.01, "status": "P"}[column]
    rows.loc[at, column] = new
    found = verify(deck, Altered(evidence.with_rows(rows)), TODAY)  # type: ignore[arg-type]
    changed = {spec for spec, outcome in outcomes(found).items() if outcome == "changed"}
    assert changed == using(series, at)
    assert set(outcomes(found).values()) <= {"changed", "holds"}
    for checked in found:
        few = len(checked.recorded.rows) > 0
        assert bool(checked.rows) == (checked.outcome == "changed" and few), checked.recorded.spec
        if checked.rows:
            assert len(checked.rows) == 2
            assert all(row[1] in line for line in checked.rows)


def test_a_changed_value_is_told_old_and_new_with_its_row() -> None:
    claim = told(DECK[0])
    evidence = library().evidence(SERIES)
    rows = evidence.rows.copy()
    rows.loc[position(*ROWS[0]), "value"] = 22.0
    found = one(claim, Altered(evidence.with_rows(rows)), TODAY)  # type: ignore[arg-type]
    assert (found.was, found.now) == ("21.4%", "22.0% (20.7 to 22.2)")
    assert found.reason == "The value and the sentence changed: 21.4% is now 22.0%."
    start = f"{SERIES},USA,all,all,2024-08-20,2024-09-16"
    assert found.rows == (f"-{start},21.4,20.7,22.2,A", f"+{start},22,20.7,22.2,A")


def test_a_row_that_is_gone_makes_a_claim_not_computable() -> None:
    evidence = library().evidence(SERIES)
    rows = evidence.rows.drop(index=position(*ROWS[0]))
    found = one(told(DECK[0]), Altered(evidence.with_rows(rows)), TODAY)  # type: ignore[arg-type]
    assert found.outcome == "not computable"
    assert "no period that starts on 20 Aug 2024" in found.reason


def test_the_same_rows_from_another_release_are_superseded() -> None:
    evidence = library().evidence("us-loneliness")
    origins = tuple(dataclasses.replace(one, sha256="f" * 64) for one in evidence.origins)
    newer = Evidence(evidence.rows, origins)
    found = one(told(DECK[8]), Altered(newer), TODAY)  # type: ignore[arg-type]
    assert found.outcome == "source superseded"
    assert "ffffffff" in found.reason


def test_a_series_that_ends_later_is_superseded_and_one_that_had_ended_is_not() -> None:
    spec = "level:jp-suicides:JPN:2024"
    claim = told(spec)
    assert not claim.ended
    card = library().series()["jp-suicides"]
    over = Altered(card=dataclasses.replace(card, discontinued=True))
    assert one(claim, over, TODAY).outcome == "source superseded"  # type: ignore[arg-type]
    assert told(DECK[0]).ended
    assert one(told(DECK[0]), library(), TODAY).outcome == "holds"


@pytest.mark.parametrize("name", ["value", "interval", "sentence", "stamp"])
def test_each_recorded_text_is_compared(name: str) -> None:
    claim = dataclasses.replace(told(DECK[0]), **{name: "something else"})
    assert one(claim, library(), TODAY).outcome == "changed"


def test_a_bare_spec_is_computed_and_a_bad_one_is_not_computable() -> None:
    found = one(Recorded(DECK[0]), library(), TODAY)
    assert (found.outcome, found.now) == ("holds", "21.4% (20.7 to 22.2)")
    assert "nothing was recorded" in found.reason
    assert one(Recorded("level:nothing"), library(), TODAY).outcome == "not computable"


def test_rows_are_kept_word_for_word_only_where_they_are_few() -> None:
    for spec in EXAMPLES.values():
        claim = make(spec, library(), TODAY)
        assert isinstance(claim, Claim)
        kept = record.record(claim, ended(claim, library()))
        rows = len(claim.evidence) if claim.evidence is not None else 0
        assert len(kept.rows) == (rows if rows <= 12 else 0)
        assert len(kept.stamp) == 16
