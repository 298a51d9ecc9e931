"""Single figures of the US National Survey on Drug Use and Health, quoted from two pages.

They were copied by hand from prose, so they are facts and not a series. A row may hold a
share, a number of people in millions, or both; each becomes a fact of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from utils.model import Fact

RETRIEVED = dt.date(2026, 11, 22)
ILL = "any mental illness"
SERIOUS = "serious mental illness"
TREATED = "received mental health treatment in the past year"
MEASURES = {
    "Any mental illness (AMI), past year": (
        ("any-mental-illness", "Wellbeing and distress", "", f"had {ILL} in the past year")
    ),
    "Serious mental illness (SMI), past year": (
        ("serious-mental-illness", "Wellbeing and distress", "", f"had {SERIOUS} in the past year")
    ),
    "Received mental health treatment, past year, among adults with AMI": (
        ("treated-any-mental-illness", "Treatment and services", f" with {ILL}", TREATED)
    ),
    "Received mental health treatment, past year, among adults with SMI": (
        ("treated-serious-mental-illness", "Treatment and services", f" with {SERIOUS}", TREATED)
    ),
    "Serious thoughts of suicide, past year": (
        ("thoughts-of-suicide", "Suicide", "", "had serious thoughts of suicide in the past year")
    ),
    "Major depressive episode, past year": (
        (
            "depressive-episode",
            "Young people",
            "",
            "had a major depressive episode in the past year",
        )
    ),
}
"""Id, topic, who among the people, and what is said of them."""
PEOPLE = {
    ("US adults 18+", "All"): ("adults", "adults"),
    ("US adults 18+", "Female"): ("women", "women"),
    ("US adults 18+", "Male"): ("men", "men"),
    ("US adults 18+", "18-25"): ("18-25", "adults aged 18 to 25"),
    ("US adults 18+", "26-49"): ("26-49", "adults aged 26 to 49"),
    ("US adults 18+", "50+"): ("50-over", "adults aged 50 and over"),
    ("US adults 18+", "White"): ("white", "White adults"),
    ("US adults 18+", "Asian"): ("asian", "Asian adults"),
    ("US adults 18+", "Two or more races"): ("two-or-more-races", "adults of two or more races"),
    ("US adults 18+", "American Indian / Alaska Native"): (
        ("american-indian", "American Indian or Alaska Native adults")
    ),
    ("US adults 18+", "Native Hawaiian / Other Pacific Islander"): (
        ("native-hawaiian", "Native Hawaiian or other Pacific Islander adults")
    ),
    ("US adolescents 12-17", "All"): ("adolescents", "adolescents aged 12 to 17"),
}
"""Id and words for the people of a row."""
NIMH = "NIMH page (public domain) restating 2022 NSDUH"
BRIEF = "news brief restating SAMHSA release"
SOURCES = {
    NIMH: (
        "public body restating the survey",
        "National Institute of Mental Health, from SAMHSA's National Survey on Drug Use and "
        "Health 2022",
    ),
    BRIEF: (
        "news brief restating the survey",
        "News brief on SAMHSA's National Survey on Drug Use and Health 2024",
    ),
}
OLD = "SAMHSA advises against comparing with years before 2021"
QUALIFIERS = {
    NIMH: f"Survey estimate, no interval given. {OLD}.",
    BRIEF: (
        f"Survey estimate, no interval given. {OLD}, and says that 2024 compares only in part "
        "with 2021 to 2023."
    ),
}


def facts(rows: Iterable[Mapping[str, str]]) -> Iterator[Fact]:
    """One fact a share and one a number of people.

    Raises `ValueError` for a measure, group or kind of source that no rule knows.
    """
    for row in rows:
        key = (row["population"], row["subgroup"])
        for known, cell in ((MEASURES, row["measure"]), (SOURCES, row["source_type"])):
            if cell not in known:
                raise ValueError(f"Unknown in the quoted survey figures: {cell}.")
        if key not in PEOPLE:
            raise ValueError(f"Unknown in the quoted survey figures: {' / '.join(key)}.")
        if row["percent"]:
            yield _fact(row, "percent", float(row["percent"]), f"{row['percent']}% of ")
        if row["count_millions"]:
            millions = row["count_millions"]
            yield _fact(row, "people", round(float(millions) * 1e6), f"{millions} million ")


def _fact(row: Mapping[str, str], unit: str, value: float, printed: str) -> Fact:
    name, topic, among, said = MEASURES[row["measure"]]
    who, people = PEOPLE[row["population"], row["subgroup"]]
    source_type, source = SOURCES[row["source_type"]]
    year = int(row["survey_year"])
    return Fact(
        id=f"nsduh-{name}-{who}-{year}-{unit}",
        topic=topic,
        statement=f"{printed}{people}{among} {said}",
        place="USA",
        start=dt.date(year, 1, 1),
        end=dt.date(year, 12, 31),
        value=value,
        unit=unit,
        qualifier=QUALIFIERS[row["source_type"]],
        source_type=source_type,
        source=source,
        url=row["source_url"],
        retrieved=RETRIEVED,
    )
