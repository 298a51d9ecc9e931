"""What a refresh would ask, without asking: for an operator who wants to look first."""

from __future__ import annotations

from dataclasses import dataclass

from utils.cli.refresh_ask import credentials
from utils.cli.refresh_series import live_source
from utils.model import Card
from utils.sources import live_shape


@dataclass(frozen=True)
class Plan:
    """The first address of each chain of pages of a series, its source and shape.

    ``key`` says in words whether a key would be sent; the key itself is in no address.
    """

    series: str
    source: str
    shape: str
    key: str
    addresses: tuple[str, ...]


def planned(card: Card) -> Plan:
    """What would be asked for one series; raises `SeriesImportError` without a live source."""
    source, live = live_source(card)
    asked = live_shape(live.shape).requests(card, live)
    key = ""
    if live.credential:
        sent = f"as {live.header}" if credentials(live) else "not set, so not sent"
        key = f"key {live.credential} {sent}"
    return Plan(card.id, source.id, live.shape, key, tuple(one.url for one in asked))
