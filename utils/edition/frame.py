"""The frame around every page of an edition: head, menu, foot, and what a browser may load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from utils.edition import parts
from utils.edition.markup import Html, island, join, link, tag
from utils.edition.told import Page, Told
from utils.export import clean
from utils.model import periods

NAME = "Groundswell"
MENU = {
    "index.html": "Overview",
    "statistics.html": "Statistics",
    "campaigns.html": "Campaigns",
    "calendar.html": "Calendar",
    "sources.html": "Sources",
}
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        # Plotly writes the styles of its drawing into the page
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
"""What a page may load: files beside it, and nothing from anywhere else."""


@dataclass(frozen=True)
class Assets:
    """The files that all pages share, by what they are; names change with their content."""

    style: str
    script: str
    plotly: str


def framed(page: Page, told: Told, assets: Assets, up: str | None = None) -> bytes:
    """A whole page; ``up`` leads from it to the top folder, where it is not its own."""
    root = page.up if up is None else up
    head = _head(page, told, assets, root)
    body = tag(
        "body",
        tag("a", "Skip to the content", href="#content", class_="skip"),
        _menu(page, root),
        tag("main", page.body, id="content", tabindex="-1"),
        _foot(told, root),
    )
    whole = tag("html", head, body, lang="en")
    return f"<!doctype html>\n{whole}\n".encode()


def _head(page: Page, told: Told, assets: Assets, root: str) -> Html:
    pieces = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="description", content=clean.shortened(" ".join(page.answer), 300)),
        tag("title", f"{page.title} · {NAME}"),
        tag("link", rel="stylesheet", href=root + assets.style),
    ]
    if told.base:
        pieces.append(tag("link", rel="canonical", href=told.base + page.path))
    if page.charts:
        own, plotly = root + assets.script, root + assets.plotly
        pieces.append(tag("script", src=own, defer=True, data_plotly=plotly, data_wait=told.light))
    if page.linked is not None:
        pieces.append(island(page.linked, "application/ld+json"))
    return tag("head", *pieces)


def _menu(page: Page, root: str) -> Html:
    items = [
        tag("li", tag("a", words, href=root + path, aria_current=_current(page, path)))
        for path, words in MENU.items()
    ]
    name = tag("p", tag("a", NAME, href=f"{root}index.html"), class_="name")
    return tag("header", name, tag("nav", tag("ul", *items), aria_label="Pages"))


def _current(page: Page, path: str) -> str | None:
    """Where the reader is: on the page itself, or on one that belongs to it."""
    if page.path == path:
        return "page"
    folder = page.path.rpartition("/")[0].replace("topics", "statistics")
    return "true" if folder and path == f"{folder}.html" else None


def _foot(told: Told, root: str) -> Html:
    day = periods.label(told.date, told.date)
    said = (
        f"A plain edition of {day}, made from the data {told.snapshot}. It is not renewed by "
        "itself: the newest figures are in the live view and with their publishers. Nobody is "
        "counted or followed here."
    )
    listed = tag("a", "Checksums of every file", href=f"{root}manifest.json")
    live = join([" · ", link("Live view", told.live)]) if told.live else Html("")
    opening = "If you or someone you know needs to talk:"
    return tag(
        "footer",
        parts.call(opening, told.helpline("WLD"), way_out=False),
        tag("p", said), tag("p", listed, live),
    )  # fmt: skip


def missing(told: Told) -> Page:
    """What a host shows for an address that is not there."""
    question = "This page is not here"
    words = "It may have moved, or the figures it was about are no longer published."
    links: Mapping[str, str] = MENU
    prefix = told.base
    items = [tag("li", tag("a", words, href=prefix + path)) for path, words in links.items()]
    body = join([tag("h1", question), tag("p", words, class_="answer"), tag("ul", *items)])
    return Page("404.html", question, (words,), body, "")
