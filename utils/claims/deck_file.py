"""A deck as a small JSON file with what was printed of each claim; read strictly, never trusted."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from utils.claims.deck import Deck, DeckError
from utils.claims.phrases import capital
from utils.claims.record import Recorded
from utils.claims.spec import VERSION, SpecError, parse
from utils.language import say, units
from utils.model.limits import CLAIM_ROWS_KEPT, DECK_BYTES, DECK_CLAIMS

FORMAT = "groundswell deck"
TOP = ("format", "version", "title", "ask", "claims")
KEYS = tuple(field.name for field in fields(Recorded))
LONGEST = 4_000
"""Letters of one text in a deck file."""


def write(deck: Deck, recorded: tuple[Recorded, ...] = ()) -> str:
    """The deck as JSON; ``recorded`` holds what was printed of its claims, in any order."""
    by_spec = {one.spec: one for one in recorded}
    claims = [_kept(by_spec.get(str(spec), Recorded(str(spec)))) for spec in deck.specs]
    content = {
        "format": FORMAT,
        "version": VERSION,
        "title": deck.title,
        "ask": deck.ask,
        "claims": claims,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _kept(one: Recorded) -> dict[str, Any]:
    """What is there to keep; empty fields are left out."""
    return {name: value for name, value in asdict(one).items() if value}


def read(raw: bytes) -> tuple[Deck, tuple[Recorded, ...]]:
    """The deck and the records of a file; raises `DeckError` naming what is off and where."""
    if len(raw) > DECK_BYTES:
        raise DeckError(
            say(
                "A deck file has at most {most} bytes, this has {many}.",
                most=units.number(DECK_BYTES, 0),
                many=units.number(len(raw), 0),
            )
        )
    content = _object(_parsed(raw), say("the file"))
    _known(content, TOP, say("the deck"))
    version = content.get("version")
    if content.get("format") != FORMAT or type(version) is not int or version != VERSION:
        raise DeckError(
            say(
                "This is no deck file of version {version}. Open one that was saved here, or "
                "make the deck anew.",
                version=VERSION,
            )
        )
    claims = content.get("claims")
    if not isinstance(claims, list) or len(claims) > DECK_CLAIMS:
        raise DeckError(say("'claims' must be a list of at most {most} claims.", most=DECK_CLAIMS))
    recorded = tuple(_recorded(number, claim) for number, claim in enumerate(claims, 1))
    specs = []
    for number, one in enumerate(recorded, 1):
        try:
            specs.append(parse(one.spec))
        except SpecError as error:
            raise DeckError(
                say("Claim {number} can't be read. {error}", number=number, error=error)
            ) from error
    title, ask = (_text(content.get(name, ""), f"'{name}'") for name in ("title", "ask"))
    return Deck(title, ask, tuple(specs)), recorded


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise DeckError(
            say("The file is no JSON text. Open a deck file that was saved here.")
        ) from error


def _object(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise DeckError(
            say("In {what} stands no set of named entries. Open a saved deck file.", what=what)
        )
    return value


def _known(content: dict[str, Any], keys: tuple[str, ...], what: str) -> None:
    strange = [key for key in content if key not in keys]
    if strange:
        raise DeckError(
            say(
                "'{key}' in {what} is unknown. Known are {known}.",
                key=strange[0][:40],
                what=what,
                known=", ".join(keys),
            )
        )


def _recorded(number: int, value: Any) -> Recorded:
    what = say("claim {number}", number=number)
    content = _object(value, what)
    _known(content, KEYS, what)
    if "spec" not in content:
        raise DeckError(say("{what} has no 'spec'. Take it out.", what=capital(what)))
    lists = {
        name: _texts(content.get(name, []), say("'{name}' of {what}", name=name, what=what))
        for name in LISTS
    }
    ended = content.get("ended", False)
    if not isinstance(ended, bool):
        raise DeckError(say("'ended' of {what} must be true or false.", what=what))
    texts = {
        name: _text(content.get(name, ""), say("'{name}' of {what}", name=name, what=what))
        for name in KEYS
        if name not in (*LISTS, "ended")
    }
    return Recorded(ended=ended, **texts, **lists)  # type: ignore[arg-type]


LISTS = ("rows", "releases")


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise DeckError(
            say("{what} must be text of at most {most} letters.", what=capital(what), most=LONGEST)
        )
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise DeckError(say("{what} holds half a letter. Take it out.", what=capital(what)))
    return value


def _texts(value: Any, what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > CLAIM_ROWS_KEPT:
        raise DeckError(
            say("{what} must be a list of at most {most} texts.", what=what, most=CLAIM_ROWS_KEPT)
        )
    return tuple(_text(one, what) for one in value)
