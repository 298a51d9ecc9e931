"""Collected reach in a database: counts by day, SQLite by default, PostgreSQL by `DATABASE_URL`."""

from utils.store.collected.counts import Collected, opened
from utils.store.collected.cursors import CursorMovedError
from utils.store.collected.engine import URL, CollectedError
from utils.store.collected.merge import Written
from utils.store.collected.visited import Visited

__all__ = ["URL", "Collected", "CollectedError", "CursorMovedError", "Visited", "Written", "opened"]
