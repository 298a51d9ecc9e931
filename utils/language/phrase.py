"""English texts that are said in the reader's language later: they remember what they are made of.

Where a text is written down in one place and shown in another, such as by a process that knows no
reader, it travels as what it is in English and is told anew where it is shown.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence

from utils.language import units as printed
from utils.language.words import say
from utils.model import units

Value = str | int
"""What fills a name: words, a phrase, or a whole number."""
TEXT, VALUES, PARTS = "say", "with", "parts"


class Phrase(str):
    """A text in English, with its template and values, or the phrases that it is joined from."""

    template: str
    values: Mapping[str, Value]
    parts: Sequence[str]


def phrase(text: str, **values: Value) -> Phrase:
    """`phrase("{many} rows", many=12)`: reads `12 rows`, and can be told in any language."""
    filled = {
        name: units.number(value, 0) if isinstance(value, int) else value
        for name, value in values.items()
    }
    made = Phrase(text.format(**filled) if values else text)
    made.template, made.values, made.parts = text, values, ()
    return made


def joined(parts: Sequence[str]) -> Phrase:
    """Sentences on end."""
    made = Phrase(" ".join(parts))
    made.template, made.values, made.parts = "", {}, tuple(parts)
    return made


def told(text: str) -> str:
    """A phrase in the reader's language; any other text as it is."""
    if not isinstance(text, Phrase):
        return text
    if text.parts:
        return " ".join(told(part) for part in text.parts)
    values = {
        name: printed.number(value, 0) if isinstance(value, int) else told(value)
        for name, value in text.values.items()
    }
    return say(text.template, **values)


def packed(value: object) -> object:
    """Phrases inside plain lists and dictionaries, as JSON can carry them."""
    if isinstance(value, Phrase):
        if value.parts:
            return {PARTS: [packed(part) for part in value.parts]}
        return {TEXT: value.template, VALUES: {k: packed(v) for k, v in value.values.items()}}
    if isinstance(value, dict):
        return {name: packed(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [packed(one) for one in value]
    return value


def unpacked(value: object) -> object:
    """The same back; raises `ValueError` for a template that holds more than plain names."""
    if isinstance(value, list):
        return [unpacked(one) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {PARTS}:
        return joined([one for one in map(unpacked, value[PARTS]) if isinstance(one, str)])
    if set(value) == {TEXT, VALUES}:
        return phrase(_checked(value[TEXT]), **{k: _value(v) for k, v in value[VALUES].items()})
    return {name: unpacked(one) for name, one in value.items()}


def _checked(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError("A template is a text.")
    for _, name, form, turn in string.Formatter().parse(text):
        if form or turn or not (name is None or name.isidentifier()):
            raise ValueError("A template holds plain names only.")
    return text


def _value(value: object) -> Value:
    found = unpacked(value)
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise TypeError("A name is filled with words or a whole number.")
    return found
