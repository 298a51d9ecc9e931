"""Share of people with a severe mental disorder who were treated, by country, around 2002.

The file is Our World in Data's copy of a table in Wang et al. (Lancet 2007). In that copy
Germany and Israel seem to stand in each other's row, and three more countries differ from the
authors' manuscript; only countries on which copy and manuscript agree are taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from utils.model import Fact

RETRIEVED = dt.date(2026, 11, 22)
COLUMN = "Severe mental health who received treatment in last year (%)"
TAKEN = {
    "China": "CHN",
    "Colombia": "COL",
    "France": "FRA",
    "Lebanon": "LBN",
    "Mexico": "MEX",
    "New Zealand": "NZL",
    "Nigeria": "NGA",
    "South Africa": "ZAF",
    "Spain": "ESP",
    "Ukraine": "UKR",
    "United States": "USA",
}
LEFT_OUT = {
    "Germany": "the copy seems to have Israel's figures here (53.1; manuscript 40.6)",
    "Israel": "the copy seems to have Germany's figures here (40.0; manuscript 53.9)",
    "Belgium": "copy 60.9, manuscript 62.1",
    "Italy": "copy 51.0, manuscript 51.6",
    "Netherlands": "copy 50.4, manuscript 49.2",
    "Japan": "one figure for severe and moderate disorders together",
}
"""Countries that are not taken, and why."""
FEW = "rests on very few people who were treated"
NOTES = {
    "China": f"; {FEW} (5)",
    "Nigeria": f"; {FEW} (8)",
}


def facts(rows: Iterable[Mapping[str, str]]) -> Iterator[Fact]:
    """One fact a country taken; raises `ValueError` for a country that is not known."""
    for row in rows:
        country = row["Entity"]
        if country in LEFT_OUT:
            continue
        if country not in TAKEN:
            raise ValueError(f"Unknown country in the treatment survey: {country}.")
        yield Fact(
            id=f"treated-severe-{TAKEN[country].lower()}-2003",
            topic="Treatment and services",
            statement=(
                f"{row[COLUMN]}% of adults with a severe mental disorder received any "
                "treatment in the past year"
            ),
            place=TAKEN[country],
            start=dt.date(2001, 1, 1),
            end=dt.date(2003, 12, 31),
            value=float(row[COLUMN]),
            unit="percent",
            qualifier=(
                "World Mental Health surveys, field work around 2001 to 2003; old, but still "
                f"used to compare countries{NOTES.get(country, '')}."
            ),
            source_type="research paper",
            source=(
                "Wang PS and others. Use of mental health services in 17 countries in the WHO "
                "World Mental Health surveys. Lancet 2007; 370: 841-850"
            ),
            url="https://pmc.ncbi.nlm.nih.gov/articles/PMC2847360/",
            retrieved=RETRIEVED,
        )
