"""YouTube Studio: Table data by video, whose first row is a total, and the same by day."""

from utils.language import later
from utils.uploads.platforms.format import Format

_FIGURES = {"views": ("views",), "impressions": ("impressions",)}
_OWN = later("Only videos of the channel that made the export are in it.")

FORMATS = (
    Format(
        id="youtube",
        name=later("YouTube Studio, table by video"),
        family="youtube",
        platform="YouTube",
        basis="post",
        needs=(("content",), ("video publish time",), ("views",)),
        date=("video publish time",),
        text=("video title",),
        labels=("content",),
        metrics=_FIGURES,
        caveats=(_OWN, later("Videos of a day, with all their views up to the day of the export.")),
    ),
    Format(
        id="youtube-days",
        name=later("YouTube Studio, table by day"),
        family="youtube",
        platform="YouTube",
        basis="total",
        needs=(("date",), ("views",), ("watch time (hours)",)),
        labels=("date",),
        metrics=_FIGURES,
        caveats=(_OWN,),
    ),
)
