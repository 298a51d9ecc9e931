"""What one round of `collect` asks: which hashtags, on which servers, and what can't be asked."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from utils import catalog
from utils.model import Source, hashtags
from utils.model.collecting import SERVER, Collect

MOST_SERVERS = 20
"""More would be many questions about the same posts."""


@dataclass(frozen=True)
class Place:
    """One source on one server."""

    source: Source
    collect: Collect
    server: str


@dataclass(frozen=True)
class Plan:
    """Where to ask for which hashtags; ``unasked`` says by source why it can't be asked."""

    places: tuple[Place, ...]
    tags: tuple[str, ...]
    unasked: Mapping[str, str]


def plan(
    campaigns: Sequence[str] = (),
    extra: Sequence[str] = (),
    sources: Sequence[str] = (),
    environment: Mapping[str, str] = os.environ,
) -> Plan:
    """The round for some campaigns (all if none and no ``extra`` hashtag is named).

    Raises `CardError` for an unknown campaign or source, and `ValueError` for a hashtag or server
    that is none.
    """
    places, unasked = [], {}
    for source in chosen(sources):
        collect = source.collect
        assert collect is not None
        if collect.streamed:
            continue
        if absent := key_absent(collect, environment):
            unasked[source.id] = f"Not asked: {absent} is not set. {collect.get_key}"
            continue
        places += [Place(source, collect, one) for one in servers(collect, environment)]
    return Plan(tuple(places), tags(campaigns, extra), unasked)


def chosen(ids: Sequence[str] = ()) -> list[Source]:
    """The sources that can be collected: those named, else all."""
    known = {one.id: one for one in catalog.sources().values() if one.collect}
    strange = [id for id in ids if id not in known]
    if strange:
        raise catalog.CardError(f"'{strange[0]}' can't be collected. Known: {', '.join(known)}.")
    return [known[id] for id in ids or known]


def tags(campaigns: Sequence[str] = (), extra: Sequence[str] = ()) -> tuple[str, ...]:
    """Hashtags in the form of `hashtags.key`, each once, in the order of the cards."""
    known = catalog.campaigns()
    strange = [id for id in campaigns if id not in known]
    if strange:
        raise catalog.CardError(f"There is no campaign '{strange[0]}'. Known: {', '.join(known)}.")
    ids = campaigns or (() if extra else tuple(known))
    named = [tag for id in ids for tag in known[id].hashtags]
    for tag in extra:
        if not hashtags.valid(tag):
            raise ValueError(f"'{tag}' is no hashtag. It has letters and digits, as #WMHD.")
    return tuple(dict.fromkeys(hashtags.key(tag) for tag in [*named, *extra]))


def servers(collect: Collect, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The servers of a source: its fixed host, or those that the environment allows.

    Raises `ValueError` for what is no public host name; nothing is asked then.
    """
    if not collect.servers:
        return (collect.host,)
    text = environment.get(collect.servers, "")
    named = tuple(dict.fromkeys(re.split(r"[\s,]+", text.strip().lower()))) if text.strip() else ()
    wrong = [one for one in named if not SERVER.fullmatch(one)]
    if wrong or len(named) > MOST_SERVERS:
        raise ValueError(
            f"{collect.servers} must hold up to {MOST_SERVERS} host names with spaces between "
            f"them, such as mastodon.social. {f'{wrong[0]!r} is none.' if wrong else ''}".strip()
        )
    return named or collect.default_servers


def key_absent(collect: Collect, environment: Mapping[str, str] = os.environ) -> str:
    """The environment variable that is needed and not set; empty if all are."""
    needed = [name for name in (collect.credential, collect.user) if name]
    return next((name for name in needed if not environment.get(name, "").strip()), "")
