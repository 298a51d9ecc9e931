"""What a statistic offers is what its table holds, split by split."""

from __future__ import annotations

import pytest

from utils.analysis import select
from utils.ui import load, offer


def test_places_stand_in_the_order_of_their_names_and_kinds_fit_the_rows() -> None:
    card = load.indicators()["us-anxiety-or-depression"]
    everyone, names = offer.offer(card, "all"), load.places()
    assert [names[code].name for code in everyone.places] == sorted(
        names[code].name for code in everyone.places
    )
    assert everyone.kinds == ("trend", "map", "ranking", "table")
    assert set(everyone.part.rows["group_by"]) == {"all"}
    assert offer.splits(card)[0] == "all"
    by_sex = offer.offer(card, "sex")
    assert set(by_sex.groups) == set(by_sex.part.rows["group"])
    assert list(by_sex.spans) == select.periods(by_sex.part)
    assert "map" not in by_sex.kinds or len(by_sex.places) >= 10


def test_another_stamp_is_another_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    card = load.indicators()["us-anxiety-or-depression"]
    first = offer.offer(card, "all")
    assert offer.offer(card, "all") is first
    monkeypatch.setattr(offer.load, "stamp", lambda _id: "imported anew")
    assert offer.offer(card, "all") is not first
