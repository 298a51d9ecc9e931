"""Asks axe for barriers on a page, and knows which of them lie in Streamlit itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import settled
from tests.browser.looks import whole

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@dataclass(frozen=True)
class Upstream:
    """A barrier that can't be mended here: axe's rule, part of the page, report, and why.

    ``part`` is a pattern of the way to the element or of its own HTML. ``steady`` ones are met
    in every walk through the dark looks; others come and go by a pixel.
    """

    rule: str
    part: str
    issue: str
    why: str
    steady: bool = True


UPSTREAM = (
    Upstream(
        "color-contrast",
        "stSliderThumbValue",
        "https://github.com/streamlit/streamlit/issues/12801",
        "Streamlit prints a slider's value in the primary colour and always writes white on that "
        "colour in buttons; on a dark page none reaches 4.5:1 in both uses. Ours has 3.9:1 here, "
        "and the value stands in words under the chart's title as well.",
    ),
    Upstream(
        "target-size",
        'aria-label="(Places|Campaigns|Reach and attention)" type="text"',
        "no report found: list of several at 195 px",
        "In a list of several Streamlit gives the box for typing what the chosen ones leave, on a "
        "phone at 200 % less than 24 px; the whole field around it takes the click as well.",
        steady=False,
    ),
)
"""Everything that is let through; docs/accessibility.md tells readers the same."""


def barriers(page: Page, met: set[Upstream] | None = None) -> list[str]:
    """What axe finds against WCAG A and AA, save for what is known to be Streamlit's.

    Known barriers that were there are added to ``met``. The window grows for it, because axe
    measures contrast only of what is in sight.
    """
    found = []
    before = page.viewport_size
    ours = page.get_by_test_id("stMain").count() > 0  # and not a plain page, which axe sees whole
    if ours:
        page.set_viewport_size(whole(page))
        settled(page)
    response: dict[str, Any] = Axe().run(page, options=RULES).response
    if ours and before:
        page.set_viewport_size(before)
    for rule in response["violations"]:
        for node in rule["nodes"]:
            where = " ".join(map(str, node["target"]))
            seen = f"{where} {node['html']}"
            mine = [one for one in UPSTREAM if one.rule == rule["id"]]
            known = {one for one in mine if re.search(one.part, seen)}
            if met is not None:
                met |= known
            if not known:
                found.append(f"{rule['id']} ({rule['impact']}): {where}\n  {node['html'][:200]}")
    return found
