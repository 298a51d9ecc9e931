"""Cards are read strictly: whatever is off, the error names the file, the key and what to do."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from utils import catalog
from utils.catalog import CardError
from utils.catalog.cards import DATA, indicators, sources
from utils.model import Indicator, Source
from utils.sources import live_shape, shape

INDICATOR = (DATA / "indicators" / "us-anxiety-or-depression.toml").read_text("utf-8")
SOURCE = (DATA / "sources" / "cdc-brfss.toml").read_text("utf-8")
TEXTS: dict[type, str] = {Indicator: INDICATOR, Source: SOURCE}


def told(text: str, tmp_path: Path, kind: type = Indicator) -> str:
    path = tmp_path / "some-card.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CardError) as refusal:
        catalog.read_card(kind, path)
    said = str(refusal.value)
    assert said.startswith("some-card.toml")
    return said


def without(text: str, key: str) -> str:
    shorter = re.sub(rf"^{key} = .*\n", "", text, count=1, flags=re.M)
    assert shorter != text
    return shorter


def changed(text: str, key: str, value: str) -> str:
    other = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, count=1, flags=re.M)
    assert other != text
    return other


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Indicator, "title"),
        (Indicator, "unit"),
        (Indicator, "decimals"),
        (Indicator, "frequency"),
        (Indicator, "missed"),
        (Source, "licence"),
        (Source, "redistributable"),
        (Source, "citation"),
    ],
)
def test_a_missing_key_is_named(kind: type, key: str, tmp_path: Path) -> None:
    said = told(without(TEXTS[kind], key), tmp_path, kind)
    assert said == f"some-card.toml: the key '{key}' is missing. Add it."


@pytest.mark.parametrize("kind", [Indicator, Source])
def test_an_unknown_key_is_named(kind: type, tmp_path: Path) -> None:
    said = told(f'colour = "blue"\n{TEXTS[kind]}', tmp_path, kind)
    assert said == ("some-card.toml: the key 'colour' is unknown. Remove it or mend its spelling.")


def test_a_slip_in_a_key_is_two_findings(tmp_path: Path) -> None:
    said = told(INDICATOR.replace("plain_title", "plain_titel"), tmp_path)
    assert "'plain_titel' is unknown" in said
    assert "'plain_title' is missing" in said


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("decimals", '"1"', "'1'"),
        ("decimals", "1.5", "1.5"),
        ("title", "5", "5"),
        ("unit", '"per cent"', "'per cent'"),
        ("role", '"persuasion"', "'persuasion'"),
        ("lower_is_better", '"yes"', "'yes'"),
        ("caveats", '"one"', "'one'"),
    ],
)
def test_a_wrong_type_or_word_is_named_with_what_stands_there(
    key: str, value: str, shown: str, tmp_path: Path
) -> None:
    text = re.sub(r"^caveats = \[.*?^\]$", "caveats = []", INDICATOR, flags=re.M | re.S)
    said = told(changed(text, key, value), tmp_path)
    assert said.startswith(f"some-card.toml: '{key}' is {shown}.")


def test_keys_inside_tables_are_named_with_their_way(tmp_path: Path) -> None:
    said = told(without(INDICATOR, "reason"), tmp_path)
    assert "the key 'breaks.0.reason' is missing" in said
    said = told(without(INDICATOR, "shape"), tmp_path)
    assert "the key 'data.shape' is missing" in said
    said = told(changed(SOURCE, "retrieved", '"soon"'), tmp_path, Source)
    assert "'releases.0.retrieved' is 'soon'" in said


@pytest.mark.parametrize("text", ["title = ", "= 5", 'title = "open', "[[breaks]"])
def test_what_is_no_toml_is_named(text: str, tmp_path: Path) -> None:
    assert "can't be read as TOML" in told(text, tmp_path)


def test_what_is_no_text_or_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "some-card.toml"
    path.write_bytes(b'title = "\xff"')
    with pytest.raises(CardError, match=r"some-card\.toml can't be read as TOML"):
        catalog.read_card(Indicator, path)
    with pytest.raises(CardError, match=r"other\.toml can't be read"):
        catalog.read_card(Indicator, tmp_path / "other.toml")


def test_a_card_is_called_what_its_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "a-new-name.toml"
    path.write_text(INDICATOR, "utf-8")
    assert catalog.read_card(Indicator, path).id == "a-new-name"


def test_a_card_can_not_call_itself_something_else(tmp_path: Path) -> None:
    assert "'id' is unknown" in told(f'id = "other"\n{INDICATOR}', tmp_path)


def test_dates_and_tables_become_nouns() -> None:
    card = catalog.indicator("us-anxiety-or-depression")
    assert card.breaks[0].date == dt.date(2020, 8, 19)
    assert card.data.releases
    assert isinstance(catalog.source("cdc-brfss").releases[0].retrieved, dt.date)


def test_an_unknown_id_is_refused_with_those_there_are() -> None:
    with pytest.raises(CardError, match=r"There is no indicator 'nothing'. Known: au-suicide-rate"):
        catalog.indicator("nothing")
    with pytest.raises(CardError, match=r"There is no source 'nothing'. Known: abs-causes"):
        catalog.source("nothing")


def test_a_folder_of_cards_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.toml").write_text(INDICATOR, "utf-8")
    assert list(indicators(tmp_path)) == ["a", "b"]


@pytest.mark.parametrize("card", indicators().values(), ids=lambda card: card.id)
def test_what_a_card_points_at_exists(card: Indicator) -> None:
    known = {release.id for source in sources().values() for release in source.releases}
    assert set(card.data.releases) <= known
    assert set(card.related) <= set(indicators())
    assert {card.benchmark, *card.default_places} - {""} <= set(catalog.places())
    assert [one.date for one in card.breaks] == sorted(one.date for one in card.breaks)
    if card.data.only_live:
        live = sources()[card.data.source].live
        assert live is not None
        assert card.data.shape == live.shape
        assert live_shape(live.shape).requests(card, live)
    else:
        assert shape(card.data.shape).tidy
