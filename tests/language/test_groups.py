"""Groups and places by name: a small closed set is named, a publisher's own words stay."""

from __future__ import annotations

import pytest

from utils.language import groups, places, speaking, units
from utils.language.order import letters
from utils.language.tongue import tongue
from utils.model import Place

CASES = [
    ("Female", "Mujeres", "Mulheres"),
    ("10-14 years", "10 a 14 años", "10 a 14 anos"),
    ("18 to 29 years", "18 a 29 años", "18 a 29 anos"),
    ("85 years and over", "85 años y más", "85 anos e mais"),
    ("Under 16 years", "menores de 16 años", "menores de 16 anos"),
    ("Male: 10-14 years", "Hombres: 10 a 14 años", "Homens: 10 a 14 anos"),
    ("Female: White", "Mujeres: White", "Mulheres: White"),
    ("Tenth 01, least deprived areas", "Tenth 01, least deprived areas", None),
    ("#femalehealth", "#femalehealth", None),
    ("Term 2", "Término 2", "Termo 2"),
]


@pytest.mark.parametrize(("group", "spanish", "portuguese"), CASES)
def test_a_group_has_its_name(group: str, spanish: str, portuguese: str | None) -> None:
    assert groups.name(group) == group
    for language, name in (("es", spanish), ("pt", portuguese or spanish)):
        with speaking(tongue(language)):
            assert groups.name(group) == name


def test_a_sentence_quotes_what_it_can_not_name() -> None:
    with speaking(tongue("es")):
        assert groups.quoted("Female") == "Mujeres"
        assert groups.quoted("Female: White") == "«Female: White»"
    assert groups.quoted("Female: White") == "Female: White"


def test_names_stand_in_order_whatever_their_accents() -> None:
    assert sorted(["Zambia", "África", "alba", "Óman"], key=letters) == [
        "África", "alba", "Óman", "Zambia",
    ]  # fmt: skip
    known = {
        code: Place(code, name, name, "country", "")
        for code, name in (("DEU", "Germany"), ("ZAF", "South Africa"), ("ESP", "Spain"))
    }
    assert places.ordered(known, known) == ["DEU", "ZAF", "ESP"]
    with speaking(tongue("es")):
        assert places.ordered(known, known) == ["DEU", "ESP", "ZAF"]


def test_in_spanish_a_letter_of_its_own_follows_n() -> None:
    states = ["Oaxaca", "Nzima", "Ñuñoa", "Nuevo"]
    assert sorted(states, key=letters) == ["Nuevo", "Ñuñoa", "Nzima", "Oaxaca"]
    spanish = sorted(states, key=lambda one: letters(one, "es"))
    assert spanish == ["Nuevo", "Nzima", "Ñuñoa", "Oaxaca"]


def test_a_group_of_countries_and_a_part_of_one_have_names_too() -> None:
    with speaking(tongue("pt")):
        assert places.name(Place("EU27", "European Union", "", "group", "")) == "União Europeia"
        assert places.name(Place("GB-WLS", "Wales", "Wales", "nation", "GBR")) == "País de Gales"


@pytest.mark.parametrize(
    ("low", "high", "english", "spanish"),
    [
        ("291 points", "708 points", "291 to 708 points", "291 a 708 points"),
        ("7.5%", "13%", "7.5% to 13%", "7.5% a 13%"),
        ("50%", "12 times", "50% to 12 times", "50% a 12 times"),
    ],
)
def test_a_unit_in_words_is_said_once(low: str, high: str, english: str, spanish: str) -> None:
    assert units.between(low, high) == english
    with speaking(tongue("es")):
        assert units.between(low, high) == spanish
