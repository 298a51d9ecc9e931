"""Rules that no list of words can hold, by the id of their entry in data/wording.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from utils.wording.checks import cause, length, safety, shares, sizes, status
from utils.wording.reading import Reading, Span

CHECKS: dict[str, Callable[[Reading], Iterator[Span]]] = {
    "W23": safety.no_helpline,
    "W24": safety.old_number,
    "W25": safety.no_hope,
    "W26": safety.handles,
    "P01": sizes.no_period,
    "P02": shares.mixed_bases,
    "P03": shares.no_percent,
    "P04": shares.too_exact,
    "P05": sizes.bare_size,
    "P06": sizes.no_levels,
    "P07": sizes.points_called_percent,
    "P09": length.long_sentences,
    "P10": length.low_clarity,
    "P11": length.long_speech,
    "S02": status.undated,
    "S11": cause.claimed,
    "S14": status.not_called_modelled,
    "S16": status.not_called_provisional,
}
"""The function that looks for a rule; each gives spans of words."""
