"""The door: refuses names that are not ours, and addresses that are not for visitors."""

from __future__ import annotations

from starlette.datastructures import Headers as Asked
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from utils.serve import settings

HIDDEN = ("_stcore/metrics", "_stcore/agent", "_stcore/script-health-check")
"""Streamlit's addresses for operators and programs."""
HEALTH = ("/healthz", "/_stcore/health")
"""Asked by machines that know the server by its number and not by its name."""


class Door:
    """Lets a request in, or answers it with 400 (a host we don't go by) or 404 (hidden)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http":
            if any(hidden in scope["path"].lower() for hidden in HIDDEN):
                return await PlainTextResponse("Not found", 404)(scope, receive, send)
            host = Asked(scope=scope).get("host", "")
            if scope["path"] not in HEALTH and not settings.allowed(host):
                reply = PlainTextResponse(
                    "This server does not go by that name. Whoever runs it can add the name to "
                    "STREAMLIT_SERVER_ALLOWED_HOSTS.",
                    400,
                )
                return await reply(scope, receive, send)
        await self.app(scope, receive, send)
