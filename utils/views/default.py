"""What is shown to whoever has chosen nothing yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from utils.analysis import select
from utils.language import say
from utils.language.order import letters
from utils.model import AwarenessEvent, Campaign, Evidence, Indicator, ReachSeries
from utils.views import campaign as campaigns
from utils.views.campaign import FREQUENCIES, CampaignView
from utils.views.statistic import Places, View

HOME = "USA"
MOST_LINES = 60
"""Lines in one chart, places times groups: each more makes drawing slower than the one before."""


def named(codes: Collection[str], known: Places) -> list[str]:
    """Codes of places in the order of their English names: no default hangs on a language."""
    return sorted(codes, key=lambda code: letters(known[code].name))


def places(card: Indicator, codes: Sequence[str]) -> list[str]:
    """The places of a card that have figures, else its benchmark, else the first by name."""
    found = [code for code in card.default_places if code in codes]
    return found or ([card.benchmark] if card.benchmark in codes else list(codes[:1]))


def statistic(card: Indicator, everything: Evidence, known: Places) -> View:
    """The view of a statistic: over time, as published, everyone together if there is that.

    Raises `select.SelectionError` for a series without a figure.
    """
    split = select.splits(everything)[0]
    part = select.split(everything, split)
    spans = select.periods(part)
    if not spans:
        raise select.SelectionError(say("There are no figures in this series."))
    chosen = places(card, named(part.rows["place"].unique(), known))
    groups = part.rows["group"].unique().tolist()
    if split != "all" and len(groups) > 1:
        groups = groups[: MOST_LINES // max(1, len(chosen))]
    last = max(end for _, end in spans)
    return View(card, tuple(chosen), split, tuple(groups), spans[0][0], last, None, "", "trend")


def topic(cards: Iterable[Indicator]) -> str:
    """The topic of the overview: the first that has a headline figure; empty without one."""
    return min((card.topic for card in cards if card.headline), default="")


def campaign(
    chosen: Campaign,
    card: ReachSeries | None,
    everything: Evidence | None,
    event: AwarenessEvent | None,
) -> CampaignView:
    """The view of a campaign: its first series around its latest day that can be measured.

    A series that can't be read by day, or holds no such day, is shown whole.
    """
    if card is None or everything is None:
        return CampaignView(chosen, None, "", None, 0)
    parts = campaigns.groups(chosen, card, list(everything.rows["group"].unique()))
    line = select.groups(everything, parts[:1])
    if campaigns.readable_by_day(card, line):
        days = campaigns.events(chosen, card, line, event)
        if days:
            after = FREQUENCIES[card.frequency].after
            return CampaignView(chosen, card, parts[0], days[0], after)
    return CampaignView(chosen, card, parts[0], None, 0)
