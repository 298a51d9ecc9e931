"""What a view shows, worked out once and kept for whoever asks for the same view next."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from utils.claims.spec import Spec
from utils.model import Evidence
from utils.ui import campaign_parts, doors, draw, load
from utils.ui import view as views
from utils.ui.campaign_view import CampaignView
from utils.ui.clock import moment
from utils.ui.draw import Drawing
from utils.ui.kept import kept
from utils.ui.view import View

KEPT = 96
"""Views kept at once, each with its figure; the least recently used one goes first."""


@dataclass(frozen=True)
class Ready:
    """The rows of a view, everything said about them, and the claim that they could become."""

    shown: Evidence
    drawing: Drawing
    point: Spec | None


@dataclass(frozen=True)
class Reached:
    """One event of a campaign: its curve with the rows behind it, all years, and the claim."""

    drawn: tuple[Drawing, Evidence] | None
    years: Drawing | None
    point: Spec | None


def view(chosen: View, everything: Evidence) -> Ready:
    """Rows, drawing and claim of a view of the statistics page.

    Raises `select.SelectionError` for a choice that holds no rows.
    """
    return _view((chosen.key, load.stamp(chosen.card.id), *moment()), chosen, everything)


@kept(KEPT)
def _view(key: Hashable, chosen: View, everything: Evidence) -> Ready:
    shown = views.rows(chosen, everything)
    drawing = replace(draw.drawing(chosen, shown, everything), kept=repr(key))
    return Ready(shown, drawing, doors.honest(doors.of_view(chosen, shown)))


def campaign(chosen: CampaignView) -> Reached:
    """The same for a view of the campaigns page; empty where there is no series to show."""
    if chosen.card is None:
        return Reached(None, None, None)
    return _campaign((chosen.key, load.stamp(chosen.card.id), *moment()), chosen)


@kept(KEPT)
def _campaign(key: Hashable, chosen: CampaignView) -> Reached:
    drawn, years = campaign_parts.drawing(chosen), campaign_parts.by_year(chosen)
    spec = doors.honest(doors.of_campaign(chosen, drawn[1] if drawn else None))
    name = repr((chosen.campaign.id, key))
    return Reached(
        (replace(drawn[0], kept=name), drawn[1]) if drawn else None,
        replace(years, kept=name) if years else None,
        spec,
    )
