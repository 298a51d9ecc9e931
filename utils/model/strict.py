"""How cards are read: every key is asked for, and nothing is turned into something else."""

from __future__ import annotations

from typing import Any

STRICT: dict[str, Any] = {"extra": "forbid", "strict": True}
"""How cards are read: a key that no field asks for is an error."""
