"""A made-up library, for pages whose texts a stranger wrote. Nobody measured it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from tests.export.made_claims import HELPLINE, REACH
from tests.made_up import ORIGIN, PLACES, SOURCE, card, evidence, row
from utils.edition.told import Told
from utils.model import Campaign, Card, Evidence, ReachFact, StudyEffect
from utils.model.reach import SeriesUse


@dataclasses.dataclass
class MadeLibrary:
    """What a test puts in; everything else is empty."""

    cards: Mapping[str, Card]
    rows: Mapping[str, Evidence]
    found: Mapping[str, Campaign] = dataclasses.field(default_factory=dict)
    said: Mapping[str, ReachFact] = dataclasses.field(default_factory=dict)
    measured: Mapping[str, StudyEffect] = dataclasses.field(default_factory=dict)

    def series(self) -> Mapping[str, Card]:
        return self.cards

    def evidence(self, id: str) -> Evidence:
        return self.rows[id]

    def places(self) -> Any:
        return {**PLACES, "USA": dataclasses.replace(PLACES["AAA"], code="USA")}

    def campaigns(self) -> Mapping[str, Campaign]:
        return self.found

    def calendar(self) -> Any:
        return {}

    def facts(self) -> Any:
        return {}

    def reach_facts(self) -> Mapping[str, ReachFact]:
        return self.said

    def studies(self) -> Mapping[str, StudyEffect]:
        return self.measured

    def population(self, place: str, year: int) -> float:
        return 0.0

    def everyone(self) -> float:
        return 8e9


def told(library: MadeLibrary) -> Told:
    """An edition of a made-up library."""
    world = dataclasses.replace(HELPLINE, place="WLD")
    return Told(library, {"WLD": world}, "made-up", dt.date(2026, 1, 1), "", "")


def written_by(text: str, redistributable: bool = True) -> Told:
    """Everything that a person or a source can write says ``text``."""
    source = dataclasses.replace(
        SOURCE, title=text, producer=text, citation=text, licence=text or "none", url=text,
        licence_url=text, redistributable=redistributable,
    )  # fmt: skip
    origin = dataclasses.replace(ORIGIN, source=source, url=text)
    one = card(
        title=text, plain_title=text, question=text, topic=text or "none", definition=text,
        instrument=text, population=text, missed=text, caveats=(text,), people=text,
        finding=text.replace("{", "(").replace("}", ")"), about_suicide=True, headline=True,
    )  # fmt: skip
    other = dataclasses.replace(
        REACH, title=text, plain_title=text, platform=text, formula=text, what=text,
        coverage=text, missed=text, caveats=(text,),
    )  # fmt: skip
    rows = evidence(
        row(2018, 20.0, low=19.0, high=21.0), row(2019, 21.5, low=20.2, high=22.9),
        origins=(origin,),
    )  # fmt: skip
    reached = evidence(
        row(2018, 20.0, series=other.id), row(2019, 21.0, series=other.id), origins=(origin,)
    )
    campaign = Campaign(
        id="made-up-day", title=text, organiser=text, about=text, hashtags=(text,), region="AAA",
        roles=("stigma",), url=text, not_shown=(text,), series=(SeriesUse(other.id),),
        about_suicide=True, facts=("made-up",), studies=("made-up",),
    )  # fmt: skip
    fact = ReachFact(
        "made-up", campaign.id, text, text, text, "posts counted", "posts", 7.0, text, None, None,
        text, text, "press", text, text, text,
    )  # fmt: skip
    effect = StudyEffect(
        "made-up", text, 2020, text, text, text, text, text, 1.0, text, 0.5, 1.5, text, text,
        text, text, text,
    )  # fmt: skip
    return told(
        MadeLibrary(
            {one.id: one, other.id: other},
            {one.id: rows, other.id: reached},
            {campaign.id: campaign},
            {"made-up": fact},
            {"made-up": effect},
        )
    )
