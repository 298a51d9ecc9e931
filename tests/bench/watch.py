"""Times what a person waits for: from a click, or an address, to the last change of the page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

WATCH = """(() => {
  const watch = window.watch = { start: 0, last: 0 };
  const note = () => { watch.last = performance.now(); };
  new MutationObserver(note).observe(document,
    { subtree: true, childList: true, attributes: true, characterData: true });
  for (const kind of ['click', 'keydown'])
    addEventListener(kind, () => { watch.start = watch.last = performance.now(); }, true);
})()"""
QUIET = """quiet => {
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = !app
    || app.dataset.testScriptState !== 'notRunning'
    || app.dataset.testConnectionState !== 'CONNECTED'
    || document.querySelector('[data-stale="true"], [data-testid^="stSkeleton"]');
  if (busy) watch.last = performance.now();
  return performance.now() - watch.last > quiet;
}"""
QUIET_MS = 500
PATIENCE_MS = 60_000


@dataclass
class Traffic:
    """What a page fetched: number of replies, bytes on the wire and unpacked."""

    replies: int = 0
    wire: int = 0
    unpacked: int = 0


def opened(browser: Browser) -> Page:
    """A page of a new visitor, with nothing in its cache."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.add_init_script(WATCH)
    return page


def visit(page: Page, url: str) -> float:
    """Seconds from asking for an address to the last change of the page."""
    page.goto(url, wait_until="commit")
    return _waited(page)


def after(page: Page, act: Callable[[Page], object]) -> float:
    """Seconds from the last click or key of an act to the last change of the page."""
    act(page)
    return _waited(page)


def traffic(browser: Browser, url: str, see: Callable[[Page, str], object] = visit) -> Traffic:
    """What a first visit fetches, websocket included; ``see`` opens the address and waits."""
    page, found = opened(browser), Traffic()
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")

    def unpacked(event: dict[str, int]) -> None:
        found.unpacked += event["dataLength"]

    def finished(event: dict[str, int]) -> None:
        found.replies += 1
        found.wire += event["encodedDataLength"]

    def frame(event: dict[str, dict[str, str]]) -> None:
        # a binary frame is told in base64, four letters for three bytes
        size = len(event["response"]["payloadData"]) * 3 // 4
        found.wire += size
        found.unpacked += size

    client.on("Network.dataReceived", unpacked)
    client.on("Network.loadingFinished", finished)
    client.on("Network.webSocketFrameReceived", frame)
    see(page, url)
    page.context.close()
    return found


def _waited(page: Page) -> float:
    with suppress(TypeError):  # before the watch is there
        page.wait_for_function("() => window.watch !== undefined", timeout=PATIENCE_MS)
    page.wait_for_function(QUIET, arg=QUIET_MS, timeout=PATIENCE_MS)
    return float(page.evaluate("(watch.last - watch.start) / 1000"))
