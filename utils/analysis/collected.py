"""Which collected series speak of a campaign: those that counted one of its hashtags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from utils.model import Campaign, hashtags
from utils.model.reach import SeriesUse


def joined(campaign: Campaign, parts: Mapping[str, tuple[str, ...]]) -> Campaign:
    """The campaign with the collected series of its hashtags after its own series.

    ``parts`` holds the groups of each collected series by id, as `hashtags.label` writes them.
    """
    mine = {hashtags.key(tag) for tag in campaign.hashtags}
    uses = [
        SeriesUse(id, tuple(group for group in groups if hashtags.of(group) in mine))
        for id, groups in parts.items()
    ]
    found = tuple(use for use in uses if use.groups)
    return replace(campaign, series=(*campaign.series, *found)) if found else campaign
