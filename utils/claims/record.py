"""What was printed of a claim, kept beside its spec so that anyone can check it later."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

from utils.model import Claim, Evidence
from utils.model.evidence import COLUMNS
from utils.model.limits import CLAIM_ROWS_KEPT

STAMPED = [column for column in COLUMNS if column != "origin"]
"""What a row says. Where it was read stands in `releases`."""
STAMP_LETTERS = 16


@dataclass(frozen=True)
class Recorded:
    """A claim as it was told. Only ``spec`` must be there; what is empty is not compared.

    ``value``, ``interval`` and ``sentence`` are printed text. ``stamp`` is a fingerprint of the
    rows used, ``rows`` those rows word for word where they are few. ``releases`` name what
    they were read from, ``ended`` whether the source had stopped the series by then.
    """

    spec: str
    value: str = ""
    interval: str = ""
    sentence: str = ""
    stamp: str = ""
    rows: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    ended: bool = False


def record(claim: Claim, ended: bool = False) -> Recorded:
    """What to keep of a claim; ``ended`` as its card says at this moment."""
    rows = lines(claim.evidence) if claim.evidence is not None else ()
    return Recorded(
        spec=claim.spec,
        value=claim.quantity.text,
        interval=claim.quantity.interval,
        sentence=claim.sentences.written,
        stamp=stamp(claim),
        rows=rows if len(rows) <= CLAIM_ROWS_KEPT else (),
        releases=releases(claim),
        ended=ended,
    )


def stamp(claim: Claim) -> str:
    """A fingerprint of what a claim was made from: its rows, or the words of a cited figure."""
    rows = lines(claim.evidence) if claim.evidence is not None else ()
    said = [claim.sentences.written, *(one.text for one in claim.citations)]
    text = "\n".join(rows or said)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:STAMP_LETTERS]


def lines(evidence: Evidence) -> tuple[str, ...]:
    """Each row as one line: series, place, split, group, first and last day, numbers, status."""
    columns = [evidence.rows[name].tolist() for name in STAMPED]
    return tuple(",".join(map(_cell, row)) for row in zip(*columns, strict=True))


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:.15g}"
    text = str(value)
    return text.removesuffix(" 00:00:00").replace(",", ";")


def releases(claim: Claim) -> tuple[str, ...]:
    """The releases that the rows used were read from, each with its fingerprint."""
    if claim.evidence is None:
        return ()
    return tuple(
        sorted({f"{origin.release.id}@{origin.sha256[:8]}" for origin in claim.evidence.cited})
    )
