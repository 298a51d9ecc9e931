"""What a page draws in another language, and which English texts of the app are left in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from tests.language import catalogue
from tests.opened import plain

NAME = re.compile(r"\{\w+\}")
LEAST = 14
"""Letters of a stretch that is looked for inside longer texts; a shorter text must stand alone."""
UNREAD = frozenset(
    ("id", "elementId", "key", "url", "href", "config", "formId", "theme", "language", "page",
     "queryString", "fileName", "template", "scriptHash", "hovertemplate", "icon", "pagePath")
)  # fmt: skip
"""Keys under which a message holds what nobody reads."""


def drawn(app: AppTest) -> Iterator[str]:
    """Every text of every element: labels, options, help, headings and cells, titles of charts."""
    for root in (app._tree[0], app._tree[1]):
        for node in root:
            if (proto := getattr(node, "proto", None)) is not None:
                yield from texts(MessageToDict(proto))
            if node.type == "arrow_data_frame":
                yield from cells(node.value)


def cells(frame: Any) -> Iterator[str]:
    """The headings of a table and its different texts."""
    for name, column in frame.items():
        yield str(name)
        yield from (one for one in column.unique() if isinstance(one, str))


def texts(value: Any, name: str = "") -> Iterator[str]:
    """The texts inside a message; a figure, which travels as JSON, is opened."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from () if key in UNREAD else texts(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, name)
    elif isinstance(value, str):
        whole = value.startswith("{") and value.endswith("}")
        yield from texts(json.loads(value)) if whole else [plain(value)]


@cache
def english(language: str) -> tuple[tuple[str, str], ...]:
    """Each English text that has another translation, with what of it is looked for."""
    found = []
    for message in catalogue.translated(language):
        forms = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in forms if set(forms) - set(said) else ():
            stretch = max(NAME.split(text), key=len).strip() if text else ""
            if len(stretch) >= LEAST or (stretch == text and text):
                found.append((text, stretch))
    return tuple(found)


def left(app: AppTest, language: str) -> dict[str, str]:
    """English texts of the catalogue that a page still shows, each with where it stands."""
    shown = dict.fromkeys(one.strip() for one in drawn(app))
    whole = "\n".join(shown)
    return {
        text: next((one for one in shown if stretch in one), "")[:160]
        for text, stretch in english(language)
        if (stretch in whole if len(stretch) >= LEAST else stretch in shown)
    }
