"""What can go wrong on the way to a publisher: what, where, and what to do next."""

from __future__ import annotations

from typing import ClassVar


class DownloadError(Exception):
    """No usable reply. ``kind`` is a word for machines, the text is for people."""

    kind: ClassVar[str] = "download"


class AddressError(DownloadError):
    """An address that this program never asks: not https, not public, or a name unknown."""

    kind = "address refused"


class UnreachableError(DownloadError):
    """Nobody answered, or the server failed every time it was asked."""

    kind = "unreachable"


class RateLimitError(DownloadError):
    """The publisher asks to wait longer than this program waits."""

    kind = "rate limited"


class RefusedError(DownloadError):
    """The publisher said no: a wrong address, a missing or invalid key.

    ``status`` is the HTTP status it said it with, 0 if there is none.
    """

    kind = "refused"
    status = 0


class TooSlowError(DownloadError):
    """The reply was not whole when its time was up."""

    kind = "too slow"


class TooBigError(DownloadError):
    """The reply, packed or unpacked, is larger than is read."""

    kind = "too big"


class NotWholeError(DownloadError):
    """The reply ended before its end."""

    kind = "not whole"


class NotDataError(DownloadError):
    """A reply that is no data: a web page, an unknown packing, an unknown alphabet."""

    kind = "not data"
