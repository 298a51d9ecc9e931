"""Brandwatch: mentions one by one below six lines of preamble, and volumes by day.

The last day of a volume is not included. Days follow the time zone of the account, so two
exports may differ by one day.
"""

from utils.language import later
from utils.uploads.platforms.format import Format

_ZONE = later("Days follow the time zone of the Brandwatch account.")
_QUERY = later("What the query did not ask for, and what Brandwatch may not read, is missing.")

FORMATS = (
    Format(
        id="brandwatch-mentions",
        name=later("Brandwatch, mentions"),
        family="brandwatch",
        platform="",
        basis="post",
        needs=(
            ("date",),
            ("query id", "query name"),
            ("mention id", "resource id", "page type", "content source name"),
        ),
        text=("full text", "snippet", "title"),
        tags=("hashtags",),
        post_id=("mention id", "resource id"),
        network=("content source name", "page type", "unified source name"),
        caveats=(_QUERY, _ZONE),
    ),
    Format(
        id="brandwatch-volume",
        name=later("Brandwatch, volume"),
        family="brandwatch",
        platform="Brandwatch sources",
        basis="total",
        needs=(("date", "startdate"), ("numberofdocuments",)),
        date=("date", "startdate"),
        end=("enddate",),
        metrics={"posts": ("numberofdocuments",)},
        caveats=(_QUERY, _ZONE),
    ),
)
