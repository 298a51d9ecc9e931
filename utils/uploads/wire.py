"""An outcome as bytes and back: plain JSON for what is said, an Arrow stream for the rows.

Neither can hold code, so nothing that a reader process sends can run in the app.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa

from utils.language.phrase import packed, unpacked
from utils.uploads import publish
from utils.uploads.cards import card
from utils.uploads.errors import UploadError, typed
from utils.uploads.outcome import (
    Choice,
    Column,
    Outcome,
    Question,
    Reduced,
    Understanding,
    Unused,
)
from utils.uploads.platforms import BY_ID
from utils.uploads.platforms.metrics import METRICS

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Made = TypeVar("Made", bound="DataclassInstance")

_LENGTH = 8
_MOST = 1_000_000
"""Bytes of JSON; what is said of the largest export needs a tenth of it."""
_COUNTED = 2**53
"""No row has a number beyond; a larger one could not even be written down."""


def pack(outcome: Outcome | UploadError) -> bytes:
    """Length of the JSON in eight bytes, the JSON, then the rows if there are any."""
    if isinstance(outcome, UploadError):
        return _join({"error": outcome.plain()}, b"")
    said: dict[str, Any] = {"understanding": asdict(outcome.understanding)}
    rows = b""
    if outcome.reduced is not None:
        whole = outcome.reduced
        said["reduced"] = {
            "format": whole.format,
            "period": whole.period,
            "series": [(one.platform, _metric(one.unit)) for one in whole.series],
            "used": whole.used,
            "rows": len(whole.table),
            "not_used": [asdict(one) for one in whole.not_used],
            "notes": whole.notes,
        }
        rows = _rows(whole.table)
    return _join(said, rows)


def unpack(data: bytes) -> Outcome:
    """The outcome; raises the `UploadError` that was packed, or one for a torn message."""
    return typed(lambda: _unpack(data), "stopped")


def _unpack(data: bytes) -> Outcome:
    length = int.from_bytes(data[:_LENGTH], "big")
    if length > _MOST:
        raise UploadError("stopped")
    said: Any = unpacked(json.loads(data[_LENGTH : _LENGTH + length]))
    if error := said.get("error"):
        raise UploadError(**vars(_plain(_Error(**error))))
    return _outcome(said, data[_LENGTH + length :])


@dataclass(frozen=True)
class _Error:
    """What an `UploadError` is made of."""

    code: str
    row: int | None = None
    column: str = ""


def _plain(made: Made) -> Made:
    """The same; raises `TypeError` for a field that holds something else than it says."""
    for field in fields(made):
        value = getattr(made, field.name)
        texts = value if field.type == "tuple[str, ...]" else [value]
        if "str" in str(field.type) and not all(isinstance(one, str) for one in texts):
            raise TypeError(f"{field.name} is no text.")
        if str(field.type).startswith("int") and value is not None and not _counted(value):
            raise TypeError(f"{field.name} is no number of rows.")
    return made


def _counted(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _COUNTED


def _join(said: dict[str, Any], rows: bytes) -> bytes:
    text = json.dumps(packed(said), default=str, ensure_ascii=True).encode()
    return len(text).to_bytes(_LENGTH, "big") + text + rows


def _metric(unit: str) -> str:
    return next(one.id for one in METRICS.values() if one.unit == unit)


def _rows(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _outcome(said: dict[str, Any], rows: bytes) -> Outcome:
    understood = _understanding(said["understanding"])
    reduced = said.get("reduced")
    if reduced is None:
        return Outcome(understood)
    with pa.ipc.open_stream(rows) as reader:
        table = reader.read_all()
    table.validate(full=True)
    if table.schema != publish.SCHEMA or len(table) != reduced["rows"]:
        raise UploadError("stopped")
    format = BY_ID[reduced["format"]]
    series = tuple(
        card(format, platform, METRICS[metric], reduced["period"])
        for platform, metric in reduced["series"]
    )
    return Outcome(
        understood,
        _plain(
            Reduced(
                reduced["format"],
                reduced["period"],
                table,
                series,
                reduced["used"],
                tuple(_plain(Unused(**one)) for one in reduced["not_used"]),
                tuple(reduced["notes"]),
            )
        ),
    )


def _understanding(said: dict[str, Any]) -> Understanding:
    days = {name: dt.date.fromisoformat(said[name]) for name in ("first", "last") if said[name]}
    made = {
        **said,
        **days,
        "used": tuple(_plain(Column(**one)) for one in said["used"]),
        "dropped": tuple(said["dropped"]),
        "notes": tuple(said["notes"]),
        "questions": tuple(_question(one) for one in said["questions"]),
    }
    return _plain(Understanding(**made))


def _question(said: dict[str, Any]) -> Question:
    options = tuple(_plain(Choice(**one)) for one in said["options"])
    return _plain(Question(**{**said, "options": options}))
