"""Rules for every test: no network, the same random choices each time, browsers apart."""

from __future__ import annotations

import functools
import os
import random
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import settings

BROWSER_TESTS = "tests/browser/"
# What somebody refreshed on this machine is no part of a test; servers that tests start see it too.
os.environ["GROUNDSWELL_STORE"] = str(Path(os.sep) / "nonexistent" / "groundswell")
LOOPBACK = ["127.0.0.1", "::1"]

# The same examples on every machine; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile("same")


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in tests/browser, and let it alone talk to this machine's own server."""
    for item in items:
        if item.nodeid.startswith(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


@pytest.fixture(scope="module", autouse=True)
def asked_once() -> None:
    """Let Streamlit ask every installed package for components once, not for each page drawn.

    Reading a hundred packages' papers takes a quarter of a second, a page often less. A module that
    draws pages has imported Streamlit by now; the others need not.
    """
    if "streamlit" in sys.modules:
        from streamlit.components.v2 import manifest_scanner

        scan = manifest_scanner.scan_component_manifests
        if not hasattr(scan, "cache_info"):
            manifest_scanner.scan_component_manifests = functools.cache(scan)


@pytest.fixture(autouse=True)
def guard(request: pytest.FixtureRequest) -> None:
    """Refuse to run a test whose network is open; seed what is random."""
    random.seed(0)
    opened = ("allow_hosts", "enable_socket")
    if not any(request.node.get_closest_marker(name) for name in opened):
        blocked = socket.socket.__module__.startswith("pytest_socket")
        assert blocked, "the network is open: run pytest with the options of pyproject.toml"
