"""The door lets visitors in by our own name, and shows nobody what is for operators."""

from __future__ import annotations

import pytest

from tests.serve.asgi import ask, replying
from utils.serve import settings
from utils.serve.door import Door


@pytest.fixture(autouse=True)
def name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.st, "get_option", lambda option: ["localhost"])


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_STCORE/metrics",
        "/base/_stcore/metrics?families=session_events",
        "/_stcore/agent/mcp",
        "/_stcore/agent/openapi.json",
        "/_stcore/script-health-check",
    ],
)
def test_what_is_for_operators_is_not_found(path: str) -> None:
    inside = replying(body=b"cache_memory_bytes 7")
    assert ask(Door(inside), path).status == 404
    assert inside.times == 0  # type: ignore[attr-defined]


def test_another_name_is_refused_and_told_what_to_set() -> None:
    inside = replying()
    answer = ask(Door(inside), "/", host="evil.example")
    assert answer.status == 400
    assert b"STREAMLIT_SERVER_ALLOWED_HOSTS" in answer.body
    assert inside.times == 0  # type: ignore[attr-defined]
    assert ask(Door(inside), "/", host="localhost:8501").status == 200


@pytest.mark.parametrize("path", ["/healthz", "/_stcore/health"])
def test_health_may_be_asked_by_number(path: str) -> None:
    assert ask(Door(replying()), path, host="10.1.2.3:8501").status == 200
