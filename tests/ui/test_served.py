"""An app without its server warns once, in the terminal, and only if others can reach it."""

from __future__ import annotations

import logging

import pytest

from utils.ui import served


@pytest.mark.parametrize(
    ("address", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.7", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_loopback_is_this_computer_only(address: str, alone: bool) -> None:
    assert served.loopback(address) is alone


@pytest.mark.parametrize(
    ("guarded", "address", "lines"),
    [(False, "0.0.0.0", 1), (False, None, 1), (False, "127.0.0.1", 0), (True, "0.0.0.0", 0)],
)
def test_it_warns_once_where_it_should(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    guarded: bool,
    address: str | None,
    lines: int,
) -> None:
    served._warn.cache_clear()
    monkeypatch.setattr(served.st, "get_option", lambda option: address)
    monkeypatch.setattr(served.GUARDED, "is_set", lambda: guarded)
    with caplog.at_level(logging.WARNING, "groundswell"):
        for _ in range(3):
            served.warn()
    served._warn.cache_clear()
    assert len(caplog.messages) == lines
    assert all("make run" in one for one in caplog.messages)
