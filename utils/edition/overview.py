"""The first page of an edition: headline figures, single facts, and the way to everything else."""

from __future__ import annotations

from utils.claims import direction, phrases
from utils.edition import parts
from utils.edition.markup import Html, join, link, tag
from utils.edition.statistic import topic_path
from utils.edition.told import Page, Told
from utils.model import Fact, periods, units
from utils.views import default
from utils.views.headlines import Ground, Headline, covers, headlines


def chosen(told: Told) -> tuple[str, list[Headline]]:
    """The topic of the overview and its headline figures."""
    cards = told.statistics
    covered = {id: covers(told.evidence(id)) for id in cards}
    topic = default.topic(cards.values())
    ground = Ground(cards.values(), told.places, covered, told.evidence)
    return topic, headlines(ground, topic, default.HOME)


def page(told: Told) -> Page:
    """The overview in its default view."""
    topic, found = chosen(told)
    question = "What should I know before I speak?"
    intro = (
        "Public mental-health statistics with their source, so that what you say holds up. "
        "Choose a topic, a statistic or a campaign."
    )
    place = told.places[default.HOME]
    body = join(
        [
            tag("h1", question),
            tag("p", intro, class_="answer"),
            tag("h2", f"First figures for {place.spoken}") if found else Html(""),
            tag("div", *(_figure(one) for one in found), class_="cards"),
            _facts(told, topic),
            tag("h2", "Topics"),
            tag("ul", *(_topic(name) for name in topics(told))),
            parts.live(told, "", "Choose your place and topic"),
        ]
    )
    return Page("index.html", question, (intro,), body, "")


def topics(told: Told) -> list[str]:
    """Every topic that has a statistic."""
    return sorted({card.topic for card in told.statistics.values()})


def _topic(name: str) -> Html:
    return tag("li", tag("a", name, href=topic_path(name)))


def _figure(one: Headline) -> Html:
    """One headline figure, which leads to its page."""
    card = one.card
    last = one.evidence.rows.dropna(subset="value").sort_values("start").iloc[-1]
    said = f"{phrases.when(last)}, {phrases.level(last, card, one.place)}."
    if card.unit == "percent":
        said += f" That is {units.one_in(last['value'])}."
    source = one.evidence.sources[-1]
    return tag(
        "section",
        tag("h3", tag("a", f"{card.plain_title}: {one.place.name}",
                      href=f"statistics/{card.id}.html")),
        tag("p", units.quantity(last["value"], card.unit, card.decimals), class_="big"),
        tag("p", said),
        tag("p", direction.direction(one.evidence.rows, card)),
        tag("p", "Source: ", link(source.name, source.url), class_="small"),
        class_="box",
    )  # fmt: skip


def _facts(told: Told, topic: str) -> Html:
    around = {default.HOME, told.places[default.HOME].parent}
    known = told.library.facts().values()
    mine = [fact for fact in known if fact.place in around and fact.topic == topic]
    if not mine:
        return Html("")
    items = tag("ul", *map(_fact, mine))
    return tag("details", tag("summary", f"Single figures worth knowing ({len(mine)})"), items)


def _fact(fact: Fact) -> Html:
    when = periods.label(fact.start, fact.end)
    qualifier = f" {fact.qualifier}" if fact.qualifier else ""
    return tag("li", f"{fact.statement} ({when}).{qualifier} ", link(fact.source, fact.url))
