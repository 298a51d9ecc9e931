"""The card of a series made from a person's own file: what it is, and what it is not."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import replace
from typing import Any, TypeVar

from utils.language import say
from utils.language.phrase import phrase
from utils.language.phrase import told as retold
from utils.model import DataSpec, Evidence, Origin, ReachSeries, Release, Source
from utils.uploads.outcome import Period, Reduced
from utils.uploads.platforms.format import Format
from utils.uploads.platforms.metrics import Metric

Worded = TypeVar("Worded", ReachSeries, Source, Release)

ORIGIN = "your-data"
RULE = phrase(
    "Counts from 1 to 9, and figures about fewer than ten posts, are withheld; the others are "
    "rounded."
)
_FREQUENCY: dict[Period, str] = {"day": "P1D", "week": "P1W", "month": "P1M"}


def series_id(format: Format, platform: str, metric: Metric) -> str:
    """The id of a series: the same for every export of one kind, so that two can be joined.

    What a platform counted on a day is not what the posts of that day gathered, so the former
    ends in `-by-day`.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", platform.casefold()).strip("-")
    parts = ["upload", format.family, "" if format.platform else slug, metric.id]
    by_day = format.basis == "total" and format.id != "google-trends"
    return "-".join(part for part in parts if part) + ("-by-day" if by_day else "")


def card(format: Format, platform: str, metric: Metric, period: Period) -> ReachSeries:
    """What a chart, a table and a file need to know about one series of an upload."""
    index = metric.rung == "search index"
    names = {
        "unit": phrase(metric.unit),
        "platform": phrase(platform),
        "format": phrase(format.name),
    }
    return ReachSeries(
        id=series_id(format, platform, metric),
        title=phrase("Your data: {unit}, {platform} ({format})", **names),
        plain_title=phrase("Your data: {unit}, {platform}", **names),
        platform=platform,
        rung=metric.rung,
        unit=metric.unit,
        decimals=0,
        formula=_formula(format, metric),
        coverage=phrase("What was in the file that you brought."),
        coverage_kind="not stated",
        what=phrase(metric.what),
        missed=phrase(
            "Everything that is not in your file: other posts, other accounts, other platforms."
        ),
        day=phrase("As printed in the file."),
        place="WLD",
        frequency=_FREQUENCY.get(period, "irregular"),
        additive=metric.additive,
        data=DataSpec("upload", (), {}),
        caveats=(*(() if index else (RULE,)), *map(phrase, format.caveats)),
    )


def _formula(format: Format, metric: Metric) -> str:
    if metric.rung == "search index":
        return phrase("As printed by Google Trends; nothing was added up.")
    if format.basis == "total":
        return phrase(
            "As printed in the file for each day, added up by period: {unit}.",
            unit=phrase(metric.unit),
        )
    if metric.id == "posts":
        return phrase("Rows of the file, by the day that each names.")
    return phrase(
        "For the posts of each period, their {unit} added up, as they stood when the file was "
        "made.",
        unit=phrase(metric.unit),
    )


def told(card: ReachSeries) -> ReachSeries:
    """The card of an upload in the reader's language; files keep the English one."""
    words = ("title", "plain_title", "formula", "coverage", "what", "missed", "day")
    anew = _anew(card, *words)
    caveats = tuple(retold(one) for one in card.caveats)
    return replace(anew, platform=say(card.platform), caveats=caveats)


def _anew(one: Worded, *fields: str) -> Worded:
    """The same with some of its texts in the reader's language."""
    changed: dict[str, Any] = {name: retold(getattr(one, name)) for name in fields}
    return replace(one, **changed)


def evidence(reduced: Reduced, made: dt.date, place: str = "WLD") -> Evidence:
    """The counts as evidence, with an origin that says that they are the reader's own.

    ``made`` is the day on which the file was brought. The checksum is that of the counts: one
    of the file itself would tie them to it. The words are English phrases, as files have them.
    """
    rows = reduced.rows.assign(place=place)
    digest = hashlib.sha256(rows.to_csv(index=False).encode()).hexdigest()
    brought = phrase("brought on {day}", day=f"{made:%Y-%m-%d}")
    release = Release(ORIGIN, "", "", brought, made)
    return Evidence(rows, (Origin(ORIGIN, _source(), release, "", made, digest, len(rows)),))


def _source() -> Source:
    return Source(
        id=ORIGIN,
        title=phrase("Your data"),
        producer=phrase("You"),
        url="",
        licence=phrase("Your own; check the platform's terms before you publish"),
        licence_url="",
        redistributable=True,
        citation=phrase("Own export, counted with Groundswell; not checked by anybody else."),
        releases=(),
        short=phrase("Your data"),
    )


def spoken(evidence: Evidence) -> Evidence:
    """Evidence of an upload with its origin in the reader's language; files keep the English."""
    return replace(evidence, origins=tuple(map(_spoken, evidence.origins)))


def _spoken(origin: Origin) -> Origin:
    one, release = origin.source, origin.release
    source = _anew(one, "title", "producer", "licence", "citation", "short")
    return replace(origin, source=source, release=_anew(release, "vintage"))
