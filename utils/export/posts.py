"""Claims as posts: counted as the platform counts, shortened without losing what must stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from utils.export import alt, clean, door
from utils.export.counting import PLATFORMS, Platform
from utils.export.deck import Deck
from utils.export.door import Parcel
from utils.model import Claim

SOURCES, LAST = (140, 110, 80, 60, 40), (60, 40, 25, 12)
"""Characters to which a source is shortened; and, for texts that no real claim has, the rest."""


@dataclass(frozen=True)
class Post:
    """A text ready to paste, its length by the platform's rule, and what had to go.

    ``alt`` is the alt text of the picture that goes with it. ``dropped`` names the parts that
    did not fit, in the order in which they went.
    """

    platform: str
    spec: str
    text: str
    alt: str
    length: int
    limit: int
    dropped: tuple[str, ...]


@dataclass(frozen=True)
class _Parts:
    """The paragraphs of a post from top to bottom; an empty one is not written."""

    head: str
    plain: str
    caveats: tuple[str, ...]
    source: str
    help: str
    link: str
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        said = (self.head, self.plain, *self.caveats, self.source, self.help, self.link)
        return "\n".join(part for part in (*said, " ".join(self.tags)) if part)


def build(deck: Deck) -> tuple[Post, ...]:
    """Every claim for every platform, claims in the order of the deck.

    Raises `ExportError` and its kinds where something may not leave (`door.checked`).
    """
    parcel = door.checked(deck)
    return tuple(
        post(parcel, claim, platform) for claim in parcel.deck.claims for platform in PLATFORMS
    )


def post(parcel: Parcel, claim: Claim, platform: Platform) -> Post:
    """One claim for one platform.

    Whole parts go in this order until it fits: plain words, hashtags, caveats after the first,
    the long sentence for the short one, the first caveat, the short sentence for the title, the
    end of the source, the title, the link. Hashtags that fit in the end come back. Value,
    interval, period, the source's beginning and the helpline always stay.
    """
    dropped: dict[str, None] = {}
    parts = _full(parcel, claim, platform)
    for what, shorter in _shorter(parcel, claim, parts):
        if platform.count(parts.text) <= platform.limit:
            break
        if shorter.text != parts.text:
            dropped[what] = None
        parts = shorter
    parts = _with_hashtags(parts, parcel.deck.hashtags[: platform.hashtags], platform)
    if parts.tags == parcel.deck.hashtags[: platform.hashtags]:
        dropped.pop("hashtags", None)
    length = platform.count(parts.text)
    words = alt.text(parcel, claim)
    return Post(platform.id, claim.spec, parts.text, words, length, platform.limit, tuple(dropped))


def _with_hashtags(parts: _Parts, tags: tuple[str, ...], platform: Platform) -> _Parts:
    """Hashtags that still fit when all else is settled, in their order."""
    for n in range(len(parts.tags) + 1, len(tags) + 1):
        more = replace(parts, tags=tags[:n])
        if platform.count(more.text) > platform.limit:
            break
        parts = more
    return parts


def _full(parcel: Parcel, claim: Claim, platform: Platform) -> _Parts:
    line = parcel.helpline(claim)
    return _Parts(
        _with_figure(parcel, claim, claim.sentences.written),
        claim.sentences.plain,
        tuple(one.text for one in claim.caveats),
        alt.short_source(claim),
        f"Need help? {line.name}: {line.contact}" if line else "",
        parcel.link(claim),
        parcel.deck.hashtags[: platform.hashtags],
    )


def _shorter(parcel: Parcel, claim: Claim, parts: _Parts) -> Iterator[tuple[str, _Parts]]:
    """Ever shorter posts, each with the name of the part that went; the last one always fits."""
    parts = replace(parts, plain="")
    yield "plain words", parts
    parts = replace(parts, tags=())
    yield "hashtags", parts
    parts = replace(parts, caveats=parts.caveats[:1])
    yield "caveats after the first", parts
    parts = replace(parts, head=_with_figure(parcel, claim, claim.sentences.short))
    yield "long sentence", parts
    parts = replace(parts, caveats=())
    yield "first caveat", parts
    parts = replace(parts, head=_with_figure(parcel, claim, clean.shortened(claim.title, 60)))
    yield "short sentence", parts
    for most in SOURCES:
        parts = replace(parts, source=alt.short_source(claim, most))
        yield "end of the source", parts
    parts = replace(parts, head=alt.figure(parcel, claim))
    yield "title", parts
    parts = replace(parts, link="")
    yield "link", parts
    for most in LAST:
        head, source, line = (
            clean.shortened(one, most) for one in (parts.head, parts.source, parts.help)
        )
        yield "end of the figure", replace(parts, head=head, source=source, help=line)


def _with_figure(parcel: Parcel, claim: Claim, words: str) -> str:
    """The words, and value, interval and period after them where they do not say them all."""
    number = claim.quantity
    needed = [part for part in (number.text, number.interval, claim.period) if part]
    if all(re.search(rf"(?<![\d.,]){re.escape(part)}(?!\d)", words) for part in needed):
        return words
    return f"{words.rstrip('.')} ({alt.figure(parcel, claim)})."
