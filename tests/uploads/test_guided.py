"""A table that nobody knows: only columns that fit are offered, and the answers are obeyed."""

from __future__ import annotations

import pytest

from tests.uploads.made_exports import X_CONTENT, csv
from tests.uploads.reader import asked, counts, outcome, refused, understood, values
from utils.uploads.outcome import Question

ROWS = [["2024-01-01", "made up #a", "15", "x", "0.5"]] * 12
TABLE = csv([["When", "Words", "Mentions j'aime", "Who", "Share"], *ROWS])
FIRST = {"date": "0", "rows": "post", "platform": "Mastodon", "text": "1"}


def question(data: bytes, id: str) -> Question:
    return {one.id: one for one in outcome(data).understanding.questions}[id]


def test_each_question_offers_only_columns_that_fit() -> None:
    assert asked(TABLE) == ["date", "rows", "platform", "text", "metric:2", "metric:4"]
    assert [choice.label for choice in question(TABLE, "date").options] == ["When"]
    assert [choice.label for choice in question(TABLE, "text").options] == ["No column", "Words"]


def test_what_is_likely_is_suggested_and_not_taken() -> None:
    assert question(TABLE, "metric:2").suggested == "likes"
    assert question(TABLE, "metric:4").suggested == ""
    assert question(TABLE, "rows").suggested == ""


def test_answered_questions_are_not_asked_again() -> None:
    assert asked(TABLE, FIRST) == ["metric:2", "metric:4"]


def test_the_answers_are_obeyed() -> None:
    whole = counts(TABLE, {**FIRST, "metric:2": "likes", "metric:4": ""})
    assert whole.format == "own-posts"
    assert values(whole, "upload-own-mastodon-posts") == {"2024-01-01": 10.0}
    assert values(whole, "upload-own-mastodon-likes", "#a") == {"2024-01-01": 200.0}
    assert {one.platform for one in whole.series} == {"Mastodon"}


def test_totals_of_days_are_taken_as_printed() -> None:
    data = csv([["Jour", "Vues"], ["2024-01-01", "1 200"], ["2024-01-02", "40"]])
    answers = {"date": "0", "rows": "total", "platform": "YouTube", "metric:1": "views"}
    assert values(counts(data, answers), "upload-own-youtube-views-by-day") == {
        "2024-01-01": 1_200.0, "2024-01-02": 40.0,
    }  # fmt: skip


def test_totals_without_any_figure_are_refused() -> None:
    answers = {**FIRST, "rows": "total", "metric:2": "", "metric:4": ""}
    assert refused(TABLE, answers).code == "no-figures"


def test_one_metric_can_be_given_only_once_the_first_column_wins() -> None:
    data = csv([["When", "One", "Two"], *[["2024-01-01", "20", "30"]] * 12])
    answers = {
        "date": "0",
        "rows": "post",
        "platform": "X",
        "metric:1": "likes",
        "metric:2": "likes",
    }
    assert values(counts(data, answers), "upload-own-x-likes") == {"2024-01-01": 250.0}


def test_posts_are_counted_from_rows_even_if_a_column_is_called_posts() -> None:
    data = csv([["When", "Number"], *[["2024-01-01", "20"]] * 12])
    answers = {"date": "0", "rows": "post", "platform": "X", "metric:1": "posts"}
    whole = counts(data, answers)
    assert [one.id for one in whole.series] == ["upload-own-x-posts"]
    assert values(whole, "upload-own-x-posts") == {"2024-01-01": 10.0}


@pytest.mark.parametrize(
    ("id", "value"),
    [("date", "1"), ("date", "x"), ("rows", "days"), ("platform", "<b>"), ("text", "4")],
)
def test_an_answer_that_was_not_offered_is_refused(id: str, value: str) -> None:
    assert refused(TABLE, {**FIRST, id: value}).code == "answer"


def test_a_table_without_dates_is_refused() -> None:
    assert refused(csv([["Words", "Likes"], ["made up", "5"]])).code == "no-date"


def test_a_known_export_can_be_matched_by_hand_as_well() -> None:
    assert understood(X_CONTENT, {"format": "any"}).format == "any"
    assert "date" in asked(X_CONTENT, {"format": "any"})


def test_columns_that_are_not_read_are_named() -> None:
    whole = understood(TABLE, {**FIRST, "metric:2": "likes", "metric:4": ""})
    assert whole.dropped == ("Who", "Share")
    assert (whole.used[0].label, whole.used[0].role) == ("When", "day")
