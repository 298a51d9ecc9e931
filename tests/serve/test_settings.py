"""Who may frame the pages, and the names the server goes by."""

from __future__ import annotations

import pytest

from utils.serve import settings


def goes_by(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(settings.st, "get_option", lambda option: list(names))


@pytest.mark.parametrize(
    ("host", "yes"),
    [
        ("example.org", True),
        ("example.org:8501", True),
        ("EXAMPLE.org.", True),
        ("a.sub.example.net", True),
        ("sub.example.net", False),
        ("evil.example", False),
        ("example.org.evil.example", False),
        ("user@example.org", False),
        ("example.org/evil", False),
        ("example.org:99999999", False),
        ("example.org\r\nx: y", False),
        ("example.org; script-src *", False),
        ("[::1]:8501", True),
        ("", False),
    ],
)
def test_a_host_is_allowed_by_name(monkeypatch: pytest.MonkeyPatch, host: str, yes: bool) -> None:
    goes_by(monkeypatch, "example.org", "*.sub.example.net", "::1")
    assert settings.allowed(host) is yes


def test_without_a_list_every_well_formed_host_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_by(monkeypatch)
    assert settings.allowed("anything.example:80")
    assert not settings.allowed("two words")


def test_frames_are_for_nobody_until_somebody_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.FRAME_ANCESTORS, raising=False)
    assert settings.frame_ancestors() == ()
    monkeypatch.setenv(settings.FRAME_ANCESTORS, "https://a.example  https://*.b.example:8443")
    assert settings.frame_ancestors() == ("https://a.example", "https://*.b.example:8443")


@pytest.mark.parametrize("wrong", ["*", "a.example", "https://a.example/path", "https://a;b"])
def test_a_site_that_a_browser_would_not_understand_is_refused(
    monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv(settings.FRAME_ANCESTORS, f"https://ok.example {wrong}")
    with pytest.raises(ValueError, match=r"no site\. Write https://example\.org"):
        settings.frame_ancestors()
