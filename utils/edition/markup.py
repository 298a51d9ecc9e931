"""Builds HTML from values: whatever was not built here is text and is escaped."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable

from utils.export import clean

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
"""Elements without an end, https://html.spec.whatwg.org/#void-elements."""


class Html(str):
    """Markup that stands as it is; only this file makes it from text."""

    __slots__ = ()


Attribute = str | int | bool | None


def text(raw: str) -> Html:
    """Any text as it is read: escaped, without controls and marks that turn the direction."""
    plain = clean.BAD.sub("", clean.SPACES.sub(" ", clean.LONE.sub("\ufffd", raw)))
    return Html(html.escape(plain))


def tag(element: str, /, *inside: str, **attributes: Attribute) -> Html:
    """An element. In the names of attributes, ``_`` stands for ``-``, and one at the end is cut.

    An attribute that is `None` or `False` is left out, one that is `True` has no value.
    """
    opened = "".join(_attribute(key, value) for key, value in attributes.items())
    if element in VOID:
        return Html(f"<{element}{opened}>")
    return Html(f"<{element}{opened}>{join(inside)}</{element}>")


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def join(pieces: Iterable[str], between: str = "") -> Html:
    """Several pieces one after the other; what is no markup is escaped."""
    return Html(between.join(one if isinstance(one, Html) else text(one) for one in pieces))


def link(words: str, url: str, **attributes: Attribute) -> Html:
    """A link to another site; the words alone where the address is none."""
    address = clean.address(url)
    return tag("a", words, href=address, **attributes) if address else text(words)


def island(content: object, kind: str, **attributes: Attribute) -> Html:
    """Data inside a page, which no browser runs: JSON in which nothing can end the element."""
    raw = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    safe = raw.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    opened = "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f'<script type="{kind}"{opened}>{safe}</script>')
