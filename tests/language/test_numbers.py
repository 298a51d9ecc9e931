"""Numbers and periods in other languages: the same digits and days, never another rounding."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import get_month_names
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from utils.language import ENGLISH, periods, say_many, speaking, understood, units
from utils.language.charts import options
from utils.language.places import name
from utils.language.tongue import Tongue, tongue
from utils.model import Place
from utils.model import periods as plain_periods
from utils.model import units as plain

READERS = ("es:", "es:es-MX", "es:en-US", "es:es-CR", "pt:pt-BR", "pt:pt-PT")
TONGUES = [tongue(*reader.split(":")) for reader in READERS]
SPOKEN = st.sampled_from(TONGUES)
VALUES = st.floats(-1e9, 1e9, allow_nan=False)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2035, 12, 31))


def parsed(text: str, spoken: Tongue) -> Decimal:
    """The value of a printed number, read strictly as its locale writes it."""
    plain_text = text.replace("\N{MINUS SIGN}", "-")
    return parse_decimal(plain_text, locale=spoken.locale, strict=True)


@given(SPOKEN, VALUES, st.integers(0, 4))
def test_a_number_reads_back_as_what_english_prints(
    spoken: Tongue, value: float, decimals: int
) -> None:
    english = plain.number(value, decimals)
    with speaking(spoken):
        printed = units.number(value, decimals)
    expected = Decimal(english.replace(",", "").replace("\N{MINUS SIGN}", "-"))
    assert parsed(printed, spoken) == expected
    assert re.sub(r"\D", "", printed) == re.sub(r"\D", "", english)


@given(VALUES, st.integers(0, 3), st.sampled_from(["percent", "per 100,000", "deaths", "CAD"]))
def test_english_is_printed_as_it_always_was(value: float, decimals: int, unit: str) -> None:
    assert units.number(value, decimals) == plain.number(value, decimals)
    assert units.quantity(value, unit, decimals) == plain.quantity(value, unit, decimals)
    assert units.difference(value, unit, decimals) == plain.difference(value, unit, decimals)
    assert units.interval(value, value, decimals) == plain.interval(value, value, decimals)


@given(st.floats(0, 100, allow_nan=False))
def test_a_natural_frequency_keeps_its_two_numbers(percent: float) -> None:
    english = plain.one_in(percent)
    assert units.one_in(percent) == english
    for spoken in (TONGUES[0], TONGUES[4]):
        with speaking(spoken):
            said = units.one_in(percent)
        assert re.findall(r"\d+", said.replace(".", "")) == re.findall(
            r"\d+", english.replace(",", "")
        )
        assert not re.search(r"\b(about|in|than|fewer|more)\b", said)


@pytest.mark.parametrize(
    ("locale", "unit", "value", "words"),
    [
        (None, "percent", 21.44, "21,4\N{NO-BREAK SPACE}%"),
        ("es-MX", "percent", 21.44, "21.4%"),
        (None, "per 100,000", 14.2, "14,2 por cada 100.000"),
        ("es-MX", "per 100,000", 14.2, "14.2 por cada 100,000"),
        (None, "deaths", 4407, "4.407,0 muertes"),
    ],
)
def test_a_quantity_has_the_unit_of_the_language(
    locale: str | None, unit: str, value: float, words: str
) -> None:
    with speaking(tongue("es", locale)):
        assert units.quantity(value, unit, 1) == words


def test_one_is_one_and_more_are_more() -> None:
    with speaking(tongue("pt")):
        assert units.quantity(1, "deaths", 0) == "1 morte"
        assert units.quantity(2, "deaths", 0) == "2 mortes"
        assert say_many("{count} row", "{count} rows", 1200) == "1.200 linhas"
        assert units.difference(-2.5, "percent", 1) == "\N{MINUS SIGN}2,5 pontos percentuais"


@pytest.mark.parametrize(
    ("value", "english", "spanish"),
    [
        (0.01234, "0.0123", "0,0123"),
        (12_345.0, "12,300", "12.300"),
        (-1_999_999.0, "\N{MINUS SIGN}2,000,000", "\N{MINUS SIGN}2.000.000"),
        (999.6, "1,000", "1.000"),
        (1.5, "1.5", "1,5"),
        (100.0, "100", "100"),
        (0.000_012_34, "0.0000123", "0,0000123"),
        (0.0, "0", "0"),
    ],
)
def test_three_leading_digits_are_written_out(value: float, english: str, spanish: str) -> None:
    assert units.leading(value) == english
    with speaking(tongue("es")):
        assert units.leading(value) == spanish


def test_a_gap_has_no_digits_in_any_language() -> None:
    with speaking(tongue("es")), pytest.raises(ValueError, match="missing value"):
        units.number(math.nan, 1)


@given(DAYS, st.integers(0, 900))
def test_a_period_names_the_same_days(start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    english = plain_periods.label(start, end)
    assert periods.label(start, end) == english
    for language in ("es", "pt"):
        with speaking(tongue(language)):
            said = periods.label(start, end)
        assert re.findall(r"\d+", said) == re.findall(r"\d+", english)
        months = get_month_names("abbreviated", "format", Locale.parse(language))
        named = [month for month, word in months.items() if re.search(rf"\b{word}", said)]
        numbers = [
            plain_periods.MONTHS.index(one) + 1 for one in re.findall("[A-Z][a-z]+", english)
        ]
        assert sorted(set(numbers)) == named


def test_a_country_has_its_name_and_a_state_its_own() -> None:
    usa = Place("USA", "United States", "the United States", "country", "")
    texas = Place("US-TX", "Texas", "Texas", "state", "USA")
    with speaking(tongue("es")):
        assert [name(usa), name(texas)] == ["Estados Unidos", "Texas"]
    assert name(usa) == "United States"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("es-MX", "es"), ("pt-BR", "pt"), ("pt", "pt"), ("ES_es", "es"), ("fr-FR", "en"),
     ("", "en"), (None, "en"), ("<script>", "en"), ("esperanto", "en")],
)  # fmt: skip
def test_the_browser_decides_where_nobody_chose(locale: str | None, language: str) -> None:
    assert understood(locale) == language


@pytest.mark.parametrize(
    "locale",
    ["es-ZZ", "xx", "es-MX-" + "x" * 500, "../../etc", "es-\N{LATIN SMALL LETTER SHARP S}"],
)
def test_a_country_that_nobody_knows_changes_nothing(locale: str) -> None:
    assert tongue("es", locale) == Tongue("es", "es")
    assert tongue("de", locale) is ENGLISH


def test_a_chart_gets_marks_and_months_and_no_address() -> None:
    assert options() == {}
    with speaking(tongue("pt")):
        found = options()["locales"]["pt"]["format"]
    assert (found["decimal"], found["thousands"]) == (",", ".")
    assert (found["months"][0], found["days"][0]) == ("janeiro", "domingo")
