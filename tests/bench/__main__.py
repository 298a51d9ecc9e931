"""`python -m tests.bench`: how fast, how large, and exports; writes docs/benchmark.md."""

from __future__ import annotations

import datetime as dt
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.bench import beside, goals, load, machine, measure, scale, take_away, uploads, watch
from tests.browser import chromium
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.server import ROOT, running
from utils.model import limits

REPORT = ROOT / "docs" / "benchmark.md"
CHART = "/statistics?indicator=suicide-rate-world"
PAIR, POINTS = "/side_by_side?event=2018-09-10", "/talking_points"
WINDOWS = ("6", "3")
DECK = "1~~" + "~~".join(
    f"level:us-suicide-rate-by-state:US-{state}:2017" for state in ("CA", "TX", "NY", "FL", "OH")
)


@dataclass(frozen=True)
class Line:
    """One figure of ours, the same of the empty app, in a unit."""

    what: str
    ours: float
    empty: float
    unit: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The line as it is printed."""
        digits = 0 if self.unit == "replies" else 2
        ratio = f"{self.ours / self.empty:.1f}" if self.empty > 0 else "–"
        numbers = (f"{value:,.{digits}f} {self.unit}" for value in (self.ours, self.empty))
        return (self.what, *numbers, ratio)


def measured(browser: Browser, folder: Path) -> list[Line]:
    """Every figure, of both apps in turn."""
    app = measure.ours()
    with measure.empty() as empty:
        mine = measure.starts(app, browser, folder)
        least = measure.starts(empty, browser, folder)
        lines = [
            Line("Start of the server to its first answer", mine[0], least[0], "s"),
            Line("Start of the server to the first page on screen", mine[1], least[1], "s"),
        ]
        with (
            running(folder / "ours.txt", app.script, app.folder) as server,
            running(folder / "empty.txt", empty.script, empty.folder) as bare,
        ):
            visit = measure.first_visits(bare, browser, "")
            page = watch.opened(browser)
            watch.visit(page, bare.url)
            rerun = measure.reruns(page)
            page.context.close()
            for title, path in app.pages.items():
                seconds = measure.first_visits(server, browser, path)
                lines.append(Line(f"{title}: first visit, nothing cached", seconds, visit, "s"))
            page = watch.opened(browser)
            watch.visit(page, server.url)
            first, second, *_ = app.pages
            for title in app.pages:
                seconds = measure.again(page, title, second if title == first else first)
                lines.append(Line(f"{title}: come back to by the menu", seconds, rerun, "s"))
            lines += _choices(browser, server.url, rerun)
            sent, least_sent = (watch.traffic(browser, one.url) for one in (server, bare))
            chart = watch.traffic(browser, server.url + CHART)
        lines += _bytes("the overview", sent, least_sent) + _bytes("a chart", chart, least_sent)
        (base, each), (bare_base, bare_each) = (measure.memory(one, folder) for one in (app, empty))
        lines.append(Line("Memory of the server after its first visitors", base, bare_base, "MB"))
        what = f"Memory each idle visitor adds (of {measure.SESSIONS})"
        lines.append(Line(what, each, bare_each, "MB"))
    return lines


def _choices(browser: Browser, url: str, rerun: float) -> list[Line]:
    """Other choices on the pages that have them, beside a rerun of the empty app."""
    page = watch.opened(browser)
    acts = [
        ("Statistics: another place", CHART, measure.option("statistics-place")),
        ("Statistics: another kind of view", CHART, measure.kind_of_view),
        ("Statistics: another statistic", CHART, measure.option("statistics-indicator")),
        ("Overview: another place", "/", measure.option("overview-home")),
        ("Overview: another topic", "/", measure.option("overview-topic")),
        ("Sources: another series", "/sources", measure.option("sources-series")),
        ("Side by side: another window", PAIR, measure.in_turn("side_by_side-window", WINDOWS)),
        ("Side by side: a step, fitted", PAIR, measure.question),
        ("Talking points: another topic", POINTS, measure.option("talking_points-topic")),
        ("Present: the next slide", f"/present?deck={DECK}", measure.next_slide),
    ]
    lines = []
    for what, path, act in acts:
        watch.visit(page, url + path)
        lines.append(Line(what, measure.choices(page, act), rerun, "s"))
    page.context.close()
    return lines


def _bytes(what: str, ours: watch.Traffic, empty: watch.Traffic) -> list[Line]:
    return [
        Line(f"First visit to {what}: sent", ours.wire / 1e6, empty.wire / 1e6, "MB"),
        Line(f"First visit to {what}: unpacked", ours.unpacked / 1e6, empty.unpacked / 1e6, "MB"),
        Line(f"First visit to {what}: number of replies", ours.replies, empty.replies, "replies"),
    ]


def told(found: uploads.Measured) -> list[tuple[str, str]]:
    """What reading a large export came to, with the limit beside the figure."""
    kept = "kept" if found.times <= uploads.MOST_TIMES else "missed"
    return [
        ("Rows of the file", f"{found.rows:,}"),
        ("Size of the file", f"{found.file_mb:,.0f} MB"),
        ("Parsing alone, pandas' fastest reader", f"{found.parse_seconds:.2f} s"),
        ("From the file to daily counts, ours", f"{found.count_seconds:.2f} s"),
        (
            f"Ours to parsing alone (limit {uploads.MOST_TIMES:g})",
            f"{found.times:.1f} times: {kept}",
        ),
        (
            f"Most memory the reader held (limit {limits.UPLOAD_MEMORY_BYTES / 1e6:,.0f} MB)",
            f"{found.peak_mb:,.0f} MB",
        ),
        ("Steps of progress shown on the way", f"{found.steps}"),
    ]


def taken(found: take_away.Measured) -> list[tuple[str, str]]:
    """What making slides and a pack came to, with the limits beside the figures."""
    rows = []
    for what, seconds, most, times, size in (
        ("slides (PPTX)", found.slides_seconds, take_away.SLIDES_SECONDS, found.slides_times,
         found.slides_mb),
        ("an evidence pack", found.pack_seconds, take_away.PACK_SECONDS, found.pack_times,
         found.pack_mb),
    ):  # fmt: skip
        kept = "kept" if seconds <= most else "missed"
        rows.append((f"{found.claims} claims as {what} (limit {most:g} s)",
                     f"{seconds:.2f} s: {kept}"))  # fmt: skip
        rows.append((f"The same, to writing its {size:.2f} MB", f"{times:,.0f} times"))
    return rows


def report(
    lines: list[Line],
    held: list[goals.Goal],
    found: uploads.Measured,
    made: take_away.Measured,
    about: str,
    seconds: float,
) -> str:
    """The page docs/benchmark.md."""
    export = "\n".join(f"| {what} | {figure} |" for what, figure in told(found))
    files = "\n".join(f"| {what} | {figure} |" for what, figure in taken(made))
    rows = [line.cells for line in lines]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"""# How fast, how large

Written by `make bench` on {dt.date.today():%d %B %Y} in {seconds:.0f} seconds; not by hand.

Machine: {about}.

## Beside Dash and beside files alone

The statistics page and the campaigns page, built twice more: with Dash, tuned (figures as plain
dictionaries from rows that lie ready, one callback a change, files packed once, served by
waitress), and as files alone (plotly.js and the rows as JSON, packed), which is the limit. All
three load the whole of plotly.js and show the same question, charts, table, words and download.
They were visited in turn in one run. A visit lasts until the last chart is painted, a change from
the click or key until the charts are painted for the last time. {goals.kept(held)}

{goals.table(held)}

## Every page beside an empty app

Each figure stands beside the same figure of an empty app, whose only line is
`st.write("hello")`, measured in the same run: the ratio says what we add, whatever the machine.
Times are medians, in Chromium on the same machine, from the click (or from asking for the
address) until the page changed for the last time. Choices and visits by the menu are compared
with a rerun of the empty app. Bytes are those of a visitor with an empty cache, websocket
included, without a proxy that packs; unpacked is what the browser has to read.

| What | Groundswell | Empty app | Ratio |
|---|---:|---:|---:|
{table}

## A large export

A made-up export of posts, read on the page *Your data*: from the bytes to protected counts by day
and hashtag, starting the process apart included. Beside it the time that `pandas.read_csv` with
`engine="pyarrow"` needs to do nothing but parse the same file. Seconds are the best of three turns.

| What | Figure |
|---|---:|
{export}

## What is taken along

Made-up claims of every kind, from memory to the file on disk, beside writing the same bytes.

| What | Figure |
|---|---:|
{files}
"""


def main() -> int:
    """Measures, prints and writes; 1 without a browser."""
    path = chromium.find()
    if path is None:
        print(chromium.HELP, file=sys.stderr)
        return 1
    begun = time.monotonic()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        about = machine.described(browser.version)
        print(about)
        lines = measured(browser, Path(folder))
        three = beside.measure(browser, Path(folder))
        browser.close()
        cost, crowd = scale.measure(Path(folder)), load.measure(Path(folder))
        held = goals.goals(three, cost, crowd, lines[-1].ours)
        found = uploads.measure(Path(folder))
        made = take_away.measure(Path(folder))
    widths = [max(len(line.cells[column]) for line in lines) for column in range(4)]
    for line in lines:
        what, *numbers = line.cells
        right = (cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))
        print(what.ljust(widths[0]), *right, sep="  ")
    for goal in held:
        print(*goal.cells, sep="  ")
    for what, figure in (*told(found), *taken(made)):
        print(what, figure, sep="  ")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(lines, held, found, made, about, time.monotonic() - begun), "utf-8")
    print(f"Written to {REPORT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
