"""Checks claims that were told before: does each still hold in the snapshot at hand?

*Changed* comes before *source superseded*: what was printed is compared first, then the rows
behind it, then where they were read. A claim holds but its source is superseded when every
compared text and row is the same and the rows now come from another release of the source, or
the source has stopped the series since the claim was recorded. A series that had already ended
when a claim was recorded stays as it is, so that nothing is superseded by age alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from utils.claims import record
from utils.claims.library import Library
from utils.claims.make import make
from utils.claims.record import Recorded
from utils.language import later, say
from utils.model import Claim, Refused

Outcome = Literal["holds", "changed", "not computable", "source superseded"]


@dataclass(frozen=True, eq=False)
class Checked:
    """One claim after the check.

    ``was`` and ``now`` are printed values, ``reason`` says in words what was found, ``rows``
    the rows that differ as `record.lines` writes them, a `-` before the old and a `+` before
    the new ones. ``result`` is what the spec gives now.
    """

    recorded: Recorded
    outcome: Outcome
    reason: str
    was: str
    now: str
    rows: tuple[str, ...]
    result: Claim | Refused


def verify(recorded: Sequence[Recorded], library: Library, today: dt.date) -> tuple[Checked, ...]:
    """Every recorded claim computed anew and compared, in the order given."""
    return tuple(one(claim, library, today) for claim in recorded)


def one(recorded: Recorded, library: Library, today: dt.date) -> Checked:
    """One recorded claim computed anew and compared."""
    found = make(recorded.spec, library, today)
    if isinstance(found, Refused):
        reason = f"{found.reason} {found.instead}"
        return Checked(recorded, "not computable", reason, recorded.value, "", (), found)
    outcome, reason, rows = _compared(recorded, found, ended(found, library))
    return Checked(recorded, outcome, reason, recorded.value, printed(found), rows, found)


def ended(claim: Claim, library: Library) -> bool:
    """Whether the source has stopped a series that the claim was made from."""
    if claim.evidence is None:
        return False
    used = claim.evidence.rows["series"].unique()
    return any(library.series()[id].discontinued for id in used)


def recorded(claim: Claim, library: Library) -> Recorded:
    """What to keep of a claim, with whether its series had ended by now."""
    return record.record(claim, ended(claim, library))


def printed(claim: Claim) -> str:
    """The value of a claim as it is printed, with its interval."""
    interval = claim.quantity.interval
    return f"{claim.quantity.text} ({interval})" if interval else claim.quantity.text


def _compared(old: Recorded, new: Claim, ended_now: bool) -> tuple[Outcome, str, tuple[str, ...]]:
    now = record.record(new)
    rows = _different(old, new)
    texts = (later("value"), later("interval"), later("sentence"))
    differ = [name for name in texts if getattr(old, name) not in ("", getattr(now, name))]
    if differ:
        told = "; ".join(
            say("{was} is now {now}", was=getattr(old, name), now=getattr(now, name))
            for name in differ[:1]
        )
        names = say(" and the ").join(say(name) for name in differ)
        return "changed", say("The {names} changed: {told}.", names=names, told=told), rows
    if old.stamp and old.stamp != now.stamp:
        return "changed", say("Rows behind it changed; what was printed is the same."), rows
    if old.releases and old.releases != now.releases:
        return (
            "source superseded",
            say("The figures are the same, now from {releases}.", releases=", ".join(now.releases)),
            (),
        )
    if old.stamp and ended_now and not old.ended:
        return "source superseded", say("The source has stopped this series since."), ()
    if not any(getattr(old, name) for name in (*texts, "stamp")):
        return "holds", say("Computed; nothing was recorded to compare with."), ()
    return "holds", say("Computed again with the same result."), ()


def _different(old: Recorded, new: Claim) -> tuple[str, ...]:
    """Rows that differ, where the record kept them."""
    if not old.rows:
        return ()
    now = record.lines(new.evidence) if new.evidence is not None else ()
    gone = [f"-{row}" for row in old.rows if row not in now]
    return (*gone, *(f"+{row}" for row in now if row not in old.rows))
