"""The link of a view in a frame: whole, embedded, and harmless whatever it holds."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from utils.ui import leave


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("https://example.org/statistics", {}),
        ("https://example.org/statistics?place=USA&place=GBR", {"place": ["USA", "GBR"]}),
        ('https://example.org/present?deck=1~~"><script>', {"deck": ['1~~"><script>']}),
    ],
)
def test_a_frame_shows_the_same_view_without_bars(link: str, asked: dict[str, list[str]]) -> None:
    made = leave.framed(link, 'Title "quoted" <b>')
    assert made.count("<") == made.count(">") == 2
    source = unescape(re.findall(r'src="([^"]*)"', made)[0])
    assert source.startswith(link)
    assert parse_qs(urlsplit(source).query) == {**asked, "embed": ["true"]}
