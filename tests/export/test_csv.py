"""CSV for people: nothing in it runs, and every number and text comes back as it was."""

from __future__ import annotations

import csv as standard
import io
import math
import re
import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up import ORIGIN, PLACES, SOURCE, card, evidence, row
from utils.export import csv

# https://owasp.org/www-community/attacks/CSV_Injection, and what other programs take for one
OWASP = [
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    "\N{FULLWIDTH EQUALS SIGN}",
    "\N{FULLWIDTH PLUS SIGN}",
    "\N{FULLWIDTH HYPHEN-MINUS}",
    "\N{FULLWIDTH COMMERCIAL AT}",
]
OTHERS = ["|", "%"]
BEFORE = {
    "nothing": "",
    "a space": " ",
    "a no-break space": "\N{NO-BREAK SPACE}",
    "an ideographic space": "\N{IDEOGRAPHIC SPACE}",
    "a byte-order mark": "\ufeff",
    "a zero-width space": "\N{ZERO WIDTH SPACE}",
    "a zero-width joiner": "\N{ZERO WIDTH JOINER}",
    "a soft hyphen": "\N{SOFT HYPHEN}",
    "a direction mark": "\N{RIGHT-TO-LEFT OVERRIDE}",
    "a line separator": "\N{LINE SEPARATOR}",
    "a null": "\0",
    "an escape": "\x1b",
    "a next-line control": "\x85",
    "a quote": '"',
    "an apostrophe": "'",
    "several": ' \ufeff\N{NO-BREAK SPACE}"\t\N{ZERO WIDTH SPACE}',
}


def lines(raw: bytes) -> list[list[str]]:
    return list(standard.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def runs(cell: str) -> bool:
    """Whether a spreadsheet that forgives whatever can't be seen may take a cell as a formula."""
    plain = unicodedata.normalize("NFKC", cell)
    seen = (letter for letter in plain if unicodedata.category(letter)[0] not in "CZ")
    return next((letter for letter in seen if letter not in "\"'"), "") in set("=+-@|%")


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("where", ["cell", "heading"])
def test_no_cell_and_no_heading_is_taken_for_a_formula(where: str, before: str) -> None:
    for trigger in OWASP + OTHERS:
        hostile = f"{BEFORE[before]}{trigger}HYPERLINK(1)"
        frame = pd.DataFrame({hostile: [1]} if where == "heading" else {"text": [hostile]})
        (heading,), (cell,) = lines(csv.text(frame))
        found = heading if where == "heading" else cell
        assert found.startswith("'"), trigger
        assert found.endswith("HYPERLINK(1)")


@given(st.text(max_size=12))
def test_any_text_is_harmless_and_only_ever_gains_an_apostrophe(text: str) -> None:
    found = csv.neutral(text)
    visible = csv.INVISIBLE.sub("", text).replace("\r\n", " ")
    visible = re.sub("[\r\n\t]", " ", visible)
    assert found in (visible, f"'{visible}")
    assert found.startswith("'") or not runs(found) or csv.NUMBER.fullmatch(found)


@given(st.text(alphabet="".join([*OWASP, *OTHERS, *BEFORE.values(), "0a"]), max_size=8))
def test_hostile_text_is_harmless_too(text: str) -> None:
    found = csv.neutral(text)
    assert found.startswith("'") or not runs(found) or csv.NUMBER.fullmatch(found)


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), max_size=4))
def test_text_makes_a_round_trip(cells: list[list[str]]) -> None:
    frame = pd.DataFrame(cells, columns=["a", "b"], dtype="object")
    raw = csv.text(frame)
    assert lines(raw) == [["a", "b"], *([csv.neutral(one) for one in line] for line in cells)]
    bare = raw.replace(b"\r\n", b"")
    assert b"\r" not in bare
    assert b"\n" not in bare


@given(st.lists(st.floats(allow_infinity=False) | st.integers(-(10**15), 10**15), max_size=6))
def test_numbers_stay_numbers_to_the_last_bit(numbers: list[float]) -> None:
    frame = pd.DataFrame({"value": pd.Series(numbers, dtype="object")})
    raw = csv.text(frame).decode("utf-8-sig").splitlines()[1:]
    assert len(raw) == len(numbers)
    for printed, number in zip(raw, numbers, strict=True):
        if math.isnan(number):
            assert printed in ("", '""')
        else:
            assert '"' not in printed
            assert float(printed) == float(number)


@pytest.mark.parametrize(
    ("column", "printed"),
    [
        ([-1.5, -0.25], ["-1.5", "-0.25"]),
        ([-3, 12], ["-3", "12"]),
        ([4407.0, -2.0], ["4407", "-2"]),
        ([None, float("nan")], ['""', '""']),
        ([True, False], ['"True"', '"False"']),
        (["-5", "+1.5"], ['"-5"', '"+1.5"']),
        (["-5+2", "+A1"], ['"\'-5+2"', '"\'+A1"']),
        (["5-14 years", "a=b"], ['"5-14 years"', '"a=b"']),
    ],
)
def test_a_cell_is_printed_as_what_it_is(column: list[object], printed: list[str]) -> None:
    raw = csv.text(pd.DataFrame({"x": column})).decode("utf-8-sig")
    assert raw.split("\r\n")[1:-1] == printed


def test_excel_is_told_that_this_is_utf_8_and_machines_are_not() -> None:
    frame = pd.DataFrame({"x": ["é"]})
    assert csv.text(frame).startswith(b"\xef\xbb\xbf")
    assert csv.text(frame, mark=False) == csv.text(frame)[3:]


def test_every_row_leaves_with_its_source() -> None:
    rows = evidence(row(2000, 1.5, low=1.0, high=2.0), row(2001, None, place="AA-1", status="Q"))
    table = csv.table(rows, card(), PLACES)
    assert list(table.columns) == list(csv.COLUMNS)
    first, second = table.to_dict("records")
    assert first["value"] == 1.5
    assert (first["place"], first["place_code"]) == ("Madeupland", "AAA")
    assert (first["period_start"], first["period_end"]) == ("2000-01-01", "2000-12-31")
    assert second["status_meaning"] == "suppressed"
    assert second["place"] == "North Madeup"
    for line in (first, second):
        assert line["source"] == SOURCE.citation
        assert line["licence"] == SOURCE.licence
        assert (line["url"], line["retrieved"]) == (ORIGIN.url, "2021-02-03")
        assert line["unit"] == "percent"


def test_a_note_stands_beside_withheld_rows_only() -> None:
    rows = evidence(row(2000, 1.0), row(2001, None, status="B"), row(2002, None, status="M"))
    assert csv.table(rows, card(), PLACES, "why").get("note").tolist() == ["", "why", ""]


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("us-anxiety", "shown", "Sep 2024"), "groundswell_us-anxiety_shown_sep-2024.csv"),
        (("a", "", "b"), "groundswell_a_b.csv"),
        (("../../etc/passwd",), "groundswell_etc-passwd.csv"),
        (("con", "über/ß:*?"), "groundswell_con_ber.csv"),
        ((), "groundswell.csv"),
    ],
)
def test_a_file_name_says_what_is_inside(parts: tuple[str, ...], name: str) -> None:
    assert csv.file_name(*parts) == name


@given(st.lists(st.text(max_size=90), max_size=4))
def test_a_file_name_is_safe_on_every_disk(parts: list[str]) -> None:
    name = csv.file_name(*parts)
    assert re.fullmatch(r"groundswell[a-z0-9._-]*\.csv", name)
    assert len(name) <= 124


def test_the_short_table_says_what_the_long_one_says() -> None:
    rows = evidence(row(2000, 1.5, low=1.0, high=2.0), row("2001-07-01", None))
    long, short = csv.table(rows, card(), PLACES), csv.short(rows, PLACES)
    for name in ("place", "group", "value", "low", "high", "status_meaning"):
        assert short[name].fillna(-1).tolist() == long[name].fillna(-1).tolist(), name
    assert list(short["period"]) == ["2000", "1 Jul 2001"]
