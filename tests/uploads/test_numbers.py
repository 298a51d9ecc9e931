"""Numbers: read strictly, both ways at once, never wrong by a thousand."""

from __future__ import annotations

import math

import pyarrow as pa
import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from utils.uploads import numbers


def both(text: str) -> tuple[float | None, float | None]:
    dot, comma, _ = numbers.read(text)
    return (None if math.isnan(dot) else dot, None if math.isnan(comma) else comma)


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1234", 1234, 1234),
        ("1,234", 1234, 1.234),
        ("1.234", 1.234, 1234),
        ("1,234.56", 1234.56, None),
        ("1.234,56", None, 1234.56),
        ("1 234", 1234, 1234),
        ("1\u00a0234,5", None, 1234.5),
        ("1\u202f234", 1234, 1234),
        ("1'234.5", 1234.5, None),
        ("1’234", 1234, 1234),
        ("12,34,567", 1234567, None),
        ("1.000.000", None, 1000000),
        ("0.123", 0.123, None),
        ("0,123", None, 0.123),
        ("424.0", 424, None),
        ("+5", 5, 5),
        ("'007", 7, 7),
        ("٣٤", 34, 34),
        ("\uff11\uff12", 12, 12),
        ("1.2K", 1200, None),
        ("1,2 mil", None, 1200),
        ("1.234K", 1234, 1234000),
        ("3M", 3e6, 3e6),
        ("3 Mio.", 3e6, 3e6),
        ("12 Tsd.", 12000, 12000),
        ("2,5 Mrd.", None, 2.5e9),
        ("4B", 4e9, 4e9),
    ],
)
def test_a_number_is_read_both_ways(text: str, point: float | None, comma: float | None) -> None:
    assert both(text) == (point, comma)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "N/A", "null", "NaN", "\u00a0"])
def test_what_means_no_value_is_missing_and_never_nought(text: str) -> None:
    assert both(text) == (None, None)
    assert numbers.read(text)[2].values == 0


@pytest.mark.parametrize(
    "text",
    ["5.6%", "-5", "−5", "1e400", "1e5", "Infinity", "1_000", "1.2.3", "4 20", "12x", "0x1F", "<1",
     "1,23,4", "5.", ".5", "9" * 13, "9" * 400, "1799999999999999977", "999999B", "€5", "1/2"],
)  # fmt: skip
def test_what_is_no_count_is_refused(text: str) -> None:
    assert both(text) == (None, None)
    assert numbers.read(text)[2].bad == 1


LOCALES = st.sampled_from(["en", "de", "fr", "es", "pt_BR", "de_CH", "en_IN", "it", "nl", "sv"])


@given(st.integers(0, 10**11), LOCALES)
def test_a_whole_number_of_any_locale_is_among_the_readings(number: int, locale: str) -> None:
    assert float(number) in both(format_decimal(number, locale=locale))


@given(st.integers(0, 10**9), st.sampled_from([1, 2, 4]), LOCALES)
def test_decimals_of_any_locale_are_never_wrong_by_a_thousand(
    number: int, places: int, locale: str
) -> None:
    value = number / 10**places
    text = format_decimal(value, format="#,##0." + "0" * places, locale=locale)
    if locale == "en_IN":
        text = format_decimal(value, format="#,##,##0." + "0" * places, locale=locale)
    found = [one for one in both(text) if one is not None]
    assert found == [pytest.approx(value)]


@given(st.text(max_size=30))
def test_any_text_is_a_finite_count_or_nothing(text: str) -> None:
    for value in both(text):
        assert value is None or 0 <= value <= numbers.LARGEST


def decided(*cells: str) -> str:
    return numbers.style(numbers.column(pa.array(cells)).signs)


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (("1234", "5"), "plain"),
        (("1.234", "12"), "unsure"),
        (("1,234", "15,000"), "unsure"),
        (("1.234", "12.5"), "dot"),
        (("1.234", "12,5"), "comma"),
        (("1.234.567", "1.234"), "comma"),
        (("1,234.5", "1.234,5"), "mixed"),
        (("12.5",) * 200 + ("12,5",), "dot"),
        (("12,5",) * 200 + ("12.5",), "comma"),
        (("12.5",) * 20 + ("12,5",), "mixed"),
        (("-", ""), "plain"),
    ],
)
def test_a_column_decides_from_all_its_values(cells: tuple[str, ...], style: str) -> None:
    assert decided(*cells) == style


def test_a_batch_reads_each_cell_under_both_signs() -> None:
    read = numbers.column(pa.array(["1.234", "-", "5", "x", "5"]))
    assert read.dot.tolist() == pytest.approx([1.234, math.nan, 5, math.nan, 5], nan_ok=True)
    assert read.comma.tolist() == pytest.approx([1234, math.nan, 5, math.nan, 5], nan_ok=True)
    assert (read.signs.values, read.signs.bad, read.signs.unsure_dot) == (4, 1, 1)


def test_whole_columns_leave_out_what_is_no_count() -> None:
    read = numbers.column(pa.array([5, None, -3, 10**15]))
    assert read.dot.tolist() == pytest.approx([5, math.nan, math.nan, math.nan], nan_ok=True)
    assert read.comma is read.dot
    assert (read.signs.values, read.signs.bad) == (3, 2)
