"""Gathers every text that the app can say: `python -m tests.language.catalogue`.

What is new comes into `data/languages` without a translation, what is gone is left out, and what
was translated stays.
"""

from __future__ import annotations

import ast
import io
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from utils.language import LANGUAGES
from utils.language.catalogue import FOLDER

ROOT = Path(__file__).resolve().parents[2]
MARKS = {"say": 1, "later": 1, "term": 1, "phrase": 1, "say_many": 2, "forms": 2}
"""Functions that say or mark a text, and how many of their first arguments are texts."""
TEMPLATE = FOLDER / "groundswell.pot"
HELPLINES = ROOT / "data" / "helplines.toml"


def code() -> list[Path]:
    """The files that may say something."""
    rooms = (path for room in ("utils", "pages") for path in (ROOT / room).rglob("*.py"))
    return [ROOT / "app.py", *sorted(rooms)]


@cache
def found() -> tuple[tuple[str | tuple[str, ...], str], ...]:
    """Every text that is marked in the code, with the file it stands in; helplines' words too."""
    marked = [
        (message, path.relative_to(ROOT).as_posix()) for path in code() for message in texts(path)
    ]
    return (*marked, *((text, "data/helplines.toml") for text in helplines()))


def texts(path: Path) -> Iterator[str | tuple[str, ...]]:
    """The texts of one file, those inside f-strings too, which Babel's own reader passes over."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        many = MARKS.get(getattr(node.func, "id", ""), 0)
        given = node.args[:many]
        if many and all(isinstance(one, ast.Constant) and one.value for one in given):
            words = tuple(str(one.value) for one in given if isinstance(one, ast.Constant))
            yield words if many > 1 else words[0]


def helplines() -> list[str]:
    """How to reach helplines and when they answer, each wording once."""
    lines = tomllib.loads(HELPLINES.read_text("utf-8"))["helplines"]
    return list(dict.fromkeys(line[key] for line in lines for key in ("contact", "hours")))


def template() -> Catalog:
    """The list of what there is to translate, without line numbers, which change all the time."""
    listed = Catalog(project="Groundswell", charset="utf-8", fuzzy=False)
    for message, file in found():
        listed.add(message, locations=[(file, None)])
    return listed


def translated(language: str) -> Catalog:
    """The catalogue of a language as it is kept."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def main() -> None:
    """Writes the template and brings each language up to it."""
    listed = template()
    _write(TEMPLATE, listed)
    for language in LANGUAGES:
        path = FOLDER / f"{language}.po"
        if language == "en":
            continue
        kept = translated(language) if path.is_file() else Catalog(locale=language)
        kept.update(listed, no_fuzzy_matching=True)
        kept.obsolete.clear()
        _write(path, kept)


def _write(path: Path, listed: Catalog) -> None:
    for message in listed:
        message.flags.discard("python-format")  # a percent sign is only a percent sign here
    texts = io.BytesIO()
    write_po(texts, listed, width=100, omit_header=True, sort_output=True, include_lineno=False)
    path.write_bytes(_header(listed).encode("utf-8") + texts.getvalue())


def _header(listed: Catalog) -> str:
    """What a reader of the file needs, without dates and names, which would change every time."""
    said = {"Language": str(listed.locale or ""), "Content-Type": "text/plain; charset=utf-8"}
    if listed.locale:
        said["Plural-Forms"] = listed.plural_forms
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in said.items())
    return f'# Texts of Groundswell, see docs/languages.md.\nmsgid ""\nmsgstr ""\n{lines}\n'


if __name__ == "__main__":
    main()
