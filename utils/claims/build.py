"""From a draft to a claim: caveats, challenge, grade, citations and statuses are added."""

from __future__ import annotations

import datetime as dt

from utils.claims import caveats, challenge, cite, grade
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.model import Citation, Claim


def claim(draft: Draft, library: Library, today: dt.date) -> Claim:
    """The whole claim; everything that is added is computed from the draft's cards and rows."""
    return Claim(
        spec=str(draft.spec),
        kind=draft.kind,
        title=draft.title,
        series=draft.cards[0].id if draft.cards else draft.spec.subjects[0],
        place=draft.place,
        period=draft.period,
        quantity=draft.quantity,
        sentences=draft.sentences,
        evidence=draft.evidence,
        drawn=draft.drawn,
        picture=draft.picture,
        caveats=caveats.caveats(draft, today),
        challenge=challenge.challenge(draft, library),
        robustness=draft.robustness,
        grade=grade.grade(draft, today),
        citations=_citations(draft),
        statuses=draft.statuses,
        about_suicide=draft.about_suicide or any(card.about_suicide for card in draft.cards),
        hopeful=draft.hopeful,
    )


def _citations(draft: Draft) -> tuple[Citation, ...]:
    rows = cite.evidence(draft.evidence) if draft.evidence is not None else ()
    return (*rows, *([cite.quoted(draft.cited)] if draft.cited is not None else []))
