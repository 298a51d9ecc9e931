"""`python -m utils.cli collect`: rounds, counters, migration, and the exit code."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import signal
import sys
import threading

from utils.cli.collect import Round, collect
from utils.cli.collect_ask import secrets
from utils.cli.collect_plan import plan
from utils.cli.collect_publish import Published, publish
from utils.cli.collect_report import for_machines, summary, teller
from utils.download import Door, Policy, user_agent
from utils.store.collected import Collected, opened

EXPECTED = (OSError, ValueError)
"""What goes wrong outside one source: the database, a card, a server's name, the disk."""


def run(chosen: argparse.Namespace) -> int:
    """Runs the command; 0 if all is well, 1 if a person should look."""
    stop = threading.Event()
    before = {one: signal.signal(one, lambda *_: stop.set()) for one in _signals()}
    try:
        return _done(chosen, stop)
    except EXPECTED as error:
        print(f"not collected: {error}", file=sys.stderr)
        return 1
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _signals() -> tuple[signal.Signals, ...]:
    """What ends a round cleanly; only the main thread may listen for them."""
    here = threading.current_thread() is threading.main_thread()
    return (signal.SIGTERM, signal.SIGINT) if here else ()


def _done(chosen: argparse.Namespace, stop: threading.Event) -> int:
    if chosen.migrate or chosen.publish:
        store = opened()
        return _published(store, chosen.json) if chosen.publish else _migrated(store, chosen.json)
    if chosen.stream:
        from utils.cli.collect_counters import counted

        return counted(chosen, stop)
    found = _round(chosen, stop)
    while chosen.every and not stop.wait(chosen.every):
        try:
            found = _round(chosen, stop)
        except EXPECTED as error:  # a database that is away today may be back tomorrow
            print(f"not collected: {error}", file=sys.stderr, flush=True)
    return 0 if found.well else 1


def open_door(policy: Policy | None = None) -> Door:
    """The door with the operator's contact; raises `ValueError` if none is set."""
    return Door(user_agent(os.environ), policy or Policy(), secrets=secrets())


def _round(chosen: argparse.Namespace, stop: threading.Event) -> Round:
    door = open_door()
    asked = plan(chosen.campaigns, chosen.hashtags, chosen.source)
    many = len(asked.places) * len(asked.tags)
    if not chosen.json:
        for id, why in asked.unasked.items():
            print(f"{id}: {why}")
    found = collect(asked, opened(), door, teller(many, chosen.json), stop=stop)
    if chosen.json:
        print(json.dumps(for_machines(found, asked), indent=1), flush=True)
    else:
        summary(found)
    return found


def _migrated(store: Collected, machine: bool) -> int:
    print(json.dumps({"migrated": True}) if machine else f"{store.name} is up to date.")
    return 0


def _published(store: Collected, machine: bool) -> int:
    found: Published = publish(store, dt.datetime.now(dt.UTC))
    if machine:
        print(json.dumps({"published": found.series, "problem": found.problem}))
    else:
        print(found.problem or f"published: {', '.join(found.series) or 'nothing new'}")
    return 1 if found.problem else 0
