"""Hostile texts in every place where a person or a source can put one do no harm in any format."""

from __future__ import annotations

import dataclasses
import io
import json

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export import made_claims, read_back
from tests.made_up import PLACES, SOURCE, evidence, row
from utils.export import handout, pack, posts, slides, verify
from utils.export.deck import Deck
from utils.model import Caveat, Challenge, Origin, Quantity, Sentences

HOSTILE = {
    "formula": '=HYPERLINK("https://example.org","x")',
    "command": "=cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd",
    "markup": "</a:t></p:sp><script>alert(1)</script>&lt;&amp;<!--]]>",
    "entity": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
    "direction": "\u202etxt.exe\u2066\u2069\u200f",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\x9f",
    "nul": "\0",
    "long": "made up " * 1_250,
    "one long word": "W" * 10_000,
    "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿" * 200,
    "lone surrogates": "\ud800 and \udfff",
    "noncharacters": "\ufffe\uffff\U0001ffff\ufdd0",
    "office escapes": "_x0000_ _x000D_ _x0041_",
    "right to left": "الصحة النفسية " * 20,
    "accents without end": "e" + "\u0301" * 500,
    "path": "../../../etc/passwd\\..\\con:*?",
    "markdown": "[x](javascript:alert(1)) ![x](https://example.org) `rm` **b** | c |\n# d",
    "placeholders": "{title} %s {0} ${x} \\write18{rm}",
    "nothing": "",
    "a space": " ",
}
ALWAYS = ("formula", "markup", "direction", "controls", "long", "lone surrogates")
ANY = st.text(st.characters(), max_size=60) | st.sampled_from(sorted(HOSTILE.values()))


def deck(bad: str) -> Deck:
    """A deck with this text wherever a text can stand; two kinds of pictures draw it."""
    cite = dataclasses.replace(
        made_claims.CITATION, id=bad, text=bad, title=bad, producer=bad, licence=bad, url=bad
    )
    source = dataclasses.replace(SOURCE, title=bad, citation=bad, licence=bad, producer=bad)
    origin = Origin("made-up", source, SOURCE.releases[0], bad, SOURCE.releases[0].retrieved, "", 1)
    group = bad.encode("utf-8", "replace").decode() or "all"
    rows = evidence(
        row(2018, 20.0, group_by="age", group=group),
        row(2019, 21.0, low=20.2, high=21.9, place="AA-1"),
        origins=(origin,),
    )
    number = Quantity(21.0, 20.2, 21.9, "percent", 1, "21.0%", "20.2 to 21.9")
    line, _, bars, icons, *_ = made_claims.all_kinds()
    claims = tuple(
        dataclasses.replace(
            one,
            spec=f"{one.picture}:{bad}",
            kind="level",
            title=bad,
            period="2019",
            quantity=number,
            sentences=Sentences(bad, bad, bad, bad),
            evidence=rows.with_rows(rows.rows.iloc[[1]]),
            drawn=rows,
            caveats=(Caveat(bad, bad),),
            challenge=Challenge(bad, bad),
            citations=(cite,),
            about_suicide=True,
        )
        for one in (line, bars, icons)
    )
    helpline = dataclasses.replace(made_claims.HELPLINE, name=bad, contact=bad, hours=bad, url=bad)
    return made_claims.deck(
        *claims,
        title=bad,
        ask=bad,
        link=f"https://example.org/{bad}",
        links={claims[0].spec: bad},
        places={code: dataclasses.replace(one, name=bad) for code, one in PLACES.items()},
        helplines={"AAA": helpline},
        hashtags=(bad, "MadeUpDay"),
        snapshot=bad,
    )


def assert_slides(bad: Deck) -> None:
    made = slides.build(bad)
    read_back.assert_whole(made.content)
    assert len(made.name) < 140
    for slide in read_back.slides(made.content):
        said = read_back.words(slide)
        read_back.assert_clean(said.replace("\v", ""))
        assert len(said) < 3_000
        for chart in read_back.charts(slide):
            workbook = read_back.files(chart.part.chart_workbook.xlsx_part.blob)
            assert not any(b"<f>" in raw or b"<hyperlink" in raw for raw in workbook.values())


def assert_handout(bad: Deck) -> None:
    made = handout.build(bad)
    read_back.assert_whole(made.content)
    assert Document(io.BytesIO(made.content)).tables
    read_back.assert_clean(read_back.page(made.content))


def assert_posts(bad: Deck) -> None:
    for post in posts.build(bad):
        read_back.assert_clean(post.text)
        assert post.length <= post.limit
        assert "21.0%" in post.text
        post.text.encode("utf-8")


def assert_pack(bad: Deck) -> None:
    made = pack.build(bad)
    files = read_back.files(made.content)
    assert verify.check(files)[0], verify.check(files)[1]
    for path, raw in files.items():
        assert ".." not in path
        assert not path.startswith("/")
        if path != "verify.py":
            read_back.assert_clean(raw.decode("utf-8").lstrip("\ufeff"))
        if path.endswith(".json"):
            json.loads(raw)
        if path.endswith(".csv"):
            for line in files[path].decode("utf-8-sig").split("\r\n")[:-1]:
                for cell in line.split('","'):
                    assert cell.strip('"')[:1] not in ("=", "@", "|"), cell


def assert_harmless(bad: Deck) -> None:
    assert_slides(bad)
    assert_handout(bad)
    assert_posts(bad)
    assert_pack(bad)


@pytest.mark.parametrize("name", ALWAYS)
def test_a_hostile_text_does_no_harm(name: str) -> None:
    assert_harmless(deck(HOSTILE[name]))


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(HOSTILE) - set(ALWAYS)))
def test_other_hostile_texts_do_no_harm(name: str) -> None:
    assert_harmless(deck(HOSTILE[name]))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
def test_any_text_does_no_harm(text: str) -> None:
    assert_harmless(deck(text))


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
def test_many_more_texts_do_no_harm(text: str) -> None:
    assert_harmless(deck(text))


def test_what_was_shortened_ends_with_an_ellipsis_and_is_told() -> None:
    made = slides.build(made_claims.deck(title="made up " * 1_250))
    title = read_back.slides(made.content)[0].shapes.title.text
    assert title.endswith("…")
    assert any(note.startswith("Shortened: made up made up") for note in made.notes)
    files = read_back.files(pack.build(made_claims.deck(title="made up " * 1_250)).content)
    assert "Shortened: made up" in files["README.md"].decode()
