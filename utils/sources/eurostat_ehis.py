"""Eurostat's tables of the European Health Interview Survey (data set `hlth_ehis_mh1i`).

The total of a country stands in one row a wave. Sex and age exist only within an income
fifth, and the printed age groups overlap. Greece is `EL`; the flag `u` is low reliability.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

COLUMNS = ["geo", "year", "income_quintile", "sex", "age", "pct", "flag"]
GEO = {
    **{"AT": "AUT", "BE": "BEL", "BG": "BGR", "CY": "CYP", "CZ": "CZE", "DE": "DEU"},
    **{"DK": "DNK", "EE": "EST", "EL": "GRC", "ES": "ESP", "FI": "FIN", "FR": "FRA"},
    **{"HR": "HRV", "HU": "HUN", "IE": "IRL", "IT": "ITA", "LT": "LTU", "LU": "LUX"},
    **{"LV": "LVA", "MT": "MLT", "NL": "NLD", "PL": "POL", "PT": "PRT", "RO": "ROU"},
    **{"SE": "SWE", "SI": "SVN", "SK": "SVK"},
}
STATUS = {"": "A", "u": "U"}
TOTAL = "TOTAL"
INCOME = {
    TOTAL: "",
    "QU1": "Income fifth 1 (lowest)",
    "QU2": "Income fifth 2",
    "QU3": "Income fifth 3",
    "QU4": "Income fifth 4",
    "QU5": "Income fifth 5 (highest)",
}
SEX = {"T": "", "F": "women", "M": "men"}
AGE = {
    TOTAL: "",
    "Y15-24": "15 to 24 years",
    "Y25-34": "25 to 34 years",
    "Y35-44": "35 to 44 years",
    "Y45-54": "45 to 54 years",
    "Y55-64": "55 to 64 years",
    "Y65-74": "65 to 74 years",
    "Y_GE75": "75 years and over",
    "Y15-64": "all from 15 to 64 years",
    "Y_GE65": "all from 65 years",
}
# Age groups that cut across the bands above, or that only one of the two waves has.
OTHER_AGES = [
    "Y15-19",
    "Y15-29",
    "Y18-24",
    "Y18-44",
    "Y18-64",
    "Y20-24",
    "Y25-29",
    "Y45-64",
    "Y_GE18",
]


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Percent by country and wave: the total, and income fifth by sex by age band.

    Raises `ValueError` for a country, group or flag that is unknown, and for a row that is
    neither a total nor within an income fifth, sex and age band.
    """
    frame = tables.read_csv(raw, COLUMNS)
    frame = frame[~frame["age"].isin(OTHER_AGES)].reset_index(drop=True)
    income = tables.mapped(frame["income_quintile"], INCOME, "income_quintile")
    sex = tables.mapped(frame["sex"], SEX, "sex")
    age = tables.mapped(frame["age"], AGE, "age")
    total = (income == "") & (sex == "") & (age == "")
    if (~total & ((income == "") | (sex == "") | (age == ""))).any():
        raise ValueError("A row is split by some but not all of income_quintile, sex and age.")
    start, end = tables.years(frame["year"])
    rows = tables.tidy_frame(
        place=tables.mapped(frame["geo"], GEO, "geo"),
        group_by=pd.Series("income_sex_age", index=frame.index).mask(total, "all"),
        group=(income + ", " + sex + ", " + age).mask(total, "all"),
        start=start,
        end=end,
        value=tables.numbers(frame["pct"]),
        status=tables.mapped(frame["flag"], STATUS, "flag"),
    )
    return tables.no_repeats(rows)
