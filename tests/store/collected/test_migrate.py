"""Old tables with rows are brought up to date, by two at once too; going back is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from utils.store.collected import CollectedError, engine, migrate, opened
from utils.store.collected.tables import METADATA

ROOT = Path(__file__).parents[3]
ROW = (
    "INSERT INTO counts (source, server, tag, metric, day, value, whole, reason, read) VALUES "
    "('mastodon', 'mastodon.example', 'wmhd', 'posts', '2026-10-10', 7, {true}, '', "
    "'2026-10-11 08:00:00.000000')"
)


def old(url: str) -> engine.Engine:
    """The first tables, with a row in them."""
    made = engine.engine(engine.address(url))
    migrate.upgrade(made, "counts")
    with made.begin() as connection:
        true = "1" if made.dialect.name == "sqlite" else "true"
        connection.execute(text(ROW.format(true=true)))
    return made


def counts(made: engine.Engine) -> list[tuple[object, ...]]:
    with made.begin() as connection:
        found = connection.execute(text("SELECT tag, value, reason FROM counts"))
        return [tuple(row) for row in found]


def test_old_tables_are_brought_up_to_date_with_their_rows(url: str) -> None:
    made = old(url)
    assert not inspect(made).has_table("visits")
    store = opened(url)
    assert counts(made) == [("wmhd", 7.0, "")]
    (visit,) = store.visits()
    assert (visit.tag, visit.kind, visit.last.isoformat()) == (
        "wmhd", "", "2026-10-11T08:00:00+00:00",
    )  # fmt: skip
    assert migrate.upgrade(made) is False


def test_the_scripts_make_the_tables_that_the_code_knows(url: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    made = opened(url).engine
    with made.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        scripts = ScriptDirectory.from_config(migrate.config(connection))
        assert scripts.get_current_head() == migrate.HEAD == migrate.revision(connection)


def test_tables_of_a_newer_version_are_left_alone(url: str) -> None:
    made = old(url)
    with made.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'from-the-future'"))
    with pytest.raises(CollectedError, match="newer version of this program") as caught:
        opened(url)
    assert "from-the-future" in str(caught.value)
    assert counts(made) == [("wmhd", 7.0, "")]
    assert not inspect(made).has_table("visits")


def test_going_back_is_refused(url: str) -> None:
    from alembic import command

    made = opened(url).engine
    with pytest.raises(NotImplementedError, match="Restore a backup"), made.begin() as connection:
        command.downgrade(migrate.config(connection), "counts")
    assert inspect(made).has_table("visits")


def test_two_at_once_migrate_once(url: str) -> None:
    made = old(url)
    code = f"from utils.store.collected import opened; print(len(opened({url!r}).visits()))"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    asked = [sys.executable, "-c", code]
    many = [subprocess.Popen(asked, cwd=ROOT, text=True, **pipes) for _ in range(2)]
    said = [one.communicate(timeout=100) for one in many]
    assert said == [("1\n", "")] * 2
    assert counts(made) == [("wmhd", 7.0, "")]


def test_a_migration_that_fails_leaves_the_old_tables(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic.operations import Operations

    made = old(url)

    def fails(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Operations, "execute", fails)
    with pytest.raises(OSError, match="no space"):
        opened(url)
    assert not inspect(made).has_table("visits")
    monkeypatch.undo()
    assert len(opened(url).visits()) == 1


@pytest.mark.parametrize(
    "bad",
    [
        "mysql://u:canary-77@host/name",
        "postgresql://u:canary-77@host",
        "postgres//canary-77",
        "canary-77",
        "postgresql://u:canary-77@host:port/x",
        "sqlite://",
    ],
)
def test_an_address_that_is_none_is_told_without_the_password(
    bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", bad)
    with pytest.raises(CollectedError, match="DATABASE_URL is no address") as caught:
        opened()
    assert "canary-77" not in f"{caught.value!r} {caught.value.__cause__!r}"


def test_an_empty_address_is_a_file_in_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDSWELL_STORE", str(tmp_path / "store"))
    for empty in ("", "  "):
        monkeypatch.setenv("DATABASE_URL", empty)
        assert opened().name == "The file collected.sqlite"
    assert (tmp_path / "store" / "collected.sqlite").is_file()
    made = create_engine(f"sqlite:///{tmp_path / 'store' / 'collected.sqlite'}")
    with made.begin() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    monkeypatch.setenv("DATABASE_URL", "postgres://u:p@h/n")
    assert engine.address().drivername == "postgresql+psycopg"
