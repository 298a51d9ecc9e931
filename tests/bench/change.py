"""`python -m tests.bench.change`: what one change costs the server, the wire and the browser.

Times on a busy machine say little. Processor time, messages and bytes stay nearly the same, so
they show what pays while others work. Ours and Dash take turns, change by change.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench import beside, machine
from tests.bench.peers.acts import ACTS, PLACES
from tests.bench.peers.serving import Running, prepared, started
from tests.browser import chromium
from tests.browser.conftest import CHROMIUM_FLAGS

ROUNDS = """(() => {
  window.rounds = { any: 0, chart: 0 };
  new MutationObserver(seen => {
    rounds.any += 1;
    rounds.chart += seen.some(one => one.target.closest?.('.js-plotly-plot'));
  }).observe(document, { subtree: true, childList: true, attributes: true });
})()"""
COLUMNS = {
    "waited": ("until painted", 1000, "ms"),
    "server": ("server", 1000, "ms"),
    "browser": ("browser", 1000, "ms"),
    "messages": ("messages", 1, ""),
    "bytes": ("received", 1e-3, "kB"),
    "rounds": ("DOM rounds", 1, ""),
    "chart": ("in charts", 1, ""),
}


@dataclass
class Watched:
    """One open page with what came over its websocket or its requests so far."""

    page: Page
    messages: int = 0
    bytes: int = 0
    shown: str = ""
    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Listens to the wire and counts the browser's own processor time."""
        self.client = self.page.context.new_cdp_session(self.page)
        self.client.send("Network.enable")
        self.client.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.client.on("Network.webSocketFrameReceived", self._frame)
        self.client.on("Network.loadingFinished", self._reply)

    def _frame(self, event: dict[str, dict[str, str]]) -> None:
        self.messages += 1
        # a binary frame is told in base64, four letters for three bytes
        self.bytes += len(event["response"]["payloadData"]) * 3 // 4

    def _reply(self, event: dict[str, int]) -> None:
        self.messages += 1
        self.bytes += event["encodedDataLength"]

    def so_far(self, server: Running) -> dict[str, float]:
        """Everything that is counted, up to now."""
        told = self.client.send("Performance.getMetrics")["metrics"]
        busy = next(one["value"] for one in told if one["name"] == "TaskDuration")
        seen = self.page.evaluate("rounds")
        return {
            "server": server.computed(),
            "browser": busy,
            "messages": self.messages,
            "bytes": self.bytes,
            "rounds": seen["any"],
            "chart": seen["chart"],
        }


def changed(one: Watched, server: Running, kind: str, turn: int) -> None:
    """One change, and the differences that it made."""
    charts = beside.PAGES[beside.KINDS[kind]]
    before = one.so_far(server)
    ACTS[server.peer.name][kind](one.page, turn)
    waited, one.shown = beside._drawn(one.page, charts, one.shown)
    after = one.so_far(server)
    one.taken["waited"].append(waited)
    for name, figure in after.items():
        one.taken[name].append(figure - before[name])


def measure(browser: Browser, servers: Sequence[Running], kind: str, turns: int) -> list[Watched]:
    """The same changes on each, in turn; every fourth starts from a page opened anew."""
    name = beside.KINDS[kind]
    watched = []
    for _ in servers:
        page = beside._context(browser).new_page()
        page.add_init_script(ROUNDS)
        watched.append(Watched(page))
    for turn in range(turns):
        for one, server in zip(watched, servers, strict=True):
            if turn % len(PLACES) == 0:
                _, one.shown = beside._opened(one.page, server, name)
            changed(one, server, kind, turn)
    for one in watched:
        one.page.context.close()
    return watched


def told(kind: str, peer: str, one: Watched) -> str:
    """One line: medians, but the mean of the server's time, which is counted in hundredths."""
    cells = []
    for name, (words, times, unit) in COLUMNS.items():
        middle = statistics.mean if name == "server" else statistics.median
        cells.append(f"{words} {middle(one.taken[name]) * times:,.0f} {unit}".strip())
    return f"{kind:7}{peer:7}" + "  ".join(cells)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; 1 without a browser."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=12, help="changes of each kind")
    parser.add_argument("--kinds", nargs="*", default=list(beside.KINDS), choices=beside.KINDS)
    parser.add_argument("--peers", nargs="*", default=["ours", "dash"])
    asked = parser.parse_args(arguments)
    path = chromium.find()
    if path is None:
        print(chromium.HELP, file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as stack:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        print(machine.described(browser.version))
        peers = [peer for name, peer in prepared(Path(folder)).items() if name in asked.peers]
        servers = [stack.enter_context(started(peer, Path(folder))) for peer in peers]
        for kind in asked.kinds:
            measure(browser, servers, kind, len(PLACES))  # what is loaded at first is not counted
            for server, one in zip(
                servers, measure(browser, servers, kind, asked.turns), strict=True
            ):
                print(told(kind, server.peer.name, one), flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
