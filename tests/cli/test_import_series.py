"""The terminal, end to end: a small folder becomes a table, and trouble is told in words."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from tests.cli.conftest import ID, House
from utils.cli.__main__ import main
from utils.model import Evidence
from utils.store import snapshot

Capture = pytest.CaptureFixture[str]


def brought(house: House, *ids: str) -> int:
    return main(["import", str(house.raw), *(ids or [ID])])


def refused(house: House, capsys: Capture) -> str:
    """What is printed when nothing is imported; nothing is written then."""
    assert brought(house) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"not imported: {ID}: ")
    assert list(house.tables.iterdir()) == []
    return err


def test_a_folder_becomes_a_table_with_its_origins(house: House, capsys: Capture) -> None:
    assert brought(house) == 0
    assert capsys.readouterr() == (f"{ID}: 4 rows\n", "")
    found: Evidence = snapshot.read(ID)
    rows = found.rows.sort_values("start")
    assert [day.month for day in rows["start"]] == [1, 2, 3, 4]
    assert rows["end"].max() == dt.datetime(2020, 4, 30)
    assert rows["value"].fillna(-1).tolist() == [10, 12, -1, 9]
    assert rows["status"].tolist() == ["A", "A", "M", "P"]
    assert rows["origin"].tolist() == [
        f"made-up-{n}" for n in ("first", "second", "first", "second")
    ]
    raw = (house.raw / "office" / "first.csv").read_bytes()
    first = found.origins[0]
    assert (first.sha256, first.url) == (
        hashlib.sha256(raw).hexdigest(),
        "https://example.org/first",
    )
    assert first.release.vintage == "first"


def test_the_same_folder_gives_the_same_bytes(house: House) -> None:
    written = []
    for _ in range(2):
        brought(house)
        written.append({path.name: path.read_bytes() for path in house.tables.iterdir()})
    assert written[0] == written[1]
    assert set(written[0]) == {f"{ID}.csv", f"{ID}.origin.toml"}


@pytest.mark.parametrize(("value", "fits"), [("12.4", True), ("13", False), ("", True)])
def test_releases_must_agree_to_the_printed_digit(
    value: str, fits: bool, house: House, capsys: Capture
) -> None:
    text = f"month,dead,status\n2020-02,{value},final\n"
    (house.raw / "office" / "second.csv").write_text(text, "utf-8")
    if fits:
        assert brought(house) == 0
        return
    said = refused(house, capsys)
    assert "two releases disagree about JPN, all, 2020-02-01, by 1" in said
    assert "Keep one of them." in said


def test_a_missing_file_is_named(house: House, capsys: Capture) -> None:
    (house.raw / "office" / "second.csv").unlink()
    assert "the file office/second.csv can't be read" in refused(house, capsys)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("month,died,status\n2020-01,1,final\n", "lacks the column dead"),
        ("month,dead,status\n2020-01,1,guessed\n", "guessed"),
        ("month,dead,status\n2020-01,many,final\n", "many"),
        ("month,dead,status\n2020-13,1,final\n", "2020-13"),
        ("month,dead,status\n2020-01,1,final\n2020-01,1,final\n", "Rows repeat"),
        ("month,dead,status\n", "holds no row"),
        ("", "office/first.csv"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_named(
    text: str, words: str, house: House, capsys: Capture
) -> None:
    (house.raw / "office" / "first.csv").write_text(text, "utf-8")
    said = refused(house, capsys)
    assert "office/first.csv" in said
    assert words in said


def test_a_file_that_is_no_text_is_named(house: House, capsys: Capture) -> None:
    (house.raw / "office" / "first.csv").write_bytes(b"month,dead,status\n\xff\xfe,1,final\n")
    assert "office/first.csv" in refused(house, capsys)


def test_a_licence_that_forbids_keeping_stops_the_import(house: House, capsys: Capture) -> None:
    path = house.source / "made-up-office.toml"
    path.write_text(path.read_text("utf-8").replace("= true", "= false"), "utf-8")
    said = refused(house, capsys)
    assert "licence of 'made-up-office' (Made-up licence) does not allow" in said


def test_a_release_that_no_source_has_is_named(house: House, capsys: Capture) -> None:
    path = house.card / f"{ID}.toml"
    path.write_text(path.read_text("utf-8").replace('"made-up-second"', '"gone"'), "utf-8")
    assert "no source card has the release gone" in refused(house, capsys)


def test_an_unknown_series_does_not_stop_the_others(house: House, capsys: Capture) -> None:
    assert brought(house, "nothing", ID) == 1
    out, err = capsys.readouterr()
    assert out == f"{ID}: 4 rows\n"
    assert "'nothing'" in err
    assert "Known:" in err


def test_a_failed_import_leaves_the_old_table(house: House) -> None:
    brought(house)
    old = (house.tables / f"{ID}.csv").read_bytes()
    (house.raw / "office" / "first.csv").write_text("month\n", "utf-8")
    assert brought(house) == 1
    assert (house.tables / f"{ID}.csv").read_bytes() == old
    assert main(["verify", ID]) == 0


# ----------------------------------------------------------------------------------- verify


def test_a_sound_snapshot_is_checked_in_one_line(house: House, capsys: Capture) -> None:
    brought(house)
    capsys.readouterr()
    assert main(["verify"]) == 0
    assert capsys.readouterr() == ("1 series checked, 0 problems found\n", "")


def test_a_changed_table_is_told_with_the_series(house: House, capsys: Capture) -> None:
    brought(house)
    table = house.tables / f"{ID}.csv"
    table.write_text(table.read_text("utf-8").replace("10.0", "11.0"), "utf-8")
    capsys.readouterr()
    assert main(["verify", ID]) == 1
    out, err = capsys.readouterr()
    assert out == "1 series checked, 1 problems found\n"
    assert err.startswith(f"{ID}: the checksum differs from the origin file.")


def test_a_card_without_a_table_is_told(house: House, capsys: Capture) -> None:
    assert main(["verify"]) == 1
    out, err = capsys.readouterr()
    assert out == "1 series checked, 1 problems found\n"
    assert err == f"{ID}: {ID}.origin.toml is missing. Import the series again.\n"


def test_a_table_without_a_card_is_checked_as_well(house: House, capsys: Capture) -> None:
    brought(house)
    for ending in ("csv", "origin.toml"):
        (house.tables / f"{ID}.{ending}").rename(house.tables / f"orphan.{ending}")
    capsys.readouterr()
    main(["verify"])
    assert capsys.readouterr().out.startswith("2 series checked")


@pytest.mark.parametrize("arguments", [[], ["destroy"], ["import"]])
def test_a_command_that_is_not_one_exits_with_two(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code == 2
    assert "usage: python -m utils.cli" in capsys.readouterr().err
