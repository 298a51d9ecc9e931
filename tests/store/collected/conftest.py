"""Every test here runs on both databases."""

from tests.store.collected.databases import server, url

__all__ = ["server", "url"]
