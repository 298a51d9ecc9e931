"""Every file of an edition, one after the other, and the list that holds their checksums."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import plotly

from utils.edition import campaign, days, frame, lists, overview, statistic, style
from utils.edition.frame import Assets
from utils.edition.markup import tag
from utils.edition.told import Page, Told, passed_on
from utils.export import datapackage

FORMAT = "groundswell-edition-1"
"""Says what kind of folder a manifest is of, so that nothing else is ever replaced."""
MANIFEST, MISSING = "manifest.json", "404.html"
SCRIPT = Path(__file__).parent / "assets" / "page.js"
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
Files = Iterator[tuple[str, bytes]]
Make = Callable[[], Page]


def plan(told: Told) -> Mapping[str, Make]:
    """How to make each page, by its path. Each is made once, however many ask for it."""
    pages: dict[str, Make] = {}

    def said_on(path: str) -> tuple[str, ...]:
        return pages[path]().answer

    pages |= {
        "index.html": partial(overview.page, told),
        "statistics.html": partial(lists.statistics, told),
        "campaigns.html": partial(lists.all_campaigns, told, said_on),
        "calendar.html": partial(days.page, told),
        "sources.html": partial(lists.sources, told),
        MISSING: partial(frame.missing, told),
    }
    for name in overview.topics(told):
        pages[statistic.topic_path(name)] = partial(lists.topic, name, told, said_on)
    for id, card in told.statistics.items():
        pages[f"statistics/{id}.html"] = cache(partial(statistic.page, card, told))
    for id, one in told.campaigns.items():
        pages[f"campaigns/{id}.html"] = cache(partial(campaign.page, one, told))
    return pages


@cache
def shared() -> tuple[Assets, dict[str, bytes]]:
    """The files that all pages share, each named after its content, so that it never changes."""
    content = {
        "style.css": style.sheet(),
        "page.js": SCRIPT.read_bytes(),
        "plotly.js": PLOTLY.read_bytes(),
    }
    named = {name: _named(name, raw) for name, raw in content.items()}
    assets = Assets(named["style.css"], named["page.js"], named["plotly.js"])
    # hosts that can send a packed copy need not pack for each visitor
    packed = {f"{named[name]}.gz": gzip.compress(raw, 9, mtime=0) for name, raw in content.items()}
    return assets, {**{named[name]: raw for name, raw in content.items()}, **packed}


def _named(name: str, raw: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(raw).hexdigest()[:16]}.{ending}"


def files(told: Told) -> Files:
    """Every file of an edition but its manifest, one after the other."""
    assets, content = shared()
    yield from content.items()
    pages = plan(told)
    for path, make in pages.items():
        page = make()
        # a host shows this one below any address, so its links can't be relative
        yield path, frame.framed(page, told, assets, told.base if path == MISSING else None)
        yield from page.files.items()
    yield from _series(told)
    if told.base:
        yield from _found(told, pages)


def _series(told: Told) -> Files:
    """The whole series that may be passed on, and the licence texts that go with them."""
    for id, card in told.cards.items():
        rows = told.evidence(id)
        if passed_on(rows):
            yield f"data/{id}.zip", datapackage.build([(card, rows)], told.places, told.licences)
    for name, text in told.licences.items():
        yield f"licences/{name}.txt", text


def _found(told: Told, pages: Mapping[str, Make]) -> Files:
    """What search engines look for: https://www.sitemaps.org/protocol.html."""
    day = told.date.isoformat()
    listed = [
        tag("url", tag("loc", told.base + path), tag("lastmod", day))
        for path in pages
        if path != MISSING
    ]
    whole = tag("urlset", *listed, xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    yield "sitemap.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'.encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {told.base}sitemap.xml\n".encode()


def manifest(told: Told, sums: Mapping[str, tuple[int, str]]) -> bytes:
    """The manifest: snapshot, day, addresses, and size and sha256 of every other file."""
    content = {
        "format": FORMAT,
        "snapshot": told.snapshot,
        "date": told.date.isoformat(),
        "base_url": told.base,
        "live_url": told.live,
        "files": {
            path: {"bytes": size, "sha256": digest} for path, (size, digest) in sorted(sums.items())
        },
    }
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
