"""Looking for points: the words shown meanwhile are the reader's, what is found is everybody's."""

from __future__ import annotations

import pytest

from utils.language import speaking
from utils.language.tongue import tongue
from utils.ui import points
from utils.ui.points import Asked


def test_who_waits_reads_it_in_their_language(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(points, "_finder", lambda words: (shown.append(words), lambda *_: ())[1])
    for language in ("en", "es", "pt"):
        with speaking(tongue(language)):
            points.suggestions(Asked("press", "Suicide", "USA"))
    assert shown[0] == "Looking for points that hold up"
    assert len(set(shown)) == 3


def test_what_was_found_serves_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    monkeypatch.setattr(points, "suggest", lambda *asked: (looked.append(asked), ())[1])
    asked = ("press", "nothing is about this", "USA", (), "2026-01-01")
    for words in ("Looking", "Buscando"):
        points._finder(words)(*asked)
    assert len(looked) == 1
