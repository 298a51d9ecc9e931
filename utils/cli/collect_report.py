"""What `collect` prints: a line for each question, the summary, or one JSON document."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from utils.cli.collect import Outcome, Round
from utils.cli.collect_plan import Plan


def teller(many: int, silent: bool) -> Callable[[Outcome], None]:
    """A line for each answer, with a bar on a terminal; nothing for machines."""
    done = 0

    def tell(one: Outcome) -> None:
        nonlocal done
        done += 1
        if silent:
            return
        bar = f"[{'#' * (20 * done // many):<20}] " if sys.stdout.isatty() else ""
        name = f"#{one.tag} on {one.server} ({one.source})"
        print(f"{bar}{done}/{many} {name}: {_line(one)}", flush=True)

    return tell


def _line(one: Outcome) -> str:
    if one.result == "nothing":
        return "nothing to ask there."
    if one.result == "rested":
        return f"not asked again yet. {one.words}"
    if one.result == "failed":
        return f"failed ({one.kind}). {one.words}"
    days = one.written
    said = f"{days.new} new, {days.replaced} changed, {days.kept} unchanged."
    return f"{said} {one.words}".strip()


def summary(found: Round) -> None:
    """The last lines: how many of each, new gaps, and what the pages got."""
    counts = dict.fromkeys(("counted", "nothing", "rested", "failed"), 0)
    for one in found.outcomes:
        counts[one.result] += 1
    names = counts | {"nothing to ask": counts.pop("nothing")}
    print(", ".join(f"{names[name]} {name}" for name in names if name != "nothing"))
    for source, number in found.gaps.items():
        if number:
            print(f"{source}: {number} days can't be asked for any more and are left open")
    given = found.published
    if given.waits:
        print("A refresh is running: the pages get the counts with the next round.")
    else:
        print(given.problem or f"published: {', '.join(given.series) or 'nothing new'}", flush=True)


def for_machines(found: Round, plan: Plan) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "when": found.when.isoformat(timespec="seconds"),
        "well": found.well,
        "asked": [
            {
                "source": one.source,
                "server": one.server,
                "hashtag": one.tag,
                "result": one.result,
                "kind": one.kind,
                "words": one.words,
                "new": one.written.new,
                "changed": one.written.replaced,
                "unchanged": one.written.kept,
            }
            for one in found.outcomes
        ],
        "not_asked": dict(plan.unasked),
        "gaps": found.gaps,
        "published": list(found.published.series),
        "problem": found.published.problem,
    }
