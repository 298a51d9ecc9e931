"""Checks words before they leave: safe messages, plain language, honest statistics.

The rules are data, in `data/wording.toml`; docs/wording.md says how to add one.
"""

from utils.wording import numbers
from utils.wording.checking import about_suicide, causal, check
from utils.wording.context import Context
from utils.wording.ease import Ease, ease
from utils.wording.findings import Finding, WordingError, blocked, replace

__all__ = [
    "Context",
    "Ease",
    "Finding",
    "WordingError",
    "about_suicide",
    "blocked",
    "causal",
    "check",
    "ease",
    "numbers",
    "replace",
]
