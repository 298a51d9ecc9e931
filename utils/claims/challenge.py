"""What a hostile listener would ask about a claim, and a short answer from the cards."""

from __future__ import annotations

from utils.analysis import ladder
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.language import say, units, verbatim
from utils.model import Challenge, Fact, Indicator, ReachFact, ReachSeries, StudyEffect

OPEN_ENDED = ("over", "more than", "at least")
"""Qualifiers that leave a figure without a bound that could be told."""
NO_PEOPLE = ("events", "downloads", "shares")
"""Units that say nothing about how many people there were."""


def challenge(draft: Draft, library: Library) -> Challenge:
    """The likeliest objection to a claim of this kind, answered."""
    if draft.kind == "together":
        return Challenge(
            say("Are you saying that one comes from the other?"),
            say(
                "No. The two happened at the same time. Many other things changed as well, and "
                "nothing here tells them apart."
            ),
        )
    match draft.cited:
        case StudyEffect():
            return _study(draft.cited)
        case ReachFact():
            return _people(draft.cited, library)
        case Fact():
            return Challenge(
                say("Where does this number come from?"),
                say("From {source}.", source=draft.cited.source),
            )
    if draft.statistic is not None:
        return _statistic(draft, draft.statistic)
    assert draft.reach is not None
    return _reach(draft, draft.reach, library)


def _study(study: StudyEffect) -> Challenge:
    if "randomised" in study.design:
        answer = say("It was tried out: {design}.", design=study.design)
    else:
        answer = say("No. It is {design}, which observes.", design=study.design)
    return Challenge(say("Does that prove a cause?"), f"{answer} {verbatim(study.caveat)}".strip())


def _people(fact: ReachFact, library: Library) -> Challenge:
    bounds = ladder.people(fact.value, fact.rung, library.everyone())
    said_by = say("{publisher} says so.", publisher=fact.publisher)
    # a download may be by anybody any number of times, and "over" has no upper end
    open_ended = fact.qualifier in OPEN_ENDED or fact.unit in NO_PEOPLE
    if bounds is None or fact.unit.startswith("percent") or open_ended:
        return Challenge(say("Who counted that?"), f"{said_by} {say(ladder.MEANING[fact.rung])}")
    most = units.number(bounds[1], 0)
    between = say("At least 1 and at most {most}.", most=most)
    return Challenge(
        say("How many people is that?"), f"{between} {say(ladder.MEANING[fact.rung])} {said_by}"
    )


def _reach(draft: Draft, card: ReachSeries, library: Library) -> Challenge:
    if draft.kind == "attention":
        return Challenge(say("Did it last, and did it help anybody?"), draft.sentences.plain)
    bounds = ladder.people(draft.quantity.value, card.rung, library.everyone())
    if bounds is None:
        return Challenge(
            say("How many people is that?"),
            f"{say('Nobody can say.')} {say(ladder.MEANING[card.rung])}",
        )
    most = units.number(bounds[1], 0)
    between = say("At least 1 and at most {most}.", most=most)
    return Challenge(say("How many people is that?"), f"{between} {say(ladder.MEANING[card.rung])}")


def _statistic(draft: Draft, card: Indicator) -> Challenge:
    compared = _compared(draft, card)
    if compared is not None:
        return compared
    if card.instrument_type == "screened positive":
        return Challenge(
            say("Are these people ill?"),
            say(
                "We don't say so. What was asked: {instrument}. A score is not a diagnosis.",
                instrument=card.instrument,
            ),
        )
    if card.method == "modelled":
        return Challenge(
            say("Was that counted?"),
            say(
                "No, it is a best estimate from a model. Missing are: {missed}.", missed=card.missed
            ),
        )
    if card.counted:
        return Challenge(
            say("Is every case in it?"), say("No. Missing are: {missed}.", missed=card.missed)
        )
    return Challenge(
        say("Who was asked, and who is missing?"),
        say("{population}. Missing are: {missed}.", population=card.population, missed=card.missed),
    )


def _compared(draft: Draft, card: Indicator) -> Challenge | None:
    """The objection to a comparison: chance, other people, or another way of asking."""
    if draft.kind == "treatment-gap":
        return Challenge(
            say("So did those who needed help get it?"),
            say(
                "This can't say. Both are shares of all {people}, and the two groups can be "
                "different people.",
                people=card.people,
            ),
        )
    if draft.kind not in ("change", "gap"):
        return None
    if draft.verdict == "untested":
        return Challenge(
            say("Isn't that just chance?"),
            say(
                "It may be. Nothing here can test it, so we give both figures and name no "
                "direction."
            ),
        )
    if draft.verdict == "unclear":
        return Challenge(
            say("So which is higher?"),
            say("The figures can't tell. The interval of the difference holds nought."),
        )
    if draft.kind == "change" and card.breaks:
        days = ", ".join(f"{one.date:%Y-%m-%d}" for one in card.breaks)
        return Challenge(
            say("Didn't they change how they ask or count?"),
            say("Yes, on {days}. Both periods lie on the same side of each.", days=days),
        )
    return None
