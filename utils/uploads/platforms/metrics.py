"""What an export can count, each on its own rung: views, reach and likes are never mixed."""

from __future__ import annotations

from dataclasses import dataclass

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
        Metric("posts", "posts", "posts counted", "Posts. One person may post many times."),
        Metric("likes", "likes", "interactions", "Likes that the posts got."),
        Metric("reactions", "reactions", "interactions", "Likes and other reactions to posts."),
        Metric("reposts", "reposts", "interactions", "Times that posts were passed on."),
        Metric("replies", "replies", "interactions", "Replies to the posts."),
        Metric("comments", "comments", "interactions", "Comments under the posts."),
        Metric("shares", "shares", "interactions", "Times that posts were shared."),
        Metric("saves", "saves", "interactions", "Times that posts were kept for later."),
        Metric("clicks", "clicks", "interactions", "Clicks on the posts, as the platform counts."),
        Metric(
            "engagements",
            "engagements",
            "interactions",
            "Everything that people did with the posts, as the platform adds it up.",
        ),
        Metric(
            "impressions",
            "impressions",
            "measured views",
            "Times that posts were on a screen. One person may see a post many times.",
        ),
        Metric(
            "views",
            "views",
            "measured views",
            "Times that posts or videos were viewed, by the platform's own rule for a view.",
        ),
        Metric(
            "reach",
            "accounts reached",
            "modelled reach",
            "Accounts that saw a post, as the platform estimates. Who saw several posts is "
            "counted several times.",
            additive=False,
        ),
        Metric(
            "potential-reach",
            "potential reach",
            "follower-sum ceiling",
            "The audience that each source could have reached, added up: a ceiling, never "
            "people reached.",
            additive=False,
        ),
        Metric(
            "search-index",
            "index points",
            "search index",
            "Searches on a scale from 0 to 100 of this one download.",
            additive=False,
        ),
    )
}
"""Every metric by id."""
