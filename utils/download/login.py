"""Trades an account's name and app password for a session, for publishers that ask for one."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from utils.download import address, exchange
from utils.download.door import Door
from utils.download.errors import NotDataError, RefusedError, UnreachableError

TOKEN = "accessJwt"
"""Where Bluesky's answer holds the key of the session."""


def bearer(door: Door, url: str, user: str, secret: str) -> dict[str, str]:
    """The header that speaks for the account, for requests to the host of ``url`` only.

    The door learns the key of the session, so that it is never told. Asked once, without
    following redirects: a password is not sent on. Raises a `DownloadError` that quotes nothing.
    """
    where = urlsplit(url).netloc
    address.check(url, door.policy.loopback, door.find)
    door.pace.take_turn(address.host(url))
    headers = {
        "User-Agent": door.agent,
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
        "Content-Type": "application/json",
    }
    data = json.dumps({"identifier": user, "password": secret}).encode()
    try:
        found = exchange.once(url, headers, door.policy, door.clock, data)
    except exchange.BrokenError as error:
        raise UnreachableError(f"{where}: {error}. Try again later.") from None
    if found.status != 200:
        raise RefusedError(
            f"{where}: no session, it answered {found.status}. Check the account and app password."
        )
    token = _token(found.body)
    if not token:
        raise NotDataError(f"{where}: the answer holds no session. Try again later.")
    door.secrets = (*door.secrets, token)
    return {"Authorization": f"Bearer {token}"}


def _token(body: bytes) -> str:
    try:
        answer: Any = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    token = answer.get(TOKEN) if isinstance(answer, dict) else None
    fit = isinstance(token, str) and token.isascii() and token.isprintable() and " " not in token
    return str(token) if fit else ""
