"""Asks axe for barriers on a page, and knows which of them lie in Streamlit itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@dataclass(frozen=True)
class Upstream:
    """A barrier that can't be mended here: axe's rule, part of the page, report, and why."""

    rule: str
    part: str
    issue: str
    why: str


UPSTREAM = (
    Upstream(
        "color-contrast",
        "stSliderThumbValue",
        "https://github.com/streamlit/streamlit/issues/12801",
        "Streamlit prints a slider's value in the primary colour and always writes white on that "
        "colour in buttons; on a dark page none reaches 4.5:1 in both uses. Ours has 3.9:1 here, "
        "and the value stands in words under the chart's title as well.",
    ),
)
"""Everything that is let through; docs/accessibility.md tells readers the same."""


def barriers(page: Page, met: set[Upstream] | None = None) -> list[str]:
    """What axe finds against WCAG A and AA, save for what is known to be Streamlit's.

    Known barriers that were there are added to ``met``.
    """
    found = []
    response: dict[str, Any] = Axe().run(page, options=RULES).response
    for rule in response["violations"]:
        for node in rule["nodes"]:
            where = " ".join(map(str, node["target"]))
            known = {one for one in UPSTREAM if rule["id"] == one.rule and one.part in where}
            if met is not None:
                met |= known
            if not known:
                found.append(f"{rule['id']} ({rule['impact']}): {where}\n  {node['html'][:200]}")
    return found
