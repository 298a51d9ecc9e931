"""TikTok Studio: videos one by one. Some languages write dates without a year; we refuse those."""

from utils.language import later
from utils.uploads.platforms.format import Format

FORMATS = (
    Format(
        id="tiktok",
        name=later("TikTok Studio, content"),
        family="tiktok",
        platform="TikTok",
        basis="post",
        needs=(
            ("video title",),
            ("post time", "publish time", "video link", "total views"),
            ("post time", "video publish time", "publish time"),
            ("total views", "views"),
            ("total likes", "likes"),
        ),
        date=("post time", "video publish time", "publish time"),
        text=("video title",),
        metrics={
            "views": ("total views", "views"),
            "likes": ("total likes", "likes"),
            "comments": ("total comments", "comments"),
            "shares": ("total shares", "shares"),
            "reach": ("reach",),
        },
        caveats=(later("Only videos of the account that made the export are in it."),),
    ),
)
