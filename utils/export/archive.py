"""Zip files that are equal byte for byte when their content is: no clock, no system in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

DAY_ONE = (1980, 1, 1, 0, 0, 0)
"""The date every file in a zip bears, so that equal content gives equal bytes."""
UNIX, READABLE = 3, 0o644 << 16


def zipped(files: Mapping[str, bytes], *, compress: bool = True) -> bytes:
    """Files by path, in the order of their names. Without ``compress`` the bytes don't even
    depend on the version of the compressing library."""
    return _written(sorted(files.items()), compress)


def steady(raw: bytes) -> bytes:
    """An Office file with the same parts in the same order and no time of making."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    return _written(parts, compress=True)


def _written(parts: list[tuple[str, bytes]], compress: bool) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in parts:
            entry = zipfile.ZipInfo(path, DAY_ONE)
            entry.create_system = UNIX
            entry.external_attr = READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
            archive.writestr(entry, content)
    return out.getvalue()
