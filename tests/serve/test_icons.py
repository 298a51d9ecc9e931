"""Each icon that can be seen is in the small file of icons, and a browser keeps no old one."""

from __future__ import annotations

import re
from pathlib import Path

from tests.serve.asgi import ask, replying
from utils.serve.icons import FILE, THEIRS, Icons

ROOT = Path(__file__).resolve().parents[2]
NAME = re.compile(r":material/([a-z_0-9]+):")
THERE = f"{THEIRS}abc.woff2"
UNDRAWN = {"star_filled"}
"""Named by Streamlit's feedback widget, and not even in Streamlit's own file."""


def test_each_icon_that_is_named_anywhere_is_there() -> None:
    import streamlit

    theirs = Path(streamlit.__file__).parent / "static" / "static" / "js"
    files = [*ROOT.glob("utils/**/*.py"), *ROOT.glob("pages/*.py"), *theirs.glob("*.js")]
    named = {name for file in files for name in NAME.findall(file.read_text("utf-8"))}
    assert {"download", "keyboard_arrow_right"} <= named
    there = set(FILE.with_suffix(".txt").read_text("utf-8").split())
    assert named - there <= UNDRAWN, "static/fonts/README.md says how to add them"


def test_the_icons_are_ours_and_small_and_asked_for_again() -> None:
    app = Icons(replying(body=b"theirs"))
    first = ask(app, THERE)
    assert (first.status, first.body) == (200, FILE.read_bytes())
    assert len(first.body) < 40_000
    assert first.headers["content-type"] == "font/woff2"
    assert first.headers["cache-control"] == "no-cache"
    again = ask(app, THERE, if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    head = ask(app, THERE, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(first.body))


def test_all_else_goes_through() -> None:
    app = Icons(replying(body=b"theirs"))
    assert ask(app, "/static/media/SourceSansVF-Upright.abc.woff2").body == b"theirs"
    assert ask(app, THERE, "POST").body == b"theirs"
