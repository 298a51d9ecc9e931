"""The nouns of the house: what an indicator, a source, a place and a piece of evidence are."""

from utils.model.cards import Break, DataSpec, Indicator, Release, Source
from utils.model.claims import (
    Caveat,
    Challenge,
    Citation,
    Claim,
    Grade,
    Quantity,
    Refused,
    Robustness,
    Sentences,
)
from utils.model.evidence import COLUMNS, STATUSES, Evidence, EvidenceError, Origin
from utils.model.places import Fact, Helpline, Place
from utils.model.reach import AwarenessEvent, Campaign, Card, ReachFact, ReachSeries, StudyEffect

__all__ = [
    "COLUMNS",
    "STATUSES",
    "AwarenessEvent",
    "Break",
    "Campaign",
    "Card",
    "Caveat",
    "Challenge",
    "Citation",
    "Claim",
    "DataSpec",
    "Evidence",
    "EvidenceError",
    "Fact",
    "Grade",
    "Helpline",
    "Indicator",
    "Origin",
    "Place",
    "Quantity",
    "ReachFact",
    "ReachSeries",
    "Refused",
    "Release",
    "Robustness",
    "Sentences",
    "Source",
    "StudyEffect",
]
