"""One request and its reply within a total deadline, redirects and retries left to others."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import requests

from utils.download import body
from utils.download.errors import DownloadError, TooSlowError
from utils.download.policy import Clock, Policy


class BrokenError(Exception):
    """A connection that failed in a way that may pass: worth another try."""


@dataclass(frozen=True)
class Found:
    """Status, headers (names in lower case) and whole body of one reply."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    charset: str
    asked: dt.datetime


def once(
    url: str, headers: Mapping[str, str], policy: Policy, clock: Clock, data: bytes | None = None
) -> Found:
    """Asks once. Raises `BrokenError` if the connection fails, else the errors of `body.read`.

    With ``data`` the question is a POST that carries it.

    The exchange runs in a thread of its own: the timeouts of `requests` count from byte to
    byte, so a server that drips its headers would hold us for ever.
    """
    results: list[Found | BaseException] = []
    thread = threading.Thread(
        target=_exchange, args=(url, headers, policy, clock, data, results), daemon=True
    )
    thread.start()
    thread.join(policy.deadline + 1)
    if not results:
        raise TooSlowError(f"no whole reply in {policy.deadline:g} seconds. Try again later.")
    if isinstance(results[0], BaseException):
        raise results[0]
    return results[0]


def _exchange(
    url: str,
    headers: Mapping[str, str],
    policy: Policy,
    clock: Clock,
    data: bytes | None,
    results: list[Found | BaseException],
) -> None:
    end = clock.now() + policy.deadline
    try:
        results.append(_reply(url, headers, policy, lambda: clock.now() > end, data))
    except DownloadError as error:
        results.append(error)
    except requests.RequestException as error:
        results.append(BrokenError(_words(error)))
    except BaseException as error:  # the thread that waits must hear of it
        results.append(error)


def _reply(
    url: str,
    headers: Mapping[str, str],
    policy: Policy,
    out_of_time: Callable[[], bool],
    data: bytes | None,
) -> Found:
    with requests.Session() as session:
        session.trust_env = False  # no password file and no proxy that the operator forgot
        session.headers.clear()
        with session.request(
            "GET" if data is None else "POST",
            url,
            data=data,
            headers=dict(headers),
            timeout=min(policy.silence, policy.deadline),
            allow_redirects=False,
            stream=True,
        ) as reply:
            asked = dt.datetime.now(dt.UTC)
            small = reply.status_code != 200
            raw = b"" if small else body.read(reply, policy.most_bytes, out_of_time)
            if reply.status_code >= 400:
                raw = body.beginning(reply)
            names = {name.lower(): value for name, value in reply.headers.items()}
            return Found(reply.status_code, names, raw, _charset(names), asked)


def _charset(headers: Mapping[str, str]) -> str:
    for part in headers.get("content-type", "").split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ")
    return ""


def _words(error: requests.RequestException) -> str:
    """What happened, without the address: the library prints it whole, key and all."""
    match error:
        case requests.exceptions.SSLError():
            return "its certificate could not be verified"
        case requests.exceptions.Timeout():
            return "it did not answer in time"
        case requests.exceptions.ConnectionError():
            return "no connection"
        case _:
            return "the connection failed"
