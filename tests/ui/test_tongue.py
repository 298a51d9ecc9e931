"""The reader's language: from the address, the picker or the browser; links hold in any of them."""

from __future__ import annotations

import pytest

from tests.foreign import left
from tests.opened import PAGES, address, announced, opened, sound, words
from tests.ui.test_foreign import ours
from utils.language import say, speaking
from utils.language.tongue import tongue
from utils.ui.tongue import PICKER

POINT = "level:us-anxiety-or-depression:USA:2024-08-20"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_spanish(page: str) -> None:
    app = opened(page, lang="es")
    assert address(app) == {"lang": ["es"]}
    assert not announced(app) or "link" not in announced(app)
    with speaking(tongue("es")):
        assert say("The link itself") in words(app) or page in ("present", "your_data")
    assert not ours(left(app, "es"))


def test_a_talking_point_stands_in_portuguese_with_english_folded_beside_it() -> None:
    app = opened("talking_points", lang="pt", point=POINT)
    copied = [one.value for one in app.code]
    assert "o valor de “Symptoms of anxiety or depression” (Estados Unidos" in copied[0]
    assert "Fonte: National Center" in copied[0]
    assert copied[1].startswith("From 20 Aug to 16 Sep 2024, 21.4% (95% interval 20.7 to 22.2)")
    assert "Em inglês" in [one.label for one in app.expander]


def test_a_wrong_language_is_english_and_said() -> None:
    app = opened("overview", lang="xx")
    assert app.title[0].value == "What should I know before I speak?"
    assert "lang “xx”" in announced(app)
    assert not address(app)


def test_a_view_stays_when_the_language_is_chosen() -> None:
    link = {"indicator": "us-depression-diagnosis", "place": "US-TX", "split": "sex"}
    app = opened("statistics", **link)
    app.selectbox(key=PICKER).select("es")
    sound(app.run())
    assert address(app) == {"lang": ["es"], **{name: [value] for name, value in link.items()}}
    assert app.selectbox(key="statistics.split").value == "sex"
    assert app.multiselect(key="statistics.place").value == ["US-TX"]
    app.selectbox(key=PICKER).select("en")
    with speaking(tongue("es")):  # the words on the buttons that AppTest presses
        sound(app.run())
    assert address(app) == {name: [value] for name, value in link.items()}
    assert app.multiselect(key="statistics.place").value == ["US-TX"]


def test_the_language_goes_along_to_another_page() -> None:
    app = opened("overview", lang="es")
    app.query_params.clear()  # a choice in the menu drops the query
    app.switch_page("pages/calendar.py")
    with speaking(tongue("es")):  # the words on the choices that AppTest brings along
        app.run()
    assert sound(app).title[0].value == "¿Cuál es el próximo día de sensibilización?"
    assert address(app)["lang"] == ["es"]


def test_a_link_made_in_spanish_opens_in_english_alike() -> None:
    link = {"indicator": "suicide-rate-world", "view": "ranking", "place": ["FRA", "JPN"]}
    spanish, english = opened("statistics", lang="es", **link), opened("statistics", **link)
    view = {name: values for name, values in address(spanish).items() if name != "lang"}
    assert view == address(english)
    keys = [[one.key for one in app.selectbox] for app in (spanish, english)]
    assert keys[0] == keys[1]


def test_only_english_words_are_checked_and_that_is_said() -> None:
    assert "Solo se revisa texto en inglés." in words(opened("talking_points", lang="es"))
    assert "Only English" not in words(opened("talking_points"))
