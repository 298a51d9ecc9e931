"""Facts are written whole and in order, or not at all."""

from pathlib import Path

import pytest

from utils.catalog.tables import facts
from utils.cli.import_facts import READERS, write_facts

SURVEY = (
    "survey_year,population,measure,subgroup_type,subgroup,percent,count_millions,source_type,"
    "source_url\n"
)
ADULTS = (
    '2022,US adults 18+,"Any mental illness (AMI), past year",Total,All,23.1,59.3,'
    "NIMH page (public domain) restating 2022 NSDUH,https://one.gov/\n"
)
VOLUMES = "period_start,period_end,measure,value,unit,note,source,source_url\n"
TREATED = (
    "Entity,Year,Severe mental health who received treatment in last year (%)\n"
    "United States,2003,59.7\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, text in zip(READERS, (SURVEY + ADULTS, VOLUMES, TREATED), strict=True):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_what_is_written_can_be_read_as_facts(folder: Path) -> None:
    path = folder / "facts.csv"
    assert write_facts(folder, path) == 3
    found = facts(path)
    assert list(found) == sorted(found)
    people = found["nsduh-any-mental-illness-adults-2022-people"]
    assert (people.value, people.unit, people.place) == (59_300_000, "people", "USA")
    assert ",59300000,people," in path.read_text("utf-8")


def test_the_same_files_give_the_same_bytes(folder: Path) -> None:
    for name in ("one.csv", "two.csv"):
        write_facts(folder, folder / name)
    assert (folder / "one.csv").read_bytes() == (folder / "two.csv").read_bytes()


def test_nothing_is_written_when_a_row_is_unknown(folder: Path) -> None:
    survey = folder / next(iter(READERS))
    survey.write_text(SURVEY + ADULTS.replace("US adults 18+", "Martians"), "utf-8")
    path = folder / "facts.csv"
    path.write_text("as it was")
    with pytest.raises(ValueError, match="Martians"):
        write_facts(folder, path)
    assert path.read_text() == "as it was"


def test_a_fact_that_repeats_is_refused(folder: Path) -> None:
    survey = folder / next(iter(READERS))
    survey.write_text(SURVEY + ADULTS + ADULTS, "utf-8")
    with pytest.raises(ValueError, match="nsduh-any-mental-illness-adults-2022-percent"):
        write_facts(folder, folder / "facts.csv")


def test_an_absent_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nsduh"):
        write_facts(tmp_path, tmp_path / "facts.csv")
