"""X: the old tweet activity export, the content export since 2024, and both by day.

The old one writes `424.0` and `-`; the new one follows the language of the screen.
"""

from utils.language import later
from utils.uploads.platforms.format import Format

_INTERACTIONS = {
    "impressions": ("impressions",),
    "engagements": ("engagements",),
    "likes": ("likes", "favorites"),
    "reposts": ("reposts", "retweets"),
    "replies": ("replies",),
    "shares": ("shares",),
    "saves": ("bookmarks",),
}
_PARTLY = later("Only posts of the account that made the export are in it.")

FORMATS = (
    Format(
        id="x-activity",
        name=later("X, tweet activity by tweet"),
        family="x",
        platform="X",
        basis="post",
        needs=(("tweet text", "tweet id", "tweet permalink"), ("time",), ("impressions",)),
        date=("time",),
        text=("tweet text",),
        post_id=("tweet id",),
        metrics=_INTERACTIONS,
        caveats=(_PARTLY, later("Days are in UTC.")),
    ),
    Format(
        id="x-activity-days",
        name=later("X, tweet activity by day"),
        family="x",
        platform="X",
        basis="total",
        needs=(("date",), ("tweets published",), ("impressions",)),
        metrics={"posts": ("tweets published",), **_INTERACTIONS},
        caveats=(_PARTLY,),
    ),
    Format(
        id="x-content",
        name=later("X, content export"),
        family="x",
        platform="X",
        basis="post",
        needs=(("date",), ("post text", "post link"), ("impressions",), ("likes",)),
        text=("post text",),
        post_id=("post id",),
        metrics=_INTERACTIONS,
        caveats=(_PARTLY,),
    ),
    Format(
        id="x-days",
        name=later("X, account overview by day"),
        family="x",
        platform="X",
        basis="total",
        needs=(("date",), ("impressions",), ("likes",), ("reposts",), ("bookmarks",)),
        metrics=_INTERACTIONS,
        caveats=(_PARTLY,),
    ),
)
