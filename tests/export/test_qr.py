"""QR codes: the same address gives the same picture, and none is drawn that no phone can read."""

from __future__ import annotations

import io

import pytest
import segno
from PIL import Image

from utils.export import qr


@pytest.mark.parametrize("length", [1, 100, 290, 310, 840])
def test_the_picture_is_the_code_of_the_address_with_its_quiet_zone(length: int) -> None:
    link = "https://example.org/" + "x" * length
    drawn = Image.open(io.BytesIO(qr.png(link, scale=2))).convert("1")
    code = segno.make_qr(link, mask=qr.MASK, error="m" if len(link) < 300 else "l")
    rows = list(code.matrix_iter(scale=2, border=4))
    assert drawn.size == (len(rows[0]), len(rows))
    dark = [[drawn.getpixel((x, y)) == 0 for x in range(len(rows))] for y in range(len(rows))]
    assert dark == [[bool(cell) for cell in row] for row in rows]
    assert not any(dark[0] + dark[7]), "four modules of quiet"
    assert qr.png(link) == qr.png(link)


@pytest.mark.parametrize("link", ["", "https://example.org/" + "x" * 900])
def test_what_no_phone_could_read_is_not_drawn(link: str) -> None:
    assert qr.png(link) == b""
