"""World Bank rows as CSV: modelled values, country codes only."""

from __future__ import annotations

import pytest

from utils import catalog
from utils.sources import world_bank_csv

CARD = catalog.indicator("suicide-rate-world")
HEADER = "iso3,country,year,suicide_deaths_per_100k_crude\n"


def test_modelled_values_say_so() -> None:
    row = world_bank_csv.tidy((HEADER + "LSO,Lesotho,2021,28.66\n").encode(), CARD).iloc[0]
    assert [row["place"], row["value"], row["status"]] == ["LSO", 28.66, "E"]
    assert [str(row[day].date()) for day in ("start", "end")] == ["2021-01-01", "2021-12-31"]


def test_an_empty_cell_is_a_gap_and_a_zero_is_a_value() -> None:
    raw = HEADER + "ATG,Antigua and Barbuda,2019,0\nSOM,Somalia,2019,\n"
    rows = world_bank_csv.tidy(raw.encode(), CARD)
    assert rows["status"].tolist() == ["E", "M"]
    assert rows["value"].iloc[0] == 0


def test_what_is_no_country_code_is_named() -> None:
    with pytest.raises(ValueError, match="Z4"):
        world_bank_csv.tidy((HEADER + "Z4,East Asia & Pacific,2021,9.9\n").encode(), CARD)


def test_a_country_and_year_may_stand_there_once_only() -> None:
    raw = HEADER + "JPN,Japan,2021,17.43\nJPN,Japan,2021,17.44\n"
    with pytest.raises(ValueError, match="JPN"):
        world_bank_csv.tidy(raw.encode(), CARD)
