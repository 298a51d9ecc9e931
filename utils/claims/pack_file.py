"""What an evidence pack tells of its claims, to be computed anew; a zip is never trusted."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import Any

from utils.claims.deck import DeckError
from utils.claims.record import Recorded
from utils.language import say, units
from utils.model.limits import DECK_CLAIMS, PACK_BYTES, PACK_CLAIMS_BYTES

CLAIMS = "claims.json"
BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError, RuntimeError,
    NotImplementedError,
)  # fmt: skip
"""What reading a broken zip raises; a zip that is locked is a `RuntimeError`."""
LONGEST = 4_000
"""Letters of one text of a claim."""


def read(raw: bytes) -> tuple[Recorded, ...]:
    """The claims as the pack printed them; raises `DeckError` that says what is off.

    Only one file of the zip is unpacked, and never more of it than `PACK_CLAIMS_BYTES`.
    """
    if len(raw) > PACK_BYTES:
        raise DeckError(
            say(
                "A pack has at most {most} bytes, this has {many}.",
                most=units.number(PACK_BYTES, 0),
                many=units.number(len(raw), 0),
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as pack, pack.open(_plainly(pack)) as file:
            text = file.read(PACK_CLAIMS_BYTES + 1)
    except BROKEN as error:
        raise DeckError(
            say(
                "The file is no evidence pack: no {file} can be read from it. Open a pack "
                "that was downloaded here, as it came.",
                file=CLAIMS,
            )
        ) from error
    if len(text) > PACK_CLAIMS_BYTES:
        raise DeckError(
            say(
                "{file} in the pack is larger than {most} bytes.",
                file=CLAIMS,
                most=units.number(PACK_CLAIMS_BYTES, 0),
            )
        )
    return _claims(text)


def _plainly(pack: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The claims, packed as our packs are: other methods can ask for any amount of memory."""
    found = pack.getinfo(CLAIMS)
    if found.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(f"method {found.compress_type}")
    return found


def _claims(text: bytes) -> tuple[Recorded, ...]:
    try:
        claims = json.loads(text.decode("utf-8"))["claims"]
        if not isinstance(claims, list) or len(claims) > DECK_CLAIMS:
            raise DeckError(
                say(
                    "{file} must hold a list of at most {most} claims.",
                    file=CLAIMS,
                    most=DECK_CLAIMS,
                )
            )
        return tuple(_recorded(one) for one in claims)
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        if isinstance(error, DeckError):
            raise
        raise DeckError(
            say("{file} in the pack can't be read. It was changed.", file=CLAIMS)
        ) from error


def _recorded(claim: Any) -> Recorded:
    quantity, sentences = claim["quantity"], claim["sentences"]
    texts = (claim["spec"], quantity["text"], quantity["interval"], sentences["written"])
    if not all(isinstance(text, str) and len(text) <= LONGEST for text in texts):
        raise TypeError("a claim of the pack holds something that is no text")
    if any("\ud800" <= letter <= "\udfff" for text in texts for letter in text):
        raise ValueError("a claim of the pack holds half a letter")
    return Recorded(*texts)
