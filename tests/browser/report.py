"""`python -m tests.browser.report`: what axe and our measure of contrast find; docs/barriers.md."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.browser import steps
from tests.browser.axe import UPSTREAM, Upstream, barriers
from tests.browser.conftest import settled
from tests.browser.looks import LOOKS, VIEWS, Look, before_the_app
from tests.browser.server import ROOT
from tests.figures import every, wcag
from utils.figures.palette import DARK, LIGHT, Theme

REPORT = ROOT / "docs" / "barriers.md"
HEAD = """# What axe and the measure of contrast find

Written by `make access` on {day}; not by hand.
What the words mean, what no program sees and what we know beyond this stands in
[accessibility.md](accessibility.md).
"""
WALKED = """
## Barriers on every view

axe, rules of WCAG 2.0 to 2.2, levels A and AA, with everything unfolded. {total} looks at {views}
views: **{ours} barriers of ours**, {theirs} looks with one that is Streamlit's.
"""
MEASURED = """
## Contrast in every picture

Read from the figure that the browser gets, against the page it stands on: text needs 4.5:1, lines,
marks and areas 3:1.
"""


@dataclass(frozen=True)
class Seen:
    """What axe found in one look at one view: barriers of ours in words, and known ones."""

    view: str
    look: Look
    ours: list[str]
    met: set[Upstream]


def walk(browser: Browser, address: str, looks: Sequence[Look]) -> Iterator[Seen]:
    """Opens each view once in the first look, unfolds it, and turns it to all other sizes."""
    for view in VIEWS:
        context = browser.new_context(**looks[0].context, locale="en-GB", reduced_motion="reduce")
        page = steps.visit(context.new_page(), address + view)
        for fold in page.locator("summary").all():
            fold.click()
        for look in looks:
            page.set_viewport_size(look.viewport)
            met = set[Upstream]()
            yield Seen(view, look, barriers(settled(page), met), met)
        context.close()


def kinds() -> Iterator[list[Look]]:
    """The looks by theme: light, dark, forced colours."""
    for name in dict.fromkeys(look.theme for look in LOOKS):
        yield [look for look in LOOKS if look.theme == name]


def told(seen: Sequence[Seen]) -> list[str]:
    """The table of views and looks, and every barrier of ours in words."""
    cells = {(one.view, one.look): f"{len(one.ours)}{'*' * bool(one.met)}" for one in seen}
    ours = sum(len(one.ours) for one in seen)
    theirs = sum(bool(one.met) for one in seen)
    names = " | ".join(look.name.replace(", ", "<br>") for look in LOOKS)
    rows = [
        f"| `{view.replace(steps.DECK, '…')}` | "
        + " | ".join(cells[view, look] for look in LOOKS)
        + " |"
        for view in VIEWS
    ]
    said = [
        f"- {one.view}, {one.look.name}: {barrier.splitlines()[0]}"
        for one in seen
        for barrier in one.ours
    ]
    known = [f"- {one.why} ({one.issue})" for one in UPSTREAM]
    return [
        WALKED.format(total=len(seen), views=len(VIEWS), ours=ours, theirs=theirs),
        *(f"| View | {names} |", "|---|" + "---:|" * len(LOOKS), *rows, ""),
        *(said and [*said, ""]),
        *("\\* a barrier of Streamlit's was met as well:", "", *known),
    ]


KINDS = ("texts", "marks")


def contrasts() -> list[str]:
    """The least contrast of text and of marks in every picture, in both themes."""
    rows = []
    for name in every.FIGURES:
        cells = [f"{least(name, theme, kind):.1f}" for theme in (LIGHT, DARK) for kind in KINDS]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    head = "| Picture | light: text | light: marks | dark: text | dark: marks |"
    return [MEASURED, head, "|---|---:|---:|---:|---:|", *rows]


def least(name: str, theme: Theme, kind: str) -> float:
    """The least contrast of the texts or marks of one picture; a map has none but its areas."""
    parts = every.parts(name, theme)
    colours = [one[-1] for one in getattr(wcag, kind)(parts)] or list(theme.classes)
    return min(wcag.contrast(colour, theme.background) for colour in colours)


def main() -> int:
    """Walks, measures and writes the report; exits with 1 where a barrier of ours was found."""
    with before_the_app() as (browser, address):
        seen = [one for looks in kinds() for one in walk(browser, address, looks)]
    day = f"{dt.date.today():%-d %B %Y}"
    text = "\n".join([HEAD.format(day=day), *told(seen), *contrasts()])
    REPORT.write_text(f"{text}\n", "utf-8")
    sys.stdout.write(f"Written to {REPORT.relative_to(ROOT)}\n")
    return int(any(one.ours for one in seen))


if __name__ == "__main__":
    sys.exit(main())
