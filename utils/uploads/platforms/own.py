"""A table that nobody recognised, matched by hand: rows are posts, or totals of a day."""

from utils.language import later
from utils.uploads.platforms.format import Format

FORMATS = (
    Format(
        id="own-posts",
        name=later("A table matched by hand, one row a post"),
        family="own",
        platform="",
        basis="post",
        needs=(("",),),
    ),
    Format(
        id="own-days",
        name=later("A table matched by hand, one row a day"),
        family="own",
        platform="",
        basis="total",
        needs=(("",),),
    ),
)
