"""How people are split: every split of the tables has a name of its own, in each language."""

from __future__ import annotations

import pytest
from pyarrow import csv

from utils import catalog
from utils.language import speaking
from utils.language.tongue import tongue
from utils.store import snapshot
from utils.ui import splits


def test_every_split_of_the_tables_has_a_name() -> None:
    only = csv.ConvertOptions(include_columns=["group_by"])
    paths = [snapshot.TABLES / f"{id}.csv" for id in catalog.indicators()]
    tables = [csv.read_csv(path, convert_options=only) for path in paths if path.is_file()]
    found = {split for one in tables for split in one["group_by"].unique().to_pylist()}
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
