"""What is known about one export format: its headings, its dates, what its rows are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from utils.uploads.platforms.words import english

Basis = Literal["post", "total"]
"""Whether a row is one post, or what the platform counted for a whole day."""


@dataclass(frozen=True)
class Format:
    """One layout of one platform. Headings are English, in lower case; others are translated.

    ``needs`` lists groups of headings, one of each of which must be there for a file to be
    recognised. ``platform`` is empty where a column (``network``) says it row by row;
    ``family`` begins the ids of the series made from it. ``end`` is a last day that is not
    included. ``labels`` is where the word Total stands. A
    post whose id (``post_id``) comes again is counted once, unless ``parts`` names a column that
    splits its figures into rows. ``order`` is what this platform is
    known to write, used to suggest and never to decide. ``counts_posts`` is false for a list of
    only some posts.
    """

    id: str
    name: str
    family: str
    platform: str
    basis: Basis
    needs: tuple[tuple[str, ...], ...]
    date: tuple[str, ...] = ("date",)
    end: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    network: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    post_id: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    metrics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: Literal["", "day", "month"] = ""
    counts_posts: bool = True
    caveats: tuple[str, ...] = ()

    def fits(self, headings: Sequence[frozenset[str]]) -> int:
        """How many of the headings this format knows; 0 if one that it needs is absent.

        Each heading is given as all that it may be in English (`words.english`).
        """
        here = frozenset().union(*headings)
        if not all(here.intersection(group) for group in self.needs):
            return 0
        known = {*self.date, *self.end, *self.text, *self.tags, *self.network, *self.labels}
        known |= {name for names in (*self.metrics.values(), *self.needs) for name in names}
        return sum(not known.isdisjoint(heading) for heading in headings)

    def find(self, names: tuple[str, ...], headings: Sequence[str]) -> int | None:
        """The column of the first of these names that is there; `None` if none is."""
        for name in names:
            for position, heading in enumerate(headings):
                if name in english(heading):
                    return position
        return None
