"""How people are split, in words."""

from __future__ import annotations

from utils.language import later, say

SPLITS = {
    "all": later("Everyone together"),
    "sex": later("Sex"),
    "age": later("Age"),
    "race": later("Race and ethnicity"),
    "ethnicity": later("Ethnicity"),
    "ethnic_background": later("Ethnic background"),
    "gender": later("Gender"),
    "education": later("Education"),
    "income": later("Income"),
    "disability": later("Disability"),
    "gender_identity": later("Gender identity"),
    "sexual_orientation": later("Sexual orientation"),
    "symptoms": later("With or without symptoms"),
    "grade": later("School grade"),
    "deprivation": later("Deprivation of the area"),
    "complaint": later("Reason for treatment"),
    "sex_age": later("Sex and age"),
    "sex_race": later("Sex and race"),
    "sex_age_race": later("Sex, age and race"),
    "income_sex_age": later("Income, sex and age"),
    "sex_race_origin": later("Sex, race and Hispanic origin"),
    "age_wide": later("Age, in wide bands"),
    "sex_age_wide": later("Sex and age, in wide bands"),
}


def name(split: str) -> str:
    """How people are split, in words; a split that has none keeps its id."""
    return say(SPLITS.get(split, split))
