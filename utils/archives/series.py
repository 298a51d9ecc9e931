"""The series that a count of an archive gives: what each is, and what it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from utils.archives import sketch
from utils.archives.found import Counted, shapes
from utils.model import DataSpec, ReachSeries
from utils.model.limits import ARCHIVE_EXACT_POSTS, SMALLEST_COUNT
from utils.model.reach import Rung

RULE = (
    f"Counts from 1 to {SMALLEST_COUNT - 1}, and figures about fewer than ten posts, are "
    "withheld; the others are rounded."
)
ESTIMATED = (
    f"More than {ARCHIVE_EXACT_POSTS:,} posts carry the hashtags, so accounts are estimates by "
    f"HyperLogLog with a standard error of {100 * sketch.ERROR:.2f} percent; low and high are "
    "the 95 percent interval."
)


@dataclass(frozen=True)
class Metric:
    """One thing that is counted: its id, unit, rung, what it is, and how it is worked out."""

    id: str
    unit: str
    rung: Rung
    what: str
    formula: str
    additive: bool = True


_GATHERED = "For the posts of each day, their {} added up, the largest number known of each post."
METRICS: dict[str, Metric] = {
    one.id: one
    for one in (
        Metric(
            "posts",
            "posts",
            "posts counted",
            "Posts with the hashtag. One person may post many times.",
            "Posts whose text or list of hashtags has the hashtag, each once, by their day; a "
            "post passed on is not one.",
        ),
        Metric(
            "accounts",
            "accounts",
            "accounts counted",
            "Accounts that made such posts. Who posts on two days counts on both.",
            "Different accounts among the posts of each day.",
            additive=False,
        ),
        *(
            Metric(one, one, "interactions", what, _GATHERED.format(one))
            for one, what in (
                ("likes", "Likes that the posts got."),
                ("reposts", "Times that the posts were passed on."),
                ("replies", "Replies to the posts."),
            )
        ),
        Metric(
            "views",
            "views",
            "measured views",
            "Times that the posts were on a screen, as the platform counts.",
            _GATHERED.format("views"),
        ),
        Metric(
            "posts-in-archive",
            "posts",
            "posts counted",
            "All posts of the archive, with the hashtags or without: how much it holds of a day.",
            "Readable posts of each day; one that stands twice without the hashtags counts twice.",
        ),
    )
}
"""Every metric by id, in the order in which they are written."""


def slug(name: str) -> str:
    """A name as part of an id: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "hashtags"


def series_id(name: str, metric: str) -> str:
    """The id of a series of the count called ``name``."""
    return f"archive-{slug(name)}-{metric}"


def card(counted: Counted, name: str, metric: Metric) -> ReachSeries:
    """What a chart, a table and a file need to know about one series."""
    platform = counted.reads[0].shape.platform
    unit = "posts in the archive" if metric.id == "posts-in-archive" else metric.unit
    estimated = metric.id == "accounts" and counted.found.estimated
    return ReachSeries(
        id=series_id(name, metric.id),
        title=f"Counted from an archive, {platform}: {unit}, {name}",
        plain_title=f"Archive, {platform}: {unit}",
        platform=platform,
        rung=metric.rung,
        unit=metric.unit,
        decimals=0,
        formula=metric.formula,
        coverage="What the archive holds; nobody but its owner knows what it lacks.",
        coverage_kind="not stated",
        what=metric.what,
        missed="What the archive lacks, other platforms, and posts about the campaign without "
        "its hashtags. A day of which the archive holds no post is absent, not zero.",
        day=" ".join(one.days for one in shapes(counted)),
        place="WLD",
        frequency="P1D",
        additive=metric.additive,
        data=DataSpec("archive", (), {}),
        hashtags=counted.asked.labels,
        caveats=(RULE, *((ESTIMATED,) if estimated else ())),
    )
