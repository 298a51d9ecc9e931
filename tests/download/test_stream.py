"""Listening without end: what breaks is taken up again, what is hostile is left in time."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field

import pytest

from tests.download.fake_jetstream import Jetstream, drops, plays, says, streaming, waits
from utils.download import AddressError, UnreachableError
from utils.download.stream import Stream, StreamPolicy

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
AGENT = "Groundswell/0 (mailto:somebody@example.org)"
CANARY = "canary-person"


@dataclass
class Ear:
    """Hears numbers; done when it has heard as many as it wants."""

    jet: Jetstream
    wanted: int
    stop: threading.Event = field(default_factory=threading.Event)
    heard: list[str | bytes] = field(default_factory=list)
    lives: list[bool] = field(default_factory=list)
    stored: list[int] = field(default_factory=list)
    last: int = 0

    def address(self, live: bool) -> str:
        self.lives.append(live)
        cursor = f"&cursor={self.last}" if self.last and not live else ""
        return f"ws://{self.jet.host}/subscribe?a=b{cursor}"

    def hear(self, message: str | bytes) -> bool:
        news = isinstance(message, str) and message.isdecimal() and int(message) > self.last
        if news:
            self.heard.append(message)
            self.last = int(message)
        if len(self.heard) >= self.wanted:
            self.stop.set()
        return news

    def store(self) -> None:
        self.stored.append(len(self.heard))


def listen(ear: Ear, told: list[str] | None = None, **limits: object) -> None:
    quick = {"first_wait": 0.001, "longest_wait": 0.01, "tick": 0.02, "silence": 5.0}
    policy = StreamPolicy(**{**quick, "loopback": True, **limits})  # type: ignore[arg-type]
    words = told if told is not None else []
    stream = Stream(AGENT, {"127.0.0.1"}, policy, told=words.append)
    guard = threading.Timer(20, ear.stop.set)
    guard.start()
    try:
        stream.listen(ear, ear.stop)
    finally:
        guard.cancel()


NUMBERS = [(number, str(number)) for number in range(1, 21)]


def test_hears_everything_in_order_and_says_who_listens() -> None:
    with streaming(plays()) as jet:
        jet.events = list(NUMBERS)
        ear = Ear(jet, 20)
        listen(ear)
    assert ear.heard == [text for _, text in NUMBERS]
    assert ear.stored[-1] == 20
    assert jet.agents == [AGENT]
    assert jet.paths == ["/subscribe?a=b"]


def test_takes_up_after_a_break_where_it_was() -> None:
    told: list[str] = []
    with streaming(plays(last=7, then=drops), plays(last=12, then=drops), plays()) as jet:
        jet.events = list(NUMBERS)
        ear = Ear(jet, 20)
        listen(ear, told)
    assert ear.heard == [text for _, text in NUMBERS]
    assert jet.cursors == [0, 7, 12]
    assert ear.stored[:2] == [7, 12]  # before it listens again
    assert len(told) == 2
    assert "the connection" in told[0]


def test_stops_soon_after_it_is_told_to() -> None:
    with streaming(waits) as jet:
        ear = Ear(jet, 1)
        threading.Timer(0.3, ear.stop.set).start()
        begun = time.monotonic()
        listen(ear)
    assert time.monotonic() - begun < 30
    assert ear.stored == [0]


def test_silence_ends_a_connection() -> None:
    told: list[str] = []
    with streaming(waits, says("1", "2")) as jet:
        listen(Ear(jet, 2), told, silence=0.2)
    assert told[0].startswith("nothing new came in 0.2 seconds")


def test_noise_is_no_news() -> None:
    told: list[str] = []
    noise = ["x", b"\xff\xfe", "1"] * 3
    with streaming(says(*noise), says("2")) as jet:
        listen(Ear(jet, 2), told, silence=0.3)
    assert "nothing new" in told[0]


def test_a_message_of_ten_megabytes_is_not_read_and_stepped_over() -> None:
    told: list[str] = []
    huge = says("1", CANARY * 800_000)
    with streaming(huge, huge, huge, huge, says("2")) as jet:
        ear = Ear(jet, 2)
        listen(ear, told, step_over=3)
    assert [words.partition(";")[0] for words in told] == ["a message was too large"] * 4
    assert ear.lives == [False, False, False, False, True]
    assert ear.heard == ["1", "2"]


def test_a_place_that_is_refused_again_and_again_is_given_up() -> None:
    with streaming(says("9"), refuse=(400, 400)) as jet:
        ear = Ear(jet, 1, last=5)
        listen(ear, step_over=2)
    assert jet.cursors == [5, 5, 0]
    assert ear.heard == ["9"]


@pytest.mark.parametrize("status", [403, 404, 429, 503])
def test_another_refusal_does_not_cost_the_place(status: int) -> None:
    with streaming(says("9"), refuse=(status,) * 5) as jet:
        listen(Ear(jet, 1, last=5), step_over=2)
    assert jet.cursors == [5] * 6


def test_failing_for_ever_is_bounded() -> None:
    with streaming(waits, refuse=(503,) * 99) as jet:
        ear = Ear(jet, 1)
        with pytest.raises(UnreachableError, match="it answered 503, 4 times in a row"):
            listen(ear, tries=4)
    assert len(jet.paths) == 4
    assert ear.stored == [0] * 4


def test_nobody_listens_there() -> None:
    with streaming(waits) as jet:
        pass
    with pytest.raises(UnreachableError, match="no connection, 2 times"):
        listen(Ear(jet, 1), tries=2)


def test_waits_a_little_longer_each_time_but_not_for_ever() -> None:
    told: list[str] = []
    with streaming(waits, refuse=(503,) * 99) as jet, pytest.raises(UnreachableError):
        listen(Ear(jet, 1), told, tries=8, first_wait=0.005, longest_wait=0.05)
    assert len(told) == 7


def test_a_redirect_is_not_followed() -> None:
    with streaming(says("1"), refuse=(302,) * 9) as jet, pytest.raises(UnreachableError):
        listen(Ear(jet, 1), tries=2)
    assert len(jet.paths) == 2


@pytest.mark.parametrize("url", ["wss://other.example/", "ws://127.0.0.2:9/", "wss:///"])
def test_listens_to_nobody_who_is_not_on_the_list(url: str) -> None:
    ear = Ear(Jetstream([]), 1)
    ear.address = lambda live: url  # type: ignore[method-assign]
    with pytest.raises(AddressError, match="not on the list"):
        listen(ear)


def test_a_listed_name_that_stands_for_a_private_number_is_refused() -> None:
    stream = Stream(AGENT, {"jet.example"}, find=lambda name: ["10.0.0.1"])
    ear = Ear(Jetstream([]), 1)
    ear.address = lambda live: "wss://jet.example/"  # type: ignore[method-assign]
    with pytest.raises(AddressError, match="no public host"):
        stream.listen(ear, ear.stop)
    ear.address = lambda live: "ws://jet.example/"  # type: ignore[method-assign]
    with pytest.raises(AddressError, match="only https"):
        Stream(AGENT, {"jet.example"}, find=lambda name: ["93.184.216.34"]).listen(ear, ear.stop)


def test_an_error_of_the_listener_is_not_taken_for_a_break() -> None:
    class Full(Ear):
        def store(self) -> None:
            raise OSError("disk full")

    with streaming(says("1")) as jet, pytest.raises(OSError, match="disk full"):
        listen(Full(jet, 1))
    assert len(jet.paths) == 1


def test_no_message_is_ever_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="websockets")
    with streaming(says(CANARY, "1", CANARY), says("2")) as jet:
        client = Ear(jet, 2)
        listen(client, silence=0.2)
    ours = [one for one in caplog.records if one.name != "websockets.server"]
    assert CANARY not in "".join(one.getMessage() for one in ours)
    assert any(CANARY in one.getMessage() for one in caplog.records)  # the fake one does
