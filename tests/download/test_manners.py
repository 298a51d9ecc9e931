"""Who asks says so, asks slowly, goes where it may, and keeps its key to itself."""

from __future__ import annotations

import logging
import traceback

import pytest

from tests.download.doors import AGENT, Waits, door
from tests.download.fault_server import http, says, serving
from utils.download import AddressError, DownloadError, RefusedError, user_agent
from utils.download.address import check
from utils.download.redact import redact
from utils.model.live import Request

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
GOOD = http(b'{"value": 1}', 'ETag: "one"', "Date: Wed, 25 Nov 2026 10:00:00 GMT")
CANARY = "canary-5ecret-0f-this-test"
KEY = {"X-App-Token": CANARY}


def moved(url: str, status: str = "302 Moved") -> bytes:
    return http(b"", f"Location: {url}", status=status)


def test_says_who_asks_and_whom_to_write_to() -> None:
    with serving(says(GOOD)) as server:
        door().fetch(Request(server.url))
    assert f"User-Agent: {AGENT}\r\n" in server.asked[0]
    told = user_agent({"GROUNDSWELL_CONTACT": "mailto:a@example.org"})
    assert told.startswith("Groundswell/")
    assert "(mailto:a@example.org) python-requests/" in told


@pytest.mark.parametrize("contact", ["", "somebody", "mailto:a@b.org\r\nX-Evil: 1"])
def test_nobody_asks_without_a_contact(contact: str) -> None:
    with pytest.raises(ValueError, match="GROUNDSWELL_CONTACT"):
        user_agent({"GROUNDSWELL_CONTACT": contact})


def test_one_question_a_second_to_a_host_and_never_two_at_once() -> None:
    waits = Waits()
    one = door(waits)
    with serving(says(GOOD)) as server:
        for _ in range(4):
            one.fetch(Request(server.url))
    assert sum(waits.asked) == pytest.approx(3, abs=0.5)
    assert server.most_together == 1


def test_a_publisher_may_want_more_time() -> None:
    waits = Waits()
    one = door(waits)
    with serving(says(GOOD)) as server:
        for _ in range(3):
            one.fetch(Request(server.url, spacing=5.5))
    assert sum(waits.asked) == pytest.approx(11, abs=0.5)


def test_a_key_stays_with_its_host() -> None:
    with serving(says(GOOD)) as other, serving(says(moved(other.url + "/there"))) as first:
        door(secrets=(CANARY,)).fetch(Request(first.url), KEY)
    assert CANARY in first.asked[0]
    assert CANARY not in other.asked[0]
    assert "/there" in other.asked[0]


def test_a_key_goes_along_within_its_host() -> None:
    with serving(says(moved("/there"), GOOD)) as server:
        door(secrets=(CANARY,)).fetch(Request(server.url), KEY)
    assert all(CANARY in asked for asked in server.asked)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://user:word@example.org/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "https://",
    ],
)
def test_never_led_to_another_kind_of_place(url: str) -> None:
    with pytest.raises(AddressError):
        check(url, find=lambda name: [name.strip("[]")] if name[:1] in "1:" else ["93.184.216.34"])


@pytest.mark.parametrize("url", ["http://example.org/", "https://10.0.0.1/", "file:///etc/hosts"])
def test_never_led_there_by_a_redirect(url: str) -> None:
    with serving(says(moved(url))) as server, pytest.raises(AddressError):
        door().fetch(Request(server.url))
    assert len(server.asked) == 1


@pytest.mark.parametrize("number", ["127.0.0.1", "10.1.2.3", "::1", "fe80::1%eth0", "0.0.0.0"])
def test_a_public_name_that_stands_for_a_private_number_is_refused(number: str) -> None:
    with pytest.raises(AddressError, match="no public host"):
        check("https://rebound.example.org/", find=lambda name: ["93.184.216.34", number])


def test_loopback_is_for_tests_only() -> None:
    with serving(says(GOOD)) as server, pytest.raises(AddressError):
        door(loopback=False).fetch(Request(server.url))
    assert not server.asked


def test_a_circle_of_redirects_ends() -> None:
    with (
        serving(says(moved("/again"))) as server,
        pytest.raises(AddressError, match="more than 5 redirects"),
    ):
        door().fetch(Request(server.url))
    assert len(server.asked) == 6


def test_a_redirect_to_nowhere() -> None:
    with serving(says(http(b"", status="302 Moved"))) as server, pytest.raises(RefusedError):
        door().fetch(Request(server.url))


def test_nothing_new_is_told_apart() -> None:
    with serving(says(GOOD, http(b"", status="304 Not Modified", length=False))) as server:
        one = door()
        first = one.fetch(Request(server.url)).reply
        assert first.headers["etag"] == '"one"'
        assert first.served is not None
        again = one.fetch(Request(server.url), validators={"If-None-Match": '"one"'})
    assert again.unchanged
    assert 'If-None-Match: "one"' in server.asked[1]


@pytest.mark.parametrize(
    "reply",
    [
        http(f"no: {CANARY}".encode(), status="403 No"),
        http(f'{{"you sent": "{CANARY}"}}'.encode()),
        http(b"", status="503 Down"),
        http(b"", "Retry-After: 9999", status="429 Busy"),
        http(b"x", "Content-Length: 99", length=False),
        moved(f"http://example.org/?key={CANARY}"),
        b"nonsense\r\n\r\n",
        b"",
    ],
)
def test_a_secret_is_in_no_error_and_no_log(
    reply: bytes, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(says(reply)) as server, pytest.raises(DownloadError) as refusal:
        door(secrets=(CANARY,)).fetch(Request(f"{server.url}/?key={CANARY}"), KEY)
    assert CANARY in server.asked[0]
    told = "".join(traceback.format_exception(refusal.value)) + caplog.text
    assert CANARY not in told + "".join(capfd.readouterr())
    assert caplog.text  # else nothing was looked at


def test_redaction_finds_every_spelling() -> None:
    secret = "a b/c+d&e"
    text = (
        "a b/c+d&e a%20b%2Fc%2Bd%26e a+b%2Fc%2Bd%26e https://x.org/?api_key=zzz&b=1 u?$$app_token=q"
    )
    found = redact(text + " https://me:word@x.org/", (secret,))
    assert found == (
        "[hidden] [hidden] [hidden] https://x.org/?api_key=[hidden]&b=1 u?$$app_token=[hidden]"
        " https://[hidden]@x.org/"
    )
