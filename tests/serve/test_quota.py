"""Uploads are counted by page, address and altogether, and never get into each other's hands."""

from __future__ import annotations

import asyncio
import random
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.applications import Starlette
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.web.server.starlette.starlette_routes import create_upload_routes

from tests.serve.asgi import Answer, ask, asked, replying, scope
from utils.model import limits
from utils.serve.quota import Ledger, Quota, Upload

ROUNDS = 500
EDGE = b"--edge\r\n"


def put(app: Any, session: str = "a", size: int = 10, client: str = "192.0.2.7") -> Answer:
    """Tells the server of a file of a size, which need not really be there."""
    wanted = scope(f"/_stcore/upload_file/{session}/f", "PUT", client, content_length=str(size))
    return asyncio.run(asked(app, wanted))


def fresh(status: int = 204) -> Quota:
    return Quota(replying(status=status))


def test_a_page_may_send_so_many_files() -> None:
    app = fresh()
    told = [put(app).status for _ in range(limits.SERVER_UPLOADS_PER_SESSION + 2)]
    assert told == [204] * limits.SERVER_UPLOADS_PER_SESSION + [429, 429]
    assert app.app.times == limits.SERVER_UPLOADS_PER_SESSION  # type: ignore[attr-defined]
    assert put(app, "another").status == 204, "another page is held up by this one"


def test_a_page_may_send_so_many_bytes() -> None:
    app, half = fresh(), limits.SERVER_UPLOAD_BYTES_PER_SESSION // 2
    assert [put(app, size=size).status for size in (half, half, 1)] == [204, 204, 429]


def test_an_address_may_send_so_much_however_many_pages_it_opens() -> None:
    app, size = fresh(), limits.SERVER_UPLOAD_BYTES_PER_ADDRESS // 4
    told = [put(app, f"page {n}", size).status for n in range(5)]
    assert told == [204] * 4 + [429]
    assert put(app, "page 9", size, client="192.0.2.8").status == 204
    app = fresh()
    told = [put(app, f"page {n}").status for n in range(limits.SERVER_UPLOADS_PER_ADDRESS + 1)]
    assert told[-2:] == [204, 429]


def test_everybody_together_may_send_so_much() -> None:
    app, size = fresh(), limits.SERVER_UPLOAD_BYTES // 10
    told = [put(app, f"page {n}", size, client=f"192.0.2.{n}").status for n in range(11)]
    assert told == [204] * 10 + [429]


def test_what_the_app_refuses_does_not_count() -> None:
    app = fresh(status=403)
    for _ in range(limits.SERVER_UPLOADS_PER_SESSION * 2):
        assert put(app).status == 403
    assert not app.sessions.lately
    assert not app.addresses.lately


def test_an_upload_counts_for_an_hour() -> None:
    clock = SimpleNamespace(now=0.0)
    ledger = Ledger(2, 100, clock=lambda: clock.now)
    for at in (0, 10):
        ledger.add("a", Upload(at, 10))
    assert not ledger.fits("a", 1)
    clock.now = limits.SERVER_UPLOADS_SECONDS + 1
    assert ledger.fits("a", 90)
    assert not ledger.fits("a", 91)


def test_the_ledger_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SERVER_ADDRESSES", 5)
    ledger = Ledger(2, 100)
    for who in "abcdefgh":
        ledger.add(who, Upload(0, 1))
    assert list(ledger.lately) == list("defgh")


def test_an_upload_says_how_large_it_is() -> None:
    assert ask(fresh(), "/_stcore/upload_file/a/f", "PUT").status == 411
    assert ask(fresh(), "/_stcore/upload_file/a/f", "PUT", content_length="-1").status == 411


@pytest.mark.parametrize(("path", "method"), [("/_stcore/upload_file/a/f", "DELETE"), ("/", "PUT")])
def test_nothing_else_is_counted(path: str, method: str) -> None:
    app = fresh()
    for _ in range(limits.SERVER_UPLOADS_PER_SESSION * 2):
        assert ask(app, path, method).status == 204
    assert not app.sessions.lately


def streamlits(monkeypatch: pytest.MonkeyPatch) -> tuple[Quota, MemoryUploadedFileManager]:
    """The quota before Streamlit's own upload routes and its own memory of files."""
    kept = MemoryUploadedFileManager("/_stcore/upload_file")
    runtime: Any = SimpleNamespace(is_active_session=lambda session: True)
    routes = create_upload_routes(runtime, kept, "")
    module = "streamlit.web.server.starlette.starlette_routes.is_xsrf_enabled"
    monkeypatch.setattr(module, lambda: False)
    return Quota(Starlette(routes=routes)), kept


async def sends(app: Quota, who: str, round: int) -> None:
    """One person's file, which holds their name and nothing else."""
    content = f"date,{who}\n2024-10-10,{round}\n".encode() * random.randint(1, 50)
    head = f'Content-Disposition: form-data; name="f"; filename="{who}-{round}.csv"\r\n\r\n'
    body = EDGE + head.encode() + content + b"\r\n--edge--\r\n"
    wanted = scope(
        f"/_stcore/upload_file/{who}-page-{round // 10}/{round}",
        "PUT",
        f"192.0.2.{1 + round // 100}",
        content_type="multipart/form-data; boundary=edge",
        content_length=str(len(body)),
    )
    assert (await asked(app, wanted, body)).status == 204


def test_two_peoples_uploads_never_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    """500 rounds, each two files of one shape, with one file id, at the same time."""
    app, kept = streamlits(monkeypatch)
    monkeypatch.setattr(limits, "SERVER_UPLOADS_PER_ADDRESS", 10 * ROUNDS)
    app.addresses.files = 10 * ROUNDS

    async def everything() -> None:
        for round in range(ROUNDS):
            both = [sends(app, who, round) for who in random.sample(["ada", "bea"], 2)]
            await asyncio.gather(*both)

    asyncio.run(everything())
    for round in range(ROUNDS):
        for who, other in (("ada", "bea"), ("bea", "ada")):
            (file,) = kept.get_files(f"{who}-page-{round // 10}", [str(round)])
            assert isinstance(file, UploadedFileRec)
            assert file.name == f"{who}-{round}.csv"
            assert set(file.data.split()) == {
                f"date,{who}".encode(),
                f"2024-10-10,{round}".encode(),
            }
            assert not kept.get_files(f"{other}-page-{round // 10}x", [str(round)])
