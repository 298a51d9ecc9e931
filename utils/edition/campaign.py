"""The page of one campaign: how far it reached, what is counted, and what that does not show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from utils.analysis import select
from utils.claims import reach_cited as words
from utils.edition import cited, linked, parts, table
from utils.edition.markup import Html, join, tag
from utils.edition.told import Page, Told, passed_on
from utils.export import csv
from utils.figures.palette import DARK, LIGHT
from utils.model import Campaign, Evidence, ReachSeries
from utils.views import campaign as views
from utils.views import campaign_drawing as drawings
from utils.views import default
from utils.views.campaign import CampaignView, Measured
from utils.views.drawing import Drawing, Setting


@dataclass(frozen=True, eq=False)
class Shown:
    """The default view of a campaign that has a series: what was measured, and its words.

    ``years`` are all events that can be measured, earliest first.
    """

    told: Told
    view: CampaignView
    card: ReachSeries
    everything: Evidence
    found: Measured | None
    years: tuple[Measured, ...]
    population: float

    @cached_property
    def light(self) -> drawings.Drawn:
        """The picture with its words, and the rows behind it."""
        return self.drawn(self.told.setting(LIGHT))

    def drawn(self, setting: Setting) -> drawings.Drawn:
        """The same in any setting."""
        if self.found is None:
            return drawings.whole(self.view, self.everything, setting)
        return drawings.around(self.view, self.found, self.population, setting)

    def by_year(self, setting: Setting) -> Drawing | None:
        """The same event in other years; `None` for fewer than two."""
        return drawings.by_year(self.view, self.years, setting)


def shown(campaign: Campaign, told: Told) -> Shown | None:
    """What a campaign's page shows first; `None` where no series of it may be kept."""
    card = next((told.reach[use.id] for use in campaign.series if use.id in told.reach), None)
    if card is None:
        return None
    everything = told.evidence(card.id)
    event = told.library.calendar()[campaign.event] if campaign.event else None
    view = default.campaign(campaign, card, everything, event)
    if view.event is None:
        return Shown(told, view, card, everything, None, (), 0)
    line = select.groups(everything, [view.group])
    days = views.events(campaign, card, line, event)
    every = {day: views.measured(view, day, line, days) for day in reversed(days)}
    people = told.library.population(card.place, view.event.year) if card.additive else 0
    return Shown(told, view, card, everything, every[view.event], tuple(every.values()), people)


def answer(campaign: Campaign, told: Told, found: Shown | None) -> tuple[str, ...]:
    """What we can say: from the series where there is one, else from the best cited figure."""
    if found is not None:
        return found.light[0].answer
    facts = told.library.reach_facts()
    return words.facts_first(campaign.title, [facts[id] for id in campaign.facts])


def page(campaign: Campaign, told: Told) -> Page:
    """The page of a campaign in its default view."""
    found = shown(campaign, told)
    said = answer(campaign, told, found)
    question = f"How far did {campaign.title} reach?"
    who = f"{campaign.organiser}. {campaign.about} {' '.join(campaign.hashtags)}"
    nothing = tag("p", "No series of this campaign may be kept here. What was said is below.")
    body = join(
        [
            parts.heading(question, said),
            tag("p", who, class_="small"),
            parts.suicide(told, campaign.region) if campaign.about_suicide else Html(""),
            _series(campaign, found, told) if found else nothing,
            parts.live(told, f"campaigns?campaign={campaign.id}", "Choose another year or measure"),
            tag("h2", "What this does not show"),
            tag("ul", *(tag("li", one) for one in campaign.not_shown)),
            cited.rungs(campaign, told),
            cited.studied(campaign, told),
            parts.means(found.card, "What this counts") if found else Html(""),
            parts.source(found.light[1], found.card, found.everything, told)
            if found else Html(""),
        ]
    )  # fmt: skip
    return _whole(campaign, told, found, Page(
        f"campaigns/{campaign.id}.html", question, said, body,
        f"campaigns?campaign={campaign.id}",
    ))  # fmt: skip


def _whole(campaign: Campaign, told: Told, found: Shown | None, page: Page) -> Page:
    """The page with its file and its linked data, where the licence lets them out."""
    if found is None or not passed_on(found.everything):
        return page
    rows, path = found.light[1], f"campaigns/{campaign.id}.csv"
    content = csv.text(csv.table(rows, found.card, told.places))
    data = linked.dataset(found.card, rows, told, path, content)
    return Page(
        page.path, page.title, page.answer, page.body, page.live, data,
        charts=True, files={path: content},
    )  # fmt: skip


def _series(campaign: Campaign, found: Shown, told: Told) -> Html:
    """The curve with its table, the same event in other years, and the files."""
    rows = found.light[1]
    down = parts.downloads(found.card, rows, found.everything, f"{campaign.id}.csv", "../")
    if not passed_on(found.everything):
        return down
    before = parts.sketched(rows, drawings.as_drawn(found.view), told, views.name(found.view))
    light, dark = found.light[0], found.drawn(told.setting(DARK))[0]
    curve = parts.chart(light, dark, "chart", before)
    grid = table.rows(rows, found.card, told)
    return join([curve, parts.notes(light.notes), grid, down, _years(found, told)])


def _years(found: Shown, told: Told) -> Html:
    light, dark = (found.by_year(told.setting(theme)) for theme in (LIGHT, DARK))
    if light is None or dark is None or light.table is None:
        return Html("")
    title = f"{found.view.campaign.title}, year by year"
    picture = parts.chart(light, dark, "years", Html(""))
    return join([picture, table.frame(light.table, title)])
