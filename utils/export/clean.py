"""Text that is harmless in every format: no controls, no hidden direction, no endless length."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

from utils.model import Evidence

Thing = TypeVar("Thing")
LONGEST = 1_200
"""Most characters of any one text of a claim; the longest real citation has 300."""
SPACES = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
BAD = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffb\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
"""Controls, marks that turn the direction of writing, what XML forbids, and noncharacters."""
LONE = re.compile("[\ud800-\udfff]")


def text(raw: str, most: int = LONGEST) -> str:
    """The same text without what can do harm, at most ``most`` characters long.

    Line ends and tabs become one space, a lone surrogate becomes the replacement character.
    """
    return shortened(BAD.sub("", SPACES.sub(" ", LONE.sub("\ufffd", raw))).strip(), most)


def shortened(raw: str, most: int) -> str:
    """At most ``most`` characters, with an ellipsis where something is missing.

    It is cut between words where that costs little, and never between a letter and its accent.
    """
    if len(raw) <= most:
        return raw
    end = max(most - 1, 0)
    while end and (unicodedata.combining(raw[end]) or raw[end] in "\u200d\ufe0f"):
        end -= 1
    space = raw.rfind(" ", 0, end + 1)
    return raw[: space if space > end * 0.8 else end].rstrip(" ,;:\u200d") + "…"


def every(thing: Thing, cut: list[str], most: int = LONGEST) -> Thing:
    """Any noun of the house with all its texts cleaned; what was shortened is added to ``cut``."""
    return _every(thing, cut, most)  # type: ignore[no-any-return]


def _every(thing: Any, cut: list[str], most: int) -> Any:
    if isinstance(thing, str):
        found = text(thing, most)
        if found.endswith("…") and len(thing) > most:
            cut.append(found)
        return thing if found == thing else found
    if isinstance(thing, Evidence):
        return _evidence(thing, cut, most)
    if isinstance(thing, tuple):
        several = tuple(_every(one, cut, most) for one in thing)
        return several if any(a is not b for a, b in zip(several, thing, strict=True)) else thing
    if isinstance(thing, dict):
        cleaned = {text(key): _every(one, cut, most) for key, one in thing.items()}
        same = all(key in thing and one is thing[key] for key, one in cleaned.items())
        return thing if same and len(cleaned) == len(thing) else cleaned
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        old = {one.name: getattr(thing, one.name) for one in dataclasses.fields(thing)}
        new = {name: _every(value, cut, most) for name, value in old.items()}
        changed = {name: value for name, value in new.items() if value is not old[name]}
        return dataclasses.replace(thing, **changed) if changed else thing
    return thing


def _evidence(thing: Evidence, cut: list[str], most: int) -> Evidence:
    """Rows whose texts are harmless and whose suppressed values are gone, whoever forgot it."""
    rows, changed = thing.rows, False
    for name in ("series", "place", "group_by", "group", "origin"):
        known = {one: text(str(one), most) for one in rows[name].unique()}
        if any(key != value for key, value in known.items()):
            rows[name], changed = rows[name].map(known), True
    hidden = rows["status"] == "Q"
    if hidden.any():
        rows.loc[hidden, ["value", "low", "high"]] = float("nan")
        changed = True
    origins = tuple(_every(one, cut, most) for one in thing.origins)
    same = all(one is old for one, old in zip(origins, thing.origins, strict=True))
    return thing if same and not changed else Evidence(rows, origins)


def address(raw: str) -> str:
    """An http or https address with everything escaped that has no place in one; else nothing."""
    plain = LONE.sub("", BAD.sub("", SPACES.sub("", raw)))
    try:
        parts = urlsplit(plain)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(plain, safe=":/?#[]@!$&'()*+,;=%-._~")


def hashtag(raw: str) -> str:
    """`#WorldMentalHealthDay`: letters, digits and underscores; nothing where no letter is left."""
    word = "".join(one for one in text(raw, 100) if one == "_" or one.isalnum())
    return f"#{word}" if any(one.isalpha() for one in word) else ""
