"""The first choice or press after a server was lost counts: its page is drawn once before."""

from __future__ import annotations

import asyncio

import pytest
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.serve.asgi import Wire, socket_scope
from utils.serve.returning import Returning
from utils.serve.sockets import Inbox
from utils.serve.turns import Turn, slots

HAD = "streamlit, PLACEHOLDER_AUTH_TOKEN, 4b1f-of-another-server"


def wish(pressed: bool = True, fragment: str = "") -> bytes:
    """What a page sends: its address, and what it holds."""
    made = BackMsg()
    made.rerun_script.query_string, made.rerun_script.page_name = "a=1", "statistics"
    made.rerun_script.fragment_id = fragment
    if pressed:
        made.rerun_script.widget_states.widgets.add(id="x", trigger_value=True)
    return made.SerializeToString()


def returning(had: str = HAD) -> Returning:
    scope = socket_scope()
    scope["headers"] = [(b"sec-websocket-protocol", had.encode())]
    return Returning(scope)


def test_the_page_of_the_address_comes_first() -> None:
    for asked in (wish(), wish(pressed=False, fragment="part")):
        first = BackMsg.FromString(returning().before(asked)).rerun_script
        assert (first.query_string, first.page_name) == ("a=1", "statistics")
        assert not first.widget_states.widgets
        assert not first.fragment_id


def test_it_comes_first_once_and_only_after_a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    found = returning()
    assert found.before(wish())
    assert found.before(wish()) == b""
    for had in ("", "streamlit", "streamlit, PLACEHOLDER_AUTH_TOKEN", "streamlit, x, "):
        assert returning(had).before(wish()) == b"", had
    assert returning().before(wish(pressed=False)) == b"", "it asks for no more than its page"

    class Knows:
        def is_active_session(self, session: str) -> bool:
            return session in HAD

    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", Knows)
    assert returning().before(wish()) == b"", "the session is still here"


def test_the_wish_waits_until_the_page_is_drawn() -> None:
    async def acted() -> None:
        wire = Wire([wish(), wish(pressed=False)])
        inbox = Inbox(wire.receive, wire.send, Turn(slots()), returning())
        first = await inbox.receive()
        assert not BackMsg.FromString(first["bytes"]).rerun_script.widget_states.widgets
        waiting = asyncio.create_task(inbox.receive())
        await asyncio.sleep(0.05)
        assert not waiting.done(), "Streamlit would give up the page that it is drawing"
        done = ForwardMsg(script_finished=0).SerializeToString()
        await inbox.send({"type": "websocket.send", "bytes": done})
        assert (await waiting)["bytes"] == wish()
        await inbox.send({"type": "websocket.send", "bytes": done})
        assert (await inbox.receive())["bytes"] == wish(pressed=False)

    asyncio.run(acted())
