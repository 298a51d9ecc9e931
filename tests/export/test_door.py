"""The door: barred rows, suppressed values, missing helplines and blocked words stay inside."""

from __future__ import annotations

import dataclasses
import io
import math
import zipfile
from collections.abc import Callable

import pytest

from tests.export import made_claims, read_back
from tests.made_up import PLACES, evidence, row
from utils.export import door, handout, pack, posts, slides
from utils.export.deck import (
    Deck,
    ExportError,
    HelplineMissingError,
    SuppressedFigureError,
    WordingBlockedError,
)

LINE, CHANGE, BARS, ICONS, *_ = made_claims.all_kinds()
FORMATS: list[Callable[[Deck], object]] = [slides.build, handout.build, posts.build, pack.build]


@pytest.mark.parametrize("build", FORMATS, ids=lambda one: one.__module__.rsplit(".")[-1])
class TestEveryFormat:
    def test_stops_at_blocked_words_and_gives_the_reasons(
        self, build: Callable[[Deck], object]
    ) -> None:
        reasons = ("“committed suicide”: write “died by suicide”.", "The title names a method.")
        with pytest.raises(WordingBlockedError, match=r"died by suicide.*names a method") as stop:
            build(made_claims.deck(blocked=reasons))
        assert stop.value.reasons == reasons

    def test_stops_at_a_claim_about_suicide_without_a_helpline(
        self, build: Callable[[Deck], object]
    ) -> None:
        with pytest.raises(HelplineMissingError, match=r"no helpline for AAA\. Add one"):
            build(made_claims.deck(ICONS, helplines={}))

    def test_stops_at_an_empty_deck(self, build: Callable[[Deck], object]) -> None:
        with pytest.raises(ExportError, match="Collect at least one"):
            build(dataclasses.replace(made_claims.deck(), claims=()))

    def test_stops_at_a_number_made_of_suppressed_rows(
        self, build: Callable[[Deck], object]
    ) -> None:
        hidden = evidence(row(2019, None, status="Q"))
        with pytest.raises(SuppressedFigureError, match="suppressed figures only"):
            build(made_claims.deck(dataclasses.replace(LINE, evidence=hidden)))

    def test_stops_at_rows_without_a_card(self, build: Callable[[Deck], object]) -> None:
        with pytest.raises(ExportError, match="No card for made-up-share"):
            build(made_claims.deck(LINE, cards={}))


@pytest.mark.parametrize("code", ["AA-1", "AAA"])
def test_the_helpline_of_the_place_around_will_do(code: str) -> None:
    parcel = door.checked(made_claims.deck(dataclasses.replace(ICONS, place=code)))
    assert parcel.helpline(parcel.deck.claims[0]) == made_claims.HELPLINE


def test_the_helpline_of_the_world_will_do_too() -> None:
    world = dataclasses.replace(made_claims.HELPLINE, place="WLD")
    parcel = door.checked(made_claims.deck(ICONS, helplines={"WLD": world}))
    assert parcel.helplines() == (world,)
    assert door.checked(made_claims.deck(LINE)).helplines() == ()


def test_places_that_lie_in_each_other_end_somewhere() -> None:
    ring = {
        "AAA": dataclasses.replace(PLACES["AAA"], parent="BBB"),
        "BBB": dataclasses.replace(PLACES["BBB"], parent="AAA"),
    }
    deck = made_claims.deck(LINE, places={**PLACES, **ring})
    assert set(door.checked(deck).deck.places) == {"AAA", "BBB"}


def test_barred_rows_stay_and_the_claim_is_cited_with_the_reason() -> None:
    closed = made_claims.barred(LINE)
    deck = made_claims.deck(closed, BARS)
    reason = "The licence of Office of Made-up Figures does not allow its rows to be passed on"
    made = slides.build(deck)
    first, second = read_back.slides(made.content)[1:3]
    assert not read_back.charts(first)
    assert read_back.charts(second)
    assert reason in read_back.words(first)
    assert LINE.quantity.text in read_back.words(first)
    assert reason in read_back.page(handout.build(deck).content)
    files = read_back.files(pack.build(deck).content)
    assert not [path for path in files if path.startswith("claims/01/")]
    assert [path for path in files if path.startswith("claims/02/")]
    assert reason in files["README.md"].decode()
    assert reason in files["LICENCES.md"].decode()
    assert LINE.quantity.text in files["claims.json"].decode()
    # no value of the series but the one that is cited
    everything = b"".join(raw for raw in files.values())
    assert b"14.2" not in everything


def test_one_barred_source_is_enough() -> None:
    closed = made_claims.barred(LINE)
    mixed = dataclasses.replace(LINE, drawn=closed.drawn)
    parcel = door.checked(made_claims.deck(mixed))
    assert parcel.deck.claims[0].evidence is None
    assert parcel.deck.claims[0].drawn is None
    assert mixed.spec in parcel.withheld


def test_suppressed_values_do_not_leave_even_if_somebody_left_them_in() -> None:
    leaky = evidence(row(2018, 77.7, low=76.6, high=78.8, status="Q"), row(2019, 21.0))
    claim = dataclasses.replace(LINE, evidence=leaky, drawn=leaky, kind="peak")
    parcel = door.checked(made_claims.deck(claim))
    assert math.isnan(parcel.deck.claims[0].drawn.rows["value"].iloc[0])
    deck = made_claims.deck(claim)
    for content in (slides.build(deck).content, pack.build(deck).content):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                raw = archive.read(name)
                inner = read_back.files(raw).values() if name.endswith(".xlsx") else [raw]
                assert not any(b"77.7" in one or b"76.6" in one for one in inner), name


def test_nothing_lets_source_or_caveats_be_left_out() -> None:
    import inspect

    for build in FORMATS:
        assert set(inspect.signature(build).parameters) <= {"deck", "paper"}
    switches = {one.name for one in dataclasses.fields(Deck)}
    assert not {name for name in switches if "caveat" in name or "source" in name}
