"""The handout: one page, nothing that matters left out, and what was left out is said."""

from __future__ import annotations

import dataclasses
import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export import made_claims, read_back
from tests.export.test_posts import LONG, wordy
from utils.export import door, handout, page
from utils.model import Caveat, Claim

CLAIMS = made_claims.all_kinds()
THREE = CLAIMS[2:5]
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


def text(*claims: Claim, **more: object) -> str:
    return read_back.page(handout.build(made_claims.deck(*claims, **more)).content)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_file_is_whole_and_of_the_paper_asked_for(paper: str) -> None:
    made = handout.build(made_claims.deck(), paper)  # type: ignore[arg-type]
    read_back.assert_whole(made.content)
    assert made.content == handout.build(made_claims.deck(), paper).content  # type: ignore[arg-type]
    section = Document(io.BytesIO(made.content)).sections[0]
    assert section.page_width.mm == pytest.approx(PAPERS[paper][0], abs=0.1)
    assert section.page_height.mm == pytest.approx(PAPERS[paper][1], abs=0.1)
    printed = section.page_height.inches - section.top_margin.inches - section.bottom_margin.inches
    assert printed > page.TALL
    assert paper.lower() in made.name


def test_both_papers_say_the_same() -> None:
    deck = made_claims.deck(*THREE)
    assert read_back.page(handout.build(deck, "A4").content) == read_back.page(
        handout.build(deck, "Letter").content
    )


def test_title_ask_points_sources_helpline_and_code_are_there() -> None:
    made = text(*THREE)
    deck = made_claims.deck()
    for needed in (deck.title, deck.ask, made_claims.HELPLINE.contact, made_claims.CITATION.text):
        assert needed in made
    for claim in THREE:
        assert claim.quantity.text in made
        assert claim.quantity.interval in made
        assert claim.period in made
        assert claim.sentences.written in made
        assert all(caveat.text in made for caveat in claim.caveats)
    content = handout.build(made_claims.deck(*THREE)).content
    document = Document(io.BytesIO(content))
    (picture,) = document.inline_shapes
    assert deck.link in picture._inline.docPr.get("descr")
    assert any(
        rel.is_external and rel.target_ref == deck.link for rel in document.part.rels.values()
    )
    described = [one.get(one.keys()[0]) for one in document.element.iter("{*}tblDescription")]
    assert len(described) == 3


def test_points_that_have_no_room_are_announced() -> None:
    made = handout.build(made_claims.deck())
    assert "6 more talking points in the live view." in read_back.page(made.content)
    assert "6 more talking points in the live view." in made.notes
    assert not handout.build(made_claims.deck(*THREE)).notes


def test_a_source_is_never_shortened_in_the_table() -> None:
    title = "Made-up survey of everybody who was never asked, in five parts and with an annex " * 2
    cited = (dataclasses.replace(made_claims.CITATION, title=f"{title}end"),)
    parcel = door.checked(made_claims.deck(dataclasses.replace(CLAIMS[0], citations=cited)))
    assert page.fitted(parcel).points[0].cells[3].endswith("and with an annex end")


def test_helplines_of_several_countries_are_told_apart() -> None:
    line = dataclasses.replace(made_claims.HELPLINE, place="BBB", contact="Call 111 (made up)")
    lines = {"AAA": made_claims.HELPLINE, "BBB": line}
    here = dataclasses.replace(CLAIMS[3], place="AAA")
    there = dataclasses.replace(CLAIMS[3], place="BBB", spec="one-in:made-up-share:BBB:2019")
    said = text(here, there, helplines=lines)
    assert "Need help in the land of Madeup? Made-up Helpline: Call 000 (made up)." in said
    assert "Need help in Nowhere? Made-up Helpline: Call 111 (made up)." in said
    assert "Need help? Made-up Helpline" in text(here, helplines=lines)


def test_sentences_of_three_points_survive_with_texts_as_long_as_real_ones() -> None:
    producer = "National Office for Made-up Statistics, with the Made-up Census Bureau"
    title = "Indicators of made-up symptoms by reported frequency (Made-up Household Survey)"
    text = f"{producer}. {title}, 2020 to 2024. Data set made-up-1, of the public domain."
    claims = []
    for n, claim in enumerate(THREE):
        cited = tuple(
            dataclasses.replace(
                made_claims.CITATION, id=f"{n}-{m}", producer=producer, title=f"{title} {n}{m}",
                text=f"{text} {n}{m}",
            )
            for m in range(1 + (n == 0))
        )  # fmt: skip
        said = dataclasses.replace(
            claim.sentences,
            written=f"{claim.sentences.written} In the same period 21.9% of all made-up adults, "
            "with or without symptoms, had counselling.",
        )
        claims.append(dataclasses.replace(claim, citations=cited, sentences=said))
    found = page.fitted(door.checked(made_claims.deck(*claims)))
    assert [row.said[0] for row in found.points] == [one.sentences.written for one in claims]
    assert found.size >= 8.5


def test_extra_words_go_first_then_letters_shrink_then_sentences_then_points_go() -> None:
    stages = []
    for length in (10, 100, 300, 600, 1_000):
        parcel = door.checked(made_claims.deck(*(wordy(one, length) for one in THREE)))
        found = page.fitted(parcel)
        said = sum(len(one.said) for one in found.points)
        stages.append((-len(found.points), -said, -found.size))
        if len(found.points) == 3 and found.size < page.SIZES[0]:
            assert said <= 3
    assert stages[0] < stages[-1]
    assert len(found.points) < 3


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 1_500), st.integers(0, 12), st.integers(1, 9))
def test_it_fits_and_keeps_source_interval_and_caveats(
    length: int, caveats: int, count: int
) -> None:
    many = tuple(Caveat(str(n), f"{n} {LONG}"[: max(length, 4)]) for n in range(caveats))
    claims = [dataclasses.replace(wordy(one, length), caveats=many) for one in CLAIMS[:count]]
    parcel = door.checked(made_claims.deck(*claims, ask=LONG, title=LONG))
    found = page.fitted(parcel)
    assert found.height <= page.TALL
    assert found.size in (*page.LARGE, *page.SIZES)
    for row, claim in zip(found.points, parcel.deck.claims, strict=False):
        assert row.cells[:3] == (claim.quantity.said, parcel.interval(claim), claim.period)
        assert row.cells[3].startswith(claim.citations[0].producer)
        assert len(row.caveats) == len(many)
    assert found.sources
    assert (len(found.points) == len(claims)) or any("more talking" in x for x in found.left_out)
    shortened = any("are shortened" in x for x in found.left_out)
    kept = [cut for row in found.points for cut in row.caveats]
    if not shortened:
        whole = [one.text for claim in parcel.deck.claims for one in claim.caveats]
        assert set(kept) <= set(whole)
