"""The views of the app, and the ways of looking at them: theme, forced colours, width, zoom."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser import chromium, steps
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.server import ROOT, running

SCREEN: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 844}


TALLEST = 16_000
"""Chromium takes no picture taller than this, in device pixels."""
WHOLE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return Math.max(...[...main.querySelectorAll('*')]
    .filter(part => getComputedStyle(part).position !== 'fixed')
    .map(part => part.getBoundingClientRect().bottom + main.scrollTop));
}"""


def whole(page: Page) -> ViewportSize:
    """The size of a window in which the whole page stands: Streamlit scrolls inside the window."""
    now = page.viewport_size or SCREEN
    tallest = TALLEST // int(page.evaluate("devicePixelRatio"))
    return {"width": now["width"], "height": min(int(page.evaluate(WHOLE)) + 40, tallest)}


@contextmanager
def before_the_app() -> Iterator[tuple[Browser, str]]:
    """A browser and the address of an app of its own; without a browser, `SystemExit` says how."""
    path = chromium.find()
    if path is None:
        sys.exit(chromium.HELP)
    with (
        TemporaryDirectory() as log,
        running(Path(log) / "log.txt") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser, server.url
        browser.close()


def pages() -> Iterator[str]:
    """The address of every page in the menu; the first one is at the root."""
    tree = ast.parse((ROOT / "app.py").read_text("utf-8"))
    found = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    files = [str(value) for value in found if str(value).startswith("pages/")]
    yield "/"
    yield from (file.removeprefix("pages").removesuffix(".py") for file in files[1:])


VIEWS = (
    *pages(),
    "/statistics?indicator=suicide-rate-world&view=map",
    "/statistics?view=ranking",
    "/statistics?split=age",
    "/statistics?view=table",
    f"/talking_points?deck={steps.DECK}",
    f"/present?deck={steps.DECK}&slide=2&embed=true",
    f"/verify?claim={steps.DECK}",
)


@dataclass(frozen=True)
class Look:
    """One way of looking; ``zoom`` is what a browser's own zoom does, 2 for 200 %."""

    name: str
    scheme: str = "light"
    forced: bool = False
    size: str = "screen"
    zoom: int = 1

    @property
    def theme(self) -> str:
        """Light, dark or forced colours."""
        return self.name.partition(",")[0]

    @property
    def viewport(self) -> ViewportSize:
        """A zoomed page has fewer CSS pixels, each of them larger."""
        whole = SCREEN if self.size == "screen" else PHONE
        return {"width": whole["width"] // self.zoom, "height": whole["height"] // self.zoom}

    @property
    def context(self) -> dict[str, Any]:
        """The same as options of a browser's context."""
        return {
            "color_scheme": self.scheme,
            "forced_colors": "active" if self.forced else "none",
            "viewport": self.viewport,
            "device_scale_factor": self.zoom,
        }


LOOKS = tuple(
    Look(f"{name}, {size}, {100 * zoom} %", scheme, forced, size, zoom)
    for name, scheme, forced in (
        ("light", "light", False),
        ("dark", "dark", False),
        ("forced colours", "light", True),
    )
    for size in ("screen", "phone")
    for zoom in (1, 2)
)
"""Every combination that has to be free of barriers."""
