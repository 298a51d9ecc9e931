"""The one door to the network: asks politely, reads with limits, tells nobody a secret."""

from utils.download.door import Answer, Door
from utils.download.errors import (
    AddressError,
    DownloadError,
    NotDataError,
    NotWholeError,
    RateLimitError,
    RefusedError,
    TooBigError,
    TooSlowError,
    UnreachableError,
)
from utils.download.policy import Clock, Policy, user_agent

__all__ = [
    "AddressError",
    "Answer",
    "Clock",
    "Door",
    "DownloadError",
    "NotDataError",
    "NotWholeError",
    "Policy",
    "RateLimitError",
    "RefusedError",
    "TooBigError",
    "TooSlowError",
    "UnreachableError",
    "user_agent",
]
