"""What a statistic offers is what its table holds, split by split."""

from __future__ import annotations

import pytest

from utils.analysis import select
from utils.language import speaking
from utils.language.order import letters
from utils.language.tongue import tongue
from utils.model import Place
from utils.ui import load, offer
from utils.views import default


def test_places_stand_in_the_order_of_their_names_and_kinds_fit_the_rows() -> None:
    card = load.indicators()["us-anxiety-or-depression"]
    everyone, names = offer.offer(card, "all"), load.places()
    shown = [names[code].name for code in everyone.places]
    assert shown == sorted(shown, key=letters)
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


def test_places_stand_in_one_order_whatever_their_accents_and_whoever_asks() -> None:
    names = {"HRV": "Croatia", "CIV": "Côte d'Ivoire", "CRI": "Costa Rica", "ESP": "Spain"}
    known = {code: Place(code, name, name, "country", "") for code, name in names.items()}
    for language in ("en", "es"):
        with speaking(tongue(language)):
            assert default.named(known, known) == ["CRI", "CIV", "HRV", "ESP"]
