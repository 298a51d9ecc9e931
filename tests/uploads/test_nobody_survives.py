"""A made-up account, its text, its id and its address go in; nowhere do they come out."""

from __future__ import annotations

import datetime as dt
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.uploads import made_exports
from tests.uploads.made_exports import ACCOUNT, CANARIES, EVERY, ID, TEXT, URL, csv, posts
from tests.uploads.reader import TODAY
from utils.uploads import cards, child, reading, wire
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Outcome

POST = [ID, "2024-10-10", f"@{ACCOUNT} {TEXT} #canary", URL, ACCOUNT, "15"]
LINES = [POST] * 12
UNKNOWN = csv([["Key", "When", "Words", "Where", "Who", "How often"], *LINES])
ANSWERS = {"date": "1", "rows": "post", "platform": "Mastodon", "text": "2", "metric:5": "likes"}
HEADLESS = csv(LINES)
HANDLES = csv([["When", f"@{ACCOUNT}", URL, "Likes"], *[["2024-10-10", 3, 4, 15]] * 12])


def everything_said(whole: Outcome) -> str:
    said = [repr(whole), repr(whole.understanding), wire.pack(whole).decode("latin-1")]
    if whole.reduced is not None:
        evidence = cards.evidence(whole.reduced, TODAY)
        said += [
            repr(whole.reduced), whole.reduced.rows.to_csv(), repr(whole.reduced.series),
            repr(evidence), repr(evidence.origins), evidence.rows.to_json(date_format="iso"),
        ]  # fmt: skip
    return "\n".join(said).casefold()


def everything_wrong(error: UploadError) -> str:
    chain = [error, error.__cause__, error.__context__]
    return "\n".join(f"{one!r} {one!s} {getattr(one, '__dict__', '')}" for one in chain).casefold()


def none_of(said: str) -> None:
    assert not [canary for canary in CANARIES if canary.casefold() in said]


@pytest.mark.parametrize("format", EVERY)
def test_no_known_export_lets_anybody_out(
    format: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    whole = reading.read(EVERY[format], today=TODAY)
    assert whole.reduced is not None
    none_of(everything_said(whole))
    none_of(caplog.text.casefold() + "".join(capfd.readouterr()).casefold())


def test_the_canaries_are_really_in_the_exports() -> None:
    quiet = {"x-activity-days", "x-days", "youtube-days", "linkedin-days", "brandwatch-volume",
             "sprout-days", "google-trends"}  # fmt: skip
    for name, data in EVERY.items():
        if name not in quiet and name != "linkedin-person":  # a workbook is packed
            assert any(canary.encode() in data for canary in CANARIES), name


@pytest.mark.parametrize(
    ("data", "answers"),
    [
        (UNKNOWN, {}),
        (UNKNOWN, ANSWERS),
        (HEADLESS, {}),
        (HEADLESS, ANSWERS),
        (HANDLES, {}),
        (HANDLES, {"date": "0", "rows": "total", "platform": "X", "metric:1": "", "metric:2": "",
                   "metric:3": "likes"}),
        (made_exports.X_CONTENT, {"format": "any"}),
        (made_exports.sheet([["Key", "When", "Words", "Where", "Who", "How often"], *LINES]), {}),
    ],
)  # fmt: skip
def test_no_unknown_table_lets_anybody_out(data: bytes, answers: dict[str, str]) -> None:
    none_of(everything_said(reading.read(data, answers, today=TODAY)).replace("#canary", "#tag"))


def test_a_file_without_headings_shows_letters_and_not_its_first_post() -> None:
    asked = reading.read(HEADLESS, today=TODAY).understanding.questions
    labels = {choice.label for question in asked for choice in question.options}
    assert "Column B" in labels


def test_a_hashtag_of_fewer_than_ten_posts_is_not_named() -> None:
    rows = [["Date", "Post text", "Impressions", "Likes"]]
    rows += [
        ["2024-10-10", f"made up #often{' #canary' if i < 9 else ''}", 100, 2] for i in range(30)
    ]
    whole = reading.read(csv(rows), today=TODAY)
    none_of(everything_said(whole))
    assert whole.reduced is not None
    assert "#often" in set(whole.reduced.rows["group"])


def broken(change: Callable[[bytes], bytes]) -> bytes:
    cells = {"Date": "{day}", "Post text": f"{TEXT} {URL}", "Post Link": URL, "Impressions": "15",
             "Likes": "5", "Post id": ID}  # fmt: skip
    return change(posts(list(cells), cells, ["2024-10-10"] * 150))


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "a quotation mark": lambda data: data.replace(b'"15"', b'"15', 1),
    "text for a number, late": lambda data: data[::-1].replace(
        b'"51"', f'"{ACCOUNT[::-1]}"'.encode(), 1
    )[::-1],
    "text for every number": lambda data: data.replace(b'"15"', f'"{ACCOUNT}"'.encode()),
    "text for every date": lambda data: data.replace(b"2024-10-10", ACCOUNT.encode()),
    "bytes of no encoding": lambda data: data.replace(b"sings", b"s\xffngs"),
    "UTF-16 cut in half": lambda data: data.decode().encode("utf-16")[:-1],
    "NUL everywhere": lambda data: data.replace(b" ", b"\0 "),
    "rows cut short": lambda data: data.replace(b',"15"', b""),
    "no headings": lambda data: data.partition(b"\n")[2],
    "one long line": lambda data: data.replace(b"\n", b" ") * 200,
    "a page": lambda data: b"<html>" + data,
    "a list": lambda data: b'["' + data,
}


@pytest.mark.parametrize("how", BREAKS)
@pytest.mark.parametrize("answers", [{}, {"encoding": "cp1252"}, {"unread-dates": "leave-out"}])
def test_no_damage_makes_an_error_quote_a_cell(how: str, answers: dict[str, str]) -> None:
    data = broken(BREAKS[how])
    assert any(canary.encode() in data.replace(b"\0", b"") for canary in CANARIES)
    try:
        none_of(everything_said(reading.read(data, answers, today=TODAY)))
    except UploadError as error:
        none_of(everything_wrong(error))


@pytest.mark.parametrize(
    "how", ["text for a number, late", "text for every date", "a quotation mark"]
)
def test_the_process_apart_says_nothing_more(how: str, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        none_of(everything_said(child.read(broken(BREAKS[how]))))
    except UploadError as error:
        none_of(everything_wrong(error))
    none_of("".join(capfd.readouterr()).casefold())


def test_the_process_apart_cannot_write_a_file(tmp_path: Path) -> None:
    code = (
        "from utils.uploads import process; process._bound(5.0, 10**9); import pathlib\n"
        f"pathlib.Path({str(tmp_path / 'kept')!r}).write_text('x' * 10)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode != 0
    assert (tmp_path / "kept").read_bytes() == b""


def test_the_origin_does_not_tie_the_counts_to_the_file() -> None:
    one = reading.read(made_exports.X_CONTENT, today=TODAY).reduced
    other = reading.read(made_exports.X_CONTENT.replace(b"sings", b"sighs"), today=TODAY).reduced
    assert one is not None
    assert other is not None
    made = dt.date(2026, 11, 23)
    digests = {cards.evidence(r, made).origins[0].sha256 for r in (one, other)}
    assert len(digests) == 1, "the checksum is of the counts"
