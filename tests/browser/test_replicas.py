"""Two replicas behind a real nginx: visitors stay with theirs, and survive the loss of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import steps
from tests.browser.conftest import settled
from tests.browser.server import Server, running
from tests.serve.proxy import Proxy, proxied
from tests.serve.visitors import get, visiting

pytestmark = [pytest.mark.timeout(300)]
PATH = "/_stcore/stream"
QUERY = "indicator=suicide-rate-world&place=FRA"
VIEW = f"/statistics?{QUERY}"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Proxy, dict[int, Server]]]:
    folder = tmp_path_factory.mktemp("replicas")
    with ExitStack() as stack:
        servers = [stack.enter_context(running(folder / f"{n}.txt")) for n in (1, 2)]
        ports = {one.port: one for one in servers}
        yield stack.enter_context(proxied(folder, list(ports))), ports


def replica(proxy: Proxy, cookie: str) -> int:
    """The port of the replica that a cookie leads to."""
    before = len(proxy.replicas("/healthz"))
    get(proxy.port, "/healthz", cookie=cookie)
    return proxy.replicas("/healthz", before + 1)[-1]


def cookies(proxy: Proxy, number: int) -> list[str]:
    """What nginx gives to visitors who come for the first time."""
    found = [get(proxy.port, "/").headers["set-cookie"].partition(";")[0] for _ in range(number)]
    assert len(set(found)) == number
    return found


def test_a_visitor_stays_with_one_replica_and_both_have_visitors(
    house: tuple[Proxy, dict[int, Server]],
) -> None:
    proxy, servers = house
    given = cookies(proxy, 12)
    homes = {cookie: replica(proxy, cookie) for cookie in given}
    assert set(homes.values()) == set(servers)
    for cookie in given:
        assert {replica(proxy, cookie) for _ in range(3)} == {homes[cookie]}
        assert "set-cookie" not in get(proxy.port, "/", cookie=cookie).headers
    visits = len(proxy.replicas(PATH))
    for cookie in given[:3]:
        with visiting(proxy.port, cookie=cookie) as visitor:
            visitor.asks("overview")
        visits += 1
        assert proxy.replicas(PATH, visits)[-1] == homes[cookie]


def test_the_proxy_keeps_the_headers_and_hides_what_is_hidden(
    house: tuple[Proxy, dict[int, Server]],
) -> None:
    proxy, _ = house
    assert f"ws://127.0.0.1:{proxy.port}" in get(proxy.port, "/").headers["content-security-policy"]
    assert get(proxy.port, "/_stcore/metrics").status == 404
    log = proxy.log.read_text("utf-8")
    assert "127.0.0.1 " not in log, "the log holds visitors' addresses"


@pytest.mark.slow
def test_the_loss_of_a_replica_costs_a_moment_and_no_view(
    new_page: Callable[..., Page], house: tuple[Proxy, dict[int, Server]], tmp_path: Path
) -> None:
    proxy, servers = house
    page = new_page()
    steps.visit(page, proxy.url + VIEW)
    steps.picks(page, "statistics-place", "Japan")
    address, lines = steps.address(page), steps.lines(page)
    assert list(lines) == ["France", "Japan"]
    (mine,) = [c for c in page.context.cookies() if c["name"] == "groundswell_replica"]
    home = replica(proxy, f"groundswell_replica={mine['value']}")
    given = cookies(proxy, 8)
    before = {}
    for cookie in given:
        with visiting(proxy.port, cookie=cookie) as visitor:
            before[cookie] = "Japan" in visitor.words("statistics", f"{QUERY}&place=JPN")
    assert all(before.values())

    servers[home].process.kill()
    servers[home].process.wait()

    page.wait_for_function("() => document.querySelector('[data-testid=stApp]')"
                           ".dataset.testConnectionState !== 'CONNECTED'")  # fmt: skip
    settled(page)
    assert steps.address(page) == address
    assert steps.lines(page) == lines, "the view was lost with the replica"
    # the other replica knows this page from its address, and the first choice from the browser
    steps.picks(page, "statistics-place", "Canada")
    assert list(steps.lines(page)) == ["France", "Japan", "Canada"], "the first choice was lost"
    page.keyboard.press("r")
    settled(page)
    assert list(steps.lines(page)) == ["France", "Japan", "Canada"]
    assert steps.address(page) == f"{address}&place=CAN"
    (survivor,) = set(servers) - {home}
    for cookie in given:
        assert replica(proxy, cookie) == survivor
        with visiting(proxy.port, cookie=cookie) as visitor:
            assert "Japan" in visitor.words("statistics", f"{QUERY}&place=JPN")
