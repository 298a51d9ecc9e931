"""Twelve readers behind a real nginx, each choosing all the time; one of two replicas is killed."""

from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.browser.server import Server, running
from tests.serve.proxy import Proxy, proxied
from tests.serve.readers import Reader
from tests.serve.visitors import get
from utils.ui import load

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.allow_hosts(["127.0.0.1", "::1"]),
]
READERS, BEFORE, AFTER = 12, 2, 3
"""Readers, and how many choices each makes before a replica is killed and after."""
PLACES = {"FRA": "France", "JPN": "Japan", "CAN": "Canada", "BRA": "Brazil", "DEU": "Germany",
          "KEN": "Kenya", "NOR": "Norway", "PER": "Peru"}  # fmt: skip


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[Proxy, list[Server]]]:
    with ExitStack() as stack:
        servers = [stack.enter_context(running(tmp_path / f"{n}.txt")) for n in (1, 2)]
        yield stack.enter_context(proxied(tmp_path, [one.port for one in servers])), servers


def named(address: str) -> list[str]:
    """The codes of the places in an address, in order."""
    return [part.removeprefix("place=") for part in address.split("&") if part[:6] == "place="]


def home(proxy: Proxy, cookie: str) -> int:
    """The port of the replica that a cookie leads to."""
    before = len(proxy.replicas("/healthz"))
    get(proxy.port, "/healthz", cookie=cookie)
    return proxy.replicas("/healthz", before + 1)[-1]


def read(reader: Reader, number: int, halfway: threading.Barrier) -> list[str]:
    """Chooses places one after the other; the codes that were chosen last."""
    chance = random.Random(number)
    chosen = [number % len(PLACES)]
    codes = list(PLACES)
    for step in range(BEFORE + AFTER):
        if step == BEFORE:
            halfway.wait(120)
        chosen = sorted(chance.sample(range(len(codes)), 2))
        reader.chooses("statistics.place", [PLACES[codes[at]] for at in chosen])
    return [codes[at] for at in chosen]


def test_no_reader_loses_a_view(house: tuple[Proxy, list[Server]]) -> None:
    proxy, servers = house
    assert set(PLACES) <= set(load.evidence("suicide-rate-world").rows["place"])
    cookies = [get(proxy.port, "/").headers["set-cookie"].partition(";")[0] for _ in range(READERS)]
    start = "indicator=suicide-rate-world&place=FRA"
    readers = [Reader(proxy.port, "statistics", start, cookie) for cookie in cookies]
    for reader in readers:
        reader.visits()
    assert {home(proxy, one) for one in cookies} == {one.port for one in servers}
    # the replica dies while the others begin their next choice
    halfway = threading.Barrier(READERS + 1)
    with ThreadPoolExecutor(READERS) as people:
        ends = [people.submit(read, *pair, halfway) for pair in zip(readers, itertools.count())]
        halfway.wait(300)
        servers[0].process.kill()
        wanted = [end.result(300) for end in ends]
    assert sum(reader.returns > 0 for reader in readers) > 0, "nobody was on the lost replica"
    for reader, codes in zip(readers, wanted, strict=True):
        assert sorted(named(reader.address)) == sorted(codes)
        shown = [name for code, name in PLACES.items() if f"{name}: from" in reader.words]
        assert sorted(shown) == sorted(PLACES[code] for code in codes)
        # whoever opens the address sees the same
        other = Reader(proxy.port, "statistics", reader.address)
        other.visits()
        assert all(f"{PLACES[code]}: from" in other.words for code in codes)
        other.close()
        reader.close()
