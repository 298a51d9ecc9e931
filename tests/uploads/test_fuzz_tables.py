"""Tables of any cells under known headings and none, and any answers."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.uploads.fuzzing import HOW_OFTEN, answer_all, fuzz, survive
from tests.uploads.made_exports import csv, sheet

DAYS = st.sampled_from(
    ["2024-01-01", "2024-01-02 10:00", "01/02/2024", "13/02/2024", "02/13/2024", "3/4/24", "45292",
     "Feb 9, 2024", "10 de febrero", "1514764800000", "", "-", "Total", "Lifetime", "2024-02-30",
     "1999-01-01", "2099-01-01", "2024-01-05T10:00:00+02:00"]
)  # fmt: skip
FIGURES = st.sampled_from(
    ["0", "5", "15", "1234", "1,234", "1.234", "1.234,5", "1,234.5", "1.2K", "3 Mio.", "-", "",
     "5.6%", "-5", "1e400", "9" * 20, "<1", "٣", "424.0", "x"]
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(["#a #b #A", "no", "#日本 \uff03é", "a\nb #c", '"#q"', "=1+1 #f"]),
    st.text(max_size=20),
)
KNOWN = st.sampled_from(
    [
        ["Date", "Post text", "Impressions", "Likes"],
        ["time", "Tweet text", "impressions", "retweets"],
        ["date", "mention_snippet", "reach", "x"],
        ["Datum", "Text des Posts", "Impressionen", "Gefällt mir"],
        ["published", "content", "reach", "source_type"],
        ["Date", "Query Name", "Page Type", "Hashtags"],
        ["day", "words", "one", "two"],
        ["", "", "", ""],
    ]
)
ROWS = st.lists(st.tuples(DAYS, TEXTS, FIGURES, FIGURES), min_size=1, max_size=6)
Rows = list[tuple[str, str, str, str]]


@HOW_OFTEN
def test_any_cells_are_counted_by_the_rule_or_refused(share: float) -> None:
    def check(headings: list[str], rows: Rows, times: int, sign: str) -> None:
        survive(csv([headings, *(rows * times)], sign))

    signs = st.sampled_from([",", ";", "\t"])
    fuzz(check, 3_500 * share, KNOWN, ROWS, st.integers(1, 12), signs)


@HOW_OFTEN
def test_every_question_can_be_answered_and_none_comes_twice(share: float) -> None:
    def check(headings: list[str], rows: Rows, times: int) -> None:
        answer_all(csv([headings, *(rows * times)]))

    fuzz(check, 2_500 * share, KNOWN, ROWS, st.integers(1, 12))


IDS = st.sampled_from(
    ["format", "period", "date", "rows", "platform", "text", "numbers", "date-order", "encoding",
     "sheet", "unread-dates", "metric:2", "metric:3", "nonsense"]
)  # fmt: skip
SAID = st.sampled_from(["any", "day", "month", "0", "1", "2", "99", "-1", "post", "total", "X",
                        "likes", "posts", "dot", "leave-out", "", "../etc"])  # fmt: skip


@HOW_OFTEN
def test_answers_that_nobody_offered_are_refused(share: float) -> None:
    def check(headings: list[str], rows: Rows, answers: dict[str, str]) -> None:
        survive(csv([headings, *rows]), answers)

    fuzz(check, 1_500 * share, KNOWN, ROWS, st.dictionaries(IDS, SAID, max_size=8))


@HOW_OFTEN
def test_the_same_cells_in_a_workbook(share: float) -> None:
    def check(headings: list[str], rows: Rows) -> None:
        clean = [[c if c.isprintable() else "?" for c in row] for row in rows]
        survive(sheet([headings, *clean]))

    fuzz(check, 700 * share, KNOWN, ROWS)
