"""LinkedIn: a page's figures by day and by post, and a person's own, two tables side by side.

Of the three columns organic, sponsored and total only the total is read: parts beside their
total would give small counts away.
"""

from utils.language import later
from utils.uploads.platforms.format import Format

_OWN = later("Only posts of the page or person that made the export are in it.")

FORMATS = (
    Format(
        id="linkedin-days",
        name=later("LinkedIn page, by day"),
        family="linkedin",
        platform="LinkedIn",
        basis="total",
        needs=(("date",), ("impressions (total)",)),
        metrics={
            "impressions": ("impressions (total)",),
            "clicks": ("clicks (total)",),
            "reactions": ("reactions (total)",),
            "comments": ("comments (total)",),
            "reposts": ("reposts (total)", "shares (total)"),
        },
        order="month",
        caveats=(_OWN,),
    ),
    Format(
        id="linkedin-posts",
        name=later("LinkedIn page, all posts"),
        family="linkedin",
        platform="LinkedIn",
        basis="post",
        needs=(("post title",), ("created date",), ("impressions",)),
        date=("created date",),
        text=("post title",),
        metrics={
            "impressions": ("impressions",),
            "views": ("views",),
            "clicks": ("clicks",),
            "likes": ("likes",),
            "comments": ("comments",),
            "reposts": ("reposts",),
        },
        order="month",
        caveats=(_OWN,),
    ),
    Format(
        id="linkedin-person",
        name=later("LinkedIn, a person's top posts"),
        family="linkedin",
        platform="LinkedIn",
        basis="post",
        needs=(
            ("post url", "url"),
            ("date", "post publish date"),
            ("engagements", "impressions"),
        ),
        date=("date", "post publish date"),
        metrics={"engagements": ("engagements",), "impressions": ("impressions",)},
        order="month",
        counts_posts=False,
        caveats=(
            later("Only the posts that did best are in it, so posts are not counted from it."),
        ),
    ),
)
