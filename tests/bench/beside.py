"""Ours beside Dash and beside files alone: in one run, in turn, on the same two pages."""

from __future__ import annotations

import statistics
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError

from tests.bench import watch
from tests.bench.peers.acts import ACTS, PLACES
from tests.bench.peers.serving import Running, prepared, started

STARTS, VISITS, CHANGES = 3, 5, 20
PAGES = {"statistics": 1, "campaigns": 2}
"""The charts that each page has."""
KINDS = {"place": "statistics", "period": "statistics", "event": "campaigns"}

DRAWN = """(() => {
  const watch = window.drawn = { start: 0, last: 0, any: 0 };
  const chart = '.js-plotly-plot';
  const inside = node => node.nodeType === 1 && (node.closest(chart) || node.querySelector(chart));
  const note = () => requestAnimationFrame(() => requestAnimationFrame(
    () => { watch.last = performance.now(); }));
  new MutationObserver(seen => {
    watch.any = performance.now();
    if (seen.some(one => one.target.closest?.(chart) || [...one.addedNodes].some(inside))) note();
  }).observe(document, { subtree: true, childList: true, attributes: true });
  for (const kind of ['click', 'keydown', 'change'])
    addEventListener(kind, () => { watch.start = performance.now(); }, true);
})()"""
READY = """([charts, before]) => {
  const plots = [...document.querySelectorAll('.js-plotly-plot')].filter(
    plot => plot.querySelector('.main-svg'));
  const shown = plots.map(plot => plot.data.map(one => [one.name, one.x.length, `${one.x[0]}`]));
  return plots.length >= charts && JSON.stringify(shown) !== before
    && performance.now() - drawn.any > 400 && JSON.stringify(shown);
}"""
PATIENCE_MS = 30_000


@dataclass
class Found:
    """Seconds (or bytes) of each measure and peer, in the order they were taken."""

    taken: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, what: str, peer: str, figure: float) -> None:
        """Keeps one figure."""
        self.taken[what, peer].append(figure)

    def median(self, what: str, peer: str) -> float:
        """The middle of what was taken."""
        return statistics.median(self.taken[what, peer])

    def lost(self, kind: str) -> int:
        """Changes of ours that were never seen to be painted."""
        return len(self.taken[f"lost: {kind}", "ours"])

    def p95(self, what: str, peer: str) -> float:
        """What 95 in 100 stay below."""
        return statistics.quantiles(self.taken[what, peer], n=20, method="inclusive")[18]


def measure(browser: Browser, folder: Path) -> Found:
    """Every figure, the three in turn."""
    found, peers = Found(), prepared(folder)
    for _ in range(STARTS):
        for peer in peers.values():
            with started(peer, folder) as running:
                found.add("start", peer.name, running.seconds)
    with ExitStack() as stack:
        servers = [stack.enter_context(started(peer, folder)) for peer in peers.values()]
        for server in servers:  # what is packed or read at the first request of all is not counted
            for page in PAGES:
                _visits(browser, server, page, Found())
        for _ in range(VISITS):
            for server in servers:
                for page in PAGES:
                    _visits(browser, server, page, found)
        for server in servers:
            url = server.url + server.peer.statistics
            traffic = watch.traffic(browser, url, _seen)
            found.add("bytes", server.peer.name, traffic.wire)
            found.add("replies", server.peer.name, traffic.replies)
        for kind in KINDS:
            _changes(browser, servers, kind, found)
    return found


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    context.add_init_script(DRAWN)
    return context


def _visits(browser: Browser, server: Running, page: str, found: Found) -> None:
    """A first visit with nothing cached, and a later one of the same person."""
    context = _context(browser)
    for what in ("first", "later"):
        shown = context.new_page()
        seconds, _ = _opened(shown, server, page)
        found.add(f"{what}: {page}", server.peer.name, seconds)
        shown.close()
    context.close()


def _opened(page: Page, server: Running, name: str) -> tuple[float, str]:
    page.goto(server.url + getattr(server.peer, name), wait_until="commit")
    return _drawn(page, PAGES[name], "")


def _seen(page: Page, url: str) -> None:
    page.add_init_script(DRAWN)
    page.goto(url, wait_until="commit")
    _drawn(page, PAGES["statistics"], "")


def _drawn(page: Page, charts: int, before: str) -> tuple[float, str]:
    """Seconds from the last click, or the start, until all charts were painted, and their data."""
    ready = page.wait_for_function(READY, arg=[charts, before], timeout=PATIENCE_MS)
    return float(page.evaluate("(drawn.last - drawn.start) / 1000")), str(ready.json_value())


def _changes(browser: Browser, servers: list[Running], kind: str, found: Found) -> None:
    """One change after the other, each on all three before the next."""
    name = KINDS[kind]
    pages = [_context(browser).new_page() for _ in servers]
    shown = [""] * len(servers)
    for turn in range(CHANGES):
        for n, (page, server) in enumerate(zip(pages, servers, strict=True)):
            if turn % len(PLACES) == 0:
                _, shown[n] = _opened(page, server, name)
            before = server.computed()
            try:
                ACTS[server.peer.name][kind](page, turn)
                seconds, shown[n] = _drawn(page, PAGES[name], shown[n])
            except TimeoutError:  # counted, and the rest of the run is not lost with it
                found.add(f"lost: {kind}", server.peer.name, 1)
                _, shown[n] = _opened(page, server, name)
                continue
            found.add(f"change: {kind}", server.peer.name, seconds)
            found.add(f"computed: {kind}", server.peer.name, server.computed() - before)
    for page in pages:
        page.context.close()
