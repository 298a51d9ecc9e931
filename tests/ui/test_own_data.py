"""A person's own file on the page: worked out once, and told in whatever language is spoken."""

from __future__ import annotations

import pytest

from tests.opened import opened
from tests.uploads.made_exports import EVERY, TWO_TERMS
from tests.uploads.reader import counts, understood
from utils.language import speaking
from utils.language.phrase import told
from utils.language.tongue import tongue
from utils.ui import own_data
from utils.ui.own_data import KEPT, UNDERSTOOD
from utils.uploads import cards


def test_what_became_of_an_earlier_file_is_told_anew() -> None:
    mine, searches = counts(EVERY["x-content"]), counts(EVERY["google-trends"])
    for newer in (searches, mine):
        with speaking(tongue("es")):
            _, (one, *_) = own_data._joined(mine, newer)
            spanish = told(one)
        with speaking(tongue("pt")):
            assert len({one, spanish, told(one)}) == 3


def test_evidence_is_made_once_for_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    made, real = [], cards.evidence
    monkeypatch.setattr(cards, "evidence", lambda *given: (made.append(1), real(*given))[1])
    data = EVERY["x-content"]
    app = opened("your_data", {KEPT: counts(data), UNDERSTOOD: understood(data)})
    app.run()
    assert len(made) == 1
    app.session_state[KEPT] = counts(data)  # the file is brought once more
    app.run()
    assert len(made) == 2


def test_a_term_without_a_name_is_numbered_in_the_language() -> None:
    held = {KEPT: counts(TWO_TERMS), UNDERSTOOD: understood(TWO_TERMS)}
    app = opened("your_data", held, lang="es")
    assert app.selectbox(key="own:part").options == ["Término 1", "sleep"]
