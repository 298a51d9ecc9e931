"""The catalogue of a language, read from `data/languages` when somebody first speaks it."""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "data" / "languages"
"""One `.po` file a language; `groundswell.pot` lists what there is to translate."""


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language; what has none, or a doubtful one, stays English.

    They are compiled here and not beforehand, so that a fresh clone needs no further step.
    """
    path = FOLDER / f"{language}.po"
    if language == "en" or not path.is_file():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
