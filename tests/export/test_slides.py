"""Slides: everything on them is described, can be edited, and says where it comes from."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import math

import pytest

from tests.export import made_claims, read_back
from tests.export.made_claims import SHARE
from tests.made_up import cut, evidence, row
from utils.export import slides
from utils.export.deck import Made
from utils.export.office import icons
from utils.export.office.frame import TALL, WIDE
from utils.model import Caveat, Claim, Place

KINDS = {one.picture: one for one in made_claims.all_kinds()}
CLAIMS = made_claims.all_kinds()
SER = [
    *("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "dPt", "dLbls"),
    *("trendline", "errBars", "cat", "xVal", "val", "yVal", "smooth", "extLst"),
]
"""The order in which the schema wants what is in a series; another order asks for a repair."""


@functools.cache
def whole() -> Made:
    """The slides of all of them, built when the first test asks."""
    return slides.build(made_claims.deck())


def one(claim: Claim) -> object:
    """The slide of a single claim."""
    return read_back.slides(slides.build(made_claims.deck(claim)).content)[1]


def test_every_kind_of_picture_is_made_up_here() -> None:
    kinds = {"line", "bars", "icons", "ranking", "panels", "interval", "number"}
    assert set(KINDS) == kinds


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert slides.build(made_claims.deck()).content == whole().content


def test_the_file_is_whole() -> None:
    read_back.assert_whole(whole().content)
    for name, raw in read_back.files(whole().content).items():
        if name.endswith(".xlsx"):
            read_back.assert_whole(raw)
            assert b"<f>" not in b"".join(read_back.files(raw).values()), "no formula"


def test_it_is_sixteen_to_nine_with_an_ask_first_and_sources_last() -> None:
    found = read_back.slides(whole().content)
    assert len(found) == len(CLAIMS) + 2
    assert math.isclose(WIDE / TALL, 16 / 9, rel_tol=1e-3)
    deck = made_claims.deck()
    assert deck.title in read_back.words(found[0])
    assert deck.ask in read_back.words(found[0])
    assert made_claims.CITATION.text in read_back.words(found[-1])
    assert made_claims.CITATION.licence in read_back.words(found[-1])


def test_every_object_has_an_alt_text() -> None:
    objects = list(read_back.described(whole().content))
    assert len(objects) > 100 + 4 * len(CLAIMS)
    assert not [name for name, words in objects if not words]


def test_ids_are_unique_on_a_slide() -> None:
    for slide in read_back.slides(whole().content):
        ids = [one.get("id") for one in slide.shapes._spTree.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids))


def test_nothing_lies_outside_the_slide_or_on_something_else() -> None:
    for slide in read_back.slides(whole().content):
        boxes = [
            (s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes if s.height
        ]
        for n, (left, top, right, bottom) in enumerate(boxes):
            assert left >= 0 <= top
            assert right <= WIDE * 914_400 + 10
            assert bottom <= TALL * 914_400
            for other in boxes[n + 1 :]:
                apart = (right <= other[0], other[2] <= left, bottom <= other[1], other[3] <= top)
                assert any(apart), slide.shapes.title.text


@pytest.mark.parametrize("n", range(len(CLAIMS)), ids=[one.kind for one in CLAIMS])
def test_source_interval_and_period_stand_on_every_slide(n: int) -> None:
    claim, slide = CLAIMS[n], read_back.slides(whole().content)[n + 1]
    said = read_back.words(slide)
    assert f"Source: {claim.citations[0].producer}" in said
    assert claim.quantity.text in said
    assert (claim.quantity.interval or "no interval given") in said
    assert claim.period in said
    assert (made_claims.HELPLINE.contact in said) == claim.about_suicide
    for caveat in claim.caveats:
        assert caveat.text in said


@pytest.mark.parametrize("n", range(len(CLAIMS)), ids=[one.kind for one in CLAIMS])
def test_notes_tell_the_speaker_what_to_say(n: int) -> None:
    claim, said = CLAIMS[n], read_back.notes(read_back.slides(whole().content)[n + 1])
    seconds = max(1, round(len(claim.sentences.spoken.split()) * 60 / 140))
    assert f"Say ({seconds} seconds): {claim.sentences.spoken}" in said
    assert claim.challenge.question in said
    assert claim.challenge.answer in said
    assert all(caveat.text in said for caveat in claim.caveats)
    assert claim.source_line in said
    assert "Evidence grade B" in said


def test_no_more_than_three_caveats_and_the_rest_in_the_notes() -> None:
    many = tuple(Caveat(str(n), f"Made-up caveat number {n}.") for n in range(5))
    made = slides.build(made_claims.deck(dataclasses.replace(KINDS["line"], caveats=many)))
    slide = read_back.slides(made.content)[1]
    assert [c.text in read_back.words(slide) for c in many] == [True] * 3 + [False] * 2
    assert all(c.text in read_back.notes(slide) for c in many)
    assert "2 more caveats in the notes." in " ".join(made.notes)


def test_a_line_leaves_gaps_open_and_carries_its_intervals() -> None:
    (chart,) = read_back.charts(one(KINDS["line"]))
    (series,) = chart.plots[0].series
    rows = KINDS["line"].drawn.rows
    drawn = [None if math.isnan(value) else value for value in rows["value"]]
    assert list(series.values) == drawn
    assert drawn.count(None) == 2
    assert chart._chartSpace.find(".//{*}dispBlanksAs").get("val") == "gap"
    above = [float(v.text) for v in series._element.find(".//{*}errBars/{*}plus").iter("{*}v")]
    known = rows.dropna(subset="value")
    assert above == pytest.approx((known["high"] - known["value"]).tolist())


def test_a_line_is_open_at_a_missing_year_and_at_a_registered_break() -> None:
    rows = evidence(*(row(year, 20.0 + year % 5) for year in (2010, 2011, 2013, 2014, 2015)))
    cards = made_claims.CARDS | {SHARE.id: dataclasses.replace(SHARE, breaks=(cut(2015),))}
    claim = dataclasses.replace(KINDS["line"], drawn=rows, evidence=made_claims.last(rows, 2015))
    made = slides.build(made_claims.deck(claim, cards=cards))
    (chart,) = read_back.charts(read_back.slides(made.content)[1])
    assert list(chart.plots[0].series[0].values) == [20.0, 21.0, None, 23.0, 24.0, None, 20.0]
    days = list(chart.plots[0].categories)
    assert days == sorted(days)
    assert "1 January 2015, Made-up break" in read_back.notes(read_back.slides(made.content)[1])


@pytest.mark.parametrize(("lowest", "begins"), [(80.0, 0), (-2.0, None)])
def test_a_line_begins_at_nought_unless_it_goes_below(lowest: float, begins: int | None) -> None:
    rows = evidence(row(2018, lowest), row(2019, 81.0))
    claim = dataclasses.replace(KINDS["line"], drawn=rows, evidence=rows)
    (chart,) = read_back.charts(one(claim))
    assert chart.value_axis.minimum_scale == begins
    assert chart._chartSpace.find(".//{*}majorTimeUnit").get("val") == "months"


def test_the_workbook_holds_exactly_the_rows_shown() -> None:
    (chart,) = read_back.charts(one(KINDS["line"]))
    head, *lines = read_back.cells(chart)
    rows = KINDS["line"].drawn.rows
    assert len(lines) == len(rows)
    assert [line[0] for line in lines] == [start.date() for start in rows["start"]]
    for line, (_, row_) in zip(lines, rows.iterrows(), strict=True):
        for name in ("low", "high"):
            cell = line[head.index(f"{head[1]}: {name}")]
            assert cell == ("" if math.isnan(row_[name]) else row_[name])
        assert line[head.index(f"{head[1]}: status")] == row_["status"]
    said = dict(read_back.cells(chart, "Source"))
    assert said["Value"] == KINDS["line"].quantity.said
    assert said["Source"] == made_claims.CITATION.text


def test_every_address_in_a_chart_leads_to_the_number_that_is_drawn() -> None:
    for slide in read_back.slides(whole().content):
        for chart in read_back.charts(slide):
            table = read_back.cells(chart)
            for ref in chart._chartSpace.iter("{*}numRef"):
                column, first = ref.find("{*}f").text.split("!$")[1].split("$")[:2]
                at = ord(column) - ord("A")
                for point in ref.iter("{*}pt"):
                    cell = table[int(first.rstrip(":")) - 1 + int(point.get("idx"))][at]
                    if isinstance(cell, dt.date):
                        cell = (cell - dt.date(1899, 12, 30)).days
                    assert cell == pytest.approx(float(point.find("{*}v").text))


def test_series_keep_the_order_of_the_schema() -> None:
    for slide in read_back.slides(whole().content):
        for chart in read_back.charts(slide):
            for series in chart._chartSpace.iter("{*}ser"):
                order = [SER.index(child.tag.split("}")[1]) for child in series]
                assert order == sorted(order)


def test_bars_begin_at_nought_and_stand_in_the_order_of_the_rows() -> None:
    (chart,) = read_back.charts(one(KINDS["bars"]))
    assert chart.value_axis.minimum_scale == 0
    assert list(chart.plots[0].categories) == [f"Group {n:02}" for n in range(1, 7)]
    pale = {point.get("val") for point in chart._chartSpace.findall(".//{*}dPt/{*}idx")}
    assert pale == {"1", "2", "3", "4"}


def need_and_help() -> Claim:
    """A made-up need beside the help for it, in one period."""
    both = evidence(row(2019, 30.0), row(2019, 12.0, series="made-up-help"))
    return dataclasses.replace(KINDS["bars"], kind="treatment-gap", evidence=both, drawn=both)


def test_bars_of_two_series_are_told_apart_by_series() -> None:
    cards = made_claims.CARDS | {
        "made-up-help": dataclasses.replace(SHARE, id="made-up-help", plain_title="Made-up help")
    }
    made = slides.build(made_claims.deck(need_and_help(), cards=cards))
    (chart,) = read_back.charts(read_back.slides(made.content)[1])
    assert list(chart.plots[0].categories) == ["Made-up share", "Made-up help"]
    assert chart.plots[0].series[0].name == KINDS["bars"].title


@pytest.mark.parametrize("count", [1, 2])
def test_a_source_is_never_shortened_on_a_slide(count: int) -> None:
    title = "Made-up survey of everybody who was never asked, in five parts and with an annex " * 2
    cited = tuple(
        dataclasses.replace(made_claims.CITATION, id=str(n), title=f"{title}number {n}.")
        for n in range(count)
    )
    claim = dataclasses.replace(KINDS["line"], citations=cited)
    said = read_back.words(one(claim))
    assert all(f"{c.producer}, {c.title}" in said for c in cited)


def test_a_long_ranking_shows_both_ends_the_claim_and_says_so() -> None:
    made = slides.build(made_claims.deck(KINDS["ranking"]))
    (chart,) = read_back.charts(read_back.slides(made.content)[1])
    names = list(chart.plots[0].categories)
    assert len(names) == 15
    assert names[:3] == ["Group 01", "Group 02", "Group 03"]
    assert names[-1] == "Group 27"
    assert "Group 05" in names
    assert "15 of 27 shown" in " ".join(made.notes)


def test_a_ranking_shows_the_place_of_the_claim_and_marks_only_it() -> None:
    codes = [f"P{n:02}" for n in range(40)]
    places = {code: Place(code, f"Place {code}", f"place {code}", "state", "") for code in codes}
    rows = evidence(*(row(2019, 90.0 - n, place=code) for n, code in enumerate(codes)))
    claim = dataclasses.replace(KINDS["ranking"], place="P25", evidence=rows, drawn=rows)
    made = slides.build(made_claims.deck(claim, places=places))
    (chart,) = read_back.charts(read_back.slides(made.content)[1])
    names = list(chart.plots[0].categories)
    assert {"Place P00", "Place P24", "Place P25", "Place P26", "Place P39"} < set(names)
    pale = {int(one.get("val")) for one in chart._chartSpace.findall(".//{*}dPt/{*}idx")}
    assert set(range(15)) - pale == {names.index("Place P25")}


def test_panels_have_an_axis_of_time_in_common_and_a_scale_each() -> None:
    need, reach = read_back.charts(one(KINDS["panels"]))
    for side in ("minimum_scale", "maximum_scale"):
        assert getattr(need.category_axis, side) == getattr(reach.category_axis, side) is not None
    assert need.plots[0].series[0].format.line.color.rgb != (
        reach.plots[0].series[0].format.line.color.rgb
    )


@pytest.mark.parametrize("filled", [1, 21, 50, 99, 100])
def test_icons_are_a_hundred_and_exactly_so_many_are_filled(filled: int) -> None:
    claim = dataclasses.replace(KINDS["icons"], quantity=made_claims.quantity(filled + 0.2 - 0.2))
    (group,) = [s for s in one(claim).shapes if s.shape_type == 6]
    assert len(group.shapes) == 100
    fills = [shape.fill.fore_color.rgb for shape in group.shapes]
    assert fills == [fills[0]] * filled + [fills[-1]] * (100 - filled)
    assert (str(fills[-1]) == icons.EMPTY) == (filled < 100)
    assert f"{filled} of 100" in group._element[0][0].get("descr")


@pytest.mark.parametrize("share", [0.2, 140.0, -1.0])
def test_a_share_that_icons_cannot_show_is_a_number(share: float) -> None:
    claim = dataclasses.replace(
        KINDS["icons"], quantity=made_claims.quantity(share), sentences=CLAIMS[1].sentences
    )
    assert not [s for s in one(claim).shapes if s.shape_type == 6]
    with pytest.raises(ValueError, match="can't be filled"):
        icons.group(None, None, 101, "", "")


def test_an_estimate_lies_on_its_interval() -> None:
    (chart,) = read_back.charts(one(KINDS["interval"]))
    interval, dot, nought = chart.plots[0].series
    assert [float(v.text) for v in interval._element.find("{*}xVal").iter("{*}v")] == [-0.31, -0.17]
    assert [float(v.text) for v in dot._element.find("{*}xVal").iter("{*}v")] == [-0.24]
    assert {float(v.text) for v in nought._element.find("{*}xVal").iter("{*}v")} == {0.0}


def test_periods_before_spreadsheets_count_days_are_written_as_text() -> None:
    old = evidence(row(1899, 20.0), row(1901, 21.0))
    claim = dataclasses.replace(KINDS["line"], drawn=old, evidence=old)
    (chart,) = read_back.charts(one(claim))
    assert list(chart.plots[0].categories) == ["1899", "…", "1901"], "1900 is a gap"


def test_letters_are_large_enough() -> None:
    for slide in read_back.slides(whole().content):
        for run in slide.shapes._spTree.iter("{*}rPr"):
            assert int(run.get("sz")) >= 1_800
            assert run.get("lang") == "en-GB"
