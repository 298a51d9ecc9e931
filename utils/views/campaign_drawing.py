"""The pictures of a campaign with their words: the curve around its day, the years, the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from utils.analysis import aggregate
from utils.analysis.age import age
from utils.claims import reach as words
from utils.figures import alt as alts
from utils.figures import attention as attention_figure
from utils.figures import trend, years
from utils.figures.frame import Caption, source_line
from utils.language import say
from utils.model import Evidence, ReachSeries
from utils.views import campaign as views
from utils.views.campaign import CampaignView, Measured
from utils.views.drawing import Drawing, Setting

Drawn = tuple[Drawing, Evidence]


def around(view: CampaignView, found: Measured, population: float, setting: Setting) -> Drawn:
    """The curve around the event of a view, and the rows behind it.

    ``population`` of the place lets the peak be said per 100,000 people; 0 leaves it out.
    """
    assert view.card is not None
    name = views.name(view)
    caption = _caption(view.card, found.rows, f"{view.card.title}, {view.group}", setting)
    figure = attention_figure.figure(
        found.curve, view.card, found.found, found.placebo, found.window, name, caption,
        setting.theme,
    )  # fmt: skip
    said = words.attention(
        view.campaign.title, view.card, found.found, found.placebo, found.window, population
    )
    alt = attention_figure.alt(view.card, found.found, found.placebo, found.window, name)
    return Drawing(figure, alt, said, view.card.caveats[:3]), found.rows


def whole(view: CampaignView, everything: Evidence, setting: Setting) -> Drawn:
    """A series by year, or by month where days are too sparse to be read."""
    assert view.card is not None
    card = view.card
    evidence = views.part(view, card, everything)
    notes = list(card.caveats[:3])
    if card.frequency == "P1D" and card.additive:
        evidence = aggregate.monthly(evidence)
        notes.append(say("Sums by month of the days on which something was found."))
    caption = _caption(card, evidence, card.title, setting)
    drawn = as_drawn(view)
    figure = trend.figure(evidence, drawn, setting.places, caption, setting.theme)
    alt = alts.trend(evidence, drawn, setting.places)
    return Drawing(figure, alt, words.whole(evidence, card), tuple(notes)), evidence


def as_drawn(view: CampaignView) -> ReachSeries:
    """The card of a view as its picture takes it: days that are shown whole are drawn by month."""
    assert view.card is not None
    by_month = view.event is None and view.card.frequency == "P1D"
    return replace(view.card, frequency="P1M") if by_month else view.card


def _caption(card: ReachSeries, rows: Evidence, title: str, setting: Setting) -> Caption:
    last = age(rows, card, setting.today).last
    return Caption(
        title.removesuffix(", all"),
        f"{card.platform}; {say(card.rung)}; {card.coverage}",
        source_line(rows, say("Data to {last}.", last=last)),
    )


def by_year(view: CampaignView, every: Sequence[Measured], setting: Setting) -> Drawing | None:
    """The same event in every year of the series, earliest first; `None` for fewer than two."""
    if view.card is None or len(every) < 2:
        return None
    found = [one.found for one in every]
    title = say("{campaign}, year by year", campaign=view.campaign.title)
    caption = _caption(view.card, every[-1].rows, title, setting)
    figure = years.figure(found, caption, setting.theme)
    alt = years.alt(found, view.card.plain_title.lower())
    return Drawing(figure, alt, (), (), years.table(found))
