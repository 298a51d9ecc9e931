"""Nothing of the app's own is left in English on a page that is read in another language."""

from __future__ import annotations

import re

import pytest

from tests.foreign import drawn, left
from tests.opened import PAGES, ROOT, announced, opened
from utils.language import places, speaking
from utils.language.tongue import tongue
from utils.ui import load

DATA = {
    "England and Wales": "names of series say where they count",
    "A screening score is not a diagnosis.": "a definition on a card says so too",
    "age-standardised": "a source has it in its title",
}
"""English texts of the app that stand in somebody else's words as well, and where."""
ENGLISH = re.compile(r"\b(the|of|and|from|was|with|that|this|than|is|are|it|for|in|on|by|no|not)\b")
PARTS = re.compile(r"\n|: |; |<br>|\*\*|^[-\d.]* |:small\[|\]|\(|\)|“|”|, |\. ")
"""What stands between pieces that come from data."""
SLOW = pytest.mark.slow
SIDES = {"indicator": "us-suicide-deaths-monthly", "campaign": "world-suicide-prevention-day"}
ASKED = {
    "step": ("side_by_side", {**SIDES, "ask": "step"}),
    "first": ("side_by_side", {**SIDES, "ask": "lead-lag"}),
    "table": ("statistics", {"indicator": "us-youth-sadness", "split": "sex", "view": "table"}),
    "ranking": ("statistics", {"indicator": "suicide-rate-world", "view": "ranking"}),
    "no claim": ("verify", {"claim": "gap:us-youth-sadness:USA:2021"}),
}  # fmt: skip


def ours(found: dict[str, str]) -> dict[str, str]:
    return {text: where for text, where in found.items() if text not in DATA}


@pytest.mark.parametrize(
    "asked", [pytest.param(name, marks=SLOW if name == "first" else ()) for name in ASKED]
)
def test_what_is_asked_further_is_answered_in_the_language(asked: str) -> None:
    page, link = ASKED[asked]
    language = "pt" if asked in ("first", "no claim") else "es"
    assert not ours(left(opened(page, lang=language, **link), language))


def test_english_would_be_found() -> None:
    found = ours(left(opened("overview"), "es"))
    assert len(found) > 20
    assert "See the chart" in found


def test_a_refusal_keeps_its_rule_and_its_way_out() -> None:
    link = {"point": "rank:us-suicide-deaths-monthly:USA:2018-09"}
    app = opened("talking_points", lang="es", **link)
    assert not ours(left(app, "es"))
    said = announced(app)
    assert "no se pueden ordenar por puestos" in said
    assert "(Regla S01)" in said


def test_places_stand_in_the_order_of_the_language_and_links_keep_their_codes() -> None:
    link = {"indicator": "suicide-rate-world", "place": ["DEU", "ZAF"]}
    app, plain = opened("statistics", lang="es", **link), opened("statistics", **link)
    box = app.multiselect(key="statistics.place")
    assert box.value == plain.multiselect(key="statistics.place").value == ["DEU", "ZAF"]
    assert box.options.index("Alemania") < box.options.index("Arabia Saudí")
    assert box.options.index("Arabia Saudí") < box.options.index("Sudáfrica")
    assert app.query_params["place"] == plain.query_params["place"]


def test_every_place_of_the_lists_has_one_name() -> None:
    for language in ("es", "pt"):
        with speaking(tongue(language)):
            names = [places.name(place) for place in load.places().values()]
            assert len(names) == len(set(names))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_what_is_the_same_in_both_languages_is_data(page: str) -> None:
    files = [*(ROOT / "data").rglob("*.toml"), *(ROOT / "data").glob("*.csv")]
    files += (ROOT / "data" / "tables").glob("*.csv")
    known = re.sub(r"\\?\s+", " ", " ".join(one.read_text("utf-8") for one in files))
    app = opened(page, lang="es")
    english_by_intent = {one.value for one in app.code}  # what is checked, saved and packed
    for text in {*drawn(app)} & {*drawn(opened(page))} - english_by_intent:
        for part in PARTS.split(text) if ENGLISH.search(text) else ():
            bare = " ".join(part.split()).strip("-*:. ")
            assert not ENGLISH.search(bare) or bare in known, text[:300]
