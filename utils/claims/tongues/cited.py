"""What is quoted from a page or a paper, in any language; the quotation itself stays as it is."""

from __future__ import annotations

from utils.claims import pieces
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.reach_cited import QUALIFIERS
from utils.claims.reach_cited import decimals as digits
from utils.language import periods, places, say, term, units, verbatim
from utils.model import Fact, ReachFact, Sentences, StudyEffect


def number(draft: Draft) -> str:
    """The number of a cited figure with its unit."""
    found = draft.quantity
    return units.quantity(found.value, found.unit, found.decimals)


def fact(draft: Draft, library: Library) -> Sentences:
    """A figure about health, or one about a campaign."""
    if isinstance(draft.cited, ReachFact):
        return counted(draft, draft.cited)
    assert isinstance(draft.cited, Fact)
    one = draft.cited
    words = {
        "place": places.name(library.places()[one.place]),
        "when": periods.label(one.start, one.end),
        "value": number(draft),
        "statement": verbatim(one.statement),
        "source": verbatim(one.source),
    }
    said = say("{value} ({place}, {when}). Quotation: {statement}", **words)
    aloud = {**words, "value": pieces.aloud(words["value"])}
    return Sentences(
        short=say("{statement} ({place}, {when})", **words),
        written=f"{said} ({words['source']}).",
        spoken=say("{value} ({place}, {when}). Quotation: {statement}", **aloud) + ".",
        plain=_plain(draft, words) if draft.sentences.plain else "",
    )


def _plain(draft: Draft, words: dict[str, str]) -> str:
    share = units.one_in(draft.quantity.value)
    said = say("{share} ({value}). Quotation: {statement}", share=share, **words)
    return pieces.capital(said) + "."


def counted(draft: Draft, one: ReachFact) -> Sentences:
    """A cited figure about a campaign, with its rung and its qualifier."""
    what, title = told(one), verbatim(draft.title)
    return Sentences(
        short=f"{title}, {when(one)}: {figure(one)} ({verbatim(one.metric)})",
        written=f"{title}: {what} {say('Rung: {rung}.', rung=say(one.rung))}",
        spoken=pieces.aloud(f"{title}: {what}"),
        plain="",
    )


def told(one: ReachFact) -> str:
    """What was counted where and when, and who says so."""
    return say(
        "{figure} ({metric}, {platform}, {when}). {publisher} says so ({grade}).",
        figure=figure(one),
        metric=verbatim(one.metric),
        platform=verbatim(one.platform),
        when=when(one),
        publisher=verbatim(one.publisher),
        grade=term(one.grade),
    )


def figure(one: ReachFact) -> str:
    """The number with its qualifier."""
    word = QUALIFIERS.get(one.qualifier, one.qualifier)
    size = units.quantity(one.value, one.unit, digits(one))
    return f"{say(word)} {size}".strip() if word else size


def when(one: ReachFact) -> str:
    """The time of a figure, or that nobody gives it."""
    return periods.label(one.start, one.end) if one.start and one.end else say("undated")


def effect(draft: Draft, library: Library) -> Sentences:
    """A published effect with its interval and design; what a study found stays in its words."""
    study = draft.cited
    assert isinstance(study, StudyEffect)
    found, outcome = estimate(draft, study), verbatim(study.outcome)
    where = f"{study.country}, {study.period}" if study.period else study.country
    return Sentences(
        short=f"{outcome}: {found} ({verbatim(study.study)})",
        written=say(
            "A study of {exposure} ({where}) reported for {outcome}: {found}{more}. Design: "
            "{design} ({study}).",
            exposure=verbatim(study.exposure),
            where=verbatim(where),
            outcome=outcome,
            found=found,
            more=_more(draft, study),
            design=verbatim(study.design),
            study=verbatim(study.study),
        ),
        spoken=pieces.aloud(
            say(
                "A study published in {year} looked at {exposure}. It reported for {outcome}: "
                "{found}. Its design: {design}.",
                year=study.year,
                exposure=verbatim(study.exposure),
                outcome=outcome,
                found=found,
                design=verbatim(study.design),
            )
        ),
        plain="",
    )


def estimate(draft: Draft, study: StudyEffect) -> str:
    """The printed estimate in the separators of the language; words where none was found."""
    if study.estimate is None:
        return term(study.direction)
    text = draft.quantity.text.removesuffix("%").removesuffix(f" {study.unit}")
    return units.measured(units.written(text), study.unit)


def _more(draft: Draft, study: StudyEffect) -> str:
    """Interval and direction, as far as the study gives them."""
    said = []
    if study.low is not None and study.high is not None:
        interval = units.interval(study.low, study.high, draft.quantity.decimals)
        said.append(say("{name}: {bounds}", name=say("95% interval"), bounds=interval))
    if study.estimate is not None:
        said.append(term(study.direction))
    return f" ({'; '.join(said)})" if said else ""
