"""Whole series are the same for everybody, named after their content, and kept within a limit."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from tests.edition.made_library import written_by
from tests.serve.asgi import Answer, ask
from utils.export import csv
from utils.model import limits
from utils.serve import take
from utils.ui import load

ID = "us-loneliness"


@pytest.fixture
def shelf() -> take.Take:
    return take.Take()


@pytest.fixture
def app(shelf: take.Take) -> ASGIApp:
    routes = [Route("/take/{name}", shelf.newest), Route("/take/{digest}/{name}", shelf.exact)]
    return Starlette(routes=routes)


def followed(app: ASGIApp, name: str) -> str:
    """The address to which the name of a series leads."""
    answer = ask(app, f"/take/{name}")
    assert answer.status == 307
    assert answer.headers["cache-control"] == "no-cache"
    return f"/take/{answer.headers['location']}"


def test_a_series_is_what_its_address_says(app: ASGIApp) -> None:
    address = followed(app, f"{ID}.csv")
    answer = ask(app, address)
    assert answer.status == 200
    assert hashlib.sha256(answer.body).hexdigest() in address
    card, rows = load.series()[ID], load.evidence(ID)
    assert answer.body == csv.text(csv.table(rows, card, load.places()))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/csv")
    assert f"groundswell_{ID}_all.csv" in answer.headers["content-disposition"]
    assert "set-cookie" not in answer.headers


def test_a_package_is_what_its_address_says(app: ASGIApp) -> None:
    address = followed(app, f"{ID}.zip")
    answer = ask(app, address, accept_encoding="gzip")
    assert hashlib.sha256(answer.body).hexdigest() in address
    assert "content-encoding" not in answer.headers
    assert f"data/{ID}.csv" in zipfile.ZipFile(io.BytesIO(answer.body)).namelist()


def test_it_is_packed_for_whoever_takes_that(app: ASGIApp) -> None:
    address = followed(app, f"{ID}.csv")
    plain, packed = ask(app, address), ask(app, address, accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert packed.headers["etag"] != plain.headers["etag"]


def test_whoever_has_it_gets_no_second_copy(app: ASGIApp) -> None:
    address = followed(app, f"{ID}.csv")
    etag = ask(app, address).headers["etag"]
    again: Answer = ask(app, address, if_none_match=f'"other", {etag}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == etag
    assert "immutable" in again.headers["cache-control"]
    assert ask(app, address, if_none_match='"other"').status == 200


@pytest.mark.parametrize("path", ["/take/no-such-series.csv", f"/take/{ID}.exe", f"/take/{ID}",
                                  f"/take/{'0' * 64}/{ID}.csv", "/take/%2e%2e%2fsecret.csv",
                                  "/take/abc/no-such-series.csv"])  # fmt: skip
def test_what_is_not_there_is_never_kept(app: ASGIApp, path: str) -> None:
    for _ in range(2):  # the second time the sums are known
        answer = ask(app, path)
        assert answer.status == 404
        assert answer.headers["cache-control"] == "no-store"


def test_older_figures_are_not_served_under_their_address(
    app: ASGIApp, monkeypatch: pytest.MonkeyPatch, shelf: take.Take
) -> None:
    address = followed(app, f"{ID}.csv")
    assert ask(app, address).status == 200
    monkeypatch.setattr(load, "stamp", lambda id: "refreshed")
    monkeypatch.setattr(take, "made", lambda id, kind: take.File("f" * 64, b"new", packed=False))
    assert followed(app, f"{ID}.csv") == f"/take/{'f' * 64}/{ID}.csv"
    assert ask(app, address).status == 404
    assert len(shelf.kept) == len(shelf.digests) == 1


def test_what_may_not_be_passed_on_is_not(app: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = written_by("words", redistributable=False)
    monkeypatch.setattr(load, "evidence", lambda id: closed.library.evidence("made-up-share"))
    assert ask(app, f"/take/{ID}.csv").status == 404
    assert b"licence" in ask(app, f"/take/{ID}.csv").body


def test_what_is_kept_stays_within_the_limit(
    app: ASGIApp, monkeypatch: pytest.MonkeyPatch, shelf: take.Take
) -> None:
    address = followed(app, f"{ID}.csv")
    (one,) = shelf.kept.values()
    monkeypatch.setattr(limits, "SERVER_TAKEN_BYTES", len(one.body) + 1)
    followed(app, f"{ID}.zip")
    assert [key[1] for key in shelf.kept] == ["zip"]
    assert ask(app, address).status == 200
    assert [key[1] for key in shelf.kept] == ["csv"]
