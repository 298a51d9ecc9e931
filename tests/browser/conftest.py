"""The real app in a real Chromium: one server for the session, one clean page for each test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.server import HOST, running

SETTLE_MS = 30_000
TROUBLE = ("Traceback", "Stack (most recent call last)")
# Playwright turns these off; Chromium obeys the last such list alone, so ours repeats them. The two
# we add start a process for an address bar that nobody sees, with every window.
OFF = (
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
CHROMIUM_FLAGS = (
    f"--disable-features={','.join(OFF)}",
    "--no-sandbox",  # containers and CI run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",  # /dev/shm is tiny in containers
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine
)
# Opened at /statistics, Streamlit's page first looks for its server below that path: a 404 each.
PROBE = re.compile(r"/[^/]+/_stcore/(health|host-config)")
OWN = (f"http://{HOST}:", f"ws://{HOST}:", "data:", "blob:", "about:")
# Quiet for a while, not once: after a click the page looks settled until the rerun is on its way.
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = !app
    || app.dataset.testScriptState !== 'notRunning'
    || app.dataset.testConnectionState !== 'CONNECTED'
    || document.querySelector('[data-stale="true"], [data-testid^="stSkeleton"]')
    || document.querySelector('[data-testid="stAppSkeleton"]');
  if (busy) { window.quietSince = null; return false; }
  window.quietSince ??= performance.now();
  return performance.now() - window.quietSince > 300;
}"""

# What is waited for comes late on a busy machine, and five seconds are Playwright's own idea.
expect.set_options(timeout=SETTLE_MS)
PageMaker = Callable[..., Page]
Starter = Callable[[], str]


def settled(page: Page) -> Page:
    """Wait until the script has stopped and nothing stale or half-drawn is left on the page."""
    page.evaluate("window.quietSince = null")
    page.wait_for_function(SETTLED, timeout=SETTLE_MS)
    return page


@pytest.fixture(scope="session", name="settled")
def settled_fixture() -> Callable[[Page], Page]:
    return settled


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running app; fails at the end if the server printed a traceback."""
    with running(tmp_path_factory.mktemp("server") / "log.txt") as server:
        yield server.url
    said = server.said()
    assert not any(word in said for word in TROUBLE), said[-8_000:]


@pytest.fixture
def start_another(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starter]:
    """Start a fresh server, as after a restart, that nobody has visited yet.

    Ask for it before `new_page`: pages that outlive their server print errors.
    """
    with ExitStack() as servers:

        def start() -> str:
            log = tmp_path_factory.mktemp("server") / "log.txt"
            return servers.enter_context(running(log)).url

        yield start


# A module and not the session: while Playwright is open, asyncio.run fails in that process.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, chromium.HELP
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[PageMaker]:
    """Make pages with any context options; at the end none may have erred or called elsewhere."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(**options: Any) -> Page:
        wanted = {
            "locale": "en-GB",
            "timezone_id": "Europe/London",
            "color_scheme": "light",
            "reduced_motion": "reduce",
            "viewport": {"width": 1280, "height": 900},
        } | options
        context = browser.new_context(**wanted)
        contexts.append(context)
        _watch(context, faults)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(request: pytest.FixtureRequest, new_page: PageMaker) -> Page:
    """One page; parametrise it with context options to change scheme, viewport or motion.

    Example: @pytest.mark.parametrize("page", [{"color_scheme": "dark"}], indirect=True)
    """
    return new_page(**getattr(request, "param", {}))


def _watch(context: BrowserContext, faults: list[str]) -> None:
    def on_url(kind: str, url: str) -> None:
        if not url.startswith(OWN):
            faults.append(f"{kind} to another host: {url}")

    def on_console(message: Any) -> None:
        where = message.location.get("url", "")
        if message.type == "error" and not PROBE.fullmatch(urlsplit(where).path):
            faults.append(f"console error: {message.text} ({where})")

    context.on("request", lambda request: on_url("request", request.url))
    context.on("weberror", lambda error: faults.append(f"page error: {error.error}"))
    context.on("console", on_console)
    context.on(
        "page",
        lambda page: page.on("websocket", lambda ws: on_url("websocket", ws.url)),
    )
