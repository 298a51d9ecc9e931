"""Gathers every text that the app can say: `python -m tests.language.catalogue`.

It writes `data/languages`. What is new is added without a translation, what is gone is left out, and what was translated stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from utils.language import LANGUAGES
from utils.language.catalogue import FOLDER

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {"say": None, "later": None, "say_many": (1, 2), "forms": (1, 2)}
TEMPLATE = FOLDER / "groundswell.pot"
HELPLINES = ROOT / "data" / "helplines.toml"


def code() -> list[Path]:
    """The files that may say something."""
    rooms = (path for room in ("utils", "pages") for path in (ROOT / room).rglob("*.py"))
    return [ROOT / "app.py", *sorted(rooms)]


def found() -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Every text that is marked in the code, with the file it stands in; helplines' words too."""
    for path in code():
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            yield message, path.relative_to(ROOT).as_posix()
    yield from ((text, "data/helplines.toml") for text in helplines())


def helplines() -> list[str]:
    """How to reach helplines and when they answer, each wording once."""
    import tomllib

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
    with path.open("wb") as file:
        write_po(file, listed, width=100, omit_header=False, sort_output=True, include_lineno=False)


if __name__ == "__main__":
    main()
