"""A browser whose server was lost: what it asks first is done after its page was drawn once.

It comes back with a new session and with everything that its page holds, and its first message is a
choice or a press of a button. Streamlit calls what belongs to a button only if it drew that button
before in this session, and so the press would be lost, and with it a choice in a part that runs by
itself. So the page is drawn from its address first, as for somebody who opens the link, and then
the message passes as it is.
"""

from __future__ import annotations

from starlette.datastructures import Headers as Asked
from starlette.types import Scope
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg


class Returning:
    """One connection: whether its browser had a session that nobody here knows."""

    def __init__(self, scope: Scope) -> None:
        # Streamlit's page writes there, after its protocol and a token, the session that it had
        named = Asked(scope=scope).get("sec-websocket-protocol", "").split(",")
        self._had = named[2].strip() if len(named) > 2 else ""

    def before(self, frame: bytes) -> bytes:
        """The message that has to be done before this one; empty for almost all. Says so once."""
        had, self._had = self._had, ""
        if not had or (runtime.exists() and runtime.get_instance().is_active_session(had)):
            return b""
        message = BackMsg.FromString(frame)
        wanted = message.rerun_script
        if not wanted.widget_states.widgets and not wanted.fragment_id:
            return b""
        wanted.ClearField("widget_states")
        wanted.ClearField("fragment_id")
        first: bytes = message.SerializeToString()
        return first
