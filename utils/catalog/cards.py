"""Reads source and indicator cards (TOML); unknown and missing keys name file and key."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from utils.model import Indicator, Source
from utils.model.reach import Campaign, ReachSeries

DATA = Path(__file__).parents[2] / "data"
ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
Card = TypeVar("Card", Source, Indicator, ReachSeries, Campaign)


class CardError(ValueError):
    """A card that can't be used: says which file, which key, and what to do."""


def read_card(kind: type[Card], path: Path) -> Card:
    """One card. The id is the file's name, so that it can't disagree with it.

    Raises `CardError` naming file and key for anything unknown, missing or of a wrong type.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CardError(f"{path.name} can't be read as TOML: {error}") from error
    if "id" in content:
        raise CardError(f"{path.name}: the key 'id' is unknown. The file's name is the id.")
    card: Card = build(kind, {"id": path.stem, **content}, path.name)
    return card


def build(kind: type[Any], content: dict[str, Any], where: str) -> Any:
    """A checked noun from plain values; raises `CardError` that names ``where`` and the key."""
    # by way of JSON, whose strict mode still lets tables become nouns and text become dates
    text = json.dumps(content, default=dt.date.isoformat)
    try:
        return _adapter(kind).validate_json(text, strict=True)
    except ValidationError as error:
        raise CardError("\n".join(_words(where, problem) for problem in error.errors())) from None


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind]


def _words(where: str, problem: Any) -> str:
    key = ".".join(map(str, problem["loc"]))
    match problem["type"]:
        case "missing" | "missing_argument":
            return f"{where}: the key '{key}' is missing. Add it."
        case "extra_forbidden" | "unexpected_keyword_argument":
            return f"{where}: the key '{key}' is unknown. Remove it or mend its spelling."
        case _:
            return f"{where}: '{key}' is {problem['input']!r}. {problem['msg']}."


@cache
def sources(folder: Path = DATA / "sources") -> dict[str, Source]:
    """Every source card by id, in alphabetical order."""
    return {path.stem: read_card(Source, path) for path in sorted(folder.glob("*.toml"))}


@cache
def indicators(folder: Path = DATA / "indicators") -> dict[str, Indicator]:
    """Every indicator card by id, in alphabetical order."""
    return {path.stem: read_card(Indicator, path) for path in sorted(folder.glob("*.toml"))}


def source(id: str) -> Source:
    """One source card; raises `CardError` for an unknown id."""
    return _known(sources(), id, "source")


def indicator(id: str) -> Indicator:
    """One indicator card; raises `CardError` for an unknown id."""
    return _known(indicators(), id, "indicator")


def _known(cards: dict[str, Card], id: str, kind: str) -> Card:
    if id not in cards:
        raise CardError(f"There is no {kind} '{id}'. Known: {', '.join(cards)}.")
    return cards[id]
