"""Tools that watch several platforms: Sprout Social, Meltwater, Talkwalker, Determ.

Their reach is the audience a source could have had, so it stands on the loosest rung.
"""

from utils.language import later
from utils.uploads.platforms.format import Format

_QUERY = later("What the search did not ask for, and what the tool may not read, is missing.")

FORMATS = (
    Format(
        id="sprout-posts",
        name=later("Sprout Social, post performance"),
        family="sprout",
        platform="",
        basis="post",
        needs=(("date",), ("network",), ("post", "post type"), ("impressions",)),
        text=("post",),
        post_id=("post id",),
        network=("network",),
        metrics={
            "impressions": ("impressions",),
            "reach": ("reach",),
            "engagements": ("engagements",),
            "views": ("video views",),
            "saves": ("saves",),
        },
        caveats=(later("Only posts of the profiles in Sprout Social are in it."),),
    ),
    Format(
        id="sprout-days",
        name=later("Sprout Social, profile performance"),
        family="sprout",
        platform="",
        basis="total",
        needs=(("date",), ("network",), ("audience", "published posts (total)")),
        network=("network",),
        metrics={
            "posts": ("published posts (total)",),
            "impressions": ("impressions",),
            "engagements": ("engagements",),
            "views": ("video views",),
        },
        caveats=(later("Only the profiles in Sprout Social are in it."),),
    ),
    Format(
        id="meltwater",
        name=later("Meltwater, media and social mentions"),
        family="meltwater",
        platform="",
        basis="post",
        needs=(("date",), ("headline", "hit sentence"), ("opening text", "input name", "ave")),
        text=("hit sentence", "opening text", "headline", "body"),
        network=("source",),
        metrics={"potential-reach": ("reach",), "engagements": ("engagement",)},
        caveats=(_QUERY,),
    ),
    Format(
        id="talkwalker",
        name=later("Talkwalker, results"),
        family="talkwalker",
        platform="",
        basis="post",
        needs=(("published",), ("source_type", "extra_author_attributes.name"), ("reach",)),
        date=("published",),
        text=("content", "title"),
        network=("source_type",),
        metrics={"potential-reach": ("reach",), "engagements": ("engagement",)},
        order="day",
        caveats=(_QUERY,),
    ),
    Format(
        id="determ",
        name=later("Determ, mentions"),
        family="determ",
        platform="Determ sources",
        basis="post",
        needs=(("mention_snippet",), ("date",), ("reach",)),
        text=("mention_snippet",),
        metrics={"potential-reach": ("reach",)},
        caveats=(_QUERY,),
    ),
)
