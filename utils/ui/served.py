"""Knows whether the app stands behind its own server, and says so where it should."""

from __future__ import annotations

import ipaddress
import logging
from functools import lru_cache
from threading import Event

import streamlit as st

GUARDED = Event()
"""Set by `utils.serve`, which puts headers and limits before the app."""


def warn() -> None:
    """Warns in the terminal, once, if others can reach an app that has no guard before it."""
    if not GUARDED.is_set():
        _warn(st.get_option("server.address") or "")


@lru_cache(maxsize=1)
def _warn(address: str) -> None:
    if not loopback(address):
        logging.getLogger("groundswell").warning(
            "Others can reach this app at %s, and it runs without its own server: no security "
            "headers, no limits on messages or uploads. Start it with `make run` instead, "
            "or see docs/deploy.md.",
            address or "every address of this computer",
        )


def loopback(address: str) -> bool:
    """Whether an address leads to this computer only; an empty one stands for all of them."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
