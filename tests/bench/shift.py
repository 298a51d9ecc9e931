"""`python -m tests.bench.shift`: what jumps while a page arrives, and after one choice on it.

The number is the cumulative layout shift of Web Vitals: https://web.dev/articles/cls. It takes the
worst window of five seconds; 0.1 and less is called good. Shifts within half a second of a choice
are not counted by browsers, because the reader asked for them; here they are told beside the rest.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import steps
from tests.browser.conftest import settled
from tests.browser.looks import PHONE, SCREEN, before_the_app

GOOD = 0.1
"""The most that Web Vitals call good."""
GAP_MS, WINDOW_MS = 1_000, 5_000
QUIET = """() => new Promise(done => setTimeout(done, 700))"""
NOTE = """(() => {
  const named = node => {
    if (!node) return 'gone';
    const part = node.nodeType === 1 ? node : node.parentElement;
    const own = part.closest('[class*="st-key-"]');
    const key = own ? [...own.classList].find(one => one.startsWith('st-key-')) : '';
    const kind = part.closest('[data-testid]')?.dataset.testid || part.tagName;
    return `${kind} ${key} "${(part.innerText || '').slice(0, 40).replaceAll('\\n', ' ')}"`;
  };
  const box = one => [one.x, one.y, one.width, one.height].map(Math.round);
  window.shifts = [];
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) window.shifts.push({
      at: one.startTime, value: one.value, asked: one.hadRecentInput,
      moved: one.sources.map(from => ({
        node: named(from.node), from: box(from.previousRect), to: box(from.currentRect) })),
    });
  }).observe({ type: 'layout-shift', buffered: true });
})()"""
Shift = dict[str, Any]
Act = Callable[[Page], object]


@dataclass(frozen=True)
class View:
    """One page with the choice that a reader typically makes on it, if there is one."""

    name: str
    address: str
    act: Act | None = None


def picking(control: str, words: str) -> Act:
    """An act that chooses from one list."""
    return lambda page: steps.picks(page, control, words)


def _turned(page: Page) -> None:
    before = steps.address(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => location.href !== before", arg=before)


VIEWS = (
    View("overview", "/", picking("overview-home", "Canada")),
    View("statistics", "/statistics", picking("statistics-place", "Texas")),
    View("statistics, about suicide", "/statistics?indicator=suicide-rate-world"),
    View("campaigns", "/campaigns", picking("campaigns-event", "2019")),
    View("side by side", "/side_by_side", picking("side_by_side-event", "2019")),
    View("talking points", "/talking_points", picking("talking_points-topic", "Suicide")),
    View("talking points, with a deck", f"/talking_points?deck={steps.DECK}"),
    View("calendar", "/calendar", picking("calendar-where", "Canada")),
    View("your data", "/your_data"),
    View("verify", f"/verify?claim={steps.DECK}"),
    View("sources", "/sources", picking("sources-series", "Suicide")),
    View("a slide", f"/present?deck={steps.DECK}&embed=true", _turned),
)


def cumulative(shifts: Sequence[Shift]) -> float:
    """The worst window: at most a second between two shifts, at most five in all."""
    worst = total = 0.0
    first = last = float("-inf")
    for one in sorted(shifts, key=lambda one: one["at"]):
        if one["at"] - last > GAP_MS or one["at"] - first > WINDOW_MS:
            first, total = one["at"], 0.0
        last, total = one["at"], total + one["value"]
        worst = max(worst, total)
    return worst


def seen(page: Page) -> list[Shift]:
    """The shifts of a page so far, once nothing follows any more; the list begins anew."""
    settled(page)
    page.evaluate(QUIET)
    settled(page)
    return list(page.evaluate("window.shifts.splice(0)"))


@dataclass(frozen=True)
class Visit:
    """The shifts of one visit with an empty cache: on arrival, and after the choice."""

    arrived: list[Shift]
    changed: list[Shift]

    @property
    def figures(self) -> tuple[float, float, float]:
        """On arrival; after a choice what a browser counts; and all of it."""
        counted = [one for one in self.changed if not one["asked"]]
        unasked = [one for one in self.arrived if not one["asked"]]
        return cumulative(unasked), cumulative(counted), cumulative(self.changed)


def slowed(page: Page) -> None:
    """A weak laptop and a hotel's network, as Lighthouse takes them for a slow phone."""
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    line = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
    client.send("Network.emulateNetworkConditions", {"offline": False, **line})


def visited(
    browser: Browser, url: str, view: View, size: ViewportSize, slow: bool = False
) -> Visit:
    """One visit of somebody new."""
    context = browser.new_context(viewport=size, locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(NOTE)
    if slow:
        slowed(page)
    page.goto(url + view.address)
    arrived, changed = seen(page), []
    if view.act:
        view.act(page)
        changed = seen(page)
    context.close()
    return Visit(arrived, changed)


def told(shifts: Sequence[Shift]) -> list[str]:
    """Each shift in lines: when, how much, and what moved from where to where."""
    lines = []
    for one in shifts:
        asked = " after input" if one["asked"] else ""
        lines.append(f"    {one['at']:6.0f} ms  {one['value']:.3f}{asked}")
        lines += [f"        {m['from']} -> {m['to']}  {m['node']}" for m in one["moved"]]
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; 1 if any page jumps more than is good while it arrives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=3, help="visits; the median is told")
    parser.add_argument("--views", nargs="*", default=[], help="parts of the names of views")
    parser.add_argument("--why", action="store_true", help="say what moved, from where to where")
    parser.add_argument("--slow", action="store_true", help="a weak computer, a slow network")
    asked = parser.parse_args(arguments)
    views = [one for one in VIEWS if not asked.views or any(w in one.name for w in asked.views)]
    print("| View | Width | On arrival | After a choice | with what was asked for |")
    print("|---|---|---|---|---|")
    worst = 0.0
    with before_the_app() as (browser, url):
        for view, size in product(views, (SCREEN, PHONE)):
            visits = [visited(browser, url, view, size, asked.slow) for _ in range(asked.visits)]
            middle = [
                statistics.median(one) for one in zip(*(v.figures for v in visits), strict=True)
            ]
            worst = max(worst, middle[0])
            cells = [view.name, str(size["width"]), *(f"{one:.3f}" for one in middle)]
            print(f"| {' | '.join(cells)} |", flush=True)
            if asked.why:
                print("\n".join([*told(visits[0].arrived), "    after a choice:",
                                 *told(visits[0].changed)]))  # fmt: skip
    return int(worst > GOOD)


if __name__ == "__main__":
    sys.exit(main())
