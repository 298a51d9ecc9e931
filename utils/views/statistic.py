"""A view of one statistic: what was chosen, and the one set of rows that follows from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from utils.analysis import change, rank, select
from utils.claims import notes
from utils.export import csv
from utils.figures import ranking
from utils.language import ENGLISH, groups, later, periods, say, speaking
from utils.model import Evidence, Indicator, Place

Places = Mapping[str, Place]
KINDS = {
    "trend": later("Over time"),
    "map": later("Map"),
    "ranking": later("In order"),
    "table": later("Table"),
}


@dataclass(frozen=True)
class View:
    """Choices of the statistics page; ``since`` and ``beside`` are empty when not used."""

    card: Indicator
    places: tuple[str, ...]
    split: str
    groups: tuple[str, ...]
    first: dt.date
    last: dt.date
    since: dt.date | None
    beside: str
    kind: str

    @property
    def key(self) -> tuple[Hashable, ...]:
        """The choices by themselves, which tell one view of a snapshot from another."""
        return (
            self.card.id, self.places, self.split, self.groups, self.first, self.last,
            self.since, self.beside, self.kind,
        )  # fmt: skip


def rows(view: View, everything: Evidence, known: Places) -> Evidence:
    """The rows that chart, table, sentence and download of a view share.

    ``known`` says which place lies in which. Raises `select.SelectionError` for a choice that
    holds no rows.
    """
    if view.kind in ("map", "ranking"):
        snapshot = every_place(view, everything, known)
        return snapshot if view.kind == "map" else _cut(snapshot, view.places)
    evidence = _narrowed(view, everything)
    chosen = select.places(evidence, view.places)
    if view.beside == select.MEDIAN:
        parts = select.median(evidence, leave_out=sorted(totals(evidence, known)))
        chosen = select.beside(chosen, parts)
    elif view.beside:
        chosen = select.beside(chosen, select.places(evidence, [view.beside]))
    return change.since(chosen, view.card, view.since) if view.since else chosen


def _narrowed(view: View, everything: Evidence) -> Evidence:
    """Every place, in the chosen time, split and groups."""
    evidence = select.between(select.split(everything, view.split), view.first, view.last)
    if view.groups and view.split != "all":
        return select.groups(evidence, view.groups)
    return evidence


def every_place(view: View, everything: Evidence, known: Places) -> Evidence:
    """Every place in one period; of one group, because a map has one colour for a place.

    Raises `select.SelectionError` for a choice that holds no rows.
    """
    evidence = _narrowed(view, everything)
    group = view.groups[0] if view.groups else evidence.rows["group"].iloc[0]
    evidence = select.without(select.groups(evidence, [group]), totals(evidence, known))
    return select.at(evidence, *widest_period(evidence))


def _cut(snapshot: Evidence, chosen: tuple[str, ...]) -> Evidence:
    shown = ranking.shown(rank.ranking(snapshot), chosen)
    return snapshot.with_rows(shown[list(snapshot.rows.columns)])


def totals(evidence: Evidence, known: Places) -> set[str]:
    """Places that others of the same series lie in: they are not ranked among their parts."""
    codes = set(evidence.rows["place"].unique())
    parents = {known[code].parent for code in codes} & codes
    return parents | ({"WLD", "EU27"} & codes)


def widest_period(evidence: Evidence) -> tuple[dt.date, dt.date]:
    """The latest period in which at least half as many places have a figure as ever had.

    Raises `select.SelectionError` where no place has a figure at all.
    """
    known = evidence.rows.dropna(subset="value")
    if known.empty:
        raise select.SelectionError(say("There are no figures for this choice."))
    counts = known.groupby(["start", "end"])["place"].nunique()
    start, end = counts[counts >= counts.max() / 2].index[-1]
    return start.date(), end.date()


def title(view: View) -> str:
    """The chart's title: what is measured, and whether it shows values or changes."""
    text = view.card.title
    if view.since and view.kind in ("trend", "table"):
        since = periods.label(view.since, view.since)
        return say("{title}: change since {period}", title=text, period=since)
    return text


def subtitle(view: View, evidence: Evidence) -> str:
    """Who was asked and the time the picture covers, for the line under the title."""
    shown = evidence.rows.dropna(subset="value")
    span = (
        periods.label(shown["start"].min(), shown["end"].max()) if len(shown) else say("no figures")
    )
    kind = "" if view.card.standardisation == "none" else f"{say(view.card.standardisation)}, "
    group = ""
    if view.kind in ("map", "ranking") and view.split != "all" and len(shown):
        group = f"{groups.name(shown['group'].iloc[0])}, "
    return f"{view.card.population}; {group}{kind}{span}"


def picture_name(view: View) -> str:
    """What the picture of a view is called on disk."""
    parts = (view.card.id, view.kind, *view.places[:2], view.last.isoformat())
    return csv.file_name(*parts, ending="png").removesuffix(".png")


def middle_note(shown: Evidence) -> tuple[str, ...]:
    """What the median is a median of, where one is shown."""
    if select.MEDIAN not in set(shown.rows["place"].unique()):
        return ()
    return (
        say(
            "The median is our own calculation: the middle one of the places that have a figure "
            "in every period shown, each counted once whatever its size."
        ),
    )


def withheld(view: View) -> str:
    """Why changes across a break were left out, for a file; empty when values are shown."""
    with speaking(ENGLISH):  # files are in English
        return notes.across(view.card, view.split) if view.since else ""
