"""Takes secrets out of whatever is said, printed or logged."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

HIDDEN = "[hidden]"
NAMES = r"(?:api[-_]?key|key|token|\$\$app_token|app_token|access_token|secret|password|sig)"
PARAMETER = re.compile(rf"(?i)([?&;]{NAMES}=)[^&#\s'\"]+")
POST = re.compile(
    r"(?i)([?&](?:(?:max|min|since)_id|id|cursor|page_?token|next_token)=)[^&#\s'\"]+"
)
"""Which post or page was asked for: it can lead to a person."""
USER = re.compile(r"(?i)(https?://)[^/@\s]+@")
SHORTEST = 4
"""A shorter value would be found inside ordinary words."""


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without the given secrets, in any spelling of an address, keys and ids of posts."""
    for secret in secrets:
        if len(secret) >= SHORTEST:
            for spelling in {secret, quote(secret, safe=""), quote_plus(secret)}:
                text = text.replace(spelling, HIDDEN)
    for name in (PARAMETER, POST):
        text = name.sub(rf"\1{HIDDEN}", text)
    return USER.sub(rf"\1{HIDDEN}@", text)


class Hiding(logging.Filter):
    """Lets log records pass, without the secrets."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self.secrets = tuple(secrets)

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true: the record itself is changed."""
        record.msg, record.args = redact(record.getMessage(), self.secrets), None
        return True
