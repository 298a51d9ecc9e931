"""What pages are made of: question, answer, chart, meaning, source, and who to call."""

from __future__ import annotations

from collections.abc import Sequence

from utils.analysis.age import age
from utils.edition import chart as charts
from utils.edition.markup import Html, island, join, link, tag
from utils.edition.sketch import sketch
from utils.edition.told import Told, passed_on
from utils.model import Card, Evidence, Helpline, periods
from utils.views import meaning
from utils.views.drawing import Drawing

AWAY = "https://www.wikipedia.org/"
"""Where leaving leads: a page that anybody may have open, in many languages, without adverts."""


def heading(question: str, sentences: Sequence[str]) -> Html:
    """The question of a page, and its answer with the first sentence stressed."""
    first, *rest = sentences or ("",)
    said = [tag("strong", first), *rest]
    return join([tag("h1", question), tag("p", join(said, " "), class_="answer")])


def call(opening: str, line: Helpline, way_out: bool = True) -> Html:
    """Who to call, after some words of opening, and the way out beside it."""
    words = tag(
        "p", f"{opening} ", tag("strong", line.name), f", {line.contact} ({line.hours}). ",
        link(line.url, line.url),
    )  # fmt: skip
    leave = link("Leave this page", AWAY, class_="leave", referrerpolicy="no-referrer")
    inside = [words, leave] if way_out else [words]
    return tag("aside", *inside, class_="note", aria_label="Help")


def suicide(told: Told, place: str) -> Html:
    """The content note of a page about suicide."""
    return call("This page is about suicide. If it touches you:", told.helpline(place))


def chart(light: Drawing, dark: Drawing, id: str, inside: Html) -> Html:
    """A chart as drawn in light and in dark, and ``inside`` it what is seen until it is there."""
    if light.figure is None or dark.figure is None:
        return Html("")
    before = tag("div", inside, class_="sketch")
    place = tag("div", before, class_="chart", role="img", aria_label=light.alt, data_chart=id)
    data = island(charts.data(light.figure, dark.figure), "application/json", id=id)
    return join([tag("figure", place), data])


def sketched(shown: Evidence, card: Card, told: Told, title: str) -> Html:
    """The lines for paper and for browsers without scripts."""
    found = sketch(shown, card, told.places)
    name = tag("p", tag("strong", title))
    return tag("div", name, found, class_=card.aspect) if found else Html("")


def notes(said: Sequence[str]) -> Html:
    """What to bear in mind with a chart."""
    return join(tag("p", one, class_="small") for one in said)


def means(card: Card, title: str, caveats: Sequence[str] = ()) -> Html:
    """What a number really is, and what to bear in mind with it."""
    said = [
        tag("p", tag("strong", f"{term}: "), words) if term else tag("p", words)
        for term, words in meaning.lines(card).items()
    ]
    if caveats:
        said.append(tag("ul", *(tag("li", one) for one in caveats)))
    return tag("section", tag("h2", title), *said, class_="box")


def source(shown: Evidence, card: Card, everything: Evidence, told: Told) -> Html:
    """Who published it, under which licence, how old it is, and how to cite it."""
    found = age(everything, card, told.date)
    over = " No newer figures are published." if found.badge == "ended" else ""
    said = [tag("p", f"{found.badge.capitalize()}: data to {found.last}.{over}")]
    for one in shown.sources:
        read = max(o.retrieved for o in shown.cited if o.source.id == one.id)
        who, when = f", {one.producer}. Licence: ", f". Retrieved {periods.label(read, read)}."
        licence = link(one.licence, one.licence_url)
        said.append(tag("p", "Source: ", link(one.title, one.url), who, licence, when))
    cited = dict.fromkeys(one.citation for one in shown.sources)
    said.append(tag("p", "To cite: ", tag("cite", " ".join(cited))))
    return tag("section", tag("h2", "Source"), *said)


def downloads(card: Card, shown: Evidence, everything: Evidence, own: str, up: str) -> Html:
    """Links to the rows shown, in the file ``own`` beside the page, and to the whole series.

    Where a licence does not let rows be passed on, that is said instead.
    """
    if not passed_on(everything):
        return _refused(everything)
    whole = f"The whole series, {len(everything):,} rows with licence and checksums (zip)"
    mine = tag("a", f"The {len(shown):,} rows shown (CSV)", href=own, download=True)
    all_ = tag("a", whole, href=f"{up}data/{card.id}.zip", download=True)
    return tag("p", mine, " · ", all_, class_="take")


def _refused(everything: Evidence) -> Html:
    every = {one.source.id: one.source for one in everything.origins}
    closed = [one for one in every.values() if not one.redistributable]
    return join(
        tag(
            "p", "No chart, table or file here: the licence of ", one.producer, " (",
            link(one.licence, one.licence_url), ") does not let its rows be passed on. ",
            link("Get them from the publisher", one.url), ". Single figures can be cited.",
        )
        for one in closed
    )  # fmt: skip


def live(told: Told, path: str, words: str = "Choose other places and periods") -> Html:
    """The way to the same view in the app, where its address is known."""
    if not told.live:
        return Html("")
    return tag("p", link(f"{words} in the live view", told.live + path), class_="live")
