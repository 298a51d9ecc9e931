"""`/take/…`: whole series, the same for everybody, at addresses that hold their sha256.

What stands at such an address never changes, so browsers, proxies and CDNs may keep it for good.
`/take/<series>.csv` leads to the address of the figures of today. Only series that are kept here
and may be passed on can be had; nothing that a visitor brought. What reads tables is loaded when
somebody asks, so that the server answers sooner after its start.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections import OrderedDict, defaultdict
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from utils.model import limits
from utils.serve.packed import accepts

FOREVER = "public, max-age=31536000, immutable"
KINDS = {"csv": "text/csv; charset=utf-8", "zip": "application/zip"}
"""Forms in which a series can be had: its table, or a data package with licence and checksums."""
Key = tuple[str, str, str]


class NotHereError(LookupError):
    """A series that is not kept here or may not be passed on."""


@dataclass(frozen=True)
class File:
    """One file as it is sent, its sha256 when unpacked, and whether it was packed with gzip."""

    digest: str
    body: bytes
    packed: bool


class Take:
    """Answers for series; what was made is kept up to a limit, and its sha256 for good."""

    def __init__(self) -> None:
        self.kept: OrderedDict[Key, File] = OrderedDict()
        self.digests: dict[Key, str] = {}
        self.locks: defaultdict[Key, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def newest(self, request: Request) -> Response:
        """Leads from the name of a series to the address of its figures of today."""
        name = request.path_params["name"]
        try:
            key = await run_in_threadpool(_key, name)
            digest = self.digests.get(key) or (await self._file(key)).digest
        except NotHereError as error:
            return _absent(error)
        # relative, so that it also leads there below a path of a proxy
        headers = {"cache-control": "no-cache", "location": f"{digest}/{name}"}
        return Response(None, 307, headers)

    async def exact(self, request: Request) -> Response:
        """The file whose sha256 the address holds; 404 where the figures are other ones by now."""
        name, asked = request.path_params["name"], request.path_params["digest"]
        try:
            key = await run_in_threadpool(_key, name)
            known = self.digests.get(key)
            if known is not None and known != asked:
                raise NotHereError(f"These are older figures. The newest: /take/{name}")
            file = await self._file(key)
        except NotHereError as error:
            return _absent(error)
        if file.digest != asked:
            return _absent(NotHereError(f"These are other figures. The newest: /take/{name}"))
        return _sent(request, file, key)

    async def _file(self, key: Key) -> File:
        """The file of a series as it stands; who comes while it is made waits for it."""
        async with self.locks[key]:
            if key not in self.kept:
                self._keep(key, await run_in_threadpool(made, key[0], key[1]))
        self.locks.pop(key, None)
        self.kept.move_to_end(key)
        return self.kept[key]

    def _keep(self, key: Key, file: File) -> None:
        older = [one for one in self.digests if one[:2] == key[:2] and one != key]
        for one in older:  # a series has few states, but a server runs for long
            self.digests.pop(one)
            self.kept.pop(one, None)
        self.kept[key], self.digests[key] = file, file.digest
        while len(self.kept) > 1 and self._size() > limits.SERVER_TAKEN_BYTES:
            self.kept.popitem(last=False)

    def _size(self) -> int:
        return sum(len(one.body) for one in self.kept.values())


def _key(name: str) -> Key:
    """Series, form and state; raises `NotHereError`."""
    from utils.ui import load, passing_on

    id, _, kind = name.rpartition(".")
    if kind not in KINDS or id not in load.series():
        raise NotHereError("There is no such series here. The page Sources lists them all.")
    if passing_on.barred([load.evidence(id)]):
        raise NotHereError("The licence of this series does not let it be passed on.")
    return id, kind, load.stamp(id)


def made(id: str, kind: str) -> File:
    """The bytes of a whole series; a table is packed, because it repeats its texts in every row."""
    from utils.export import csv, datapackage
    from utils.ui import load

    card, rows = load.series()[id], load.evidence(id)
    if kind == "csv":
        raw = csv.text(csv.table(rows, card, load.places()))
        digest = hashlib.sha256(raw).hexdigest()
        return File(digest, gzip.compress(raw, 6, mtime=0), packed=True)
    raw = datapackage.build([(card, rows)], load.places(), load.licence_texts())
    return File(hashlib.sha256(raw).hexdigest(), raw, packed=False)


def _sent(request: Request, file: File, key: Key) -> Response:
    """The file, or 304 for whoever has it already."""
    from utils.export import csv

    small = file.packed and accepts(request.headers.get("accept-encoding", ""))
    etag = f'"{file.digest}-gzip"' if small else f'"{file.digest}"'
    headers = {"cache-control": FOREVER, "etag": etag, "vary": "Accept-Encoding"}
    known = request.headers.get("if-none-match", "")
    if known.strip() == "*" or etag in [one.strip().removeprefix("W/") for one in known.split(",")]:
        return Response(None, 304, headers)
    if small:
        headers["content-encoding"] = "gzip"
    name = csv.file_name(key[0], "all", ending=key[1])
    headers["content-disposition"] = f'attachment; filename="{name}"'
    body = gzip.decompress(file.body) if file.packed and not small else file.body
    return Response(body, 200, headers, media_type=KINDS[key[1]])


def _absent(error: NotHereError) -> Response:
    return PlainTextResponse(str(error), 404, {"cache-control": "no-store"})
