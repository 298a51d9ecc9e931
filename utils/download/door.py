"""The door: one polite question, asked again where that helps, and its whole answer."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from utils.download import address, body, exchange, wait
from utils.download.errors import (
    AddressError,
    DownloadError,
    NotDataError,
    RateLimitError,
    RefusedError,
    TooSlowError,
    UnreachableError,
)
from utils.download.policy import Clock, Policy
from utils.download.redact import Hiding, redact
from utils.model.live import Reply, Request

AGAIN = {202, 429, 500, 502, 503, 504}
"""Not ready, too many, or failed for now."""
ELSEWHERE = {301, 302, 303, 307, 308}
LATER = "The figures at hand stay in use; try again later."


@dataclass(frozen=True)
class Answer:
    """A whole reply, or word that nothing has changed since the validators sent along."""

    reply: Reply
    unchanged: bool = False


@dataclass
class Door:
    """Asks publishers, one request at a time.

    ``agent`` is the user agent, ``secrets`` every value that may never be told. A host that
    has failed for good is not asked again by the same door.
    """

    agent: str
    policy: Policy = field(default_factory=Policy)
    clock: Clock = field(default_factory=Clock)
    secrets: tuple[str, ...] = ()
    find: address.Resolve = address.resolve

    def __post_init__(self) -> None:
        self.pace = wait.Pace(self.policy.spacing, self.clock)
        self.given_up: dict[str, str] = {}
        for name in ("urllib3", "urllib3.connectionpool", "urllib3.util.retry", "requests"):
            logging.getLogger(name).addFilter(Hiding(self.secrets))

    def hide(self, text: str) -> str:
        """A text without secrets, fit for a terminal, a log or a report."""
        return redact(text, self.secrets)

    def fetch(
        self,
        request: Request,
        credentials: Mapping[str, str] | None = None,
        validators: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to a request; raises a `DownloadError` that says where and what to do.

        ``credentials`` are headers that go to the host of the request and to no other;
        ``validators`` are `If-None-Match` and `If-Modified-Since`.
        """
        where = address.host(request.url)
        try:
            if where in self.given_up:
                raise UnreachableError(f"not asked again: {self.given_up[where]}")
            return self._tried(request, credentials or {}, validators or {})
        except DownloadError as error:
            words = self.hide(f"{where}: {error}")
            if isinstance(error, UnreachableError | RateLimitError | TooSlowError):
                self.given_up.setdefault(where, self.hide(str(error)))
            told = type(error)(words)
            if isinstance(error, RefusedError) and isinstance(told, RefusedError):
                told.status = error.status
            # the cause holds the address as it was asked, and the headers with it
            raise told from None

    def _tried(
        self, request: Request, credentials: Mapping[str, str], validators: Mapping[str, str]
    ) -> Answer:
        problem = ""
        for attempt in range(self.policy.tries):
            try:
                found = self._followed(request, credentials, validators)
            except exchange.BrokenError as error:
                problem, seconds = str(error), None
            else:
                if found.status not in AGAIN:
                    return self._answer(request, found)
                problem = f"it answered {found.status}"
                seconds = wait.asked_to_wait(found.headers.get("retry-after"), found.asked)
                if seconds is not None and seconds > self.policy.longest_wait:
                    raise RateLimitError(f"asks to wait {seconds:,.0f} seconds. {LATER}")
            if attempt + 1 < self.policy.tries:
                self.clock.sleep(wait.pause(attempt, self.policy) if seconds is None else seconds)
        kind = RateLimitError if problem.endswith("429") else UnreachableError
        raise kind(f"{problem}, {self.policy.tries} times. {LATER}")

    def _followed(
        self, request: Request, credentials: Mapping[str, str], validators: Mapping[str, str]
    ) -> exchange.Found:
        """The first answer that is no redirect. Credentials stay with the host they are for."""
        url = request.url
        for _ in range(self.policy.redirects + 1):
            address.check(url, self.policy.loopback, self.find)
            own = credentials if address.same_place(url, request.url) else {}
            headers = {
                "User-Agent": self.agent,
                "Accept": request.accept,
                "Accept-Encoding": "gzip",
                **validators,
                **own,
            }
            self.pace.take_turn(address.host(url), request.spacing)
            found = exchange.once(url, headers, self.policy, self.clock)
            if found.status not in ELSEWHERE:
                return found
            if not found.headers.get("location"):
                raise RefusedError(f"it answered {found.status} without saying where to go.")
            url = urljoin(url, found.headers["location"])
        raise AddressError(f"more than {self.policy.redirects} redirects. Check the address.")

    def _answer(self, request: Request, found: exchange.Found) -> Answer:
        if found.status == 304:
            return Answer(Reply(request, b"", found.headers, _date(found)), unchanged=True)
        if found.status != 200:
            raise _refused(found, request.personal)
        whole = body.as_utf8(found.body, found.charset)
        # one that may name persons is never kept, and may name the operator's own account
        told = not request.personal and any(
            len(s) >= 4 and s.encode() in whole for s in self.secrets
        )
        if told:
            raise NotDataError("the reply repeats our key, so it is not kept. Tell the publisher.")
        if whole.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b""):
            raise NotDataError(f"the reply is no data but {_kind(whole)}. {LATER}")
        return Answer(Reply(request, whole, found.headers, _date(found)))


def _kind(whole: bytes) -> str:
    return "a web page or XML" if whole.strip(b"\xef\xbb\xbf \t\r\n") else "empty"


def _refused(found: exchange.Found, personal: bool) -> RefusedError:
    error = RefusedError(_refusal(found, personal))
    error.status = found.status
    return error


def _refusal(found: exchange.Found, personal: bool) -> str:
    match found.status:
        case 401 | 403:
            advice = "Check the key and the contact address in the environment."
        case 404 | 410:
            advice = "The address on the source's card may be out of date."
        case _:
            advice = "Check what is asked on the card."
    said = " ".join(found.body[:300].decode("utf-8", "replace").split())
    quoted = "" if personal else f" It said: {said}"
    return f"it answered {found.status}. {advice}{quoted}"


def _date(found: exchange.Found) -> dt.datetime | None:
    try:
        told = parsedate_to_datetime(found.headers.get("date", ""))
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=dt.UTC)
