"""The style sheet: the colours of the house, light and dark, before the rules of the file."""

from __future__ import annotations

from pathlib import Path

from utils.figures.palette import DARK, LIGHT, Theme

RULES = Path(__file__).parent / "assets" / "style.css"


def sheet() -> bytes:
    """Colours as variables, then the rules that use them."""
    light, dark = _colours(LIGHT), _colours(DARK)
    # paper is light whatever the screen is
    media = f"@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
    return f":root {{\n{light}}}\n{media}{RULES.read_text('utf-8')}".encode()


def _colours(theme: Theme) -> str:
    named = {
        "background": theme.background,
        "text": theme.text,
        "quiet": theme.quiet,
        "grid": theme.grid,
        "need": theme.need,
        "reach": theme.reach,
        "help": theme.help,
        "box": theme.no_data,
        **{f"more{n}": colour for n, colour in enumerate(theme.more, 1)},
    }
    return "".join(f"  --{name}: {colour};\n" for name, colour in named.items())
