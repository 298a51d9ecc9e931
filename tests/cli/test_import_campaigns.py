"""Campaign tables are written together and whole; `import` and `verify` know reach series."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from utils import catalog
from utils.catalog.campaigns import calendar, reach_facts, studies
from utils.cli import __main__, tables
from utils.cli.import_campaigns import READERS, write_campaign_tables
from utils.store import snapshot

FACTS = (
    "fact_id,campaign,hashtag,platform,metric,unit,value,qualifier,period_start,period_end,"
    "geography,publisher,source_type,source_title,source_url,quote,notes\n"
    "made-up,R U OK?Day,#RUOKDay,Twitter,tweets,tweets,129588747.75,over,2017,2017,Australia,"
    "Made-up,news report,One,https://one.org/,,\n"
)
STUDIES = (
    "effect_id,study,year,campaign_or_exposure,country,period,design,outcome,estimate,unit,"
    "ci95_low,ci95_high,p_value,direction,source_url,doi,quote,caveat\n"
    "made-up,One 2021,2021,A day,USA,2016,before/after,calls,,no associated change,,,,"
    "no effect found,https://one.org/,,,categories overlap\n"
)
CALENDAR = (
    "event_id,name,kind,region,hashtags,rule,rule_text,known_dates,source_url,quote,confidence,"
    "note\nmade-up,A day,day,global,,list,,2024-09-10,https://one.org/,,high,\n"
)


@dataclass(frozen=True)
class Row:
    id: str
    value: float | None
    day: dt.date


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for (file, _), text in zip(READERS.values(), (FACTS, STUDIES, CALENDAR), strict=True):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_what_is_written_can_be_read(folder: Path) -> None:
    assert write_campaign_tables(folder, folder) == {"reach_facts": 1, "studies": 1, "calendar": 1}
    assert reach_facts(folder / "reach_facts.csv")["made-up"].value == 129_588_747.75
    assert studies(folder / "studies.csv")["made-up"].estimate is None
    assert calendar(folder / "calendar.csv")["made-up"].region == "WLD"


def test_nothing_is_written_when_one_file_has_an_unknown_row(folder: Path) -> None:
    (folder / "campaigns/awareness_calendar.csv").write_text(
        CALENDAR.replace("global", "Atlantis"), "utf-8"
    )
    with pytest.raises(ValueError, match="Atlantis"):
        write_campaign_tables(folder, folder)
    assert not (folder / "reach_facts.csv").exists()


def test_an_absent_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="campaign_facts"):
        write_campaign_tables(tmp_path, tmp_path)


def test_cells_keep_cents_and_leave_gaps_empty(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rows = [Row("a", 129_588_747.75, dt.date(2022, 1, 26)), Row("b", None, dt.date(2023, 1, 25))]
    assert tables.write(rows, path) == 2
    assert path.read_text("utf-8") == "id,value,day\na,129588747.75,2022-01-26\nb,,2023-01-25\n"


@pytest.mark.parametrize("rows", [[], [Row("a", 1, dt.date.min), Row("a", 2, dt.date.min)]])
def test_no_row_and_a_repeated_id_are_refused(rows: list[Row], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"rows\.csv"):
        tables.write(rows, tmp_path / "rows.csv")
    assert not (tmp_path / "rows.csv").exists()


def test_verify_takes_reach_series(capsys: pytest.CaptureFixture[str]) -> None:
    ids = ["bell-lets-talk-interactions", "us-suicide-mentions"]
    assert __main__.main(["verify", *ids]) == 0
    assert "2 series checked, 0 problems" in capsys.readouterr().out


def test_every_series_has_its_table_unless_it_is_gathered_live() -> None:
    every = {**catalog.indicators(), **catalog.reach()}
    files = {id for id, card in every.items() if not card.data.gathered}
    assert files == set(snapshot.stored())


def test_import_names_a_series_that_nobody_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["import", str(tmp_path), "made-up-series"]) == 1
    assert "There is no series 'made-up-series'" in capsys.readouterr().err


def test_import_of_a_reach_series_says_which_file_is_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(["import", str(tmp_path), "us-search-mental-health"]) == 1
    assert "google_trends_us_mental_health_weekly.csv" in capsys.readouterr().err
