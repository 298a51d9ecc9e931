"""What a visitor sees before the app is there: a calm page in its colours, and no white flash.

It stands in front of the app, which draws behind it, until the top of the page has come: see
`arrive.js`. Nothing in it moves, and where it gives way nothing changes its place.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from utils.language import say, speaking
from utils.language.tongue import tongue

SCRIPT = Path(__file__).with_name("arrive.js").read_text("utf-8")
NAME = "Groundswell"
COLOURS = {
    "paper": "backgroundColor",
    "bar": "secondaryBackgroundColor",
    "ink": "textColor",
}
"""Our names for the theme's colours."""
BARS = ((45, 38), (96, 20), (70, 20), (100, 44), (100, 320))
"""Width in percent and height in px: where question, answer, choices and chart will stand."""
STYLE = """
    <style>
      html {{ {light} }}
      @media (prefers-color-scheme: dark) {{ html {{ {dark} }} }}
      html[data-arriving="light"] {{ {light} }}
      html[data-arriving="dark"] {{ {dark} }}
      html[data-arriving] #root {{ opacity: 0; pointer-events: none }}
      #arriving {{ display: none }}
      html[data-arriving] #arriving {{
        display: block; position: fixed; inset: 0; overflow: hidden; padding: 20px 17px;
        background: var(--paper); color: var(--ink); font: 17px/24px system-ui, sans-serif;
      }}
      #arriving p {{ margin: 0 0 36px }}
      #arriving i {{ display: block; margin: 0 0 18px; background: var(--bar) }}
      @media (min-width: 872px) {{ html[data-arriving] #arriving {{ padding: 20px 85px }} }}
    </style>"""


def style() -> str:
    """The look of the page in front, in the theme's light and dark colours."""
    light, dark = (_colours(name) for name in ("light", "dark"))
    return STYLE.format(light=light, dark=dark)


def _colours(theme: str) -> str:
    found = {name: st.get_option(f"theme.{theme}.{key}") for name, key in COLOURS.items()}
    return " ".join(f"--{name}: {colour};" for name, colour in found.items() if colour)


def body(language: str, whole: bool = False) -> str:
    """The page in front, in words of one language; with ``whole`` it waits for all controls."""
    with speaking(tongue(language)):
        words = say("Loading")
    bars = "".join(f'<i style="width:{wide}%;height:{high}px"></i>' for wide, high in BARS)
    patient = " data-whole" if whole else ""
    return (
        f'<div id="arriving" role="status"{patient}><p><strong>{NAME}</strong> · {words} …</p>'
        f'<div aria-hidden="true">{bars}</div></div>'
    )
