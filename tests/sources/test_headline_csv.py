"""Figures typed over from releases: their measures, periods and states of revision."""

from __future__ import annotations

import pandas as pd
import pytest

from utils import catalog
from utils.sources import headline_csv

RATE = "rate per 100,000 (age-standardised)"
BRITAIN = f'''period,area,sex,measure,value,status,source_url
2023,England and Wales,All,deaths registered,6069,final,https://one.test
2023,England and Wales,All,"{RATE}",11.4,final,https://one.test
2023,London,All,"{RATE}",7.3,final,https://one.test
2023-Q3,England,Male,"{RATE}",15.8,provisional,https://two.test
'''
AUSTRALIA = f'''year,sex,measure,value,status,source_url
2010,Male,"{RATE}",16.4,preliminary,https://first.test
2010,Male,"{RATE}",17.1,revised,https://later.test
2011,Male,"{RATE}",15.5,preliminary,https://later.test
2018,All,"{RATE}",12.1,as first released,https://later.test
2008,Male,"{RATE}",17.2,final,https://later.test
'''
EUROPE = """year,geo,sex,measure,value,source_url
2021,EL,Total,"standardised death rate per 100,000",4.2,https://one.test
2021,EU,Total,deaths,47346,https://one.test
"""


def tidy(text: str, card: str) -> pd.DataFrame:
    return headline_csv.tidy(text.encode(), catalog.indicator(card))


def test_years_and_quarters_never_mix() -> None:
    years = tidy(BRITAIN, "ew-suicide-rate")
    quarters = tidy(BRITAIN, "eng-suicide-rate-quarterly")
    assert years["place"].tolist() == ["GB-EAW", "GB-E12000007"]
    assert years["value"].tolist() == [11.4, 7.3]
    assert quarters["value"].tolist() == [15.8]
    row = quarters.iloc[0]
    assert [str(row[day].date()) for day in ("start", "end")] == ["2023-07-01", "2023-09-30"]
    assert [row["group_by"], row["group"], row["status"]] == ["sex", "Male", "P"]


def test_counts_are_another_series_than_rates() -> None:
    assert tidy(BRITAIN, "ew-suicides")["value"].tolist() == [6069.0]


def test_each_row_keeps_the_address_it_was_read_at() -> None:
    rows = tidy(BRITAIN, "ew-suicide-rate")
    assert rows["url"].tolist() == ["https://one.test", "https://one.test"]


def test_the_most_settled_release_wins_and_all_but_final_are_provisional() -> None:
    rows = tidy(AUSTRALIA, "au-suicide-rate").set_index("start")
    assert rows.loc["2010-01-01", ["value", "status"]].tolist() == [17.1, "P"]
    assert rows.loc["2010-01-01", "url"] == "https://later.test"
    assert rows.loc["2011-01-01", "status"] == "P"
    assert rows.loc["2018-01-01", "status"] == "P"
    assert rows.loc["2008-01-01", "status"] == "A"
    assert len(rows) == 4
    assert set(rows["place"]) == {"AUS"}


def test_two_figures_of_the_same_standing_are_refused() -> None:
    again = f'2008,Male,"{RATE}",17.3,final,https://third.test\n'
    with pytest.raises(ValueError, match="AUS"):
        tidy(AUSTRALIA + again, "au-suicide-rate")


def test_the_publishers_own_country_codes_are_translated() -> None:
    rows = tidy(EUROPE, "eu-suicide-rate")
    assert [*rows["place"], *rows["value"], *rows["status"]] == ["GRC", 4.2, "A"]


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("London", "Atlantis"),
        ("All,", "Everybody,"),
        ("final", "guessed"),
        ("2023,London", "the 2020s,London"),
    ],
)
def test_an_unknown_place_sex_status_or_period_is_named(known: str, unknown: str) -> None:
    with pytest.raises(ValueError, match=unknown.split(",", maxsplit=1)[0]):
        tidy(BRITAIN.replace(known, unknown), "ew-suicide-rate")
