"""The evidence pack: equal bytes, and a verifier that a sceptic can run with nothing installed."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.export import made_claims, read_back
from tests.made_up import card, evidence, row
from utils.export import pack, verify
from utils.model import Claim

CLAIMS = made_claims.all_kinds()
MADE = pack.build(made_claims.deck())
FILES = read_back.files(MADE.content)


def run(place: Path) -> tuple[int, str]:
    """The verifier of the pack itself, in a process that sees no library and no house."""
    command = [sys.executable, "-I", "-S", "-B", str(place / "verify.py"), str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.returncode, done.stdout


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(MADE.content)) as archive:
        archive.extractall(tmp_path)
    return tmp_path


def test_the_same_deck_gives_the_same_bytes_that_no_library_has_a_say_in() -> None:
    assert pack.build(made_claims.deck()).content == MADE.content
    with zipfile.ZipFile(io.BytesIO(MADE.content)) as archive:
        entries = archive.infolist()
    assert [one.filename for one in entries] == sorted(FILES)
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {one.compress_type for one in entries} == {zipfile.ZIP_STORED}
    assert {(one.create_system, one.external_attr) for one in entries} == {(3, 0o644 << 16)}


def test_it_holds_what_the_readme_names() -> None:
    readme = FILES["README.md"].decode()
    named = set(re.findall(r"`([\w./-]+)`", readme.partition("What is in here")[2]))
    for name in named - {"low", "high", "status", "Q", "seal"}:
        path = name.replace("NN", "01")
        assert any(one.startswith(path) for one in FILES), name
    first = {path.split("/")[0] for path in FILES}
    assert first <= {re.split("/", name)[0] for name in named} | {"README.md"}


def test_the_manifest_lists_every_file_with_its_checksum() -> None:
    listed = {one["path"]: one for one in json.loads(FILES["manifest.json"])["files"]}
    assert set(listed) == set(FILES) - {"manifest.json"}
    for path, one in listed.items():
        assert one["sha256"] == hashlib.sha256(FILES[path]).hexdigest()
        assert one["bytes"] == len(FILES[path])


def test_the_data_package_describes_every_table() -> None:
    package = json.loads(FILES["datapackage.json"])
    tables = {one["path"] for one in package["resources"]}
    assert tables == {path for path in FILES if path.startswith("claims/")}
    assert len({one["name"] for one in package["resources"]}) == len(tables)
    for one in package["resources"]:
        header = next(csv.reader(io.StringIO(FILES[one["path"]].decode())))
        assert [field["name"] for field in one["schema"]["fields"]] == header


def test_a_claim_is_told_in_full() -> None:
    told = json.loads(FILES["claims.json"])["claims"]
    for entry, claim in zip(told, CLAIMS, strict=True):
        assert entry["spec"] == claim.spec
        assert entry["quantity"]["text"] == claim.quantity.text
        assert entry["quantity"]["interval"] == claim.quantity.interval
        assert entry["sentences"]["spoken"] == claim.sentences.spoken
        assert [one["text"] for one in entry["caveats"]] == [one.text for one in claim.caveats]
        assert entry["grade"] == {"letter": "B", "reasons": list(claim.grade.reasons)}
        assert bool(entry["rows"]) == (claim.evidence is not None)
        assert entry["alt"] in FILES["alt-texts.txt"].decode()
    assert FILES["permalink.txt"].decode().strip() == made_claims.deck().link
    assert FILES["licences/made-up.txt"] == b"The made-up licence in full."


def test_rows_of_several_series_stand_in_one_table() -> None:
    rows = list(csv.DictReader(io.StringIO(FILES["claims/07/picture.csv"].decode())))
    assert {(one["series"], one["unit"]) for one in rows} == {
        ("made-up-share", "percent"),
        ("made-up-posts", "posts"),
    }
    assert len(rows) == len(CLAIMS[6].drawn.rows)


def test_the_verifier_holds_in_the_folder_and_in_the_zip(unpacked: Path, tmp_path: Path) -> None:
    code, said = run(unpacked)
    assert code == 0, said
    assert "figures  5 of 9 checked" in said
    assert said.endswith("Everything that was checked holds.\n")
    for n, how in enumerate(
        ["holds", "holds", "holds", "holds", "not done", "holds", "not done", "cited", "cited"], 1
    ):
        assert re.search(rf"^{how} +{n}\. ", said, re.M), said
    whole = tmp_path.parent / "whole.zip"
    whole.write_bytes(MADE.content)
    assert verify.main([str(whole)]) == 0


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_flipped_byte_is_found_and_the_file_named(path: str) -> None:
    for at in {0, len(FILES[path]) // 2, len(FILES[path]) - 1}:
        raw = bytearray(FILES[path])
        raw[at] ^= 1
        holds, report = verify.check({**FILES, path: bytes(raw)})
        assert not holds
        assert any(line.startswith(f"FAILED   {path} ") for line in report), report


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_file_renamed_or_taken_away_is_named(path: str) -> None:
    rest = {name: raw for name, raw in FILES.items() if name != path}
    for files in (rest, {**rest, f"{path}.bak": FILES[path]}):
        holds, report = verify.check(files)
        assert not holds
        assert f"FAILED   {path} is missing" in report


def test_what_is_done_to_the_folder_is_found_from_outside(unpacked: Path) -> None:
    rows = unpacked / "claims" / "02" / "rows.csv"
    head, first, second, *rest = rows.read_bytes().split(b"\r\n")
    rows.write_bytes(b"\r\n".join([head, second, first, *rest]))
    (unpacked / "added.txt").write_text("more", "utf-8")
    code, said = run(unpacked)
    assert code == 1
    assert "FAILED   claims/02/rows.csv was changed" in said
    assert "FAILED   added.txt does not belong to this pack" in said
    assert said.endswith("This pack is not as it was made.\n")


def test_a_place_without_a_pack_is_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main([str(tmp_path)]) == 1
    assert "manifest.json is missing" in capsys.readouterr().out
    (tmp_path / "no.zip").write_bytes(b"no zip")
    assert verify.main([str(tmp_path / "no.zip")]) == 1
    assert "neither a folder nor a zip" in capsys.readouterr().out
    assert verify.main([str(tmp_path / "nowhere")]) == 1


@pytest.mark.parametrize("n", [0, 1, 2, 3, 5])
def test_a_number_that_its_rows_do_not_give_is_found(n: int) -> None:
    claim = CLAIMS[n]
    wrong = made_claims.quantity(claim.quantity.value + 0.1, text="9.9%")
    files = read_back.files(
        pack.build(made_claims.deck(dataclasses.replace(claim, quantity=wrong))).content
    )
    holds, report = verify.check(files)
    assert not holds
    assert any(line.startswith("changed  1.") for line in report), report


def test_a_number_printed_wrongly_is_found() -> None:
    number = dataclasses.replace(CLAIMS[0].quantity, text="20.9%")
    made = pack.build(made_claims.deck(dataclasses.replace(CLAIMS[0], quantity=number)))
    holds, _ = verify.check(read_back.files(made.content))
    assert not holds


@pytest.mark.parametrize(
    ("value", "text", "right"),
    [
        (-5.0, "\N{MINUS SIGN}5.0 points", True),
        (-5.0, "5.0 points lower", True),
        (-5.0, "+5.0 points", False),
        (5.0, "\N{MINUS SIGN}5.0 points", False),
        (5.0, "+5.0 points", False),
    ],
)
def test_a_gap_has_the_sign_of_its_first_row_less_its_second(
    value: float, text: str, right: bool
) -> None:
    pair = evidence(row(2019, 20.0), row(2019, 25.0, place="BBB"))
    number = made_claims.quantity(value, unit="points", text=text)
    claim = dataclasses.replace(CLAIMS[2], quantity=number, evidence=pair, drawn=pair)
    holds, report = verify.check(read_back.files(pack.build(made_claims.deck(claim)).content))
    assert holds == right, report


@pytest.mark.parametrize(
    ("need", "help", "how"),
    [(30.0, 12.0, "holds"), (12.0, 12.0, "changed"), (30.0, 13.0, "changed")],
)
def test_a_need_beside_the_help_for_it_is_worked_out(need: float, help: float, how: str) -> None:
    both = evidence(row(2019, 30.0), row(2019, help, series="made-up-help"))
    said = dataclasses.replace(CLAIMS[2].sentences, written="30.0% felt low; 12.0% had help.")
    number = made_claims.quantity(need)
    claim = dataclasses.replace(
        CLAIMS[2], kind="treatment-gap", quantity=number, evidence=both, drawn=both, sentences=said
    )
    cards = made_claims.CARDS | {"made-up-help": card(id="made-up-help")}
    made = pack.build(made_claims.deck(claim, cards=cards))
    _, report = verify.check(read_back.files(made.content))
    assert any(line.startswith(f"{how:<8} 1.") for line in report), report
    assert "figures  1 of 1 checked: worked out again from their rows" in report


def lowest() -> Claim:
    number = made_claims.quantity(14.3)
    return dataclasses.replace(CLAIMS[5], kind="lowest", quantity=number)


def test_a_lowest_is_worked_out_too() -> None:
    made = pack.build(made_claims.deck(lowest()))
    holds, report = verify.check(read_back.files(made.content))
    assert holds, report
    assert any(line.startswith("holds    1.") for line in report), report


def test_a_manifest_made_to_fit_is_still_told_apart_by_its_seal() -> None:
    changed = FILES["claims.csv"].replace(b"made-up", b"true")
    manifest = json.loads(FILES["manifest.json"])
    for one in manifest["files"]:
        if one["path"] == "claims.csv":
            one["sha256"] = hashlib.sha256(changed).hexdigest()
    files = {**FILES, "claims.csv": changed, "manifest.json": verify.written(manifest)}
    holds, report = verify.check(files)
    assert not holds
    assert "FAILED   manifest.json was changed" in report


def test_the_verifier_speaks_the_python_of_2019() -> None:
    import ast

    ast.parse(FILES["verify.py"], feature_version=(3, 8))
    said = FILES["verify.py"].decode()
    assert "utils" not in said
    names = set(re.findall(r"^(?:import|from) (\w+)", said, re.M))
    assert names <= sys.stdlib_module_names
    for newer in ("removeprefix", "removesuffix", "match ", " | None]", "zip(strict"):
        assert newer not in said
