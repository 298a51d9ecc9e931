"""Text as part of an address and back without loss: a space is `_`, the rest `~` and hex."""

from __future__ import annotations

import re

PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.")
SLUG = re.compile(r"(?:[A-Za-z0-9._-]|~[0-9A-Fa-f]{2})+")


def slug(text: str) -> str:
    """`18 - 29 years` -> `18_-_29_years`, `Asian, other` -> `Asian~2C_other`.

    Only characters that an address leaves as they are. Raises `ValueError` for text that
    UTF-8 can't hold (half a surrogate pair).
    """
    return "".join(map(_written, text))


def _written(letter: str) -> str:
    if letter in PLAIN:
        return letter
    if letter == " ":
        return "_"
    return "".join(f"~{byte:02X}" for byte in letter.encode("utf-8"))


def unslug(text: str) -> str:
    """The text that a slug stands for; raises `ValueError` for what no slug can be."""
    if not SLUG.fullmatch(text):
        raise ValueError(f"'{text[:60]}' holds a sign that has no place here.")
    raw = re.sub(r"_", " ", text).encode("ascii")
    return re.sub(rb"~([0-9A-Fa-f]{2})", lambda hex: bytes([int(hex[1], 16)]), raw).decode("utf-8")
