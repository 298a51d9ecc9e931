"""How colours look to people who see fewer of them, and how far apart two colours are."""

from __future__ import annotations

import math

from tests.figures.wcag import channels

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

KINDS: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""On linear red, green and blue, at full severity: Machado, Oliveira and Fernandes, A
physiologically-based model for simulation of color vision deficiency, IEEE Trans Vis Comput Graph
2009;15(6):1291-8, table 1."""
TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
"""Oklab, https://bottosson.github.io/posts/oklab/ (2020), as CSS Color 4 uses it."""


def linear(colour: str) -> Triple:
    """A hex colour as linear light, each channel from 0 to 1."""
    shares = (channel / 255 for channel in channels(colour))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return red, green, blue


def seen(colour: str, kind: str) -> Triple:
    """Linear light as somebody with a kind of colour vision takes it; `usual` leaves it as is."""
    light = linear(colour)
    if kind == "usual":
        return light
    red, green, blue = (min(max(one, 0.0), 1.0) for one in _times(KINDS[kind], light))
    return red, green, blue


def lab(light: Triple) -> Triple:
    """Lightness and two opponent colours in Oklab; lightness runs from 0 to 1."""
    cones = tuple(math.copysign(abs(one) ** (1 / 3), one) for one in _times(TO_CONES, light))
    return _times(TO_LAB, cones)


def distance(one: str, other: str, kind: str = "usual") -> float:
    """How far two colours are apart in Oklab, times 100; two is about the least that is noticed.

    That is the just noticeable difference in https://www.w3.org/TR/css-color-4/#GM-JND.
    """
    return 100 * math.dist(lab(seen(one, kind)), lab(seen(other, kind)))


def _times(matrix: Matrix, triple: tuple[float, ...]) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, triple, strict=True)) for row in matrix)
    return one, two, three
