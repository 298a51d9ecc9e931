"""`python -m tests.browser.gallery FOLDER`: a picture of every view in every way of looking."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import steps
from tests.browser.conftest import settled
from tests.browser.looks import LOOKS, VIEWS, Look, before_the_app, whole


def picture(page: Page, file: Path) -> None:
    """The whole page, however long."""
    page.set_viewport_size(whole(page))
    settled(page)
    page.screenshot(path=file)


def named(view: str) -> str:
    """A view as part of a file's name."""
    short = view.replace(steps.DECK, "some")
    words = re.sub(r"[^a-z0-9]+", "-", short.casefold()).strip("-")
    return words or "overview"


def draw(browser: Browser, address: str, look: Look, views: list[str], folder: Path) -> list[Path]:
    """Pictures of some views in one way of looking."""
    context = browser.new_context(**look.context, locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    files = []
    for view in views:
        page.set_viewport_size(look.viewport)
        page.goto(address + view)
        settled(page)
        files.append(folder / f"{named(view)}_{re.sub('[^a-z0-9]+', '-', look.name)}.png")
        picture(page, files[-1])
    context.close()
    return files


def index(files: list[Path], folder: Path) -> None:
    """One page that shows all pictures, so that they can be looked at side by side."""
    shown = "\n".join(
        f'<figure><figcaption>{html.escape(file.stem)}</figcaption><img src="{file.name}" '
        f'alt="{html.escape(file.stem)}" width="480" loading="lazy"></figure>'
        for file in sorted(files)
    )
    page = f"<!doctype html><html lang='en'><title>Gallery</title><body>{shown}</body></html>"
    (folder / "index.html").write_text(page, "utf-8")


def main(arguments: list[str]) -> int:
    """Writes the gallery; a second argument picks the views that hold it, a third the looks."""
    folder = Path(arguments[0])
    only, how = [*arguments[1:], "", ""][:2]
    folder.mkdir(parents=True, exist_ok=True)
    views = [view for view in VIEWS if only in (view, "") or only in named(view)]
    looks = [look for look in LOOKS if how in look.name]
    with before_the_app() as (browser, address):
        files = [file for look in looks for file in draw(browser, address, look, views, folder)]
    index(files, folder)
    sys.stdout.write(f"{len(files)} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["gallery"]))
