"""Too many connections are refused, too many messages wait, and only visitors' messages pass."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.serve.asgi import Wire, socket_scope
from utils.model import limits
from utils.serve import sockets
from utils.serve.rates import Bucket
from utils.serve.sockets import PASSES, Inbox, Sockets, kind
from utils.serve.turns import Turn, slots


def message(name: str) -> BackMsg:
    """A message of a kind, with the least it can hold."""
    made = BackMsg()
    field = made.DESCRIPTOR.fields_by_name[name]
    if field.message_type:
        getattr(made, name).SetInParent()
    else:
        setattr(made, name, "x" if field.cpp_type == field.CPPTYPE_STRING else True)
    return made


def rerun(words: str = "a=1") -> bytes:
    made = BackMsg()
    made.rerun_script.query_string = words
    return made.SerializeToString()


def backend(payload: str) -> bytes:
    made = BackMsg()
    getattr(made.backend_operation_request, payload).SetInParent()
    return made.SerializeToString()


KINDS = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]
"""Every kind of message that this Streamlit knows."""
VISITORS = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"}


@pytest.mark.parametrize("name", KINDS)
def test_developers_messages_are_refused_by_name(name: str) -> None:
    assert (kind(message(name).SerializeToString()) in PASSES) is (name in VISITORS)


def test_a_message_that_streamlit_may_add_later_is_refused() -> None:
    assert {"clear_cache", "set_run_on_save", "load_git_info"} <= set(KINDS)
    assert kind(b"") not in PASSES


@pytest.mark.parametrize(
    ("payload", "passed"),
    [
        ("deferred_file", True),
        ("dataframe_chunk", True),
        ("install_skills", False),
        ("dismiss_skills_nudge", False),
    ],
)
def test_of_operations_only_files_and_rows_pass(payload: str, passed: bool) -> None:
    assert (kind(backend(payload)) in PASSES) is passed


async def heard(wire: Wire) -> tuple[list[Message], Inbox]:
    """Everything that gets through an inbox."""
    inbox, found = Inbox(wire.receive, wire.send, Turn(slots())), []
    while True:
        found.append(await inbox.receive())
        if found[-1]["type"] == "websocket.disconnect":
            return found, inbox


def test_what_is_refused_is_dropped_and_the_rest_arrives_in_order() -> None:
    wire = Wire([rerun("a"), message("clear_cache").SerializeToString(), rerun("b")])
    found, _ = asyncio.run(heard(wire))
    assert [one.get("bytes") for one in found] == [rerun("a"), rerun("b"), None]
    assert wire.sent == []


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (b"\xff\xff not a message", sockets.PROTOCOL_ERROR),
        ("text", sockets.NO_TEXT),
        (b"x" * (limits.SERVER_MESSAGE_BYTES + 1), sockets.TOO_BIG),
    ],
)
def test_garbage_closes_this_connection_and_says_why(frame: bytes | str, code: int) -> None:
    async def told() -> tuple[list[Message], list[Message]]:
        wire = Wire([frame, rerun()])
        found, inbox = await heard(wire)
        await inbox.send({"type": "websocket.send", "bytes": b"late"})
        return found, wire.sent

    found, sent = asyncio.run(told())
    assert found == [{"type": "websocket.disconnect", "code": code}]
    assert sent == [{"type": "websocket.close", "code": code}], "nothing is sent after the close"


class Slow:
    """A server that takes a second to draw, and a clock that only waiting moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seconds: float, wire: Wire) -> None:
        self.now, self.seconds, self.passed = 0.0, seconds, 0
        self.inbox = Inbox(wire.receive, wire.send, Turn(slots()))
        self.inbox._bucket.clock = lambda: self.now
        self.inbox._bucket.last = 0.0
        monkeypatch.setattr(sockets.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(asyncio, "sleep", self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.now += seconds

    async def run(self) -> None:
        while (await self.inbox.receive())["type"] != "websocket.disconnect":
            self.passed += 1
            self.now += self.seconds
            await self.inbox.send({"type": "websocket.send", "bytes": FINISHED})


FINISHED = ForwardMsg(script_finished=0).SerializeToString()


def test_a_flood_of_cheap_pages_keeps_to_the_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Slow(monkeypatch, 0.0, Wire([rerun()] * 100))
    asyncio.run(server.run())
    waited = (100 - limits.SERVER_MESSAGES_BURST) / limits.SERVER_MESSAGES_PER_SECOND
    assert server.passed == 100
    assert server.now == pytest.approx(waited, rel=0.05)


def test_a_flood_of_costly_pages_leaves_half_of_the_time_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each message starts a page anew, which takes three seconds; the sender waits for none."""
    server = Slow(monkeypatch, 0.0, Wire([rerun()] * 200))

    class Drawing:
        done = busy = 0.0

        def clear(self) -> None:
            self.busy += 3.0 - max(0.0, self.done - server.now)  # the page before is given up
            self.done = server.now + 3.0

        def set(self) -> None:
            return

        async def wait(self) -> None:
            server.now = max(server.now, self.done)
            await server.inbox.send({"type": "websocket.send", "bytes": FINISHED})

    async def eager() -> None:
        while (await server.inbox.receive())["type"] != "websocket.disconnect":
            pass

    drawing = server.inbox._drawn = Drawing()  # type: ignore[assignment]
    asyncio.run(eager())
    assert server.now > 20
    assert drawing.busy <= 0.65 * server.now


def test_a_page_is_asked_for_anew_a_few_times_and_then_finished() -> None:
    """As while a slider is dragged: nothing is lost, and no more threads pile up."""

    async def dragged() -> None:
        wire = Wire([rerun()] * 10)
        inbox = Inbox(wire.receive, wire.send, Turn(slots()))
        for _ in range(limits.SERVER_REDRAWS):
            assert (await inbox.receive())["type"] == "websocket.receive"
        waiting = asyncio.create_task(inbox.receive())
        await asyncio.sleep(0.02)
        assert not waiting.done()
        await inbox.send({"type": "websocket.send", "bytes": FINISHED})
        assert (await asyncio.wait_for(waiting, 1))["bytes"] == rerun()

    asyncio.run(dragged())


def test_files_made_on_click_wait_for_no_page() -> None:
    async def clicked() -> int:
        wire = Wire([backend("deferred_file")] * 10)
        found, _ = await asyncio.wait_for(heard(wire), 1)
        return len(found)

    assert asyncio.run(clicked()) == 11


def test_a_page_that_is_never_drawn_is_not_waited_for_forever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "SERVER_REST_SECONDS", 0.01)
    monkeypatch.setattr(limits, "SERVER_MESSAGES_BURST", 1)
    monkeypatch.setattr(limits, "SERVER_MESSAGES_PER_SECOND", 1e3)
    found, _ = asyncio.run(heard(Wire([rerun()] * 5)))
    assert len(found) == 6


def test_only_the_end_of_a_page_is_its_end() -> None:
    assert sockets.finishes(FINISHED)
    assert not sockets.finishes(b"")
    assert not sockets.finishes(ForwardMsg(hash="x").SerializeToString())
    assert not sockets.finishes(FINISHED + b"\0" * 500)


async def opened(server: Sockets, clients: list[str]) -> list[str]:
    """Opens a connection for each address, all at the same time; what each was told."""
    told: list[str] = []
    everybody = asyncio.Event()

    async def one(client: str) -> None:
        wire = Wire([])
        task = asyncio.create_task(
            server(socket_scope(client), wire.receive, wire.send)  # type: ignore[arg-type]
        )
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        told.append(str(wire.sent[0]["status"]) if wire.sent else "open")
        await everybody.wait()
        await task

    async def inside(scope: Scope, receive: Receive, send: Send) -> None:
        await everybody.wait()

    server.app = inside
    tasks = [asyncio.create_task(one(client)) for client in clients]
    while len(told) < len(clients):
        await asyncio.sleep(0)
    everybody.set()
    await asyncio.gather(*tasks)
    return told


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    return


def test_one_address_may_open_so_many_and_others_are_not_held_up() -> None:
    most = limits.SERVER_CONNECTIONS_PER_ADDRESS
    server = Sockets(nothing)
    told = asyncio.run(opened(server, ["192.0.2.1"] * (most + 5) + ["192.0.2.2"]))
    assert told == ["open"] * most + ["503"] * 5 + ["open"]
    assert not server.open, "a connection that ended still counts"


def test_the_server_holds_so_many_altogether() -> None:
    most = limits.SERVER_CONNECTIONS
    told = asyncio.run(opened(Sockets(nothing), [f"192.0.2.{n % 250}" for n in range(most + 3)]))
    assert told.count("open") == most
    assert told[-3:] == ["503"] * 3


def test_opening_and_closing_all_the_time_is_refused() -> None:
    """Otherwise each new connection would bring a new burst of messages."""

    async def hammered() -> int:
        server, refused = Sockets(nothing), 0
        for _ in range(2 * limits.SERVER_CONNECTIONS_PER_ADDRESS):
            wire = Wire([])
            await server(socket_scope(), wire.receive, wire.send)
            refused += bool(wire.sent)
        return refused

    assert asyncio.run(hammered()) >= limits.SERVER_CONNECTIONS_PER_ADDRESS - 1


def test_an_address_may_come_back_after_a_while() -> None:
    server, now = Sockets(nothing), 0.0
    bucket = server._bucket("192.0.2.7")
    bucket.clock, bucket.last, bucket.tokens = (lambda: now), 0.0, 0.0
    assert server._full("192.0.2.7")
    now = 1 / limits.SERVER_OPENINGS_PER_SECOND
    assert not server._full("192.0.2.7")
    assert server._full("192.0.2.7")


def test_addresses_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SERVER_ADDRESSES", 3)
    server = Sockets(nothing)
    for last in range(10):
        assert isinstance(server._bucket(f"192.0.2.{last}"), Bucket)
    assert list(server.openings) == ["192.0.2.7", "192.0.2.8", "192.0.2.9"]


def test_a_server_without_http_replies_closes_the_websocket() -> None:
    async def told() -> list[Message]:
        server, wire = Sockets(nothing), Wire([])
        server.open["192.0.2.7"] = limits.SERVER_CONNECTIONS_PER_ADDRESS
        await server(socket_scope(extensions={}), wire.receive, wire.send)
        return wire.sent

    assert asyncio.run(told()) == [{"type": "websocket.close", "code": 1013}]
