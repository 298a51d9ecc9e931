"""Reach and attention in any language, and a statistic at the same time as reach."""

from __future__ import annotations

from utils.claims import pieces
from utils.claims.draft import Draft
from utils.claims.kinds import attention as attentions
from utils.claims.kinds import together as togethers
from utils.claims.library import Library
from utils.claims.tongues import cited, statistic
from utils.language import ENGLISH, periods, say, speaking, units, verbatim
from utils.model import ReachFact, ReachSeries, Sentences


def _name(card: ReachSeries, group: str) -> str:
    title = verbatim(card.plain_title)
    return title if group == "all" else f"{title} ({verbatim(group)})"


def reach(draft: Draft, library: Library) -> Sentences:
    """A figure or a sum of one series, on its rung; or a cited figure."""
    if isinstance(draft.cited, ReachFact):
        return cited.counted(draft, draft.cited)
    card, rows = draft.reach, draft.rows
    assert card is not None
    size = units.quantity(draft.quantity.value, card.unit, card.decimals)
    start, end = min(row["start"] for row in rows), max(row["end"] for row in rows)
    name, when = _name(card, rows[0]["group"]), periods.label(start, end)
    mark = pieces.status(rows[0]) if len(rows) == 1 else ""
    bracket = "; ".join(part for part in (when, mark) if part)
    rung = say("Rung: {rung}, {platform}.", rung=say(card.rung), platform=verbatim(card.platform))
    counted = say("Counted were: {formula}.", formula=verbatim(card.formula))
    return Sentences(
        short=f"{name}, {when}: {size}",
        written=f"{name}: {size} ({bracket}). {rung}",
        spoken=pieces.aloud(f"{pieces.during(start, end, whole=True)}: {size}. {counted}"),
        plain="",
    )


def attention(draft: Draft, library: Library) -> Sentences:
    """How attention rose and faded around a day: the same templates as in English."""
    with speaking(ENGLISH):
        one = attentions.measured(draft.spec, library)
    return attentions.sentences(one, attentions.event_name(one))


def together(draft: Draft, library: Library) -> Sentences:
    """A statistic and reach at the same time; nothing says that one made the other."""
    with speaking(ENGLISH):
        other = togethers.stands_beside(draft.spec, library)
    card, place = statistic.card(draft), statistic.place(draft, library)
    row = draft.rows_of(card)[0]
    said = statistic.of(row, card, place, not draft.sentences.plain.startswith(togethers.SAME_TIME))
    beside = _beside(draft, other)
    cant = say("This can't show whether one has to do with the other.")
    span = periods.label(other.start, other.end)
    told = say("At the same time ({period}): {beside}.", period=span, beside=beside)
    told += f" {say('Many other things changed as well.')} {cant}"
    short = say("at the same time: {beside}.", beside=beside)
    return Sentences(
        short=f"{said.short}; {short} {cant}",
        written=f"{said.written} {told}",
        spoken=f"{said.spoken} {pieces.aloud(told)}",
        plain=f"{said.plain} {told}".strip(),
    )


def _beside(draft: Draft, other: togethers.Beside) -> str:
    """What stands beside the statistic."""
    if other.fact is not None:
        return cited.told(other.fact).rstrip(".")
    if other.card is None or other.used is None:
        title = other.text.removesuffix(" took place")
        return say("{campaign} took place", campaign=verbatim(title))
    rows = other.used.rows
    size = units.quantity(float(rows["value"].sum()), other.card.unit, other.card.decimals)
    name = _name(other.card, str(rows["group"].iloc[0]))
    return f"{name}: {size} ({say(other.card.rung)})"
