"""News share and page views beside a hashtag: the same replies as elsewhere, as counts by day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.made_up_replies import asked, gdelt, question, reply, shown, wikimedia
from utils import catalog
from utils.model.hashtags import key
from utils.sources import SourceError, gdelt_share, wikimedia_article

NEWS = asked("gdelt_share")
VIEWS = asked("wikimedia_article")


def test_asks_for_the_phrase_and_the_article_of_the_hashtag() -> None:
    (news,), (views,) = gdelt_share.requests(NEWS), wikimedia_article.requests(VIEWS)
    assert question(news)["query"] == '"mental health week"'
    assert news.spacing > 5
    assert views.url == (
        "https://server.example/metrics/pageviews/per-article/en.wikipedia/all-access/user/"
        "Made_up/daily/20261020/20261125"
    )


@pytest.mark.parametrize(
    ("shape", "ask"),
    [(gdelt_share, {"phrases": {}}), (wikimedia_article, {"articles": {}})],
)
def test_a_hashtag_that_stands_for_nothing_is_not_asked_for(shape: Any, ask: Any) -> None:
    one = asked(shape.__name__.rpartition(".")[2], **ask)
    assert shape.requests(one) == ()
    assert shape.read((), one).counts == ()


def test_news_share_by_day() -> None:
    found = shown(gdelt_share.read([reply(gdelt(3))], NEWS).counts, "news share")
    assert found == {0: (0.0, False), 1: (0.1, True), 2: (0.2, True)}


def test_views_by_day_with_a_gap_where_a_day_is_left_out() -> None:
    found = wikimedia_article.read([reply(wikimedia(20, 6, 5, 3, 1))], VIEWS).counts
    assert shown(found, "views") == {
        6: (106, True),
        5: (105, True),
        4: (None, False),
        3: (103, True),
        2: (None, False),
        1: (101, True),
    }
    assert all(bool(one.reason) == (one.value is None) for one in found)


@pytest.mark.parametrize(
    ("shape", "one", "content", "words"),
    [
        (gdelt_share, NEWS, b"Your query was too short.", "too short"),
        (gdelt_share, NEWS, {"timeline": []}, "no single timeline"),
        (gdelt_share, NEWS, gdelt(0), "no day"),
        (wikimedia_article, VIEWS, {"items": []}, "lacks any day"),
        (wikimedia_article, VIEWS, wikimedia(-1), "lies ahead"),
        (
            wikimedia_article,
            VIEWS,
            {"items": [{k: v for k, v in wikimedia(1)["items"][0].items() if k != "views"}]},
            "lacks views",
        ),
    ],
)
def test_what_is_off_is_named(shape: Any, one: Any, content: Any, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        shape.read([reply(content)], one)


@pytest.mark.parametrize(
    ("id", "table"), [("gdelt-news", "phrases"), ("wikimedia-articles", "articles")]
)
def test_phrases_and_articles_stand_under_hashtags_of_campaigns(id: str, table: str) -> None:
    collect = catalog.source(id).collect
    assert collect
    known = {key(tag) for one in catalog.campaigns().values() for tag in one.hashtags}
    assert set(collect.ask[table]) <= known
