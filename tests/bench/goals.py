"""What we hold ourselves to, beside Dash and beside files alone, and whether it was kept."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.beside import KINDS, PAGES, Found
from tests.bench.load import FEW, MANY, Crowd
from tests.bench.scale import Cost

PEERS = ("ours", "dash", "static")
WORDS = {"place": "Another place", "period": "Another period", "event": "Another year"}


@dataclass(frozen=True)
class Goal:
    """One goal: what was measured on ours, Dash and the files, the limit, and if it was kept."""

    what: str
    figures: tuple[str, str, str]
    limit: str
    kept: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed."""
        return (self.what, *self.figures, self.limit, "kept" if self.kept else "**missed**")


def _ms(found: Found, what: str) -> tuple[str, str, str]:
    dash, ours, files = (found.median(what, peer) * 1000 for peer in ("dash", "ours", "static"))
    return f"{ours:,.0f} ms", f"{dash:,.0f} ms", f"{files:,.0f} ms"


def times(found: Found, what: str, other: str) -> float:
    """Our median as a multiple of another's."""
    return found.median(what, "ours") / found.median(what, other)


def goals(found: Found, cost: Cost, crowd: Crowd, session: float) -> list[Goal]:
    """Every goal; ``session`` is the memory that a session adds, in MB."""
    return [
        *_visits(found),
        *(goal for kind in KINDS for goal in _change(found, kind)),
        *_server(found, session),
        *_scale(cost),
        *_crowd(crowd),
    ]


def _visits(found: Found) -> list[Goal]:
    made = []
    for page in PAGES:
        first, later = f"first: {page}", f"later: {page}"
        dash, files, again = (
            times(found, first, "dash"),
            times(found, first, "static"),
            times(found, later, "dash"),
        )
        title = page.capitalize()
        made += [
            Goal(f"{title}: first visit until all charts are painted", _ms(found, first),
                 f"{dash:.2f} × Dash, goal 1.0; {files:.2f} × files, goal 2",
                 dash <= 1.0 and files <= 2),
            Goal(f"{title}: a later visit", _ms(found, later), f"{again:.2f} × Dash, goal 0.9",
                 again <= 0.9),
        ]  # fmt: skip
    return made


def _change(found: Found, kind: str) -> list[Goal]:
    what, spent, title = f"change: {kind}", f"computed: {kind}", WORDS[kind]
    dash = times(found, what, "dash")
    tail = found.p95(what, "ours") / found.median(what, "ours")
    p95 = {peer: f"{found.p95(what, peer) * 1000:,.0f} ms" for peer in PEERS}
    mean = {
        peer: sum(found.taken[spent, peer]) / len(found.taken[spent, peer]) * 1000 for peer in PEERS
    }
    ours, other, files = (f"{mean[peer]:.0f} ms" for peer in PEERS)
    lost = f"; {found.lost(kind)} never seen" if found.lost(kind) else ""
    return [
        Goal(f"{title} until repainted, median", _ms(found, what),
             f"{dash:.2f} × Dash, goal 1.0{lost}", dash <= 1.0 and not lost),
        Goal(f"{title}, p95", (p95["ours"], p95["dash"], p95["static"]),
             f"{tail:.2f} × our median, goal 1.5", tail <= 1.5),
        Goal(f"{title}: computing on the server", (ours, other, files), "goal 10 ms",
             mean["ours"] <= 10),
    ]  # fmt: skip


def _server(found: Found, session: float) -> list[Goal]:
    start = times(found, "start", "dash")
    sent = {peer: found.median("bytes", peer) / 1e6 for peer in PEERS}
    ours, dash, files = (f"{sent[peer]:.2f} MB" for peer in PEERS)
    return [
        Goal("Start of the server to its first page", _ms(found, "start"),
             f"{start:.2f} × Dash, goal 0.6", start <= 0.6),
        Goal("Bytes of a first visit to a chart", (ours, dash, files), "goal 2.5 MB",
             sent["ours"] <= 2.5),
        Goal("Memory that an idle session adds", (f"{session:.2f} MB", "–", "–"), "goal 1 MB",
             session <= 1),
    ]  # fmt: skip


def _scale(cost: Cost) -> list[Goal]:
    made = []
    for name, words, most in (
        ("rows", "A change with ten times the rows", 1.3),
        ("series", "A change with four times the series", 1.1),
    ):
        ratio = cost.waited[name] / cost.waited["as it is"]
        shown = f"{cost.waited[name] * 1000:.0f} ms"
        made.append(
            Goal(words, (shown, "–", "–"), f"{ratio:.2f} × as it is, goal {most}", ratio <= most)
        )
    return made


def _crowd(crowd: Crowd) -> list[Goal]:
    wait = f"{crowd.median * 1000:,.0f} ms, p95 {crowd.p95 * 1000:,.0f} ms"
    what = f"{MANY} sessions, each a change every 5 s ({crowd.clicks:,} changes)"
    failures = f"p95 goal 1,000 ms; {crowd.failures} failed"
    return [
        Goal(what, (wait, "–", "–"), failures, crowd.p95 < 1 and not crowd.failures),
        Goal(f"Computing for one change, {MANY} sessions beside {FEW}",
             (f"{crowd.times:.2f} times", "–", "–"), "goal 1.2", crowd.times <= 1.2),
    ]  # fmt: skip


def table(made: list[Goal]) -> str:
    """All goals as a table."""
    head = "| What | Groundswell | Dash | Files alone | Goal | |\n|---|---:|---:|---:|---|---|\n"
    return head + "\n".join(f"| {' | '.join(goal.cells)} |" for goal in made)


def kept(made: list[Goal]) -> str:
    """How many were kept, in words."""
    return f"{sum(goal.kept for goal in made)} of {len(made)} goals were kept in this run."
