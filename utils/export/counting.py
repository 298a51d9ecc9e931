"""How long a post is by each platform's own rule; where a rule is vague, the longer count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

URL = re.compile(r"https?://[^\s]+")
SHORT_URL = 23
"""Characters that X and Mastodon count for any address, however long it is."""
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that weigh one on X; all others weigh two (twitter-text, config/v3.json)."""
JOINER, KEYCAP, EMOJI_STYLE = "\u200d", "\u20e3", "\ufe0f"
PICTURES = ((0x2190, 0x21FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x25A0, 0x27BF),
            (0x2900, 0x297F), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))  # fmt: skip
"""Blocks that hold the emoji of Unicode; letters and digits lie elsewhere."""


@dataclass(frozen=True)
class Platform:
    """A place to post: its limit, how it counts, and where that rule is written down."""

    id: str
    name: str
    limit: int
    count: Callable[[str], int]
    hashtags: int
    rule: str


def graphemes(text: str) -> list[str]:
    """What a reader takes for one letter each, by the main rules of Unicode Annex 29.

    Accents, variation selectors, skin tones and tags join what stands before them, a joiner
    links two emoji, two flags letters are one flag, Hangul parts are one syllable. The rarer
    rules (prepended marks, Indic conjuncts) are left out, so the count errs on the long side.
    """
    found: list[str] = []
    for letter in unicodedata.normalize("NFC", text):
        # nothing below U+0300 joins what stands before it, but for a line end
        if found and (letter >= "\u0300" or letter == "\n") and _joins(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _joins(before: str, letter: str) -> bool:
    last = before[-1]
    if last == "\r":
        return letter == "\n"
    if unicodedata.category(last) in ("Cc", "Zl", "Zp"):
        return False
    if _extends(letter):
        return True
    if last == JOINER:
        return is_picture(letter) and any(is_picture(one) for one in before)
    if _flag(letter) and _flag(last):
        return len(before) % 2 == 1
    return _hangul(last, letter)


def _extends(letter: str) -> bool:
    return (
        unicodedata.category(letter) in ("Mn", "Me", "Mc")
        or letter in (JOINER, "\u200c")
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or "\U000e0020" <= letter <= "\U000e007f"
    )


def _flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _hangul(last: str, letter: str) -> bool:
    """Leading, vowel and trailing parts that no composed syllable exists for (rules GB6 to 8)."""
    lead = "\u1100" <= last <= "\u115f"
    vowel = "\u1160" <= last <= "\u11a7" or (
        "\uac00" <= last <= "\ud7a3" and (ord(last) - 0xAC00) % 28 == 0
    )
    trail = "\u11a8" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7a3"
    if "\u1100" <= letter <= "\u115f" or "\uac00" <= letter <= "\ud7a3":
        return lead
    if "\u1160" <= letter <= "\u11a7":
        return lead or vowel
    return "\u11a8" <= letter <= "\u11ff" and (vowel or trail)


def is_picture(letter: str) -> bool:
    """Whether a code point can begin an emoji that is one without a variation selector."""
    return any(first <= ord(letter) <= last for first, last in PICTURES)


def on_x(text: str) -> int:
    """Weighted length: 23 an address, two an emoji or a letter outside the light ranges."""
    return sum(SHORT_URL if whole else _weight(part) for whole, part in _parts(text))


def _weight(text: str) -> int:
    return sum(_weight_of(one) for one in graphemes(text))


def _weight_of(cluster: str) -> int:
    if len(cluster) == 1 and cluster < "\u0300":
        return 1
    emoji = KEYCAP in cluster or EMOJI_STYLE in cluster or _flag(cluster[0])
    if emoji or (is_picture(cluster[0]) and len(cluster) > 1):
        return 2
    return sum(1 if _light(ord(letter)) else 2 for letter in cluster)


def _light(point: int) -> bool:
    return any(first <= point <= last for first, last in LIGHT)


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """The text cut into addresses (`True`) and what lies between them."""
    at = 0
    for match in URL.finditer(text):
        yield False, text[at : match.start()]
        yield True, match[0]
        at = match.end()
    yield False, text[at:]


def on_bluesky(text: str) -> int:
    """Graphemes, addresses in full; ten bytes count as one where letters are that long."""
    return max(len(graphemes(text)), -(-len(text.encode("utf-8")) // 10))


def on_mastodon(text: str) -> int:
    """Graphemes, 23 an address."""
    return sum(SHORT_URL if whole else len(graphemes(part)) for whole, part in _parts(text))


def units(text: str) -> int:
    """UTF-16 units: the most that a browser counts for a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


PLATFORMS = (
    Platform("x", "X", 280, on_x, 2, "github.com/twitter/twitter-text, config/v3.json"),
    Platform("bluesky", "Bluesky", 300, on_bluesky, 3,
             "lexicon app.bsky.feed.post: 300 graphemes, 3,000 bytes"),
    Platform("mastodon", "Mastodon", 500, on_mastodon, 4,
             "app/validators/status_length_validator.rb of Mastodon; a server may allow more"),
    Platform("instagram", "Instagram", 2_200, units, 5,
             "Instagram Platform, media: a caption has at most 2,200 characters"),
    Platform("linkedin", "LinkedIn", 3_000, units, 5,
             "LinkedIn Help: a post has at most 3,000 characters"),
)  # fmt: skip
