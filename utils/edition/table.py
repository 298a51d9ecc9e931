"""The rows of a view as an HTML table: the numbers of the chart, printed as the app prints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from utils.edition.markup import Html, join, tag
from utils.edition.told import Told
from utils.export import csv
from utils.model import Card, Evidence, Indicator, units

LONG = 12
"""A table with more rows is folded away."""
NUMBERS = ("value", "low", "high")


def rows(shown: Evidence, card: Card, told: Told) -> Html:
    """Place, group, period, value with bounds and status; columns that say nothing left out."""
    frame = csv.short(shown, told.places)
    bounds = f" ({card.interval_name})" if isinstance(card, Indicator) else ""
    heads = {
        "place": "Place",
        "group": "Group",
        "period": "Period",
        "value": f"Value ({card.unit})",
        "low": f"Low{bounds}",
        "high": f"High{bounds}",
        "status_meaning": "Status",
    }
    left = [name for name in heads if _speaks(frame, name)]
    body = [
        [_printed(row[name], name, card) for name in left] for row in frame[left].to_dict("records")
    ]
    numeric = [name in NUMBERS for name in left]
    grid = plain([heads[name] for name in left], body, numeric, card.title)
    return folded(grid, len(frame))


def _speaks(frame: pd.DataFrame, name: str) -> bool:
    if name == "group":
        return bool((frame["group"] != "all").any())
    return name not in ("low", "high") or bool(frame[name].notna().any())


def _printed(value: object, name: str, card: Card) -> str:
    if name not in NUMBERS:
        return str(value)
    return units.number(value, card.decimals) if isinstance(value, float) and value == value else ""


def frame(found: pd.DataFrame, title: str) -> Html:
    """Any table of numbers that were worked out, its first column the name of each row."""
    numeric = [pd.api.types.is_numeric_dtype(found[name]) for name in found]
    body = [[str(cell) for cell in row] for row in found.itertuples(index=False, name=None)]
    return folded(plain(list(found.columns), body, numeric, title), len(found))


def folded(grid: Html, count: int) -> Html:
    """A long table behind one line that opens it, with a keyboard too."""
    words = f"The same {count:,} row{'s' if count != 1 else ''} as a table"
    return tag("details", tag("summary", words), grid, open=count <= LONG)


def plain(
    heads: Sequence[str], body: Iterable[Sequence[str]], numeric: Sequence[bool], title: str
) -> Html:
    """A table whose first column names its rows; markup in a cell stays, text is escaped."""
    top = [tag("th", head, scope="col", class_="n" if n else None)
           for head, n in zip(heads, numeric, strict=True)]  # fmt: skip
    lines = [tag("tr", *_cells(row, numeric)) for row in body]
    grid = tag(
        "table", tag("caption", title), tag("thead", tag("tr", *top)), tag("tbody", join(lines))
    )
    return tag("div", grid, class_="scroll", tabindex="0", role="region", aria_label=title)


def _cells(row: Sequence[str], numeric: Sequence[bool]) -> list[Html]:
    first, *others = row
    return [
        tag("th", first, scope="row"),
        *(tag("td", cell, class_="n" if n else None)
          for cell, n in zip(others, numeric[1:], strict=True)),
    ]  # fmt: skip
