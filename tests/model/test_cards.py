"""Cards as nouns: what follows from their fields."""

from __future__ import annotations

import dataclasses

import pytest

from tests.made_up import SOURCE, card
from utils import catalog
from utils.model import units


@pytest.mark.parametrize(
    ("method", "counted"), [("counted", True), ("survey", False), ("modelled", False)]
)
def test_only_counted_series_have_no_sampling_error(method: str, counted: bool) -> None:
    assert card(method=method).counted is counted


def test_a_source_has_a_name_even_without_a_short_one() -> None:
    assert SOURCE.name == "Office of Made-up Figures, Made-up survey"
    assert dataclasses.replace(SOURCE, short="OMF").name == "OMF"


def test_every_unit_in_use_has_a_name_for_its_axis() -> None:
    used = {indicator.unit for indicator in catalog.indicators().values()}
    assert used <= set(units.AXIS)
