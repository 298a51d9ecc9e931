"""Claims about one statistic in any language: a level, a share, an extreme, a rank, a need."""

from __future__ import annotations

from collections.abc import Sequence

from utils.claims import pieces
from utils.claims.draft import Draft
from utils.claims.kinds import extreme as extremes
from utils.claims.library import Library
from utils.language import periods, places, say, say_many, units, verbatim
from utils.model import Indicator, Place, Sentences
from utils.model import units as plain_units
from utils.model.evidence import Row


def card(draft: Draft) -> Indicator:
    """The statistic that is spoken of first."""
    assert draft.statistic is not None
    return draft.statistic


def place(draft: Draft, library: Library) -> Place:
    """The place that is spoken of."""
    return library.places()[draft.place]


def level(draft: Draft, library: Library) -> Sentences:
    """One figure with all that belongs to it."""
    return of(draft.rows[0], card(draft), place(draft, library), bool(draft.sentences.plain))


def of(row: Row, card: Indicator, place: Place, shares: bool) -> Sentences:
    """The sentences of one row; ``shares`` where it may be told as heads."""
    return Sentences(
        short=pieces.short(row, card, place),
        written=pieces.level(row, card, place),
        spoken=pieces.level_aloud(row, card, place),
        plain=pieces.people(row, card, place, share(row, card)) if shares else "",
    )


def share(row: Row, card: Indicator, *beside: float) -> str:
    """The natural frequency of a percent or a rate, out of as many as what stands beside it."""
    value = float(row["value"])
    if card.unit != "percent":
        from utils.claims.words import frequency

        return units.share(frequency(value, card.unit))
    return units.out_of(value, *beside) if beside else units.one_in(value)


def one_in(draft: Draft, library: Library) -> Sentences:
    """A share with the people first and the percent behind it."""
    row, mine, where = draft.rows[0], card(draft), place(draft, library)
    said, people = level(draft, library), share(draft.rows[0], card(draft))
    exact = pieces.number(row, mine)
    return Sentences(
        short=said.short.removesuffix(exact) + f"{people} ({exact})",
        written=said.written,
        spoken=pieces.aloud(
            say(
                "{when}, by {what}: {share}, that is {value}.",
                when=pieces.when(row, whole=True),
                what=pieces.whose(mine, where, row["group"]),
                share=people,
                value=exact,
            )
        ),
        plain=said.plain,
    )


def extreme(draft: Draft, library: Library) -> Sentences:
    """The largest or smallest figure of a stretch, and how many others come near it."""
    mine, where, rows = card(draft), place(draft, library), list(draft.rows)
    pick = max if draft.kind == "peak" else min
    row = pick(rows, key=lambda one: one["value"])
    span = periods.label(rows[0]["start"], rows[-1]["end"])
    if draft.kind == "peak":
        told = say("It is the largest of {count} figures ({span})", count=_count(rows), span=span)
    else:
        told = say("It is the smallest of {count} figures ({span})", count=_count(rows), span=span)
    same, near = extremes.shared(draft.spec, mine, row, rows)
    again = ""
    if same:
        again = say_many(
            "; {count} other has the same figure", "; {count} others have the same figure", same
        )
    elif near:
        again = say_many(
            "; the interval of {count} other reaches it",
            "; the intervals of {count} others reach it",
            near,
        )
    said = of(row, mine, where, bool(draft.sentences.plain))
    name = say("largest") if draft.kind == "peak" else say("smallest")
    return Sentences(
        short=f"{said.short} ({name})",
        written=f"{said.written} {told}{again}.",
        spoken=f"{said.spoken} {pieces.aloud(told + again)}.",
        plain=said.plain,
    )


def _count(rows: Sequence[Row]) -> str:
    return units.number(len(rows), 0)


def rank(draft: Draft, library: Library) -> Sentences:
    """The rank as the range that the intervals leave open."""
    mine, where, number = card(draft), place(draft, library), draft.quantity
    row = next(one for one in draft.rows if one["place"] == draft.place)
    low, high, among = int(number.low), int(number.high), len(draft.rows)
    values = {"low": low, "high": high, "all": among}
    if high > low:
        told = say("From the largest figure down, that is rank {low} to {high} of {all}", **values)
    else:
        told = say("From the largest figure down, that is rank {low} of {all}", **values)
    said = of(row, mine, where, bool(draft.sentences.plain))
    ranks = str(low) if low == high else say("{low} to {high}", low=low, high=high)
    shown = say(
        "{place} has rank {ranks} of {all}", place=places.name(where), ranks=ranks, **values
    )
    return Sentences(
        short=f"{verbatim(mine.plain_title)}, {pieces.period(row)}: {shown}",
        written=f"{said.written} {told}, {say('as far as the intervals can tell')}.",
        spoken=f"{said.spoken} {told}.",
        plain=said.plain,
    )


def treatment_gap(draft: Draft, library: Library) -> Sentences:
    """A need, and the help that people get, both of everybody asked."""
    need, help = (one for one in draft.cards if isinstance(one, Indicator))
    where = place(draft, library)
    first, second = (draft.rows_of(one)[0] for one in (need, help))
    one, other = float(first["value"]), float(second["value"])
    said = of(first, need, where, False)
    told = say("In the same period, of all these people, with or without that need,")
    title, exact = verbatim(help.plain_title), pieces.number(second, help)
    needed = pieces.people(first, need, where, units.out_of(one, other))
    return Sentences(
        short=f"{said.short}; {title}: {exact}",
        written=f"{said.written} {told} {title}: {pieces.value(second, help)}.",
        spoken=f"{said.spoken} {told} {title}: {pieces.aloud(exact)}.",
        plain=f"{needed} {told} {title}: {units.share(plain_units.out_of(other, one))} ({exact}).",
    )
