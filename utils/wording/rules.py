"""Reads data/wording.toml: one entry a rule, strictly; errors name file, rule and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from utils.wording.context import Context
from utils.wording.findings import Severity, WordingError
from utils.wording.matching import Index
from utils.wording.patterns import Lists, parse

FILE = Path(__file__).parents[2] / "data" / "wording.toml"
FLAGS = {one.name for one in fields_of(Context)}
STRICT: dict[str, Any] = {"extra": "forbid", "strict": True}


@dataclass(frozen=True)
class Rule:
    """One rule as written in the file.

    ``patterns`` apply in a sentence that also has a phrase of the list ``needs``, if that is set;
    ``anywhere`` apply always. A phrase of ``unless`` in the sentence silences both. ``escalate``
    names a list that raises the severity to block. ``context`` and ``unless_context`` name fields
    of `Context` that must, or must not, be set. ``quoted`` reads inside mentioned quotations too.
    ``check`` says that a function in `utils.wording.checks` looks as well.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    severity: Severity
    title: str
    reason: str
    prefer: str
    source: str
    url: str = ""
    patterns: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    needs: str = ""
    unless: tuple[str, ...] = ()
    escalate: str = ""
    context: str = ""
    unless_context: str = ""
    quoted: bool = False
    check: bool = False
    replace: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Allowed:
    """Phrases that rules leave alone: ``rules`` names which, empty means all."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    why: str
    phrases: tuple[str, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All rules, ready to be looked for at once."""

    rules: dict[str, Rule]
    allowed: tuple[Allowed, ...]
    lists: Lists
    index: Index


@dataclass(frozen=True)
class _File:
    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    lists: dict[str, tuple[str, ...]]
    allow: tuple[Allowed, ...]
    rule: tuple[Rule, ...]


@cache
def rulebook(file: Path = FILE) -> Rulebook:
    """The rules of a file.

    Raises `WordingError` naming file, rule and key for anything unknown, missing or unreadable.
    """
    return build(read_toml(file), file.name)


def read_toml(file: Path) -> dict[str, Any]:
    """The file as plain values; raises `WordingError` if it is no TOML."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordingError(f"{file.name} can't be read as TOML: {error}") from error


def build(content: dict[str, Any], where: str) -> Rulebook:
    """A rulebook from plain values; raises `WordingError` that names ``where``, rule and key."""
    file = _checked(content, where)
    rules = {rule.id: rule for rule in file.rule}
    if len(rules) != len(file.rule):
        raise WordingError(f"{where}: two rules have the same id. Each has one entry.")
    index = Index()
    for name, phrases in file.lists.items():
        _add(index, f"list:{name}", phrases, file.lists, f"{where}, list {name}")
    for number, allowed in enumerate(file.allow):
        _add(
            index, f"allow:{number}", allowed.phrases, file.lists, f"{where}, allow '{allowed.why}'"
        )
        for id in allowed.rules:
            _known(id, rules, f"{where}, allow '{allowed.why}': 'rules'")
    for rule in file.rule:
        _add_rule(index, rule, file.lists, where)
    return Rulebook(rules, file.allow, file.lists, index)


def _add_rule(index: Index, rule: Rule, lists: Lists, where: str) -> None:
    here = f"{where}, rule {rule.id}"
    if not (rule.patterns or rule.anywhere or rule.check):
        raise WordingError(f"{here}: it has neither 'patterns' nor 'anywhere' nor 'check'.")
    for key in ("needs", "escalate"):
        if value := getattr(rule, key):
            _known(value, lists, f"{here}: '{key}'")
    for key in ("context", "unless_context"):
        if value := getattr(rule, key):
            _known(value, FLAGS, f"{here}: '{key}'")
    for key in ("patterns", "anywhere", "unless"):
        _add(index, f"{key}:{rule.id}", getattr(rule, key), lists, f"{here}: '{key}'")


def _add(index: Index, key: str, patterns: Iterable[str], lists: Lists, here: str) -> None:
    for pattern in patterns:
        try:
            index.add(key, parse(pattern, lists))
        except WordingError as error:
            raise WordingError(f"{here}: {error}") from None


def _known(name: str, names: Iterable[str], here: str) -> None:
    if name not in names:
        raise WordingError(
            f"{here} is '{name}', which is unknown. Known: {', '.join(sorted(names))}."
        )


def _checked(content: dict[str, Any], where: str) -> _File:
    # imported only when a file is read, because pydantic takes a tenth of a second
    import json

    from pydantic import TypeAdapter, ValidationError

    try:
        text = json.dumps(content)
    except TypeError as error:
        raise WordingError(f"{where}: dates and times have no place here ({error}).") from None
    try:
        return TypeAdapter(_File).validate_json(text, strict=True)
    except ValidationError as error:
        raise WordingError(
            "\n".join(_words(content, where, one) for one in error.errors())
        ) from None


def _words(content: dict[str, Any], where: str, problem: Any) -> str:
    """What is wrong, with the id of the rule in place of its number."""
    table, *rest = problem["loc"]
    here = f"{where}, {table}"
    if table in ("rule", "allow") and rest and isinstance(rest[0], int):
        entry = content[table][rest.pop(0)]
        here = f"{where}, {table} {entry.get('id') or entry.get('why') or '?'}"
    key = ".".join(map(str, rest)) or str(table)
    match problem["type"]:
        case "missing" | "missing_argument":
            return f"{here}: the key '{key}' is missing. Add it."
        case "extra_forbidden" | "unexpected_keyword_argument":
            return f"{here}: the key '{key}' is unknown. Remove it or mend its spelling."
        case _:
            return f"{here}: '{key}' is {problem['input']!r}. {problem['msg']}."
