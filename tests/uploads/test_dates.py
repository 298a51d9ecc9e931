"""Dates: decided from all values, asked where they decide nothing, refused without a year."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from tests.uploads.reader import TODAY
from utils.uploads import dates, spelling
from utils.uploads.errors import UploadError

DAY = dt.date(2024, 2, 9)


def day(text: str) -> dt.date | None:
    cut = dates.cut(pa.array([text, "x"]))[0].as_py()
    return spelling.read(cut).day


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-09", "2024-02-09 18:42 +0000", "2024-02-09T00:00:00.000+0000", "2024/2/9",
        "2024-02-09T23:59:60Z", "2024-02-09T10:00:00+02:00", "2024.02.09 10:00", "20240209",
        "Feb 9, 2024", "February 9th, 2024", "Fri, Feb 9, 2024", "Fri Feb 09 00:00:00 UTC 2024",
        "9 February 2024 at 5:00 PM", "09-Feb-2024 05:30AM", "9-Feb-24",
        "9 de febrero de 2024", "9 feb. 2024, 18:30", "9 de fev. de 2024",
        "sexta-feira, 9 de fevereiro de 2024",
        "9 févr. 2024", "vendredi 9 février 2024 18:30", "9. Februar 2024", "Fr., 9. Feb. 2024",
        "2024年2月9日", "45331", "45331.75", "45331,5", "1707436800000", "1707436800",
    ],
)  # fmt: skip
def test_the_day_is_read_from_every_way_to_write_it(text: str) -> None:
    assert day(text) == DAY


@pytest.mark.parametrize("text", ["mar. 7 mai 2024", "mar. 7 mai 2024 10:00"])
def test_a_french_tuesday_is_no_month(text: str) -> None:
    assert day(text) == dt.date(2024, 5, 7)


@given(
    st.dates(dt.date(2004, 1, 1), TODAY),
    st.sampled_from(["en", "es", "pt", "fr", "de", "it", "nl"]),
    st.sampled_from(["medium", "long", "full"]),
)
def test_named_dates_of_seven_languages_are_right_or_open_but_never_another_day(
    when: dt.date, language: str, width: str
) -> None:
    cut = dates.cut(pa.array([format_date(when, width, locale=language), "x"]))[0].as_py()
    read = spelling.read(cut)
    assert read.day == when or (read.shape == "numeric" and read.as_day("day") == when)


@pytest.mark.parametrize("text", ["10 de febrero", "Feb 10", "10/02", "10.2.", "10. Februar"])
def test_a_date_without_a_year_is_refused(text: str) -> None:
    assert spelling.read(text).shape == "no-year"
    with pytest.raises(UploadError) as caught:
        dates.decide([text, "11 de febrero"], TODAY)
    assert caught.value.code == "no-year"


@pytest.mark.parametrize(
    "text", ["2024-02-30", "20240-01-01", "Lifetime", "32/01/2024", "Feb 2024", "1/2/345", "12:30x"]
)
def test_what_is_no_date_is_counted_as_such(text: str) -> None:
    decision = dates.decide([text, "2024-02-09", "15/01/2024"][:2], TODAY)
    assert decision.troubles == {text: "bad"}


def decide(*texts: str, chosen: str = "") -> dates.Decision:
    return dates.decide(texts, TODAY, chosen)


def test_a_thirteenth_decides_the_order_of_the_whole_column() -> None:
    assert decide("01/02/2024", "13/02/2024").orders == ("day",)
    assert decide("01/02/2024", "02/13/2024").orders == ("month",)
    assert decide("01/02/2024", "02/13/2024").days["01/02/2024"] == dt.date(2024, 1, 2)


def test_a_day_that_would_lie_in_the_future_decides_as_well() -> None:
    assert decide("11/12/2026", "10/11/2026").orders == ("month",)


def test_what_fits_both_ways_is_open() -> None:
    assert decide("01/02/2024", "03/04/2024").orders == ("day", "month")
    chosen = decide("01/02/2024", "03/04/2024", chosen="month")
    assert chosen.orders == ("month",)
    assert chosen.days["01/02/2024"] == dt.date(2024, 1, 2)


def test_what_is_the_same_day_both_ways_is_not_asked() -> None:
    assert len(decide("05/05/2024", "06/06/2024").orders) == 1


def test_both_orders_in_one_column_are_refused() -> None:
    with pytest.raises(UploadError) as caught:
        decide("13/02/2024", "02/13/2024")
    assert caught.value.code == "mixed-dates"


def test_dates_that_a_spreadsheet_turned_round_are_refused() -> None:
    with pytest.raises(UploadError) as caught:
        decide("2024-01-02", "2024-03-04", "13/02/2024", "25/02/2024")
    assert caught.value.code == "mixed-dates"


def test_an_answer_that_the_dates_forbid_is_refused() -> None:
    with pytest.raises(UploadError) as caught:
        decide("13/02/2024", chosen="month")
    assert caught.value.code == "answer"


def test_years_are_clamped() -> None:
    decision = decide("1900-01-01", "2003-12-31", "2004-01-01", "2026-11-24", "2026-11-25")
    assert sorted(decision.days) == ["2004-01-01", "2026-11-24"]
    assert decision.troubles == {
        "1900-01-01": "early", "2003-12-31": "early", "2026-11-25": "late",
    }  # fmt: skip


def test_short_years_can_stand_first_or_last() -> None:
    assert decide("24/02/13", "24/02/14").orders == ("day", "year")
    assert decide("13/02/24", "14/02/24").orders == ("day", "year")
    assert decide("30/01/13", "24/02/14").orders == ("day",)  # 2030 lies ahead


def test_five_digit_numbers_are_days_only_if_all_of_them_are() -> None:
    assert decide("45292", "45293").form == "serial"
    days = [f"2023-{month:02}-{n:02}" for month in range(1, 13) for n in range(1, 29)]
    assert decide(*days, "45292").troubles == {"45292": "bad"}


@given(st.lists(st.text(max_size=25), max_size=20))
def test_any_text_gives_days_within_bounds_or_a_typed_error(texts: list[str]) -> None:
    try:
        decision = dates.decide(dates.cut(pa.array(texts, pa.string())).to_pylist(), TODAY)
    except UploadError:
        return
    last = TODAY + dt.timedelta(days=1)
    assert all(dt.date(2004, 1, 1) <= found <= last for found in decision.days.values())
