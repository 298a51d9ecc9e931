"""What is measured, of the app and of an empty one in the same way."""

from __future__ import annotations

import ast
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError

from tests.bench import machine, sessions, watch
from tests.browser.server import ROOT, Server, running

STARTS, VISITS, CHOICES, SESSIONS = 3, 3, 5, 20
CHART = "statistics"


@dataclass(frozen=True)
class App:
    """A script to run, and the title and path of each of its pages."""

    script: str
    folder: Path
    pages: dict[str, str]


def ours() -> App:
    """The app with the pages of its menu."""
    nodes = ast.walk(ast.parse((ROOT / "app.py").read_text("utf-8")))
    found = {}
    for page in (node for node in nodes if isinstance(node, ast.Call) and node.args):
        said = ((one.arg, _text(one.value)) for one in page.keywords)
        words = {name: value for name, value in said if name and value is not None}
        if "title" in words and words.get("visibility") != "hidden":
            file = ast.literal_eval(page.args[0])
            found[words["title"]] = "" if words.get("default") else Path(file).stem
    return App("utils/serve/start.py", ROOT, found)


def _text(node: ast.expr) -> Any:
    """What an argument holds: a value as it stands, or the text inside `say(…)`."""
    if isinstance(node, ast.Call) and node.args:
        node = node.args[0]
    return node.value if isinstance(node, ast.Constant) else None


@contextmanager
def empty() -> Iterator[App]:
    """The least that Streamlit can do: one line of text."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "empty.py").write_text('import streamlit as st\n\nst.write("hello")\n')
        yield App("empty.py", Path(folder), {"Empty": ""})


def starts(app: App, browser: Browser, folder: Path) -> tuple[float, float]:
    """Median seconds from the command to the first answer, and to the first page on screen."""
    answers, pages = [], []
    for turn in range(STARTS):
        begun = time.monotonic()
        with running(folder / f"start-{turn}.txt", app.script, app.folder) as server:
            answers.append(time.monotonic() - begun)
            page = watch.opened(browser)
            pages.append(answers[-1] + watch.visit(page, server.url))
            page.context.close()
    return statistics.median(answers), statistics.median(pages)


def first_visits(server: Server, browser: Browser, path: str) -> float:
    """Median seconds until a page of a warm server is whole, for somebody with an empty cache."""
    found = []
    for _ in range(VISITS):
        page = watch.opened(browser)
        found.append(watch.visit(page, f"{server.url}/{path}"))
        page.context.close()
    return statistics.median(found)


def again(page: Page, title: str, other: str) -> float:
    """Median seconds until a page is whole when it is come back to by the menu."""
    found = []
    for _ in range(VISITS):
        watch.after(page, lambda page: _menu(page, other))
        found.append(watch.after(page, lambda page: _menu(page, title)))
    return statistics.median(found)


def reruns(page: Page) -> float:
    """Median seconds of a rerun that was asked for with the key R."""
    return statistics.median(
        watch.after(page, lambda page: page.keyboard.press("r")) for _ in range(CHOICES)
    )


def choices(page: Page, act: Callable[[Page, int], None]) -> float:
    """Median seconds of an act that is done over and over with another choice each time."""
    return statistics.median(
        watch.after(page, lambda page, turn=turn: act(page, turn)) for turn in range(CHOICES)
    )


def option(control: str) -> Callable[[Page, int], None]:
    """Picks another option of a list, from one end to the other."""

    def act(page: Page, turn: int) -> None:
        page.locator(f".st-key-{control} input").first.click()
        options = page.get_by_role("option")
        options.first.wait_for()
        options.nth(turn + 2).click()

    return act


def in_turn(control: str, words: tuple[str, ...]) -> Callable[[Page, int], None]:
    """Picks options of a list one after the other, by their words."""

    def act(page: Page, turn: int) -> None:
        box = page.locator(f".st-key-{control} input").first
        option = page.get_by_role("option", name=words[turn % len(words)], exact=True)
        for _ in range(3):  # a list that opens while the page settles may close again
            box.click()
            with suppress(TimeoutError):
                return option.click(timeout=3000)
        raise TimeoutError(f"{control} never offered {words[turn % len(words)]}")

    return act


def question(page: Page, turn: int) -> None:
    """Switches between two questions of the closer look."""
    words = ("A step in the series", "Before and after the day")[turn % 2]
    page.locator(".st-key-side_by_side-ask").get_by_text(words, exact=True).click()


def next_slide(page: Page, turn: int) -> None:
    """Turns to the next slide by the key."""
    page.keyboard.press("ArrowRight")


def kind_of_view(page: Page, turn: int) -> None:
    """Switches between the map and the lines."""
    words = ("Map", "Over time")[turn % 2]
    page.locator(".st-key-statistics-view").get_by_text(words, exact=True).click()


def memory(app: App, folder: Path) -> tuple[float, float]:
    """MB of the server after its first page, and MB that each further idle visitor adds."""
    with running(folder / "memory.txt", app.script, app.folder) as server:
        page = CHART if CHART in app.pages.values() else ""
        sessions.megabytes_each(server, page, 1)
        base = machine.resident(server.process.pid)
        return base, sessions.megabytes_each(server, page, SESSIONS)


def _menu(page: Page, title: str) -> None:
    page.get_by_test_id("stTopNavLink").get_by_text(title, exact=True).click()
