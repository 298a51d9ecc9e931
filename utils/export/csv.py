"""CSV for people: every row with its source, and no cell that a spreadsheet would run.

A text cell or heading that a spreadsheet could take for a formula gets an apostrophe in
front; numbers are left alone. To undo it, drop one leading apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Hashable, Mapping

import pandas as pd

from utils.language import groups, periods, say
from utils.language.places import name as named
from utils.model import STATUSES, Card, Evidence, Place

COLUMNS = (
    "series",
    "title",
    "unit",
    "place",
    "place_code",
    "split",
    "group",
    "period_start",
    "period_end",
    "value",
    "low",
    "high",
    "status",
    "status_meaning",
    "note",
    "source",
    "licence",
    "url",
    "retrieved",
)
TRIGGERS = frozenset("=+-@|%")
"""First characters that make a spreadsheet read a cell as a formula (OWASP). Their full-width
twins, which some locales fold, are found by normalising first."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def table(
    evidence: Evidence, card: Card, places: Mapping[str, Place], note: str = ""
) -> pd.DataFrame:
    """The rows as they leave the house: readable columns, one row each, same order.

    ``note`` goes beside rows whose value was withheld because it crosses a break.
    """
    rows = evidence.rows
    origins = {origin.id: origin for origin in evidence.origins}
    place = {code: places[code].name for code in rows["place"].unique()}
    return pd.DataFrame(
        {
            "series": rows["series"],
            "title": card.title,
            "unit": card.unit,
            "place": rows["place"].map(place),
            "place_code": rows["place"],
            "split": rows["group_by"],
            "group": rows["group"],
            "period_start": rows["start"].dt.strftime("%Y-%m-%d"),
            "period_end": rows["end"].dt.strftime("%Y-%m-%d"),
            "value": rows["value"],
            "low": rows["low"],
            "high": rows["high"],
            "status": rows["status"],
            "status_meaning": rows["status"].map(STATUSES),
            "note": rows["status"].map({"B": note}).fillna(""),
            "source": rows["origin"].map({k: o.source.citation for k, o in origins.items()}),
            "licence": rows["origin"].map({k: o.source.licence for k, o in origins.items()}),
            "url": rows["origin"].map({k: o.url for k, o in origins.items()}),
            "retrieved": rows["origin"].map(
                {k: o.retrieved.isoformat() for k, o in origins.items()}
            ),
        },
        columns=list(COLUMNS),
    )


def short(evidence: Evidence, places: Mapping[str, Place]) -> pd.DataFrame:
    """The columns of `table` as they are read on screen, in the reader's words; same rows."""
    rows = evidence.rows
    spans = zip(rows["start"].tolist(), rows["end"].tolist(), strict=True)
    return pd.DataFrame(
        {
            "place": [named(places[code]) for code in rows["place"].tolist()],
            "group": rows["group"].map(groups.name),
            "period": [periods.label(start, end) for start, end in spans],
            "value": rows["value"],
            "low": rows["low"],
            "high": rows["high"],
            "status_meaning": [say(STATUSES[one]) for one in rows["status"].tolist()],
        }
    )


def text(frame: pd.DataFrame, mark: bool = True) -> bytes:
    """Any table as safe CSV: UTF-8 with a mark for Excel, CRLF, text quoted, gaps empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([neutral(str(name)) for name in frame.columns])
    # column by column, each different value once: a series repeats its texts in every row
    writer.writerows(zip(*(_column(frame.iloc[:, n]) for n in range(frame.shape[1])), strict=True))
    return (("\ufeff" if mark else "") + out.getvalue()).encode("utf-8")


def _column(values: pd.Series) -> list[object]:
    plain: list[Hashable] = values.tolist()
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        return [_cell(value) for value in plain]
    known: dict[tuple[type, Hashable], object] = {}
    # 1, 1.0 and True are equal but are not written alike
    keys = [(type(value), value) for value in plain]
    for key in keys:
        if key not in known:
            known[key] = _cell(key[1])
    return [known[key] for key in keys]


def _cell(value: object) -> object:
    """Numbers stay numbers and gaps stay empty; everything else becomes harmless text."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float)):
        return "" if value != value else _plain(value)
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    return neutral(str(value))


def _plain(value: float) -> float | int:
    # 4407.0 deaths are 4407 deaths
    return int(value) if float(value).is_integer() else value


def neutral(text: str) -> str:
    """Text that no spreadsheet runs: without control characters, apostrophe before a trigger."""
    clean = INVISIBLE.sub("", text).replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    clean = clean.replace("\t", " ")
    if _first(clean) in TRIGGERS and not NUMBER.fullmatch(clean):
        return f"'{clean}"
    return clean


def _first(text: str) -> str:
    """The first letter that a spreadsheet may read, past quotes and all that can't be seen."""
    plain = unicodedata.normalize("NFKC", text)
    seen = (one for one in plain if one not in "\"'" and unicodedata.category(one)[0] not in "CZ")
    return next(seen, "")


def file_name(*parts: str, ending: str = "csv") -> str:
    """`groundswell_us-anxiety_usa_2024-09.csv`: says what is inside, safe on every disk."""
    words = [re.sub(r"[^A-Za-z0-9.-]+", "-", part).strip("-.").lower() for part in parts]
    return f"{'_'.join(['groundswell', *filter(None, words)])[:120]}.{ending}"
