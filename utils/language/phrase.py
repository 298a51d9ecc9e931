"""English texts that are said in the reader's language later: they remember what they are made of.

Where a text is written down in one place and shown in another, such as by a process that knows no
reader, it travels as what it is in English and is told anew where it is shown.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from typing import Any

from utils.language import units as printed
from utils.language.words import say
from utils.model import units

Value = str | int
"""What fills a name: words, a phrase, or a whole number."""
TEXT, VALUES, PARTS, BETWEEN = "say", "with", "parts", "between"
SENTENCES, LIST = " ", ", "
"""What stands between joined parts: sentences on end, or the items of a list."""
DEEPEST, LONGEST = 4, 20_000
"""Phrases inside one another, and letters of one: the app says less, whoever sends more is
hostile. The longest names all columns that an upload may have."""


class Phrase(str):
    """A text in English, with its template and values, or the phrases that it is joined from."""

    template: str
    values: Mapping[str, Value]
    parts: Sequence[str]
    between: str


def phrase(text: str, **values: Value) -> Phrase:
    """`phrase("{many} rows", many=12)`: reads `12 rows`, and can be told in any language."""
    filled = {
        name: units.number(value, 0) if isinstance(value, int) else value
        for name, value in values.items()
    }
    made = Phrase(text.format(**filled) if values else text)
    made.template, made.values, made.parts, made.between = text, values, (), SENTENCES
    return made


def joined(parts: Sequence[str], between: str = SENTENCES) -> Phrase:
    """Sentences on end, or the items of a list."""
    made = Phrase(between.join(parts))
    made.template, made.values, made.parts, made.between = "", {}, tuple(parts), between
    return made


def told(text: str) -> str:
    """A phrase in the reader's language; any other text as it is."""
    if not isinstance(text, Phrase):
        return text
    if text.parts:
        return text.between.join(told(part) for part in text.parts)
    values = {
        name: printed.number(value, 0) if isinstance(value, int) else told(value)
        for name, value in text.values.items()
    }
    return say(text.template, **values)


def packed(value: object) -> object:
    """Phrases inside plain lists and dictionaries, as JSON can carry them."""
    if isinstance(value, Phrase):
        if value.parts:
            return {PARTS: [packed(part) for part in value.parts], BETWEEN: value.between}
        return {TEXT: value.template, VALUES: {k: packed(v) for k, v in value.values.items()}}
    if isinstance(value, dict):
        return {name: packed(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [packed(one) for one in value]
    return value


def unpacked(value: object, depth: int = 0) -> object:
    """The same back, from whoever it comes; ``depth`` counts the phrases around it.

    Raises `ValueError` for a template that holds more than plain names, each of them once, for
    phrases nested deeper than `DEEPEST` and for texts beyond `LONGEST`: a few hundred letters
    could ask for more than any memory holds. What is torn raises whatever it may.
    """
    if isinstance(value, list):
        return [unpacked(one, depth) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) not in ({PARTS, BETWEEN}, {TEXT, VALUES}):
        return {name: unpacked(one, depth) for name, one in value.items()}
    if depth == DEEPEST:
        raise ValueError("Phrases are nested too deep.")
    made = _parts(value, depth + 1) if PARTS in value else _phrase(value, depth + 1)
    if len(made) > LONGEST:
        raise ValueError("A phrase is too long.")
    return made


def _parts(value: dict[str, Any], depth: int) -> Phrase:
    if value[BETWEEN] not in (SENTENCES, LIST):
        raise ValueError("Parts are sentences or the items of a list.")
    parts = [one for one in (_value(one, depth) for one in value[PARTS]) if isinstance(one, str)]
    return joined(parts, value[BETWEEN])


def _phrase(value: dict[str, Any], depth: int) -> Phrase:
    filled = {name: _value(one, depth) for name, one in value[VALUES].items()}
    return phrase(_checked(value[TEXT]), **filled)


def _checked(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError("A template is a text.")
    names: list[str] = []
    for _, name, form, turn in string.Formatter().parse(text):
        if form or turn or not (name is None or name.isidentifier()):
            raise ValueError("A template holds plain names only.")
        names += [] if name is None else [name]
    if len(names) > len(set(names)):
        raise ValueError("A template holds each name once.")
    return text


def _value(value: object, depth: int) -> Value:
    found = unpacked(value, depth)
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise TypeError("A name is filled with words or a whole number.")
    return found
