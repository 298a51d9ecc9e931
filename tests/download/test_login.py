"""A session for an account: asked once, kept from everybody, never sent on."""

from __future__ import annotations

import json
import logging
import traceback

import pytest

from tests.download.doors import AGENT, door
from tests.download.fault_server import http, says, serving
from utils.download import AddressError, DownloadError, NotDataError, RefusedError
from utils.download.login import bearer
from utils.model.live import Request

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
USER, SECRET, TOKEN = "canary-user.example", "canary-app-password", "canary.session.key"
SESSION = http(json.dumps({"accessJwt": TOKEN, "handle": USER, "did": "did:plc:x"}).encode())


def test_trades_account_and_password_for_a_header() -> None:
    with serving(says(SESSION, http(b'{"a": 1}'))) as server:
        one = door(secrets=(SECRET, USER))
        key = bearer(one, f"{server.url}/xrpc/session", USER, SECRET)
        one.fetch(Request(server.url), key)
    assert key == {"Authorization": f"Bearer {TOKEN}"}
    assert TOKEN in one.secrets
    head, _, sent = server.asked[0].partition("\r\n\r\n")
    assert head.startswith("POST /xrpc/session HTTP/1.1\r\n")
    assert f"User-Agent: {AGENT}\r\n" in head
    assert SECRET not in head
    assert json.loads(sent) == {"identifier": USER, "password": SECRET}
    assert f"Bearer {TOKEN}" in server.asked[1]


def test_a_password_is_not_sent_on() -> None:
    with serving(says(SESSION)) as other:
        moved = http(b"", f"Location: {other.url}", status="307 Moved")
        with serving(says(moved)) as first, pytest.raises(RefusedError, match="answered 307"):
            bearer(door(), first.url, USER, SECRET)
    assert len(first.asked) == 1
    assert not other.asked


def test_a_password_goes_to_public_hosts_over_https_only() -> None:
    for url in ("http://example.org/", "https://10.0.0.1/", "file:///etc/hosts"):
        with pytest.raises(AddressError):
            bearer(door(), url, USER, SECRET)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (http(f'{{"error": "no", "message": "{USER} {SECRET}"}}'.encode(), status="401 No"), None),
        (http(b"", status="429 Busy"), None),
        (http(b"", status="503 Down"), None),
        (http(b"<html>"), NotDataError),
        (http(b"[]"), NotDataError),
        (http(f'{{"handle": "{USER}"}}'.encode()), NotDataError),
        (http(b'{"accessJwt": 7}'), NotDataError),
        (http(b'{"accessJwt": "a b"}'), NotDataError),
        (http(b'{"accessJwt": "a\\r\\nX-Evil: 1"}'), NotDataError),
        (b"nonsense\r\n\r\n", None),
    ],
    ids=range(10),
)
def test_no_session_is_told_without_account_or_password(
    reply: bytes,
    kind: type[DownloadError] | None,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(says(reply)) as server, pytest.raises(kind or DownloadError) as refusal:
        bearer(door(secrets=(SECRET,)), server.url, USER, SECRET)
    told = "".join(traceback.format_exception(refusal.value)) + caplog.text
    for canary in (SECRET, USER):
        assert canary not in told + "".join(capfd.readouterr())
    assert len(server.asked) == 1
    assert caplog.text
