"""Text from data as text: nothing in it becomes markup, an emoji, a colour or a link."""

from __future__ import annotations

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~$:&@-])")


def plain(text: str) -> str:
    """Any text so that Markdown shows it letter by letter."""
    return SPECIAL.sub(r"\\\1", text.replace("\n", " "))
