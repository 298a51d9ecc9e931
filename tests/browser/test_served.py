"""What the server's guards leave to visitors: every page works, and the first sees what all see."""

from __future__ import annotations

import datetime as dt
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import settled
from tests.opened import PAGES

MakePage = Callable[..., Page]
DECK = "1~~level:us-anxiety-or-depression:USA:2024-08-20"
# Every journey runs under the policy and fails for what the browser prints; these say it in words.
VIEWS = [
    "/statistics?indicator=suicide-rate-world&view=map",
    *(
        pytest.param(view, marks=pytest.mark.slow)
        for view in (
            "/",
            f"/talking_points?deck={DECK}",
            "/your_data",
            "/statistics?indicator=suicide-rate-world&place=FRA",
            "/statistics?indicator=suicide-rate-world&view=table",
            "/campaigns",
            "/side_by_side",
            f"/present?deck={DECK}",
            "/calendar",
            "/verify",
            "/sources",
        )
    ),
]
OLD_MENU = """() => {
  window.oldMenu = false;
  const look = () => {
    if (document.querySelector('[data-testid="stSidebar"], [data-testid="stSidebarNav"]'))
      window.oldMenu = true;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
}"""
MENU = "[data-testid=stTopNavLink]"


def test_the_first_visitor_by_deep_link_never_sees_another_frame(
    start_another: Callable[[], str], new_page: MakePage
) -> None:
    """Not even for the moment until the first page is drawn."""
    url = start_another() + "/statistics?indicator=suicide-rate-world&place=FRA"
    menus = []
    for _ in ("first", "second"):
        page = new_page()
        page.add_init_script(f"({OLD_MENU})()")
        steps.visit(page, url)
        assert page.evaluate("window.oldMenu") is False
        menus.append(page.locator(MENU).all_inner_texts())
    assert menus[0] == menus[1]
    assert len(menus[0]) == len(PAGES) - 1, "all but the presentation, which has no menu"


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_works_under_the_policy(page: Page, app_url: str, view: str) -> None:
    """What the policy stops, the browser prints as an error, and `new_page` fails for it."""
    page.add_init_script(
        "window.stopped = [];"
        "addEventListener('securitypolicyviolation', e => stopped.push(e.blockedURI + ' ' +"
        " e.violatedDirective))"
    )
    steps.visit(page, app_url + view)
    assert page.evaluate("window.stopped") == []
    assert page.get_by_test_id("stException").count() == 0
    kinds = page.evaluate(
        "() => [...document.querySelectorAll('.js-plotly-plot')]"
        ".flatMap(chart => chart._fullData.map(trace => trace.type))"
    )
    assert not [kind for kind in kinds if kind.endswith("gl")], "WebGL needs unsafe-eval"


def test_a_policy_that_is_broken_would_be_seen(browser: Browser, app_url: str) -> None:
    page = browser.new_page()
    page.goto(app_url)
    stopped = page.evaluate(
        "() => new Promise(done => {"
        " addEventListener('securitypolicyviolation', e => done(e.violatedDirective));"
        " const script = document.createElement('script');"
        " script.textContent = 'window.ran = true'; document.body.append(script); })"
    )
    assert stopped.startswith("script-src")
    assert page.evaluate("window.ran") is None
    page.context.close()


@pytest.fixture
def another_site(app_url: str) -> Iterator[str]:
    """A page of another site that frames ours, once embedded and once not."""

    class Framing(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{app_url}/?embed=true"></iframe>'.encode())

        def log_message(self, *words: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Framing) as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()
        thread.join()


def test_a_site_that_was_not_named_may_not_frame_us(
    browser: Browser, another_site: str, app_url: str
) -> None:
    page = browser.new_page()
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(another_site)
    page.context.close()


def counts(name: str, most: int) -> str:
    """A made-up export whose days nobody else's has."""
    days = [dt.date(2018, 1, 1) + dt.timedelta(days=day) for day in range(most)]
    lines = (f'"{day}T00:00:00","{day + dt.timedelta(1)}T00:00:00",{most * 100}' for day in days)
    return "startDate,endDate,numberOfDocuments\n" + "\n".join(lines) + "\n"


def test_two_people_who_bring_files_at_once_see_their_own(
    new_page: MakePage, app_url: str, tmp_path: Path
) -> None:
    people = {31: new_page(), 47: new_page()}
    for page in people.values():
        steps.visit(page, f"{app_url}/your_data")
    for round in range(3):
        for rows, page in people.items():
            file = tmp_path / f"{rows}-{round}.csv"
            file.write_text(counts(str(rows), rows + round), "utf-8")
            page.locator("input[type=file]").set_input_files(file)
        for rows, page in people.items():
            page.get_by_text("your data, kept in this session only").first.wait_for(timeout=60_000)
            settled(page)
            with page.expect_download() as coming:
                page.get_by_role("button", name="Download the whole series").click()
            found = steps.rows(Path(coming.value.path()))
            assert len(found) == rows + round
            assert not {row["value"] for row in found} & {
                f"{(other + round) * 100}.0" for other in people if other != rows
            }
            expect(page.get_by_test_id("stException")).to_have_count(0)
