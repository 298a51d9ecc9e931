"""Names of platforms in a column of an export. Only names listed here leave the room.

A tool may write the name of a site or of a person's page there; whatever is not listed becomes
"Other sources".
"""

from __future__ import annotations

from utils.language import later
from utils.uploads.platforms.words import plain

OTHER = later("Other sources")
later("News")
later("Blogs")
later("Forums")
later("Reviews")
later("Radio and television")

NETWORKS: dict[str, tuple[str, ...]] = {
    "X": ("x", "twitter", "x (twitter)", "twitter/x", "x.com", "twitter.com", "tweet"),
    "Facebook": ("facebook", "facebook public", "facebook page", "facebook.com", "fb"),
    "Instagram": ("instagram", "instagram public", "instagram.com", "ig"),
    "Threads": ("threads", "threads.net"),
    "YouTube": ("youtube", "youtube.com"),
    "TikTok": ("tiktok", "tik tok", "tiktok.com"),
    "LinkedIn": ("linkedin", "linkedin.com", "linkedin page"),
    "Reddit": ("reddit", "reddit.com"),
    "Bluesky": ("bluesky", "bsky", "bsky.app"),
    "Mastodon": ("mastodon",),
    "Pinterest": ("pinterest", "pinterest.com"),
    "Tumblr": ("tumblr", "tumblr.com"),
    "Snapchat": ("snapchat",),
    "Telegram": ("telegram",),
    "VK": ("vk", "vkontakte", "vk.com"),
    "Weibo": ("weibo", "sina weibo"),
    "Twitch": ("twitch",),
    "Quora": ("quora", "quora.com"),
    "News": ("news", "online news", "print", "newspaper", "magazine", "onlinenews"),
    "Blogs": ("blog", "blogs"),
    "Forums": ("forum", "forums", "message board", "message boards", "discussions"),
    "Reviews": ("review", "reviews"),
    "Radio and television": ("tv", "radio", "tv/radio", "broadcast", "podcast", "podcasts"),
}
"""Platform -> how tools write it."""

NAMES: tuple[str, ...] = (*NETWORKS, OTHER)
"""Every platform that a row may get, in the order in which codes are given."""

_KNOWN = {spelt: position for position, names in enumerate(NETWORKS.values()) for spelt in names}


def code(text: str) -> int:
    """The position in `NAMES` of what a cell says."""
    return _KNOWN.get(plain(text), len(NAMES) - 1)
