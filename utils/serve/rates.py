"""How often something may happen, and who is asking."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable

from starlette.types import Scope


class Bucket:
    """Holds ``burst`` tokens and gets ``rate`` of them a second; whatever happens takes one.

    The token bucket of network engineering (RFC 2697 describes it for packets).
    """

    def __init__(
        self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.rate, self.burst, self.clock = rate, float(burst), clock
        self.tokens, self.last = float(burst), clock()

    def wait(self) -> float:
        """Takes a token, a future one if need be; returns the seconds until it is there."""
        self._refill()
        self.tokens -= 1
        return max(0.0, -self.tokens / self.rate)

    def take(self) -> bool:
        """Takes a token if there is one."""
        self._refill()
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True

    def _refill(self) -> None:
        now = self.clock()
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now


def address(scope: Scope) -> str:
    """Where a request comes from. Of IPv6 the network, since a household has a whole one.

    Behind a proxy this is the visitor's address only if `FORWARDED_ALLOW_IPS` trusts the proxy.
    """
    host = str((scope.get("client") or ("unknown",))[0])
    try:
        known = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(known, ipaddress.IPv6Address):
        return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))
    return host
