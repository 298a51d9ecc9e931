"""A deck: an ordered list of claims with a title and an ask, as part of an address.

Its text is `1~~title=Our_case~~ask=Fund_it~~level:…~~change:…`: the version of the grammar,
then parts with `~~` between them, which no claim and no slug can hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from utils.claims.slug import slug, unslug
from utils.claims.spec import VERSION, Spec, SpecError, parse, written
from utils.language import later, say
from utils.model.limits import DECK_ASK_LETTERS, DECK_CLAIMS, DECK_TITLE_LETTERS

BETWEEN = "~~"
WORDS = {later("title"): DECK_TITLE_LETTERS, later("ask"): DECK_ASK_LETTERS}


class DeckError(ValueError):
    """A deck that can't be read: says what is off, where, and what to do."""


@dataclass(frozen=True)
class Deck:
    """Claims in the order in which they are shown; ``ask`` is what the listener should do.

    Raises `DeckError` for too many claims, a claim twice, or too long a title or ask.
    """

    title: str = ""
    ask: str = ""
    specs: tuple[Spec, ...] = ()

    def __post_init__(self) -> None:
        if len(self.specs) > DECK_CLAIMS:
            raise DeckError(
                say(
                    "A deck holds at most {most} claims, this one has {many}. Take some"
                    " out, or make two decks.",
                    most=DECK_CLAIMS,
                    many=len(self.specs),
                )
            )
        twice = [str(one) for one in self.specs if self.specs.count(one) > 1]
        if twice:
            raise DeckError(
                say("The claim {claim} stands twice in the deck. Take one out.", claim=twice[0])
            )
        for name, most in WORDS.items():
            text = getattr(self, name)
            if len(text) > most:
                raise DeckError(
                    say(
                        "The {name} has {many} letters, at most {most} fit.",
                        name=say(name),
                        many=len(text),
                        most=most,
                    )
                )
            if re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", text):
                raise DeckError(
                    say("The {name} holds a sign that is no letter. Type it anew.", name=say(name))
                )


def to_text(deck: Deck) -> str:
    """The deck as one line that an address can carry; `from_text` gives it back."""
    parts = [str(VERSION)]
    parts += [f"{name}={slug(getattr(deck, name))}" for name in WORDS if getattr(deck, name)]
    return BETWEEN.join([*parts, *map(written, deck.specs)])


def from_text(text: str) -> Deck:
    """The deck that a line stands for; raises `DeckError` naming the part that is off."""
    version, *parts = text.strip().split(BETWEEN)
    if version != str(VERSION):
        raise DeckError(
            say(
                "A deck begins with its version, which is {version}, not '{found}'. Copy"
                " the whole address again.",
                version=VERSION,
                found=version[:20],
            )
        )
    if len(parts) > DECK_CLAIMS + len(WORDS):
        raise DeckError(
            say(
                "A deck holds at most {most} claims; here are {many} parts.",
                most=DECK_CLAIMS,
                many=len(parts),
            )
        )
    found: dict[str, str] = {}
    specs = []
    for number, part in enumerate(parts, 1):
        name, _, rest = part.partition("=")
        if name in WORDS and name not in found:
            found[name] = _words(name, rest)
        else:
            specs.append(_spec(number, part))
    return Deck(found.get("title", ""), found.get("ask", ""), tuple(specs))


def _words(name: str, text: str) -> str:
    try:
        return unslug(text) if text else ""
    except ValueError as error:
        raise DeckError(
            say("The {name} of the deck can't be read. Copy the address again.", name=say(name))
        ) from error


def _spec(number: int, part: str) -> Spec:
    try:
        return parse(part)
    except SpecError as error:
        raise DeckError(
            say("Part {number} of the deck is no claim. {error}", number=number, error=error)
        ) from error
