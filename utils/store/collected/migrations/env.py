"""What Alembic runs to migrate: in the transaction that it was given, or not at all."""

from alembic import context

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("Run `python -m utils.cli collect --migrate` instead.")
context.configure(connection=connection)
context.run_migrations()
