"""Visits are remembered, so that a failed one leaves a trace and missed days become gaps."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "visits"
down_revision = "counts"

COUNTED = sql.text(
    "INSERT INTO visits (source, server, tag, first, last, good, kind) "
    "SELECT source, server, tag, MIN(read), MAX(read), MAX(read), '' FROM counts "
    "GROUP BY source, server, tag"
)


def upgrade() -> None:
    """Makes the table; what was counted before was visited then."""
    op.create_table(
        "visits",
        sql.Column("source", sql.String(60), primary_key=True),
        sql.Column("server", sql.String(253), primary_key=True),
        sql.Column("tag", sql.String(100), primary_key=True),
        sql.Column("first", sql.DateTime, nullable=False),
        sql.Column("last", sql.DateTime, nullable=False),
        sql.Column("good", sql.DateTime),
        sql.Column("kind", sql.String(20), nullable=False),
    )
    op.execute(COUNTED)


def downgrade() -> None:
    """Refused: when somebody asked can't be found out again."""
    raise NotImplementedError("Going back would lose visits. Restore a backup instead.")
