"""How people are split: every split of the tables has a name of its own, in each language."""

from __future__ import annotations

import pytest

from tests.claims.asked import library
from utils.language import speaking
from utils.language.tongue import tongue
from utils.model import Indicator
from utils.ui import load, splits


def test_every_split_of_the_tables_has_a_name() -> None:
    cards = [one for one in library().series().values() if isinstance(one, Indicator)]
    found = {split for one in cards for split in load.evidence(one.id).rows["group_by"].unique()}
    assert len(found) > 5
    assert found <= set(splits.SPLITS)


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_no_two_splits_have_one_name(language: str) -> None:
    with speaking(tongue(language)):
        names = [splits.name(one) for one in splits.SPLITS]
    assert len(set(names)) == len(names)


def test_a_split_is_named_in_the_language_and_an_unknown_one_by_its_id() -> None:
    assert splits.name("sex") == "Sex"
    with speaking(tongue("es")):
        assert splits.name("sex") == "Sexo"
        assert splits.name("shoe_size") == "shoe_size"
