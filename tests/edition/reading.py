"""Reads pages of an edition as a browser would: links, words, tables, and the data inside."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Read(HTMLParser):
    """One page: its elements in order, its ids, links, texts, tables and islands of data."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    tables: list[list[list[str]]] = field(default_factory=list)
    islands: dict[str, Any] = field(default_factory=dict)
    open_: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag not in VOID:
            self.open_.append(tag)
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")
        if tag in ("h1", "p", "li", "summary", "title"):
            self.words.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open_.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if self.open_ and self.open_[-1] == "script":
            kind = self.tags[-1][1]
            self.islands[kind.get("id") or kind.get("type") or ""] = json.loads(data)
            return
        for tag in ("h1", "p", "li", "summary", "title"):
            if tag in self.open_:
                self.words[tag][-1] += data
        if self.tables and any(one in self.open_ for one in ("td", "th")):
            self.tables[-1][-1][-1] += data

    @property
    def addresses(self) -> list[str]:
        """Everything that a page leads to or loads."""
        names = ("href", "src", "data-plotly")
        return [value for _, given in self.tags for name in names if (value := given.get(name))]

    @property
    def answer(self) -> str:
        """The answer under the question."""
        at = [n for n, (tag, given) in enumerate(self.tags) if given.get("class") == "answer"]
        before = sum(tag == "p" for tag, _ in self.tags[: at[0]])
        return self.words["p"][before]


def read(page: bytes) -> Read:
    """A page, of which every element must be closed in order."""
    found = Read()
    found.feed(page.decode("utf-8"))
    found.close()
    assert not found.open_, f"never closed: {found.open_}"
    return found


def target(page: str, address: str) -> tuple[str, str]:
    """The file of an edition that a link of a page leads to, and the part of it."""
    parts = urlsplit(address)
    folder = [] if parts.path.startswith("/") else page.split("/")[:-1]
    steps = list(folder)
    for step in unquote(parts.path).split("/"):
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return ("/".join(steps) if parts.path else page), parts.fragment
