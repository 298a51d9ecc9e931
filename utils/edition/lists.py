"""Pages that lead to others: every statistic, one topic, every campaign, every source."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from utils.analysis import select
from utils.edition import parts, table
from utils.edition.markup import Html, join, link, tag
from utils.edition.overview import topics
from utils.edition.statistic import topic_path
from utils.edition.told import Page, Told, passed_on
from utils.model import Card, Indicator, periods

Said = Callable[[str], tuple[str, ...]]
"""What the page at a path answers."""


def topic(name: str, told: Told, said_on: Said) -> Page:
    """Every statistic of a topic with its answer."""
    cards = [card for card in told.statistics.values() if card.topic == name]
    note = parts.suicide(told, "WLD") if any(one.about_suicide for one in cards) else Html("")
    said = f"{len(cards)} series of public statistics on this topic, each with its answer."
    items = join(_statistic(card, said_on) for card in cards)
    body = join([tag("h1", name), tag("p", said, class_="answer"), note, items])
    return Page(topic_path(name), name, (said,), body, "")


def _statistic(card: Indicator, said_on: Said) -> Html:
    path = f"statistics/{card.id}.html"
    door = tag("a", card.plain_title, href=f"../{path}")
    return tag("section", tag("h2", door), tag("p", " ".join(said_on(path)[:2])))


def statistics(told: Told) -> Page:
    """Every statistic by topic."""
    known = told.statistics
    question = "Which statistics are there?"
    said = f"{len(known)} series of public statistics, by topic."
    pieces = [tag("h1", question), tag("p", said, class_="answer")]
    for name in topics(told):
        pieces.append(tag("h2", tag("a", name, href=topic_path(name))))
        mine = [card for card in known.values() if card.topic == name]
        pieces.append(_links((card.plain_title, f"statistics/{card.id}.html") for card in mine))
    return Page(
        "statistics.html", "Which statistics are there?", (said,), join(pieces), "statistics"
    )


def all_campaigns(told: Told, said_on: Said) -> Page:
    """Every campaign with its first sentence."""
    said = f"{len(told.campaigns)} campaigns and what is known of their reach."
    pieces = [tag("h1", "Which campaigns are there?"), tag("p", said, class_="answer")]
    for id, card in told.campaigns.items():
        path = f"campaigns/{id}.html"
        pieces.append(tag("h2", tag("a", card.title, href=path)))
        pieces.append(tag("p", said_on(path)[0]))
    return Page("campaigns.html", "Which campaigns are there?", (said,), join(pieces), "campaigns")


def _links(pairs: Iterable[tuple[str, str]]) -> Html:
    return tag("ul", *(tag("li", tag("a", words, href=path)) for words, path in pairs))


def sources(told: Told) -> Page:
    """Every series with producer, period, licence and file."""
    said = (
        f"From {len(told.statistics)} series of public statistics and {len(told.reach)} of "
        "campaign reach and attention. Each is kept as it was published, with its licence and a "
        "checksum."
    )
    heads = ["Series", "Topic", "Producer", "From", "To", "Rows", "Licence", "File"]
    every: list[Card] = [*told.statistics.values(), *told.reach.values()]
    body = [_row(card, told) for card in every]
    numeric = [name == "Rows" for name in heads]
    grid = table.plain(heads, body, numeric, f"{len(every)} series and where they come from")
    question = "Where do these numbers come from?"
    page = join([tag("h1", question), tag("p", said, class_="answer"), grid, _licences(told)])
    return Page("sources.html", question, (said,), page, "sources")


def _row(card: Card, told: Told) -> list[str]:
    rows = told.evidence(card.id)
    spans = select.periods(rows)
    name: str = card.plain_title
    if isinstance(card, Indicator):
        name = tag("a", name, href=f"statistics/{card.id}.html")
    licences = {one.licence: link(one.licence, one.licence_url) for one in rows.sources}
    file = tag("a", f"{card.id}.zip", href=f"data/{card.id}.zip", download=True)
    return [
        name,
        card.topic,
        "; ".join(dict.fromkeys(one.producer for one in rows.sources)),
        periods.label(*spans[0]),
        periods.label(*spans[-1]),
        f"{len(rows):,}",
        join(licences.values(), "; "),
        file if passed_on(rows) else "not passed on",
    ]


def _licences(told: Told) -> Html:
    """The licence texts that must travel with the data under them."""
    if not told.licences:
        return Html("")
    files = _links((f"{name}.txt", f"licences/{name}.txt") for name in sorted(told.licences))
    return join([tag("h2", "Licence texts"), files])
