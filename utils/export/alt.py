"""What a picture shows, for somebody who can't see it: the figure first, then its source."""

from __future__ import annotations

from utils.export import clean
from utils.export.door import Parcel
from utils.model import Claim, units
from utils.model.claims import Picture

KINDS: dict[Picture, str] = {
    "line": "Line chart",
    "bars": "Bar chart",
    "icons": "100 figures",
    "ranking": "Ranking as bars",
    "panels": "Charts under each other",
    "interval": "Estimate with its interval",
    "number": "One number",
}


def text(parcel: Parcel, claim: Claim) -> str:
    """`Line chart. Title: 21.4%, 95% interval 20.7 to 22.2, Sep 2024. … Source: …`"""
    found = [f"{KINDS[claim.picture]}. {claim.title}: {figure(parcel, claim)}."]
    if claim.picture == "icons" and (count := counted(claim)) is not None:
        found.append(f"{count} of 100 figures are filled.")
    found += [claim.sentences.written, short_source(claim)]
    return " ".join(part for part in found if part)


def figure(parcel: Parcel, claim: Claim) -> str:
    """`21.4%, 95% interval 20.7 to 22.2, Sep 2024`: what never travels apart."""
    return f"{claim.quantity.said}, {parcel.interval(claim)}, {claim.period}"


def counted(claim: Claim) -> int | None:
    """How many of 100 figures are filled; `None` where 100 figures can't show the share."""
    share = claim.quantity.value
    if claim.quantity.unit != "percent" or not 0 <= share <= 100:
        return None
    return int(f"{share:.0f}") or None


def short_source(claim: Claim, most: int = 180) -> str:
    """`Source: producer, title` of every citation, for where the whole one has no room."""
    names = dict.fromkeys(
        f"{one.producer}, {one.title}" if one.producer else one.title for one in claim.citations
    )
    return clean.shortened("Source: " + "; ".join(names), most)


def spoken_seconds(claim: Claim) -> int:
    """Seconds to read the sentence aloud at 140 words a minute, a calm pace."""
    return max(1, round(len(claim.sentences.spoken.split()) / 140 * 60))


def unit_title(unit: str) -> str:
    """What an axis is called that counts in this unit."""
    return units.AXIS.get(unit, unit[:1].upper() + unit[1:])
