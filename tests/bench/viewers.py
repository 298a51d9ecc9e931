"""`python -m tests.bench.viewers`: what a viewer costs the app, its proxy, and a plain edition.

Seconds of computing are asked of the system, so that another program beside this one costs little
accuracy; it still costs some. With ``--write`` the figures go into docs/viewers.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import http.client
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import load, machine, sessions
from tests.bench.machine import computed
from tests.browser.server import HOST, ROOT, Server, _free_port, running
from tests.serve.proxy import nginx
from tests.serve.visitors import get
from utils.cli.__main__ import main as cli

DOC = ROOT / "docs" / "viewers.md"
MARK = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
PAGES = ("us-anxiety-or-depression", "suicide-rate-world", "world-suicide-prevention-day")
FILES = """
pid {folder}/pid; daemon off; master_process off; worker_processes 1;
error_log {folder}/error.log warn;
events {{ worker_connections 512; }}
http {{
  types {{ text/html html; text/css css; text/javascript js; application/json json; }}
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  access_log off; sendfile on; gzip on; gzip_static on; gzip_types text/css text/javascript;
  keepalive_requests 1000000;
  server {{ listen {host}:{port}; root {root}; }}
}}
"""
RUSH_SHARE = 0.2
"""Share of a day's viewers who come in the busiest hour: five times the mean hour."""
CHANGES = 4
"""Choices that a viewer of the app makes after the first page."""
BUSY = 0.6
"""How much of a core may be in use in the rush, so that nobody waits long."""
DAYS = (10_000, 1_000_000)


@dataclass(frozen=True)
class Cost:
    """Seconds of computing, MB of memory and bytes sent that one viewer costs."""

    first: float
    change: float
    files: float
    session: float
    resident: float
    sent: int
    page: float
    page_bytes: int
    page_first_bytes: int

    def app(self) -> float:
        """Seconds of computing of the app for one viewer, files from its proxy's cache."""
        return self.first + CHANGES * self.change


def fetched(port: int, paths: Sequence[str], times: int) -> int:
    """Asks for files over one open connection; the bytes that came, packed."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    size = 0
    for _ in range(times):
        for path in paths:
            connection.request("GET", path, headers={"accept-encoding": "gzip"})
            reply = connection.getresponse()
            assert reply.status == 200, path
            size += len(reply.read())
    connection.close()
    return size


@contextmanager
def files_only(root: Path, folder: Path) -> Iterator[tuple[int, int]]:
    """nginx with one process before a folder: its port and its process."""
    port = _free_port()
    told = FILES.format(folder=folder, root=root, host=HOST, port=port)
    (folder / "files.conf").write_text(told, "utf-8")
    process = subprocess.Popen([nginx(), "-p", str(folder), "-c", str(folder / "files.conf")])
    try:
        for _ in range(200):
            try:
                get(port, "/index.html")
                break
            except OSError:
                time.sleep(0.02)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(10)


def edition(folder: Path, times: int) -> tuple[float, int, int]:
    """Computing of nginx for one page; bytes of a page, and of a first visit with Plotly."""
    out = folder / "edition"
    cli(["publish", str(out), *(part for id in PAGES for part in ("--only", id))])
    pages = [f"/statistics/{PAGES[0]}.html", f"/statistics/{PAGES[1]}.html",
             f"/campaigns/{PAGES[2]}.html"]  # fmt: skip
    assets = [f"/assets/{one.name}" for one in (out / "assets").iterdir() if one.suffix != ".gz"]
    with files_only(out, folder) as (port, process):
        before = computed(process)
        size = fetched(port, pages, times)
        spent = (computed(process) - before) / (times * len(pages))
        first = size // (times * len(pages)) + fetched(port, assets, 1)
    return spent, size // (times * len(pages)), first


def front(server: Server) -> list[str]:
    """Every file that the first page of a chart names."""
    page = gzip.decompress(get(server.port, "/statistics", accept_encoding="gzip").body).decode()
    found = re.findall(r'(?:href|src)="\./(static/[^"]+)"', page)
    return [f"/{one}" for one in dict.fromkeys(found)]


def clicks(server: Server, people: int, seconds: float) -> float:
    """Seconds of computing for one change of a view that somebody else has seen lately."""
    before = computed(server.process.pid)
    log = load.crowd(server, people, seconds)
    assert not log.failures, log.failures
    return (computed(server.process.pid) - before) / len(log.clicks)


def measured(folder: Path, seconds: float) -> Cost:
    """All of it; takes about three times ``seconds``."""
    with running(folder / "idle.txt") as server:
        each = sessions.megabytes_each(server, "statistics", 40)
    with running(folder / "log.txt") as server:
        load.crowd(server, 4, 15)  # every page once, so that nothing is loaded for the first time
        before = computed(server.process.pid)
        sessions.megabytes_each(server, "statistics", 20)
        first = (computed(server.process.pid) - before) / 21
        change = clicks(server, 10, seconds)
        paths = front(server)
        sent = fetched(server.port, paths, 1)
        before = computed(server.process.pid)
        fetched(server.port, paths, 5)
        files = (computed(server.process.pid) - before) / 5
        resident = machine.resident(server.process.pid)
    page, page_bytes, page_first = edition(folder, 1_000)
    return Cost(first, change, files, each, resident, sent, page, page_bytes, page_first)


def figures(cost: Cost) -> str:
    """What was measured, as rows of a table."""
    rows = {
        "App: computing for the first page of a viewer": f"{cost.first * 1e3:.0f} ms",
        "App: computing for a change of a view": f"{cost.change * 1e3:.0f} ms",
        "App: computing for the files that a page names": f"{cost.files * 1e3:.0f} ms",
        "App: bytes of those files, packed": f"{cost.sent / 1e6:.2f} MB",
        "App: memory of the server": f"{cost.resident:.0f} MB",
        "App: memory of an open page": f"{cost.session:.2f} MB",
        "Edition: computing of nginx for a page": f"{cost.page * 1e3:.2f} ms",
        "Edition: bytes of a page, packed": f"{cost.page_bytes / 1e3:.0f} kB",
        "Edition: bytes of a first visit, with Plotly": f"{cost.page_first_bytes / 1e6:.2f} MB",
    }  # fmt: skip
    return table(("What", "Figure"), [*rows.items()])


def plan(cost: Cost) -> str:
    """What viewers a day cost in the busiest hour, and what breaks first."""
    rows = []
    for day in DAYS:
        second = day * RUSH_SHARE / 3_600
        cores = second * cost.app() / BUSY
        bare = second * (cost.app() + cost.files) / BUSY
        open_ = second * 300
        memory = max(1, round(cores + 0.5)) * cost.resident + open_ * cost.session
        sent = second * cost.sent * 8 / 1e6
        rows.append((f"{day:,}", "app, files cached by the proxy", f"{second:.1f}",
                     f"{cores:.1f}", f"{memory / 1e3:.1f} GB", f"{sent:,.0f} Mbit/s"))  # fmt: skip
        rows.append((f"{day:,}", "app, nothing cached", f"{second:.1f}", f"{bare:.1f}",
                     f"{memory / 1e3:.1f} GB", f"{sent:,.0f} Mbit/s"))  # fmt: skip
        light = second * cost.page * (1 + CHANGES) / BUSY
        sent = second * (cost.page_first_bytes + CHANGES * cost.page_bytes) * 8 / 1e6
        bare = second * (1 + CHANGES) * cost.page_bytes * 8 / 1e6
        rows.append((f"{day:,}", "edition", f"{second:.1f}", f"{light:.3f}", "0.02 GB",
                     f"{sent:,.0f} Mbit/s"))  # fmt: skip
        rows.append((f"{day:,}", "edition, `--light`", f"{second:.1f}", f"{light:.3f}", "0.02 GB",
                     f"{bare:,.0f} Mbit/s"))  # fmt: skip
    heads = ("Viewers a day", "What they see", "New ones a second", "Cores", "Memory", "Network")
    return table(heads, rows)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown, numbers to the right."""
    lines = [f"| {' | '.join(heads)} |", f"|---|{'---:|' * (len(heads) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def core(cost: Cost) -> str:
    """How many one core carries."""
    app, page = BUSY / cost.app(), BUSY / cost.page
    return (
        f"One core carries {app * 3_600:,.0f} viewers an hour of the app, "
        f"{BUSY / cost.change:,.0f} changes a second, or {page:,.0f} pages of an edition a "
        "second.\n"
    )


def written(parts: dict[str, str]) -> None:
    """Puts the figures between their marks in docs/viewers.md."""
    text = DOC.read_text("utf-8")
    DOC.write_text(MARK.sub(lambda m: f"{m[1]}{parts[m[2]]}{m[3]}", text), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and writes where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--write", action="store_true", help="into docs/viewers.md")
    asked = parser.parse_args(arguments)
    here = f"{machine.described('not used')}.\n"
    with TemporaryDirectory() as folder:
        cost = measured(Path(folder), asked.seconds)
    said = f"Measured on {dt.date.today():%d %B %Y}: {here}"
    parts = {"machine": said, "figures": figures(cost), "core": core(cost), "plan": plan(cost)}
    print(*parts.values(), sep="\n")
    if asked.write:
        written(parts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
