"""Colours with a meaning, for light and dark, that can be read and told apart.

Text and lines stand out at 4.5:1 or more, classes of a map at 3:1. Colours of one panel stay apart
for usual sight and for the three deficiencies, too (tests/figures/test_colours.py): they were
searched for with that as the condition, so change none by itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """One theme: page colours, the three colours that mean something, and more series."""

    background: str
    text: str
    quiet: str
    grid: str
    need: str
    reach: str
    help: str
    more: tuple[str, ...]
    classes: tuple[str, ...]
    no_data: str

    def series(self, aspect: str) -> tuple[str, ...]:
        """Colours for up to six lines; the first says need, help or reach."""
        first = {"help": self.help, "reach": self.reach}.get(aspect, self.need)
        return (first, *self.more)


LIGHT = Theme(
    background="#FBFAF7",
    text="#1B2430",
    quiet="#4A5563",
    grid="#E3E0D8",
    need="#12436D",
    reach="#BF4D19",
    help="#1D7A73",
    more=("#7857AB", "#971C11", "#461F05", "#525252", "#2B283E"),
    classes=("#5594D3", "#3B7AB7", "#20619C", "#05497F", "#053056"),
    no_data="#EFECE5",
)
DARK = Theme(
    background="#12161C",
    text="#E8EAED",
    quiet="#A9B1BC",
    grid="#2A313B",
    need="#7FB3E6",
    reach="#F79A62",
    help="#50D7C3",
    more=("#B17E95", "#FACB39", "#878AF8", "#7C9128", "#CEE9FD"),
    classes=("#2767A2", "#4280BE", "#5F9EDD", "#81BDFC", "#C6DFFA"),
    no_data="#1D232B",
)
STRONG_LIGHT = Theme(
    background="#FBFAF7",
    text="#000000",
    quiet="#000000",
    grid="#8A8F98",
    need="#0B2F50",
    reach="#84300B",
    help="#0B4F4A",
    more=("#6A0F44", "#472A7E", "#5A3F00", "#2B4A0C", "#2B2B2B"),
    classes=("#B2CFE8", "#81B0DA", "#4F8CC6", "#2469A5", "#12436D"),
    no_data="#EFECE5",
)
STRONG_DARK = Theme(
    background="#12161C",
    text="#FFFFFF",
    quiet="#FFFFFF",
    grid="#6B7583",
    need="#A5D2FA",
    reach="#FFBE94",
    help="#86E5DA",
    more=("#F7B3D2", "#D6C6F5", "#F2D27A", "#C4E39F", "#E4E7EA"),
    classes=("#2B4765", "#3D6A98", "#5590C8", "#84B7E8", "#C3DFF8"),
    no_data="#1D232B",
)
"""For a bright room or weak eyes: text at its strongest, every line 7:1 or more."""
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
"""The second channel beside colour, in the order of the series colours."""


def theme(name: str | None) -> Theme:
    """`dark` -> the dark theme, anything else -> the light one."""
    return DARK if name == "dark" else LIGHT


def strong(theme: Theme) -> Theme:
    """The same theme with the strongest contrast."""
    return STRONG_DARK if theme is DARK else STRONG_LIGHT


def transparent(colour: str, share: float) -> str:
    """`#12436D`, 0.18 -> the same colour at 18% opacity, in the notation Plotly reads."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
