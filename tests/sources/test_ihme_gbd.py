"""Global Burden of Disease: the export's layout with made-up values; no IHME figure is here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from utils import catalog
from utils.model import DataSpec
from utils.sources import ihme_gbd

SELECT = {
    "measure_name": "Prevalence",
    "cause_name": "Depressive disorders",
    "metric_name": "Rate",
    "places": {"Portugal": "PRT"},
}
CRUDE = replace(catalog.indicator("suicide-rate-world"), data=DataSpec("ihme_gbd", (), SELECT))
STANDARDISED = replace(CRUDE, standardisation="age-standardised")
MADE_UP = b"""measure_name,location_name,sex_name,age_name,cause_name,metric_name,year,val,\
upper,lower
Prevalence,Portugal,Both,All ages,Depressive disorders,Rate,2023,111.1,122.2,99.9
Prevalence,Portugal,Male,All ages,Depressive disorders,Rate,2023,222.2,244.4,199.9
Prevalence,Portugal,Both,20-24 years,Depressive disorders,Rate,2023,333.3,344.4,322.2
Prevalence,Portugal,Male,20-24 years,Depressive disorders,Rate,2023,444.4,455.5,433.3
Prevalence,Portugal,Both,Age-standardized,Depressive disorders,Rate,2023,555.5,566.6,544.4
Prevalence,Portugal,Both,All ages,Depressive disorders,Number,2023,999999,1000000,999998
Prevalence,Portugal,Both,All ages,Anxiety disorders,Rate,2023,666.6,677.7,655.5
Deaths,Portugal,Both,All ages,Depressive disorders,Rate,2023,777.7,788.8,766.6
"""


def test_sexes_and_ages_of_one_measure_cause_and_metric() -> None:
    rows = ihme_gbd.tidy(MADE_UP, CRUDE)
    assert rows["group_by"].tolist() == ["all", "sex", "age", "sex_age"]
    assert rows["group"].tolist() == ["all", "Male", "20-24 years", "Male: 20-24 years"]
    assert rows["value"].tolist() == [111.1, 222.2, 333.3, 444.4]
    assert set(rows["place"]) == {"PRT"}


def test_lower_is_low_and_upper_is_high_and_all_is_estimated() -> None:
    row = ihme_gbd.tidy(MADE_UP, CRUDE).iloc[0]
    assert row[["low", "high", "status"]].tolist() == [99.9, 122.2, "E"]


def test_age_standardised_rates_are_another_series() -> None:
    assert ihme_gbd.tidy(MADE_UP, STANDARDISED)["value"].tolist() == [555.5]


def test_a_copy_with_country_codes_needs_no_list_of_names() -> None:
    raw = MADE_UP.replace(b"location_name", b"location_name,iso3")
    raw = raw.replace(b"Portugal,", b"Portuguese Republic,PRT,")
    assert set(ihme_gbd.tidy(raw, CRUDE)["place"]) == {"PRT"}


def test_an_unknown_location_or_sex_is_named() -> None:
    with pytest.raises(ValueError, match="Atlantis"):
        ihme_gbd.tidy(MADE_UP.replace(b"Portugal", b"Atlantis"), CRUDE)
    with pytest.raises(ValueError, match="Males"):
        ihme_gbd.tidy(MADE_UP.replace(b"Male,", b"Males,"), CRUDE)
