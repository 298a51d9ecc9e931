"""What a number really is, in terms and words: how asked or counted, of whom, who is missed."""

from __future__ import annotations

from utils.analysis import ladder
from utils.model import Card, Indicator, ReachSeries
from utils.model.reach import LADDER

INSTRUMENTS = {
    "diagnosed": "A diagnosis that people report",
    "screened positive": "A screening score, not a diagnosis",
    "symptoms reported": "Symptoms that people report, not a diagnosis",
    "self-rated": "People's own rating",
    "service contact": "Contacts with a service",
    "death record": "Death records",
    "attitude": "Opinions that people report",
    "population count": "A count of people",
    "help reported": "Help that people report having had",
    "treatment outcome": "What a service recorded at the end of treatment",
}
METHODS = {"survey": "Estimated from a survey", "counted": "Counted", "modelled": "Modelled"}
PEOPLE = (
    "Between one, if one person did it all, and the figure itself, if nobody did it twice; never "
    "more than there are people."
)


def lines(card: Card) -> dict[str, str]:
    """Terms with their words, those without words left out; an empty term is the definition."""
    found = _measured(card) if isinstance(card, Indicator) else _counted(card)
    return {term: words for term, words in found.items() if words}


def _measured(card: Indicator) -> dict[str, str]:
    basis = METHODS[card.method]
    if card.standardisation != "none":
        basis += f", {card.standardisation}"
    return {
        "": card.definition,
        "Asked or recorded with": card.instrument,
        "That is": INSTRUMENTS[card.instrument_type],
        "About the time": card.recall,
        "Who is included": card.population,
        "Who is missed": card.missed,
        "How we know": basis,
    }


def _counted(card: ReachSeries) -> dict[str, str]:
    rung = ladder.position(card.rung)
    step = f"rung {rung} of {len(LADDER)}" if rung else "off the ladder"
    return {
        f"{card.rung.capitalize()} ({step})": ladder.MEANING[card.rung],
        "Formula": card.formula,
        "Coverage": card.coverage,
        "Includes": card.what,
        "Misses": card.missed,
        "People behind it": PEOPLE if rung else "",
        "Whose day": card.day,
    }
