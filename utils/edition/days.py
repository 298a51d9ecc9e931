"""The page of awareness days: the year that follows the edition, and a file for a calendar."""

from __future__ import annotations

from utils.analysis import calendar
from utils.analysis.calendar import Span
from utils.edition.markup import Html, join, link, tag
from utils.edition.told import Page, Told
from utils.export import ics
from utils.model import AwarenessEvent, periods

FILE = "awareness-days.ics"


def dated(told: Told) -> list[tuple[AwarenessEvent, Span]]:
    """Every day, week or month ahead, in order, by announced date or rule."""
    spans = [(one, calendar.ahead(one, told.date)) for one in told.library.calendar().values()]
    found = [(event, span) for event, span in spans if span]
    return sorted(found, key=lambda pair: (pair[1].start, pair[0].name))


def page(told: Told) -> Page:
    """The coming year in order; each day with the campaigns that speak to it."""
    question, found = "Which awareness day is next?", dated(told)
    day = periods.label(told.date, told.date)
    coming = next((pair for pair in found if pair[1].start > told.date), None)
    said = f"No day is announced after {day}."
    if coming:
        when = periods.label(coming[1].start, coming[1].end)
        said = f"After {day}, the next is {coming[0].name}: {when}."
    body = join(
        [
            tag("h1", question),
            tag("p", tag("strong", said), class_="answer"),
            tag("p", tag("a", f"{len(found)} days for your calendar (.ics)", href=FILE,
                         download=True)),
            *(_event(event, span, told) for event, span in found),
            _unknown(told, {event.id for event, _ in found}),
        ]
    )  # fmt: skip
    return Page("calendar.html", question, (said,), body, "calendar",
                files={FILE: ics.build(found, told.date)})  # fmt: skip


def _event(event: AwarenessEvent, span: Span, told: Told) -> Html:
    where = " and ".join(told.places[code].name for code in event.region.split(";"))
    sure = "announced" if span.basis == "known" else "by rule"
    mine = [one for one in told.campaigns.values() if one.event == event.id]
    doors = [
        tag("li", tag("a", f"Campaign: {one.title}", href=f"campaigns/{one.id}.html"))
        for one in mine
    ]
    return tag(
        "section",
        tag("h2", f"{periods.label(span.start, span.end)}: {event.name}"),
        tag("p", f"{where}, {sure}: {event.rule_text} ", link("Source", event.url)),
        tag("ul", *doors) if doors else Html(""),
    )


def _unknown(told: Told, known: set[str]) -> Html:
    """Days without a date; a milestone is over for good, so its next date is not missing."""
    every = told.library.calendar().values()
    names = [one.name for one in every if one.id not in known and one.kind != "milestone"]
    words = f"No date announced yet, and no rule that always held: {', '.join(names)}."
    return tag("p", words) if names else Html("")
