"""The first page says where the server is and what it needs, and a known copy is not sent again."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from tests.serve.asgi import Answer, ask, replying
from utils.language import LANGUAGES
from utils.serve import front, headers
from utils.serve.front import Front

PLAIN = b"<html>as Streamlit sends it</html>"


def visited(path: str = "/", app: Front | None = None, **headers: str) -> Answer:
    inside = replying(body=PLAIN, content_type="text/html; charset=utf-8", cache_control="no-cache",
                      content_length=str(len(PLAIN)), etag='"theirs"')  # fmt: skip
    return ask(app or Front(inside), path, **({"accept": "text/html"} | headers))


def test_the_server_is_where_the_page_finds_its_scripts() -> None:
    page = front.page()
    assert page.index("BACKEND_BASE_URL") < page.index('<script type="module"')
    assert 'new URL("./", location.href)' in page
    assert 'src="./static/js/' in page, "Streamlit finds its scripts another way now"


def test_a_new_answer_is_announced_and_the_policy_knows_the_script() -> None:
    found = re.findall(r"<script>(.*?)</script>", front.page(), re.DOTALL)
    assert front.ANNOUNCE in found
    assert len(set(headers.inline_scripts(front.page()))) == len(found) >= 2


def test_the_script_knows_the_languages_that_are_spoken() -> None:
    known = re.search(r"LANGUAGES = (\[.*?\]);", front.ANNOUNCE)
    assert known is not None
    assert json.loads(known[1]) == list(LANGUAGES)


def test_the_page_goes_out_packed_with_a_length_that_is_true() -> None:
    answer = visited("/statistics", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert gzip.decompress(answer.body).decode() == front.page("statistics")
    plain = visited("/statistics", accept_encoding="identity")
    assert plain.body.decode() == front.page("statistics")
    assert "content-encoding" not in plain.headers
    vary = "Accept-Encoding, Accept-Language"
    assert plain.headers["vary"] == answer.headers["vary"] == vary
    assert plain.headers["cache-control"] == "no-cache"


def test_a_copy_that_is_still_good_is_not_sent_again() -> None:
    first = visited("/campaigns")
    again = visited("/campaigns", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    other = visited("/campaigns", if_none_match='"theirs"')
    assert (other.status, other.headers["etag"]) == (200, first.headers["etag"])


@pytest.mark.parametrize(
    ("status", "kind"), [(404, "text/html"), (200, "application/json"), (304, "text/html")]
)
def test_everything_else_goes_through(status: int, kind: str) -> None:
    app = Front(replying(status=status, body=PLAIN, content_type=kind))
    answer = visited(app=app)
    assert (answer.status, answer.body) == (status, PLAIN)


@pytest.mark.parametrize(
    ("query", "browser", "language"),
    [
        ("", "", "en"),
        ("", "es-MX,es;q=0.9,en;q=0.8", "es"),
        ("", "fr,pt;q=0.5", "en"),
        ("lang=pt&home=BRA", "es", "pt"),
        ("lang=en", "es", "en"),
        ("lang=tlh", "es", "en"),
        ("lang=%FF", "", "en"),
    ],
)
def test_the_page_names_the_language_that_will_be_spoken(
    query: str, browser: str, language: str
) -> None:
    answer = visited(f"/?{query}", accept_language=browser)
    assert f'<html lang="{language}">' in answer.body.decode()


def test_a_copy_in_another_language_is_another_copy() -> None:
    tags = {visited("/", accept_language=one).headers["etag"] for one in ("es", "pt", "en")}
    assert len(tags) == 3
