"""The page of one statistic: question, answer, chart, table, file, meaning and source."""

from __future__ import annotations

from collections.abc import Mapping

from utils.edition import linked, parts, table
from utils.edition.markup import Html, join, tag
from utils.edition.told import Page, Told, passed_on
from utils.export import csv
from utils.figures.palette import DARK, LIGHT
from utils.model import Evidence, Indicator
from utils.views import default, drawing, statistic
from utils.views.statistic import View


def shown(card: Indicator, told: Told) -> tuple[View, Evidence, Evidence]:
    """The default view of a statistic, its rows, and all rows of its series."""
    everything = told.evidence(card.id)
    view = default.statistic(card, everything, told.places)
    return view, statistic.rows(view, everything, told.places), everything


def page(card: Indicator, told: Told) -> Page:
    """The page of a statistic in its default view."""
    view, rows, everything = shown(card, told)
    said = drawing.answer(view, rows, told.places)
    path, file = f"statistics/{card.id}.html", f"{card.id}.csv"
    content = csv.text(csv.table(rows, card, told.places))
    body = join(
        [
            tag("p", tag("a", card.topic, href=f"../{topic_path(card.topic)}"), class_="where"),
            parts.heading(card.question, said),
            parts.suicide(told, view.places[0]) if card.about_suicide else Html(""),
            _picture(view, rows, everything, told) if passed_on(everything) else Html(""),
            parts.downloads(card, rows, everything, file, "../"),
            parts.live(told, f"statistics?indicator={card.id}"),
            parts.means(card, "What this measures", card.caveats),
            parts.source(rows, card, everything, told),
            _related(card, told.statistics),
        ]
    )
    open_ = passed_on(everything)
    return Page(
        path, card.question, said, body, f"statistics?indicator={card.id}",
        linked.dataset(card, rows, told, f"statistics/{file}", content) if open_ else None,
        charts=open_, files={f"statistics/{file}": content} if open_ else {},
    )  # fmt: skip


def _picture(view: View, rows: Evidence, everything: Evidence, told: Told) -> Html:
    light, dark = (
        drawing.drawing(view, rows, everything, told.setting(theme)) for theme in (LIGHT, DARK)
    )
    before = parts.sketched(rows, view.card, told, statistic.title(view))
    picture = parts.chart(light, dark, "chart", before)
    return join([picture, parts.notes(light.notes), table.rows(rows, view.card, told)])


def topic_path(topic: str) -> str:
    """The file of a topic's page."""
    return "topics/" + csv.file_name(topic, ending="html").removeprefix("groundswell_")


def _related(card: Indicator, known: Mapping[str, Indicator]) -> Html:
    near = [known[id] for id in card.related if id in known]
    if not near:
        return Html("")
    items = [tag("li", tag("a", one.plain_title, href=f"{one.id}.html")) for one in near]
    return tag("section", tag("h2", "Measured in another way"), tag("ul", *items))
