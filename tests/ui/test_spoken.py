"""What is said of a claim in another language is worked out once for each language."""

from __future__ import annotations

import pytest

from utils.claims import tongues
from utils.language import speaking
from utils.language.tongue import tongue
from utils.model import Refused
from utils.ui import point, spoken

BROKEN = "change:us-anxiety-or-depression:USA:2020-04-23..2024-08-20"


def test_a_refusal_is_kept_for_each_language(monkeypatch: pytest.MonkeyPatch) -> None:
    one = point.claim(BROKEN)
    assert isinstance(one, Refused)
    asked, real = [], tongues.refusal
    monkeypatch.setattr(tongues, "refusal", lambda *given: (asked.append(1), real(*given))[1])
    spoken._refused.clear()
    said = []
    for language in ("es", "pt", "es", "pt", "en"):
        with speaking(tongue(language)):
            said.append(spoken.refusal(one).reason)
    assert len(asked) == 2
    assert said[:2] == said[2:4]
    assert len({*said}) == 3
    assert said[4] == one.reason
