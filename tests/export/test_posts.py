"""Posts: never too long, never without value, interval, period and source."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export import made_claims
from utils.export import posts
from utils.export.counting import PLATFORMS
from utils.model import Caveat, Citation, Claim

CLAIMS = made_claims.all_kinds()
LIMITS = {one.id: one for one in PLATFORMS}
LONG = "Made-up words about made-up people in a made-up land. " * 30


def wordy(claim: Claim, length: int) -> Claim:
    """The same claim with texts of this length around the same figures."""
    said = dataclasses.replace(
        claim.sentences, short=LONG[:length], written=LONG[:length], plain=LONG[:length]
    )
    cited = tuple(dataclasses.replace(c, title=LONG[:length]) for c in claim.citations)
    caveats = tuple(Caveat(str(n), LONG[:length]) for n in range(3))
    return dataclasses.replace(claim, sentences=said, citations=cited, caveats=caveats)


def found(*claims: Claim, **more: object) -> dict[tuple[str, str], posts.Post]:
    made = posts.build(made_claims.deck(*claims, **more))
    return {(one.platform, one.spec): one for one in made}


def test_every_claim_for_every_platform_in_order() -> None:
    made = posts.build(made_claims.deck())
    assert [(one.spec, one.platform) for one in made] == [
        (claim.spec, platform.id) for claim in CLAIMS for platform in PLATFORMS
    ]
    assert made == posts.build(made_claims.deck())


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1_500), st.sampled_from(CLAIMS))
def test_a_post_fits_and_keeps_what_must_stay(length: int, claim: Claim) -> None:
    for post in posts.build(made_claims.deck(wordy(claim, length))):
        platform = LIMITS[post.platform]
        assert post.length == platform.count(post.text) <= post.limit == platform.limit
        assert claim.quantity.text in post.text
        assert claim.quantity.interval in post.text
        assert claim.period in post.text
        assert f"Source: {claim.citations[0].producer}" in post.text
        if claim.about_suicide:
            assert made_claims.HELPLINE.contact in post.text
        assert post.alt.count(claim.quantity.text) >= 1


def test_parts_go_in_a_fixed_order_and_are_named() -> None:
    claim = CLAIMS[3]
    assert found(claim)["linkedin", claim.spec].dropped == ()
    order = [
        "plain words", "hashtags", "caveats after the first", "long sentence", "first caveat",
        "short sentence", "end of the source", "title", "link", "end of the figure",
    ]  # fmt: skip
    for length in (0, 40, 80, 120, 200, 400, 1_000):
        dropped = found(wordy(claim, length))["x", claim.spec].dropped
        places = [order.index(one) for one in dropped]
        assert places == sorted(places)
    assert len(dropped) > 3


def test_hashtags_come_back_when_there_is_room_in_the_end() -> None:
    back = []
    for length in range(40, 240, 10):
        claim = wordy(CLAIMS[0], length)
        post = found(claim)["x", claim.spec]
        more = LIMITS["x"].count(f"{post.text}\n#MadeUpDay")
        assert "#MadeUpDay" in post.text or more > post.limit
        assert ("hashtags" in post.dropped) == ("#WorldMadeUpDay" not in post.text)
        back.append("#MadeUpDay" in post.text and "caveats after the first" in post.dropped)
    assert any(back)


def test_the_link_stays_as_long_as_anything_but_the_figure() -> None:
    claim = wordy(CLAIMS[0], 300)
    for (platform, _), post in found(claim).items():
        assert "https://example.org/point" in post.text, platform


def test_a_figure_that_the_sentence_does_not_say_is_added() -> None:
    said = dataclasses.replace(
        CLAIMS[0].sentences, written="Many made-up adults (121.0%) in 20190."
    )
    claim = dataclasses.replace(CLAIMS[0], sentences=said)
    text = found(claim)["linkedin", claim.spec].text
    assert "(21.0%, 95% interval 20.2 to 21.9, 2019)" in text


def test_a_link_that_is_counted_in_full_may_have_to_go() -> None:
    claim = CLAIMS[0]
    made = found(claim, links={claim.spec: "https://example.org/" + "x" * 290})
    assert made["bluesky", claim.spec].dropped[-1] == "link"
    assert "https://example.org/x" in made["x", claim.spec].text


@pytest.mark.parametrize("letter", ["漢", "🧡", "e\u0301\u0301"])
def test_hostile_figures_still_fit(letter: str) -> None:
    number = dataclasses.replace(CLAIMS[3].quantity, text=letter * 600, interval=letter * 600)
    cite = dataclasses.replace(made_claims.CITATION, producer=letter * 600)
    line = dataclasses.replace(made_claims.HELPLINE, contact=letter * 600)
    claim = dataclasses.replace(CLAIMS[3], quantity=number, citations=(cite,))
    made = found(claim, helplines={"AAA": line})
    assert all(post.length <= post.limit for post in made.values())
    assert "end of the figure" in made["x", claim.spec].dropped


def test_a_citation_without_a_producer_is_named_by_its_title() -> None:
    cite: Citation = dataclasses.replace(made_claims.CITATION, producer="")
    claim = dataclasses.replace(CLAIMS[0], citations=(cite,))
    assert "Source: Made-up survey" in found(claim)["x", claim.spec].text
