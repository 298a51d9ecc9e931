"""The first tables: counts by day, and how far a long-running counter has come."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "counts"
down_revision = None


def upgrade() -> None:
    """Makes both tables."""
    op.create_table(
        "counts",
        sql.Column("source", sql.String(60), primary_key=True),
        sql.Column("server", sql.String(253), primary_key=True),
        sql.Column("tag", sql.String(100), primary_key=True),
        sql.Column("metric", sql.String(20), primary_key=True),
        sql.Column("day", sql.Date, primary_key=True),
        sql.Column("value", sql.Double),
        sql.Column("whole", sql.Boolean, nullable=False),
        sql.Column("reason", sql.String(120), nullable=False),
        sql.Column("read", sql.DateTime, nullable=False),
        sql.CheckConstraint("value >= 0", name="value_not_negative"),
    )
    op.create_table(
        "cursors",
        sql.Column("source", sql.String(60), primary_key=True),
        sql.Column("server", sql.String(253), primary_key=True),
        sql.Column("cursor", sql.String(64), nullable=False),
    )


def downgrade() -> None:
    """Refused: counts can't be asked for again."""
    raise NotImplementedError("Going back would lose counts. Restore a backup instead.")
