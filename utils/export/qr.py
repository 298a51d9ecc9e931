"""The QR code that leads from paper or a projected slide back to the live view."""

from __future__ import annotations

import io

LONGEST = 900
"""Longest address that is still read from a screen by a phone: 101 modules a side."""

MASK = 2
"""Every reader knows all eight masks of the standard; weighing them takes ten times as long."""


def png(link: str, scale: int = 6) -> bytes:
    """A PNG with the quiet zone of ISO/IEC 18004, or nothing where the address is too long."""
    if not link or len(link) > LONGEST:
        return b""
    import segno

    out = io.BytesIO()
    error = "m" if len(link) < LONGEST // 3 else "l"
    segno.make_qr(link, error=error, mask=MASK).save(out, kind="png", scale=scale, border=4)
    return out.getvalue()
