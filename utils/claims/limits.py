"""What a statistic and a campaign at the same time do not show, and the fairest objection."""

from __future__ import annotations

from collections.abc import Sequence

from utils.analysis import comparable
from utils.claims.beside import Need
from utils.language import later, periods, places, say, verbatim
from utils.model import Campaign, Challenge, Indicator, ReachSeries

OPEN = {
    "screened positive": later(
        "How many people have an illness: a screening score is no diagnosis."
    ),
    "symptoms reported": later("How many people have an illness: symptoms are no diagnosis."),
    "service contact": later("Whether more contacts mean more need, or easier access to help."),
    "diagnosed": later("Whether more diagnoses mean more illness, or more people finding care."),
    "self-rated": later("Why people rate their mental health as they do."),
    "death record": later("Why anybody died. Many things come together, and records name none."),
}
"""What each kind of instrument leaves open."""
MOST_LIMITS = 6
"""More limits than this are not read; those that matter most come first."""


def cannot(
    need: Need, campaigns: Sequence[Campaign], reach: Sequence[ReachSeries], overlapping: bool
) -> tuple[str, ...]:
    """What these figures do not show, the most tempting mistakes first."""
    names = say(" and ").join(one.title for one in campaigns) or say("what is counted below")
    said = [
        say(
            "Whether {names} changed this statistic, or did not. Two things at the same time do "
            "not tell us that one follows from the other.",
            names=names,
        )
    ]
    if reach and not overlapping:
        said.append(
            say("Anything about the two together: they were never counted at the same time.")
        )
    said += _breaks(need)
    said.append(
        say(
            "Whether the people who posted, searched or read are the people the statistic is "
            "about. Figures of a place say nothing about single persons."
        )
    )
    said += _measured(need.card)
    if any(series.place != need.place.code for series in reach):
        said.append(
            say(
                "What was said or read in {place} alone: reach is counted for a whole country, or "
                "for everybody who reads a language.",
                place=places.spoken(need.place),
            )
        )
    said += [verbatim(text) for one in campaigns for text in one.not_shown[:1]]
    return tuple(dict.fromkeys(said))[:MOST_LIMITS]


def _breaks(need: Need) -> list[str]:
    rows = need.evidence.rows.dropna(subset="value")
    if rows.empty:
        return []
    found = comparable.crossed(
        need.card, rows["group_by"].iloc[0], rows["start"].min(), rows["start"].max()
    )
    if not found:
        return []
    cuts = "; ".join(
        f"{periods.label(one.date, one.date)}: {verbatim(one.reason)}" for one in found
    )
    return [f"{say('Any change across a break in the counting.')} {cuts}"]


def _measured(card: Indicator) -> list[str]:
    """What this kind of instrument leaves open (rules S09 and S21)."""
    left_open = OPEN.get(card.instrument_type, "")
    return [say(left_open)] if left_open else []


def challenge(
    need: Need, campaigns: Sequence[Campaign], reach: Sequence[ReachSeries], overlapping: bool
) -> Challenge:
    """The strongest fair objection to putting the two side by side, and a short answer."""
    if reach and not overlapping:
        return Challenge(
            say("These two were not even measured at the same time. Why show them together?"),
            say("To show that gap. No sentence here uses both."),
        )
    if _breaks(need):
        return Challenge(
            say("The way of counting changed in the middle. Is your change only that?"),
            say("We make no comparison across that date; each stretch is read by itself."),
        )
    if any(one.about_suicide for one in reach):
        return Challenge(
            say("Posts about suicide peak when somebody famous dies. Is your peak just the news?"),
            say(
                "It may be. So we show how often other days rise as much, and never call "
                "attention an outcome."
            ),
        )
    if need.card.frequency in ("P1M", "P1Y") and any(_short(one) for one in reach):
        return Challenge(
            say("A campaign of one day can't be seen in figures by month or year, can it?"),
            say("Right. The figures give the background to the day, not a test of it."),
        )
    return Challenge(
        say("Many other things happened at that time. Why should this campaign matter?"),
        say(
            "We do not say that it did. We say what was counted, and what studies found elsewhere."
        ),
    )


def _short(series: ReachSeries) -> bool:
    return series.frequency in ("P1D", "P7D", "P1W")
