"""Brings the tables to the shape this version knows; two at once take turns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from utils.store.collected import engine
from utils.store.collected.engine import CollectedError

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).with_name("migrations")
HEAD = "visits"
"""The newest revision; a test compares it with the scripts."""


def upgrade(made: Engine, to: str = "head") -> bool:
    """Applies what is missing, all or nothing; returns whether anything was.

    Raises `CollectedError` if a newer version of this program has made the tables.
    """
    with engine.transaction(made, "migrate") as connection:
        now = revision(connection)
        if now == HEAD:
            return False
        from alembic import command
        from alembic.script import ScriptDirectory

        asked = config(connection)
        known = {one.revision for one in ScriptDirectory.from_config(asked).walk_revisions()}
        if now and now not in known:
            raise CollectedError(
                f"{engine.shown(made.url)} was made by a newer version of this program (its "
                f"tables are at '{now}'). Update the program; going back is not possible."
            )
        command.upgrade(asked, to)
        return True


def revision(connection: Connection) -> str:
    """The revision of the tables; empty if there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def config(connection: Connection) -> Config:
    """What Alembic has to know: where the scripts are, and the open transaction."""
    from alembic.config import Config

    asked = Config()
    asked.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    asked.attributes["connection"] = connection
    return asked
