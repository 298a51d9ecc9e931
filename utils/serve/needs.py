"""Which of Streamlit's scripts a page needs, so that its first page can name them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import streamlit as st

STATIC = Path(st.__file__).parent / "static"
SLOW = "PlotlyChart"
EVERY = ("Selectbox", "StreamlitMarkdown")
CHART = (SLOW, "Multiselect", "Radio", "Slider", "DownloadButton", "PageLink", "Html")
QUOTE = "StreamlitSyntaxHighlighter"
NEEDS = {
    "": ("Metric", "PageLink", "Html"),
    "statistics": CHART,
    "campaigns": CHART,
    "side_by_side": CHART,
    "talking_points": (SLOW, "Radio", QUOTE, "Button", "TextArea", "TextInput", "Html"),
    "present": (SLOW, "Button", "Html"),
    "calendar": ("PageLink", "DownloadButton"),
    "your_data": ("Checkbox", "FileUploader"),
    "verify": ("TextInput", "FileUploader", QUOTE),
    "sources": ("DataFrame", "DownloadButton"),
}
"""Streamlit's scripts by the page that draws with them; a script that is gone is left out.

Until its script is there, Streamlit draws a grey bar of another height in the place of a control,
and what stands below it jumps."""
WHOLE = ("talking_points",)
"""Pages with a long list above their chart: they come in sight when the list has come."""
IMPORTS = re.compile(r'\bfrom\s*"\./([\w.-]+\.js)"|\bimport\s*"\./([\w.-]+\.js)"')


def wanted(page: str) -> tuple[str, ...]:
    """The scripts that draw a page, by their names."""
    return (*EVERY, *NEEDS.get(page, ()))


def link(file: str, page: str) -> str:
    """One script that is fetched early; one that draws is also run while the server still thinks.

    Where it has run, what it draws stands there sooner. Only the script of charts is not: it runs
    for so long that the words would wait for it.
    """
    name = file.partition(".")[0]
    soon = " data-soon" if name in wanted(page) and name != SLOW else ""
    return f'<link rel="modulepreload"{soon} crossorigin href="./static/js/{file}">'


def scripts(names: Iterable[str]) -> tuple[str, ...]:
    """The files of some scripts and of all that they import, each once."""
    found: dict[str, None] = {}
    waiting = [path.name for name in names for path in (STATIC / "static/js").glob(f"{name}.*.js")]
    while waiting:
        file = waiting.pop(0)
        if file not in found:
            found[file] = None
            waiting += _imports(file)
    return tuple(found)


@cache
def _imports(file: str) -> tuple[str, ...]:
    # imports stand at the top, and the largest script has 4.7 MB
    with (STATIC / "static/js" / file).open(encoding="utf-8") as script:
        top = script.read(20_000)
    return tuple(one or other for one, other in IMPORTS.findall(top))
