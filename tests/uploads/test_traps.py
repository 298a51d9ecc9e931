"""Traps of real and hostile files: each is named, counted or refused, never passed over."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from tests.uploads import made_exports
from tests.uploads.made_exports import X_CONTENT, csv, sheet, workbook
from tests.uploads.reader import TODAY, asked, counts, outcome, refused, understood, values
from utils.model import limits
from utils.uploads import reading
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Reduced


def volume(*rows: tuple[object, object], sign: str = ",") -> bytes:
    return csv([["date", "numberOfDocuments"], *rows], sign)


def posts(reduced: Reduced) -> dict[str, float | None]:
    return values(reduced, "upload-brandwatch-posts-by-day")


# -- what a file really is


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n \r\n\x00", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<!DOCTYPE html><html><head><title>Sign in", "html"),
        (b"\xef\xbb\xbf\n  <HTML>\n<body>date,likes", "html"),
        ("<html><body>date,likes".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><Workbook/>", "xml"),
        (b'{"data": [1, 2]}', "json"),
        (b'[{"date": "2024-01-01"}]', "json"),
        (b"[" * 100_000, "json"),
        (b"\x1f\x8b\x08" + b"\0" * 100, "archive"),
        (b"PK\x03\x04" + b"\0" * 100, "workbook"),
        (b"PK\x05\x06" + b"\0" * 18, "archive"),
        (b"MZ\x90\x00\x03\x00" + b"\x01" * 100, "program"),
        (b"\x7fELF\x02\x01" + b"\x01" * 100, "program"),
        (b"%PDF-1.7\n1 0 obj", "pdf"),
        (b"\x89PNG\r\n\x1a\n" + b"\x01" * 50, "picture"),
        (b"SQLite format 3\x00", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        ("date,likes\n2024-01-01,5\n".encode("utf-16-le"), "utf-16"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook"),
        (b"just some words\nand more\n", "no-date"),
        (b"date\n", "no-table"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(data: bytes, code: str) -> None:
    assert refused(data).code == code


def test_a_zip_of_something_else_is_an_archive() -> None:
    other = workbook({"a": [["x"]]}, **{"word__document.xml": b"<w/>"})
    assert refused(other.replace(b"xl/workbook.xml", b"xl/workfool.xml")).code in (
        "archive", "workbook",
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_encodings_with_a_mark_and_all_delimiters_read_the_same(encoding: str, sign: str) -> None:
    text = volume(("2024-01-01", 15), ("2024-01-02", 40), sign=sign).decode()
    assert posts(counts(text.encode(encoding))) == {"2024-01-01": 20.0, "2024-01-02": 40.0}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_ends_of_line_read_the_same(end: str) -> None:
    text = volume(("2024-01-01", 15), ("2024-01-02", 40)).decode().replace("\n", end)
    assert len(posts(counts(text.encode()))) == 2


def test_a_second_mark_of_byte_order_does_not_hide_the_first_column() -> None:
    assert posts(counts(b"\xef\xbb\xbf" * 2 + volume(("2024-01-01", 15))))


def test_letters_that_are_not_utf_8_are_asked_about_never_guessed() -> None:
    data = X_CONTENT.replace(b"made-up things", "für Österreich".encode("cp1252"))
    assert asked(data) == ["encoding"]
    assert counts(data, {"encoding": "cp1252"}).format == "x-content"
    assert understood(data, {"encoding": "cp1252"}).encoding == "Western European (Windows)"
    assert refused(data, {"encoding": "rot13"}).code == "answer"


def test_nul_characters_are_taken_out_and_counted() -> None:
    data = volume(("2024-01-01", 15)).replace(b"15", b"1\x005")
    assert posts(counts(data)) == {"2024-01-01": 20.0}
    assert any("1 NUL" in note for note in understood(data).notes)


def test_a_hint_of_excel_about_the_delimiter_is_obeyed() -> None:
    data = b"sep=;\ndate;numberOfDocuments\n2024-01-01;15\n"
    assert posts(counts(data)) == {"2024-01-01": 20.0}


# -- size, before anything is read


def quickly(data: bytes) -> UploadError:
    begun = time.monotonic()
    error = refused(data)
    assert time.monotonic() - begun < 20, "read in full it takes minutes"
    return error


def test_too_many_columns_are_refused_from_the_first_bytes() -> None:
    wide = [["Date", *(f"n{i}" for i in range(200))], ["2024-01-01", *[1] * 200]]
    assert quickly(csv(wide)).code == "columns"
    assert quickly(b"a," * 200_000 + b"\n1,2\n").code == "columns"
    assert quickly(b"a," * 1_000_000).code == "long-line"


def test_two_hundred_columns_are_read() -> None:
    wide = [["date", "numberOfDocuments", *("a" * 198)], ["2024-01-01", 15, *("b" * 198)]]
    assert posts(counts(csv(wide))) == {"2024-01-01": 20.0}


def test_a_line_without_end_is_refused() -> None:
    assert refused(b"date,numberOfDocuments\n2024-01-01," + b"1" * 2_100_000).code == "long-line"


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UPLOAD_BYTES", 100)
    assert quickly(b"x" * 101).code == "too-large"


def test_a_quotation_mark_that_never_closes_is_named() -> None:
    rows = b"".join(b"2024-01-01,15\n" for _ in range(700_000))
    assert refused(b'date,numberOfDocuments\n2024-01-01,15\n2024-01-01,"15\n' + rows).code == (
        "quotes"
    )


# -- workbooks


def test_a_workbook_reads_like_the_text_file() -> None:
    made = sheet([["date", "numberOfDocuments"], ["2024-01-01", 15], ["2024-01-02", 40]])
    assert posts(counts(made)) == {"2024-01-01": 20.0, "2024-01-02": 40.0}


def test_day_numbers_of_a_spreadsheet_are_days() -> None:
    made = sheet([["date", "numberOfDocuments"], [45292, 15], [45293.75, 40]])
    assert posts(counts(made)) == {"2024-01-01": 20.0, "2024-01-02": 40.0}
    assert posts(counts(volume((45292, 15)))) == {"2024-01-01": 20.0}


def test_a_workbook_that_would_burst_is_refused() -> None:
    bomb = workbook({"a": [["date"]]}, xl__media__big=b"0" * 12_000_000)
    assert quickly(bomb).code == "workbook-size"


def test_a_workbook_has_a_largest_size_and_number_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    made = sheet([["date", "numberOfDocuments"], ["2024-01-01", 15]])
    many = workbook({"a": [["x"]]}, **{f"xl__x{i}": b"" for i in range(1_001)})
    assert quickly(many).code == "workbook-size"
    monkeypatch.setattr(limits, "UPLOAD_WORKBOOK_BYTES", 500)
    assert quickly(made).code == "workbook-size"


def test_a_workbook_that_claims_a_gigabyte_is_refused() -> None:
    made = bytearray(sheet([["date", "numberOfDocuments"], ["2024-01-01", 15]]))
    place = made.rindex(b"xl/worksheets/sheet1.xml") - 46  # its entry in the central directory
    made[place + 24 : place + 28] = (1_000_000_000).to_bytes(4, "little")
    assert quickly(bytes(made)).code == "workbook-size"


def test_a_workbook_that_lies_about_its_size_is_refused() -> None:
    made = bytearray(sheet([["date", "numberOfDocuments"], *[["2024-01-01", 15]] * 50]))
    place = made.rindex(b"xl/worksheets/sheet1.xml") - 46
    made[place + 24 : place + 28] = (100).to_bytes(4, "little")
    assert quickly(bytes(made)).code == "workbook"


@pytest.mark.parametrize("cell", ["XFD1048576", "GS2", "AAA7"])
def test_a_cell_far_out_is_refused_before_the_space_is_made(cell: str) -> None:
    far = sheet([["date", "numberOfDocuments"], ["2024-01-01", 15]])
    parts = {"xl__worksheets__sheet1.xml": _far(cell)}
    assert quickly(workbook({"a": [["x"], ["y"]]}, **parts)).code in ("columns", "workbook-size")
    assert far


def _far(cell: str) -> bytes:
    row = "".join(sign for sign in cell if sign.isdecimal())
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{cell}"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    ).encode()


def test_a_sparse_sheet_of_a_million_rows_is_refused() -> None:
    parts = {"xl__worksheets__sheet1.xml": _far("GR1048576")}
    assert quickly(workbook({"a": [["x"], ["y"]]}, **parts)).code == "workbook-size"


def test_of_several_sheets_the_one_that_is_known_is_read_else_it_is_asked() -> None:
    table = [["date", "numberOfDocuments"], ["2024-01-01", 15]]
    known = workbook({"About": [["made", "up"], ["by", "us"]], "Volume": table})
    assert posts(counts(known)) == {"2024-01-01": 20.0}
    two = workbook({"First": table, "Second": [table[0], ["2024-01-05", 150]]})
    assert asked(two) == ["sheet"]
    assert posts(counts(two, {"sheet": "1"})) == {"2024-01-05": 150.0}
    assert refused(two, {"sheet": "7"}).code == "answer"


# -- rows that are no posts


def test_a_row_of_totals_is_left_out_counted_and_checked() -> None:
    whole = counts(made_exports.YOUTUBE)
    assert [(one.reason, one.number) for one in whole.not_used] == [("Row of totals", 1)]
    assert "The row of totals agrees with the rows." in whole.notes
    cut = made_exports.YOUTUBE.replace(b"14400", b"15400")
    assert any("does not agree" in note for note in counts(cut).notes)


@pytest.mark.parametrize("word", ["Total", "TOTAL", "Gesamt", "Totaux", "Total general"])
def test_a_total_in_other_languages_is_no_day(word: str) -> None:
    whole = counts(volume((word, 55), ("2024-01-01", 15), ("2024-01-02", 40)))
    assert posts(whole) == {"2024-01-01": 20.0, "2024-01-02": 40.0}
    assert whole.not_used[0].reason == "Row of totals"


def test_a_second_row_of_headings_is_left_out_and_counted() -> None:
    whole = counts(made_exports.FACEBOOK_INSIGHTS)
    assert [(one.reason, one.number) for one in whole.not_used] == [("Second row of headings", 1)]


def test_headings_that_occur_twice_are_reported() -> None:
    notes = understood(made_exports.FACEBOOK_INSIGHTS).notes
    assert any("Lifetime Organic views to 95%" in note for note in notes)


def test_every_row_that_is_not_counted_is_named_with_its_reason() -> None:
    days = [(f"2024-01-{n:02}", 15) for n in range(1, 29)] * 10
    odd = [("", 5), ("2024-02-30", 15), ("1999-05-05", 15), ("2027-05-05", 15)]
    data = volume(*days, *odd) + b"2024-01-01,15,more\n2024-01-01\n"
    whole = counts(data)
    assert {(one.reason, one.number, one.near_row) for one in whole.not_used} == {
        ("No date", 1, 282),
        ("Date that can't be read", 1, 283),
        ("Dated before 2004", 1, 284),
        ("Dated in the future", 1, 285),
        ("Another number of cells than the headings", 2, None),
    }
    assert whole.used == "280"


def test_many_unreadable_dates_are_asked_about() -> None:
    data = volume(*[("2024-01-01", 15)] * 20, ("soon", 15), ("2024-02-30", 15))
    assert asked(data) == ["unread-dates"]
    whole = counts(data, {"unread-dates": "leave-out"})
    assert [(one.reason, one.number) for one in whole.not_used] == [("Date that can't be read", 2)]


def test_a_file_of_headings_has_no_rows() -> None:
    assert refused(b"date,numberOfDocuments\n\n").code in ("no-rows", "no-table")


# -- dates and numbers


def test_the_column_date_of_instagram_is_not_the_day() -> None:
    assert understood(made_exports.INSTAGRAM).first == dt.date(2026, 9, 15)


def test_dates_that_fit_both_ways_are_asked_about() -> None:
    data = volume(("01/02/2024", 15), ("03/04/2024", 40))
    assert asked(data) == ["date-order"]
    assert list(posts(counts(data, {"date-order": "day"}))) == ["2024-02-01", "2024-04-03"]
    assert list(posts(counts(data, {"date-order": "month"}))) == ["2024-01-02", "2024-03-04"]
    assert refused(data, {"date-order": "year"}).code == "answer"
    suggested = outcome(made_exports.INSTAGRAM.replace(b"09/15/2026", b"09/05/2026"))
    assert suggested.understanding.questions[0].suggested == "month"


def test_dates_without_a_year_are_refused_with_advice() -> None:
    data = made_exports.TIKTOK_SPANISH.replace(b" de 2024", b"")
    error = refused(data)
    assert error.code == "no-year"
    assert "English" in error.next_step


@pytest.mark.parametrize(
    ("cells", "answers", "expected"),
    [
        (("1234", "5678"), {}, 6_900),
        (("1,234", "5,678"), {"numbers": "dot"}, 6_900),
        (("1.234", "5.678"), {"numbers": "comma"}, 6_900),
        (("1.234,5", "5.678"), {}, 6_900),
        (("1,234.5", "5,678"), {}, 6_900),
        (("1 234", "5 678"), {}, 6_900),
        (("1.2K", "5.7K"), {}, 6_900),
        (("1,2 Tsd.", "5,7 Tsd."), {}, 6_900),
        (("3 Mio.", "-"), {}, 3_000_000),
        (("424.0", "12.0"), {}, 450),
    ],
)
def test_numbers_are_read_or_asked_about_never_wrong_by_a_thousand(
    cells: tuple[str, str], answers: dict[str, str], expected: float
) -> None:
    data = csv([["date", "numberOfDocuments"], *[["2024-01-01", cell] for cell in cells]])
    if "numbers" in answers and "." in cells[0]:
        assert asked(data) == ["numbers"]
    assert posts(counts(data, answers)) == {"2024-01-01": expected}


def test_three_decimals_in_every_count_are_asked_about() -> None:
    assert asked(volume(("2024-01-01", "1.234"), ("2024-01-02", "5.678"))) == ["numbers"]


def test_a_comma_in_an_english_export_of_a_known_platform_separates_thousands() -> None:
    assert posts(counts(volume(("2024-01-01", "1,234")))) == {"2024-01-01": 1_200.0}


def test_both_decimal_signs_in_one_column_are_refused_by_name() -> None:
    error = refused(volume(("2024-01-01", "1,234.5"), ("2024-01-02", "1.234,5")))
    assert (error.code, error.column) == ("mixed-numbers", "numberOfDocuments")
    assert str(error).startswith("Column “numberOfDocuments”: ")


def test_cells_that_are_no_number_are_counted_and_are_not_nought() -> None:
    whole = counts(volume(*[("2024-01-01", 15)] * 3, ("2024-01-02", "12x")))
    assert posts(whole) == {"2024-01-01": 40.0}, "45 goes to the even ten"
    assert "1 cells of posts hold no number." in whole.notes


def test_missing_values_are_not_nought() -> None:
    whole = counts(volume(("2024-01-01", 15), ("2024-01-02", "-"), ("2024-01-03", "")))
    assert posts(whole) == {"2024-01-01": 20.0}


def test_huge_numbers_are_no_counts() -> None:
    whole = counts(volume(("2024-01-01", 15), ("2024-01-02", "9" * 400), ("2024-01-02", "1e400")))
    assert posts(whole) == {"2024-01-01": 20.0}


def test_ids_of_eighteen_digits_are_not_offered_as_counts() -> None:
    data = csv([["Day", "Key", "Hits"], ["2024-01-01", made_exports.ID, 5]])
    asked_for = [question.id for question in outcome(data).understanding.questions]
    assert asked_for == ["date", "rows", "platform", "metric:2"]


# -- periods


def test_an_end_that_is_not_included_is_the_day_before() -> None:
    weekly = csv([["startDate", "endDate", "numberOfDocuments"], ["2024-01-01", "2024-01-08", 150]])
    rows = counts(weekly).rows
    assert counts(weekly).period == "as given"
    assert str(rows["end"][0].date()) == "2024-01-07"


def test_an_account_that_posts_rarely_is_counted_by_month() -> None:
    days = [f"2024-{m:02}-{d:02}" for m in (1, 2) for d in range(1, 29)]
    whole = counts(_own(days))
    assert whole.period == "month"
    assert values(whole, "upload-x-posts") == {"2024-01-01": 30.0, "2024-02-01": 30.0}
    by_day = counts(_own(days), {"period": "day"})
    assert set(values(by_day, "upload-x-posts").values()) == {None}
    assert set(values(by_day, "upload-x-impressions").values()) == {None}, "of one post each"
    assert refused(_own(days), {"period": "year"}).code == "answer"


def test_weeks_begin_on_monday() -> None:
    whole = counts(_own(["2024-01-01", "2024-01-07", "2024-01-08"] * 12), {"period": "week"})
    assert values(whole, "upload-x-posts") == {"2024-01-01": 20.0, "2024-01-08": 10.0}
    ends = whole.rows["end"].dt.strftime("%Y-%m-%d").unique().tolist()
    assert ends == ["2024-01-07", "2024-01-14"]


def _own(days: list[str]) -> bytes:
    headings = ["Date", "Post text", "Impressions", "Likes"]
    return csv([headings, *[[day, "made up #tag", 100, 2] for day in days]])


def test_a_hashtag_without_one_day_of_ten_posts_is_not_listed() -> None:
    days = [f"2024-01-{day:02}" for day in range(1, 21)]
    rows = [[day, "made up #rare" if n == 0 else "made up #often", 100, 2]
            for day in days for n in range(20)]  # fmt: skip
    whole = counts(csv([["Date", "Post text", "Impressions", "Likes"], *rows]))
    assert whole.period == "day"
    assert set(whole.rows["group"]) == {"all", "#often"}


def test_at_most_so_many_hashtags_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UPLOAD_HASHTAGS", 2)
    texts = ["#a"] * 30 + ["#b"] * 20 + ["#c"] * 40
    rows = [["2024-01-01", f"made up {text}", 100, 2] for text in texts]
    whole = counts(csv([["Date", "Post text", "Impressions", "Likes"], *rows]))
    assert set(whole.rows["group"]) == {"all", "#a", "#c"}


def test_a_day_can_be_given() -> None:
    data = volume(("2026-11-25", 15), ("2026-11-20", 40))
    assert len(posts(reading.read(data, today=TODAY).reduced)) == 1  # type: ignore[arg-type]
    later = reading.read(data, today=dt.date(2026, 12, 1)).reduced
    assert len(posts(later)) == 2  # type: ignore[arg-type]
