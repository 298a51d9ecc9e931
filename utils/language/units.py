"""Numbers in the reader's language: the digits of `utils.model.units`, written its way.

The digits are never worked out again, only written otherwise, so that no language rounds
differently from another.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from utils.language.catalogue import catalogue
from utils.language.marks import forms, later
from utils.language.tongue import current, in_english
from utils.model import units

later("about {number} in {base}")
later("more than {number} in {base}")
later("fewer than {number} in {base}")
SHARE = re.compile(r"(about|more than|fewer than) ([\d,]+) in ([\d,]+)")
FEW_WORDS = {
    "deaths": forms("{number} death", "{number} deaths"),
    "people": forms("{number} person", "{number} people"),
    "referrals": forms("{number} referral", "{number} referrals"),
    "courses": forms("{number} course", "{number} courses"),
    "days": forms("{number} day", "{number} days"),
    "posts": forms("{number} post", "{number} posts"),
    "page views": forms("{number} page view", "{number} page views"),
    "views": forms("{number} view", "{number} views"),
    "videos": forms("{number} video", "{number} videos"),
    "accounts": forms("{number} account", "{number} accounts"),
    "interactions": forms("{number} interaction", "{number} interactions"),
    "retweets": forms("{number} retweet", "{number} retweets"),
    "replies": forms("{number} reply", "{number} replies"),
    "likes": forms("{number} like", "{number} likes"),
    "index points": forms("{number} index point", "{number} index points"),
    "points": forms("{number} point", "{number} points"),
    "percentage points": forms("{number} percentage point", "{number} percentage points"),
    "times": forms("{number} time", "{number} times"),
    "calls": forms("{number} call", "{number} calls"),
    "chats": forms("{number} chat", "{number} chats"),
    "contacts": forms("{number} contact", "{number} contacts"),
    "texts": forms("{number} text", "{number} texts"),
    "comments": forms("{number} comment", "{number} comments"),
    "downloads": forms("{number} download", "{number} downloads"),
    "engagements": forms("{number} engagement", "{number} engagements"),
    "events": forms("{number} event", "{number} events"),
    "news items": forms("{number} news item", "{number} news items"),
    "plans": forms("{number} plan", "{number} plans"),
    "saves": forms("{number} save", "{number} saves"),
    "shares": forms("{number} share", "{number} shares"),
    "users": forms("{number} user", "{number} users"),
    "clicks": forms("{number} click", "{number} clicks"),
    "reactions": forms("{number} reaction", "{number} reactions"),
    "reposts": forms("{number} repost", "{number} reposts"),
    "impressions": forms("{number} impression", "{number} impressions"),
    "accounts reached": forms("{number} account reached", "{number} accounts reached"),
    "potential reach": forms("{number} of potential reach", "{number} of potential reach"),
    "per 100,000": forms("{number} per {base}", "{number} per {base}"),
}
"""Units by the forms that a language may need; any other stays in its source's words."""
MOST_DECIMALS = 12
"""Decimals of a size that is written out; what is smaller reads as nought."""


def number(value: float, decimals: int) -> str:
    """`1234.5` -> `1.234,5`, as `units.number` rounds it; raises `ValueError` as it does."""
    return written(units.number(value, decimals))


def written(text: str) -> str:
    """A number that is printed in English, with the separators of the reader's country."""
    if in_english():
        return text
    point, group, _ = _marks(current().locale)
    return text.translate({ord("."): point, ord(","): group})


@lru_cache(maxsize=64)
def _marks(locale: str) -> tuple[str, str, str]:
    """Decimal mark, mark between thousands, and what stands behind a percent number."""
    from babel import Locale

    known = Locale.parse(locale)
    marks = known.number_symbols["latn"]
    percent = known.percent_formats[None].pattern.lstrip("#,0.")
    return marks["decimal"], marks["group"], percent


def separators() -> str:
    """Decimal mark and mark between thousands, as a chart's axis takes them."""
    return ".," if in_english() else "".join(_marks(current().locale)[:2])


def quantity(value: float, unit: str, decimals: int) -> str:
    """A value with its unit, as `units.quantity`; raises `ValueError` for a missing one."""
    if in_english():
        return units.quantity(value, unit, decimals)
    return measured(number(value, decimals), unit)


def measured(number: str, unit: str) -> str:
    """A number that is written already with its unit, in the form that it asks for."""
    if in_english():
        return number + units.SUFFIX.get(unit, f" {unit}")
    if unit == "percent":
        return number + _marks(current().locale)[2]
    if unit not in FEW_WORDS:
        own = unit if unit.isupper() else _quoted(unit)
        return f"{number} {own}".strip()
    one, many = FEW_WORDS[unit]
    form = 1 if number.lstrip("+\N{MINUS SIGN}") == "1" else 2
    said = catalogue(current().language).ngettext(one, many, form)
    if said in (one, many):
        return f"{number} {unit}"
    return said.format(number=number, base=written("100,000"))


def leading(value: float) -> str:
    """A size by its three leading digits, all written out for whoever listens: `0.0123`, `12,300`.

    Raises `ValueError` for a value that is not a finite number.
    """
    rounded = float(f"{value:.3g}") if math.isfinite(value) else value
    size = math.floor(math.log10(abs(rounded))) if rounded else 0
    text = units.number(rounded, min(MOST_DECIMALS, max(0, 2 - size)))
    return written(text.rstrip("0").rstrip(".") if "." in text else text)


def _quoted(unit: str) -> str:
    """A unit that only its source knows, in its words."""
    marks = catalogue(current().language).gettext("“{words}”")
    return marks.format(words=unit) if unit else ""


def difference(value: float, unit: str, decimals: int) -> str:
    """A difference with its sign, as `units.difference`; one of percents in percentage points."""
    text = units.difference(value, unit, decimals)
    if in_english():
        return text
    digits = units.number(value, decimals)
    signed = "+" + digits if text.startswith("+") else digits
    return measured(written(signed), "percentage points" if unit == "percent" else unit)


def signed(value: float, unit: str, decimals: int) -> str:
    """A change with its sign in its own unit: `+3.0%`, where the change is one of percent."""
    digits = units.number(value, decimals)
    sign = "+" if value > 0 and digits.strip("0.,") else ""
    return measured(written(sign + digits), unit)


def interval(low: float, high: float, decimals: int) -> str:
    """Both bounds with a word between them, as `units.interval`."""
    if in_english():
        return units.interval(low, high, decimals)
    joined = catalogue(current().language).gettext("{low} to {high}")
    return joined.format(low=number(low, decimals), high=number(high, decimals))


def between(low: str, high: str) -> str:
    """Two amounts with a word between them, a unit in words once: `291 to 708 points`.

    Both are of one unit; what is written onto a number, as `%` is, stays with it.
    """
    bare = low.partition(" ")[0] if " " in high else low
    if in_english():
        return f"{bare} to {high}"
    return catalogue(current().language).gettext("{low} to {high}").format(low=bare, high=high)


def one_in(percent: float) -> str:
    """A share as a natural frequency, as `units.one_in`; raises `ValueError` as it does."""
    return share(units.one_in(percent))


def out_of(percent: float, *others: float) -> str:
    """A share beside others, as `units.out_of`; raises `ValueError` as it does."""
    return share(units.out_of(percent, *others))


def share(text: str) -> str:
    """`about 1 in 5` in the reader's language."""
    found = SHARE.fullmatch(text)
    if in_english() or found is None:
        return text
    said = catalogue(current().language).gettext(found[1] + " {number} in {base}")
    return said.format(number=written(found[2]), base=written(found[3]))


def axis(unit: str) -> str:
    """What stands at the axis of a unit."""
    english = units.AXIS.get(unit, unit.capitalize())
    return catalogue(current().language).gettext(english)
