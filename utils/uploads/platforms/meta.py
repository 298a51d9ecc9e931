"""Facebook and Instagram: Meta Business Suite, and the old Facebook export by post.

The suite's own column Date holds the word Lifetime; the day is in Publish time, month first, in
the account's time zone. The old export has two rows of headings, and some headings twice.
"""

from utils.language import later
from utils.uploads.platforms.format import Format

_OWN = later("Only posts of the account that made the export are in it.")
_SUITE = {
    "views": ("views",),
    "impressions": ("impressions",),
    "reach": ("reach",),
    "likes": ("likes",),
    "reactions": ("reactions",),
    "comments": ("comments",),
    "shares": ("shares",),
    "saves": ("saves",),
}
_FIGURES = ("views", "reach", "likes", "reactions", "impressions")

FORMATS = (
    Format(
        id="instagram",
        name=later("Instagram, posts from Meta Business Suite"),
        family="instagram",
        platform="Instagram",
        basis="post",
        needs=(("publish time",), ("post type",), ("account username", "saves"), _FIGURES),
        date=("publish time",),
        text=("description",),
        post_id=("post id",),
        parts=("date",),
        metrics=_SUITE,
        order="month",
        caveats=(_OWN,),
    ),
    Format(
        id="facebook",
        name=later("Facebook, posts from Meta Business Suite"),
        family="facebook",
        platform="Facebook",
        basis="post",
        needs=(("publish time",), ("post type",), ("page name", "page id"), _FIGURES),
        date=("publish time",),
        text=("title", "description"),
        post_id=("post id",),
        parts=("date",),
        metrics=_SUITE,
        order="month",
        caveats=(_OWN,),
    ),
    Format(
        id="facebook-insights",
        name=later("Facebook, old export by post"),
        family="facebook",
        platform="Facebook",
        basis="post",
        needs=(("posted",), ("lifetime post total reach", "lifetime post total impressions")),
        date=("posted",),
        text=("post message",),
        post_id=("post id",),
        metrics={
            "reach": ("lifetime post total reach",),
            "impressions": ("lifetime post total impressions",),
        },
        order="month",
        caveats=(_OWN,),
    ),
)
