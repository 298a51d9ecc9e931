"""Asks one server about one hashtag: every page, and nothing of it is kept but counts."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from utils import catalog
from utils.cli.collect_plan import Place
from utils.download import Door, DownloadError, RefusedError, address
from utils.model.collecting import Asked, Collect
from utils.model.counts import Counted
from utils.model.live import Reply, Request
from utils.sources import CollectShape, SourceError, collect_shape

MOST_PAGES = 200
"""Pages of one chain; a server that always says "more" ends here."""
Absent = Callable[[int, Asked], Counted | None]


@dataclass
class Keys:
    """The headers that carry the operator's keys, made once a round for each server."""

    door: Door
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    made: dict[tuple[str, str], Mapping[str, str] | DownloadError] = field(default_factory=dict)

    def of(self, place: Place, base: str) -> Mapping[str, str]:
        """The header for a server; raises `DownloadError` if a session was refused."""
        name = (place.source.id, place.server)
        if name not in self.made:
            try:
                self.made[name] = self._made(place.collect, base)
            except DownloadError as error:
                self.made[name] = error
        found = self.made[name]
        if isinstance(found, DownloadError):
            raise found
        return found

    def _made(self, collect: Collect, base: str) -> Mapping[str, str]:
        key = self.environment.get(collect.credential, "").strip() if collect.credential else ""
        if collect.login:
            from utils.download.login import bearer

            user = self.environment.get(collect.user, "").strip()
            return bearer(self.door, base + collect.login, user, key)
        return {collect.header: f"{collect.scheme} {key}".strip()} if key else {}


def secrets(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Every key and account that a card names and the environment holds."""
    cards = [one.collect for one in catalog.sources().values() if one.collect]
    names = [name for one in cards for name in (one.credential, one.user) if name]
    return tuple(value for name in names if (value := environment.get(name, "").strip()))


def counted(asked: Asked, door: Door, key: Mapping[str, str]) -> Counted | None:
    """What a server says of a hashtag; absent if there is nothing to ask it.

    Raises `DownloadError`, or `ValueError` for a reply that is not what the shape promises.
    """
    shape = collect_shape(asked.collect.shape)
    replies: list[Reply] = []
    questions = shape.requests(asked)
    if not questions:
        return None
    try:
        for first in questions:
            replies += _chain(first, shape, asked, door, key)
    except RefusedError as error:
        absent = cast(Absent | None, getattr(shape, "absent", None))
        found = absent(error.status, asked) if absent else None
        if found is None:
            raise _in_words(error, shape) from None
        return _own(found, asked)
    return _own(shape.read(replies, asked), asked)


def _in_words(error: RefusedError, shape: CollectShape) -> RefusedError:
    """The refusal in the shape's own words, where it has some."""
    refused = cast(Callable[[int], str] | None, getattr(shape, "refused", None))
    said = refused(error.status) if refused else ""
    return RefusedError(said) if said else error


def _chain(
    first: Request, shape: CollectShape, asked: Asked, door: Door, key: Mapping[str, str]
) -> list[Reply]:
    pages: list[Reply] = []
    request: Request | None = first
    while request:
        if len(pages) == MOST_PAGES or request.url in {one.request.url for one in pages}:
            raise SourceError(f"The pages don't end: {len(pages)} were read.")
        if not address.same_place(request.url, first.url):
            raise SourceError("The next page is said to be on another host. It was not asked.")
        pages.append(door.fetch(request, key).reply)
        request = shape.following(pages, asked)
    return pages


def _own(found: Counted, asked: Asked) -> Counted:
    """What was found, if it speaks of what was asked and of nothing else."""
    tags = {one.tag for one in found.counts} - {asked.tag}
    metrics = {one.metric for one in found.counts} - set(asked.collect.metrics)
    if found.server != asked.server or tags or metrics:
        raise SourceError("It counted something else than was asked for.")
    late = [one.day for one in found.counts if one.day > asked.today]
    if late:
        raise SourceError("It counts days that have not begun.")
    return found


def words(error: Exception, door: Door) -> str:
    """What went wrong, in words that hold nothing of a reply, of a key or of an account."""
    if isinstance(error, RefusedError):
        return door.hide(str(error).partition(" It said:")[0])
    if isinstance(error, DownloadError | SourceError):
        return door.hide(str(error))[:600]
    return f"The reply is not what its shape promises ({type(error).__name__})."
