"""What an export can count, each on its own rung: views, reach and likes are never mixed."""

from __future__ import annotations

from dataclasses import dataclass

from utils.language import later
from utils.model.reach import Rung


@dataclass(frozen=True)
class Metric:
    """One thing that is counted. ``additive`` says whether days may be summed."""

    id: str
    unit: str
    rung: Rung
    what: str
    additive: bool = True


METRICS: dict[str, Metric] = {
    one.id: one
    for one in (
        Metric(
            "posts",
            later("posts"),
            "posts counted",
            later("Posts. One person may post many times."),
        ),
        Metric("likes", later("likes"), "interactions", later("Likes that the posts got.")),
        Metric(
            "reactions",
            later("reactions"),
            "interactions",
            later("Likes and other reactions to posts."),
        ),
        Metric(
            "reposts", later("reposts"), "interactions", later("Times that posts were passed on.")
        ),
        Metric("replies", later("replies"), "interactions", later("Replies to the posts.")),
        Metric("comments", later("comments"), "interactions", later("Comments under the posts.")),
        Metric("shares", later("shares"), "interactions", later("Times that posts were shared.")),
        Metric(
            "saves", later("saves"), "interactions", later("Times that posts were kept for later.")
        ),
        Metric(
            "clicks",
            later("clicks"),
            "interactions",
            later("Clicks on the posts, as the platform counts."),
        ),
        Metric(
            "engagements",
            later("engagements"),
            "interactions",
            later("Everything that people did with the posts, as the platform adds it up."),
        ),
        Metric(
            "impressions",
            later("impressions"),
            "measured views",
            later("Times that posts were on a screen. One person may see a post many times."),
        ),
        Metric(
            "views",
            later("views"),
            "measured views",
            later("Times that posts or videos were viewed, by the platform's own rule for a view."),
        ),
        Metric(
            "reach",
            later("accounts reached"),
            "modelled reach",
            later(
                "Accounts that saw a post, as the platform estimates. Who saw several posts is "
                "counted several times."
            ),
            additive=False,
        ),
        Metric(
            "potential-reach",
            later("potential reach"),
            "follower-sum ceiling",
            later(
                "The audience that each source could have reached, added up: a ceiling, never "
                "people reached."
            ),
            additive=False,
        ),
        Metric(
            "search-index",
            later("index points"),
            "search index",
            later("Searches on a scale from 0 to 100 of this one download."),
            additive=False,
        ),
    )
}
"""Every metric by id."""
