"""Published effects of campaigns: one effect a row, those that found nothing among them.

A row without an estimate says that no effect was found; it is never zero. Units are printed
with asides in brackets, which go to the caveat. Quotes are not carried over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from utils.model.reach import StudyEffect
from utils.sources.campaign_words import joined

NOTHING = "no effect found"
CAVEATS = {
    "observational interrupted time series; 34-day period after three events with strongest "
    "public attention; association, not proof of cause": (
        "Observed, not tried out: 34 days after the three events with the most attention. An "
        "association is no proof of a cause"
    ),
    "searches are not behaviour; shows that attention alone is not benefit": (
        "Searches are not behaviour; attention alone is no benefit"
    ),
    "temporal association; lagged intervention date 1 April 2012; other causes possible": (
        "It came after the campaign, but other causes are possible; the change is counted from "
        "1 April 2012"
    ),
    "null result: reach is not outcome": "Reach is not outcome",
    "categories overlap": "Categories overlap",
    "difference 205 computed from the two printed numbers": (
        "The difference was worked out from the two printed numbers"
    ),
    "no sign of harm either, per authors": "The authors see no sign of harm either",
    "unit of B not stated in the abstract; same-day association": (
        "On the same day; the abstract doesn't state the unit of the coefficient"
    ),
    "reproduced exactly from twitter_us_suicide_content_share_daily.csv": (
        "The series us-suicide-message-mix gives the same mean"
    ),
    "planned events decay faster than unplanned ones": (
        "Attention to planned events fades faster than to unplanned ones"
    ),
    '"nearly" 100x; relative popularity rank measure': (
        "“Nearly” a hundred times; a relative measure of popularity"
    ),
    "self-selected online panel": "An online panel that people joined of their own accord",
    'cross-sectional; "up to"': "Asked once, so that cause and effect can't be told apart",
    "secondary citation; read the original before quoting": (
        "Known from another paper's citation; read the original before you quote it"
    ),
    "table row read from a text dump; patients WITHOUT affective disorder moved the other way "
    "(+0.24, 0.06 to 0.42) - quote both": (
        "Patients without an affective disorder moved the other way (+0.24, 0.06 to 0.42): "
        "quote both"
    ),
    "quote together with the affective-disorder row": (
        "Patients with an affective disorder moved the other way (-0.17, -0.33 to -0.03): quote "
        "both"
    ),
    "searches, not behaviour; window ends before the Hernandez news of 19 April 2017": (
        "Searches are not behaviour; the 19 days end before other news could play a part"
    ),
}
ASIDES = {
    r"SE ([\d.]+)": r"Standard error \1",
    r"SD ([\d.]+)": r"Standard deviation \1",
    r"(\d+%) to (\d+%)": r"From \1 to \2",
    "often less than": "Often less than this",
    "up to": "“Up to”: the largest of several",
    "nearly two orders of magnitude": "",
    r"([\d,]+ observed, [\d,]+ expected)": r"\1",
}
"""What stands in brackets behind a unit, and how we say it."""
UNITS = {"B": "coefficient", "visits per 1000 per month": "visits per 1,000 a month"}
DIRECTIONS = {
    "increase in searches of both kinds (help and methods)": (
        "increase in searches, helpful and harmful ones"
    ),
    "increase (harm)": "increase (harmful)",
}
NAMES = {
    "Cote, Williams": "Côté, Williams",
    " (stored RIS record)": "",
    " (doi 10.1177/00048674221126649)": "",
}
EMPTY_UNITS = {"no associated change", "no significant change"}


def effects(rows: Iterable[Mapping[str, str]]) -> Iterator[StudyEffect]:
    """One effect a row, in the order of the file.

    Raises `ValueError` for a caveat that has no words of ours, and for a row without an
    estimate that doesn't say that nothing was found.
    """
    for row in rows:
        if row["caveat"] not in CAVEATS:
            raise ValueError(f"{row['effect_id']}: no words for the caveat {row['caveat']}.")
        estimate = _number(row["estimate"])
        if (estimate is None) != (row["direction"] == NOTHING):
            raise ValueError(f"{row['effect_id']}: no estimate, but not “{NOTHING}”.")
        unit, aside = _unit(row["unit"])
        if estimate is None and unit not in EMPTY_UNITS:
            raise ValueError(f"{row['effect_id']}: no estimate, but the unit {unit}.")
        yield StudyEffect(
            id=row["effect_id"],
            study=_renamed(row["study"]),
            year=int(row["year"]),
            exposure=row["campaign_or_exposure"],
            country=row["country"].replace("USA", "United States"),
            period=row["period"],
            design=row["design"],
            outcome=row["outcome"],
            estimate=estimate,
            unit="" if estimate is None else unit,
            low=_number(row["ci95_low"]),
            high=_number(row["ci95_high"]),
            p_value=re.sub(r"<\.", "<0.", row["p_value"]),
            direction=DIRECTIONS.get(row["direction"], row["direction"]),
            url=row["source_url"],
            doi=row["doi"],
            caveat=joined(aside, CAVEATS[row["caveat"]]),
        )


def _number(text: str) -> float | None:
    return float(text) if text else None


def _unit(text: str) -> tuple[str, str]:
    """`percent (SD 7.6)` -> `percent`, `Standard deviation 7.6`."""
    match = re.fullmatch(r"(.+?) \((.+)\)", text)
    if not match:
        return UNITS.get(text, text), ""
    for printed, ours in ASIDES.items():
        if aside := re.fullmatch(printed, match[2]):
            return UNITS.get(match[1], match[1]), aside.expand(ours)
    raise ValueError(f"No words for what stands behind the unit: {text}.")


def _renamed(study: str) -> str:
    for printed, ours in NAMES.items():
        study = study.replace(printed, ours)
    return study
