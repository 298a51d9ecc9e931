"""What a number really is, in terms and words: how asked or counted, of whom, who is missed."""

from __future__ import annotations

from utils.analysis import ladder
from utils.language import later, say
from utils.model import Card, Indicator, ReachSeries
from utils.model.reach import LADDER

INSTRUMENTS = {
    "diagnosed": later("A diagnosis that people report"),
    "screened positive": later("A screening score, not a diagnosis"),
    "symptoms reported": later("Symptoms that people report, not a diagnosis"),
    "self-rated": later("People's own rating"),
    "service contact": later("Contacts with a service"),
    "death record": later("Death records"),
    "attitude": later("Opinions that people report"),
    "population count": later("A count of people"),
    "help reported": later("Help that people report having had"),
    "treatment outcome": later("What a service recorded at the end of treatment"),
}
METHODS = {
    "survey": later("Estimated from a survey"),
    "counted": later("Counted"),
    "modelled": later("Modelled"),
}
PEOPLE = later(
    "Between one, if one person did it all, and the figure itself, if nobody did it twice; never "
    "more than there are people."
)


def lines(card: Card) -> dict[str, str]:
    """Terms with their words, those without words left out; an empty term is the definition."""
    found = _measured(card) if isinstance(card, Indicator) else _counted(card)
    return {term: words for term, words in found.items() if words}


def _measured(card: Indicator) -> dict[str, str]:
    basis = say(METHODS[card.method])
    if card.standardisation != "none":
        basis += f", {say(card.standardisation)}"
    return {
        "": card.definition,
        say("Asked or recorded with"): card.instrument,
        say("That is"): say(INSTRUMENTS[card.instrument_type]),
        say("About the time"): card.recall,
        say("Who is included"): card.population,
        say("Who is missed"): card.missed,
        say("How we know"): basis,
    }


def _counted(card: ReachSeries) -> dict[str, str]:
    rung = ladder.position(card.rung)
    step = say("off the ladder")
    if rung:
        step = say("rung {rung} of {rungs}", rung=rung, rungs=len(LADDER))
    name = say(card.rung)
    return {
        f"{name[:1].upper()}{name[1:]} ({step})": say(ladder.MEANING[card.rung]),
        say("Formula"): card.formula,
        say("Coverage"): card.coverage,
        say("Includes"): card.what,
        say("Misses"): card.missed,
        say("People behind it"): say(PEOPLE) if rung else "",
        say("Whose day"): card.day,
    }
