"""Why a claim is refused, in the language spoken at the moment."""

from __future__ import annotations

from dataclasses import replace

from utils.claims.library import Library
from utils.claims.make import MAKERS, MEND
from utils.claims.refuse import NotMadeError
from utils.claims.spec import SpecError, parse
from utils.language import ENGLISH, current, say
from utils.model import Refused


def refusal(no: Refused, library: Library) -> Refused:
    """The same refusal in the language spoken: same rule, same way out; English is kept as it is.

    Claims are refused in English, like all that is kept; the line is asked for once more, which
    is refused at the same place.
    """
    if current() == ENGLISH:
        return no
    try:
        spec = parse(no.spec)
        MAKERS[spec.kind](spec, library)
    except SpecError as error:
        return replace(no, reason=str(error), instead=say(MEND))
    except NotMadeError as found:
        return replace(no, reason=found.reason, instead=found.instead)
    return no
