"""What the person who runs the server decides: who may frame the pages, under which names."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

import streamlit as st

FRAME_ANCESTORS = "GROUNDSWELL_FRAME_ANCESTORS"
"""Sites that may show `?embed=true` pages in a frame, with spaces between them."""
_SITE = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?")


def frame_ancestors() -> tuple[str, ...]:
    """The sites of `GROUNDSWELL_FRAME_ANCESTORS`; none by default.

    Raises `ValueError` for anything that is no site, because a browser would drop it silently.
    """
    sites = tuple(os.environ.get(FRAME_ANCESTORS, "").lower().split())
    for site in sites:
        if not _SITE.fullmatch(site):
            raise ValueError(
                f"{FRAME_ANCESTORS} holds {site!r}, which is no site. "
                "Write https://example.org or https://*.example.org, with spaces between several."
            )
    return sites


def allowed(host: str) -> bool:
    """Whether the server goes by this `Host`: Streamlit's `server.allowedHosts`, one list for all.

    An entry is a name, `*.name` for everything below it, or `*`. An empty list allows every host.
    """
    patterns = [str(one).strip().lower() for one in st.get_option("server.allowedHosts")]
    name = _name(host)
    return bool(name) and (not patterns or any(_fits(name, one) for one in patterns))


def _fits(name: str, pattern: str) -> bool:
    if pattern.startswith("*."):
        return name.endswith(pattern[1:])
    return pattern in ("*", name)


def _name(host: str) -> str:
    """The name in a `Host` header without its port; empty if it is no plain name and port."""
    if not re.fullmatch(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?", host):
        return ""
    return (urlsplit(f"//{host}").hostname or "").rstrip(".")
