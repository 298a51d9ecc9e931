"""Mastodon: days as one server saw them; whole only what paging passed. Numbers are made up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.made_up_replies import (
    PERSON,
    TAG,
    asked,
    mastodon_history,
    mastodon_post,
    reply,
    shown,
)
from utils.model.live import Reply
from utils.sources import SourceError, mastodon_tag, mastodon_timeline

HISTORY = asked("mastodon_tag")
TIMELINE = asked("mastodon_timeline")
NEXT = (
    '<https://server.example/api/v1/timelines/tag/x?max_id=5>; rel="next", '
    '<https://server.example/api/v1/timelines/tag/x?min_id=9>; rel="prev"'
)


def test_the_history_is_asked_for_by_name() -> None:
    (request,) = mastodon_tag.requests(HISTORY)
    assert request.url == f"https://server.example/api/v1/tags/{TAG}"
    assert request.personal
    assert mastodon_tag.following([reply({})], HISTORY) is None


def test_days_of_the_history_are_whole_but_today() -> None:
    found = mastodon_tag.read([reply(mastodon_history())], HISTORY)
    assert found.server == "server.example"
    posts = shown(found.counts)
    assert posts[0] == (10, False)
    assert [posts[back] for back in range(1, 7)] == [(10 + back, True) for back in range(1, 7)]
    assert shown(found.counts, "accounts")[6] == (9, True)


def change_first(**fields: Any) -> Any:
    history = mastodon_history()["history"]
    return mastodon_history(history=[{**history[0], **fields}, *history[1:]])


def without(field: str) -> Any:
    history = mastodon_history()["history"]
    history[2].pop(field)
    return mastodon_history(history=history)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (mastodon_history(name="other"), "another hashtag"),
        (mastodon_history(history=None), "history is no list"),
        ({"name": TAG}, "lacks the field history"),
        ([], "no record"),
        (b'{"name"', "no sound JSON"),
        *[(without(field), f"lacks the field {field}") for field in ("day", "uses", "accounts")],
        (change_first(uses="many"), "field uses holds no count"),
        (change_first(uses=-1), "field uses"),
        (change_first(uses=True), "field uses"),
        (change_first(accounts="11"), "more accounts than uses"),
        (change_first(day="1574553601"), "no midnight"),
        (change_first(day="9" * 18), "no midnight"),
        (change_first(day=mastodon_history()["history"][1]["day"]), "a day twice"),
        (
            change_first(day=str(int(mastodon_history()["history"][0]["day"]) + 86_400)),
            "lies ahead",
        ),
    ],
)
def test_what_is_off_in_a_history_is_named(content: Any, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        mastodon_tag.read([reply(content)], HISTORY)


def test_a_server_may_be_for_members_only() -> None:
    for status in (401, 403, 422):
        assert "members only" in mastodon_tag.refused(status)
        assert "members only" in mastodon_timeline.refused(status)
    assert not hasattr(mastodon_tag, "absent")  # an old server has no such page: no zeros


def page(*posts: dict[str, Any], more: bool = True) -> Reply:
    return reply(list(posts), **({"link": NEXT} if more else {}))


def backs(*days: int) -> list[dict[str, Any]]:
    return [mastodon_post(number, back) for number, back in enumerate(days)]


@pytest.mark.parametrize(
    ("scope", "tail"), [("all", ""), ("local", "&local=true"), ("remote", "&remote=true")]
)
def test_the_timeline_is_asked_for_by_scope(scope: str, tail: str) -> None:
    (request,) = mastodon_timeline.requests(asked("mastodon_timeline", scope=scope))
    assert request.url == f"https://server.example/api/v1/timelines/tag/{TAG}?limit=40{tail}"


def test_pages_are_followed_by_their_link_until_the_day_before() -> None:
    following = mastodon_timeline.following([page(*backs(0, 6))], TIMELINE)
    assert following is not None
    assert following.url.endswith("?max_id=5")
    assert following.personal
    assert mastodon_timeline.following([page(*backs(7, 7))], TIMELINE) is None
    assert mastodon_timeline.following([page(*backs(0), more=False)], TIMELINE) is None
    assert mastodon_timeline.following([page()], TIMELINE) is None
    assert mastodon_timeline.following([page(*backs(0))] * 100, TIMELINE) is None


def test_a_post_with_a_wrong_date_does_not_end_the_paging() -> None:
    assert mastodon_timeline.following([page(*backs(1, 900))], TIMELINE) is not None


def test_a_link_to_another_server_is_not_followed() -> None:
    led = reply(backs(0), link='<https://other.example/x>; rel="next"')
    with pytest.raises(SourceError, match="another server"):
        mastodon_timeline.following([led], TIMELINE)


def test_whole_are_the_days_after_the_one_that_was_reached() -> None:
    pages = [page(*backs(0, 0, 1)), page(mastodon_post(3, 3), mastodon_post(4, 4))]
    found = shown(mastodon_timeline.read(pages, TIMELINE).counts)
    assert found == {3: (1, False), 2: (0, True), 1: (1, True), 0: (2, False)}


def test_all_days_are_whole_if_the_day_before_was_reached() -> None:
    older = mastodon_post(8, 8), mastodon_post(9, 8)
    found = mastodon_timeline.read([page(*backs(0, 6)), page(*older)], TIMELINE)
    quiet = dict.fromkeys(range(1, 6), (0, True))
    assert shown(found.counts) == {0: (1, False), **quiet, 6: (1, True)}


def test_all_days_are_whole_if_nothing_is_older() -> None:
    ends = [page(*backs(0, 1), more=False)], [page(*backs(0, 1)), page()]
    for pages in ends:
        found = shown(mastodon_timeline.read(pages, TIMELINE).counts)
        assert found == {0: (1, False), 1: (1, True), **dict.fromkeys(range(2, 7), (0, True))}


def test_a_post_on_two_pages_counts_once() -> None:
    found = mastodon_timeline.read([page(*backs(1)), page(*backs(1), more=False)], TIMELINE)
    assert shown(found.counts)[1] == (1, True)


def test_an_unknown_hashtag_has_no_post_there() -> None:
    found = mastodon_timeline.absent(404, TIMELINE)
    assert found is not None
    assert shown(found.counts) == {0: (0, False), **dict.fromkeys(range(1, 7), (0, True))}
    assert mastodon_timeline.absent(401, TIMELINE) is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"error": PERSON}, "reply is no list"),
        ([PERSON], "post is no record"),
        ([{"id": PERSON}], "lacks the field created_at"),
        ([{"created_at": "2026-11-25T00:00:00Z"}], "lacks the field id"),
        ([{"id": 1, "created_at": PERSON}], "created_at holds no time"),
        ([{"id": 1, "created_at": 5}], "created_at holds no time"),
    ],
)
def test_what_is_off_in_a_timeline_is_named(content: Any, words: str) -> None:
    with pytest.raises(SourceError, match=words) as error:
        mastodon_timeline.read([reply(content)], TIMELINE)
    assert PERSON not in str(error.value)
