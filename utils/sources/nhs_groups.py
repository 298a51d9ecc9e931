"""Groups of NHS Talking Therapies as printed, and the split and label they get here.

The publisher's spelling drifts between years ("Any Other", "Any other"); a label that only
changed its spelling stays one group. Ethnic groups and complaints are printed on two levels.
"""

from __future__ import annotations

EMPTY = "NULL"


def _years(band: str) -> str:
    older = band.removesuffix(" and over")
    return f"{band} years" if older == band else f"{older} years and over"


NOT_STATED = "Not stated, not known or invalid"
AGES = (
    *("Under 16", "16 to 17", "18 to 35", "36 to 64", "65 and over"),
    *("Under 18", "18 to 25", "26 to 64", "65 to 74", "75 to 89", "90 and over"),
)
"""Bands until 2020-21, then those since 2021-22."""
SIMPLE = {
    "Total": ("all", {EMPTY: "all"}),
    "Gender": (
        "gender",
        {
            "Female": "Female",
            "Male": "Male",
            "Indeterminate (unable to be classified as male or female)": "Indeterminate",
            "Not stated/Not known/Invalid": NOT_STATED,
        },
    ),
    "Age Group": ("age", {name: _years(name) for name in AGES}),
    "Sexual Orientation Type": (
        "sexual_orientation",
        {
            "Bi-sexual": "Bisexual",
            "Gay/Lesbian": "Gay or lesbian",
            "Heterosexual": "Heterosexual",
            "Not stated/Not known/Invalid": NOT_STATED,
        },
    ),
    "Indices of Deprivation Decile": (
        "deprivation",
        {
            "01 Least deprived": "Tenth 01, least deprived areas",
            **{f"{n:02} Less deprived": f"Tenth {n:02}, less deprived areas" for n in range(2, 6)},
            **{f"{n:02} More deprived": f"Tenth {n:02}, more deprived areas" for n in range(6, 10)},
            "10 Most deprived": "Tenth 10, most deprived areas",
            "Not stated/Not known/Invalid": NOT_STATED,
        },
    ),
}
"""Variables with one level: split, and label by what is printed."""

ETHNIC = {
    "Asian or Asian British": "Bangladeshi|Indian|Pakistani|Any other Asian background",
    "Black or Black British": "African|Caribbean|Any other Black background",
    "Mixed": (
        "White and Asian|White and Black African|White and Black Caribbean|"
        "Any other Mixed background"
    ),
    "Other Ethnic Groups": "Chinese|Any other ethnic group",
    "White": "British|Irish|Any other White background",
    "Not stated/Not known/Invalid": "",
}
ANXIETY, OTHER = "Anxiety and stress related disorders", "Other Mental Health problems"
BODY = "Medically Unexplained Symptoms"
COMPLAINTS = {
    ("Depression", EMPTY): "Depression",
    (ANXIETY, "All"): "Anxiety and stress-related disorders, all",
    (ANXIETY, "Total"): "Anxiety and stress-related disorders, all",
    (ANXIETY, "Agoraphobia"): "Agoraphobia",
    (ANXIETY, "Body Dysmorphic Disorder"): "Body dysmorphic disorder",
    (ANXIETY, "Generalised anxiety disorder"): "Generalised anxiety disorder",
    (ANXIETY, "Generalized anxiety disorder"): "Generalised anxiety disorder",
    (ANXIETY, "Hypochondriacal disorders"): "Hypochondriacal disorders",
    (ANXIETY, "Mixed anxiety and depressive disorder"): "Mixed anxiety and depressive disorder",
    (ANXIETY, "Obsessive-compulsive disorder"): "Obsessive-compulsive disorder",
    (ANXIETY, "Other anxiety or stress related disorder"): "Other anxiety or stress disorder",
    (ANXIETY, "Panic disorder [episodic paroxysmal anxiety]"): "Panic disorder",
    (ANXIETY, "Post-traumatic stress disorder"): "Post-traumatic stress disorder",
    (ANXIETY, "Social phobias"): "Social phobias",
    (ANXIETY, "Specific (isolated) phobias"): "Specific phobias",
    (OTHER, "Hypochondriacal disorder"): "Hypochondriacal disorders",
    (OTHER, "Other"): "Other mental health problems",
    (BODY, "Body dysmorphic disorder"): "Body dysmorphic disorder",
    (BODY, "Chronic fatigue syndrome"): "Chronic fatigue syndrome",
    (BODY, "Irritable bowel syndrome"): "Irritable bowel syndrome",
    ("Other Recorded Problems", EMPTY): "Other recorded problems",
    ("Other recorded problems", EMPTY): "Other recorded problems",
    ("Not stated/Not known/Invalid", EMPTY): NOT_STATED,
    ("Not stated/Not known/Invalid", "Not stated/Not known/Invalid"): NOT_STATED,
}
LEFT_OUT = {
    ("All ADSM", "Total"): "printed without a single figure",
    (BODY, "MUS not otherwise specified"): "3 to 33 finished courses a year say nothing",
}
"""Complaints that are not taken, and why."""
BROKEN = ("Hypochondriacal disorders", "2024-04-01")
"""Group and year with status `B`: referrals fell by more than half, while the listed anxiety
disorders miss 9,430 referrals of their total, so some went to a category not listed."""


def split(variable: str, first: str, second: str) -> tuple[str, str] | None:
    """Split and label of one printed group; none if it is left out on purpose.

    Raises `ValueError` for a variable or group that is unknown.
    """
    if variable in ("Presenting Complaint", "Problem Descriptor"):
        if (first, second) in LEFT_OUT:
            return None
        found = COMPLAINTS.get((first, second))
        if found:
            return "complaint", found
    if variable == "Ethnic Group" and first in ETHNIC:
        if second == "All":
            return "ethnicity", NOT_STATED if not ETHNIC[first] else first
        detail = second
        for drifting in ("Other", "Background", "Ethnic Group"):
            detail = detail.replace(drifting, drifting.lower())
        if detail in ETHNIC[first].split("|"):
            return "ethnic_background", f"{first}: {detail}"
    if variable in SIMPLE and second == EMPTY:
        name, labels = SIMPLE[variable]
        if first in labels:
            return name, labels[first]
    raise ValueError(f"Unknown group: {variable}, {first}, {second}.")
