"""Citations: the producer first, with licence and the day on which the data were read."""

from __future__ import annotations

import datetime as dt

from utils.model import Citation, Evidence, Fact, Origin, ReachFact, StudyEffect


def evidence(used: Evidence) -> tuple[Citation, ...]:
    """One citation for each source behind the rows used."""
    by_source: dict[str, list[Origin]] = {}
    for origin in used.cited:
        by_source.setdefault(origin.source.id, []).append(origin)
    return tuple(_source(origins) for origins in by_source.values())


def _source(origins: list[Origin]) -> Citation:
    source = origins[0].source
    return Citation(
        id=source.id,
        text=source.citation,
        title=source.title,
        producer=source.producer,
        url=origins[0].url if len(origins) == 1 else source.url,
        licence=source.licence,
        licence_url=source.licence_url,
        retrieved=max(origin.retrieved for origin in origins),
        redistributable=source.redistributable,
    )


def quoted(one: Fact | ReachFact | StudyEffect) -> Citation:
    """The page or paper that a single figure was read in; a figure alone needs no licence."""
    day: dt.date | None = None
    match one:
        case Fact():
            title, producer, url, day = one.source, one.source, one.url, one.retrieved
            text = f"{one.source}. {one.url}"
        case ReachFact():
            title, producer, url = one.source, one.publisher, one.url
            text = f"{one.publisher}, in {one.source}. {one.url}"
        case StudyEffect():
            url = f"https://doi.org/{one.doi}" if one.doi else one.url
            title, producer = one.study, one.study
            text = f"{one.study}. {url}"
    return Citation(one.id, text, title, producer, url, "", "", day, True)
