"""A real PostgreSQL for tests: made in a folder of its own, heard through a file, then removed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NEEDED = "GROUNDSWELL_NEEDS_POSTGRESQL"
"""Set where the tests must not do without: then a missing PostgreSQL fails them."""
WORD = "pass-canary-5e21"
"""The password in the address; it may appear nowhere else."""


def programs() -> Path | None:
    """The folder of the server's programs; Debian keeps them off the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb") or (str(debian[-1]) if debian else None)
    return Path(found).parent if found else None


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A running server as the address of its first database, without password."""
    home = Path(tempfile.mkdtemp(prefix="gs-pg-"))  # short: it becomes the name of a socket
    as_whom: dict[str, Any] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        users = {one.pw_name: one for one in pwd.getpwall()}
        one = users.get("postgres") or users["nobody"]
        os.chown(home, one.pw_uid, one.pw_gid)
        as_whom = {"user": one.pw_uid, "group": one.pw_gid, "extra_groups": []}
    data = home / "data"

    def does(*command: str) -> None:
        done = subprocess.run(
            [folder / command[0], *command[1:]],
            cwd=home, check=False, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **as_whom,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    does("initdb", "-D", str(data), "-U", "groundswell", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -c fsync=off -c max_connections=40 -k {home}"
    does("pg_ctl", "-D", str(data), "-l", str(home / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgresql://groundswell:{WORD}@/postgres?host={home}"
    finally:
        does("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(home)
