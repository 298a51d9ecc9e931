"""Starts a real nginx with the project's own configuration before servers of this machine."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.server import HOST, ROOT, _free_port

TEMPLATE = ROOT / "deploy" / "nginx.conf.template"
HELP = "nginx is not installed, so the proxy can't be tested: apt-get install nginx-light"
SECONDS = 20
WHOLE = """
pid {folder}/nginx.pid;
daemon off;
error_log {folder}/error.log warn;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/groundswell.conf;
}}
"""


def filled(listen: str, replicas: Sequence[str], log: str, cache: str) -> str:
    """The configuration as the nginx image would fill it in, with the log in a file."""
    servers = "\n".join(f"server {one} max_fails=1 fail_timeout=5s;" for one in replicas)
    words = TEMPLATE.read_text("utf-8").replace("${GROUNDSWELL_REPLICAS}", servers)
    words = words.replace("${GROUNDSWELL_LISTEN}", listen).replace("${GROUNDSWELL_CACHE}", cache)
    return words.replace("/dev/stdout", log)


@dataclass(frozen=True)
class Proxy:
    """A running nginx: its port and its log."""

    port: int
    log: Path

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    def replicas(self, path: str, least: int = 0) -> list[int]:
        """The ports of the replicas that answered for a path, the last one last.

        nginx writes a line after the reply was sent: waits until there are ``least`` of them.
        """
        deadline = time.monotonic() + SECONDS
        while len(found := self._answered(path)) < least and time.monotonic() < deadline:
            time.sleep(0.02)
        return found

    def _answered(self, path: str) -> list[int]:
        lines = [line.split(" ") for line in self.log.read_text("utf-8").splitlines()]
        # an address that failed stands before the one that answered, with a comma
        return [
            int(one[-2].rpartition(":")[2]) for one in lines if one[2] == path and one[-2] != "-"
        ]


def nginx() -> str:
    """The program; fails with what to install."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    assert found, HELP
    return found


def written(folder: Path, ports: Sequence[int]) -> tuple[Path, int]:
    """Writes the configuration for replicas on ports; the file, and the port nginx will have."""
    port = _free_port()
    replicas = [f"{HOST}:{one}" for one in ports]
    ours = filled(f"{HOST}:{port}", replicas, str(folder / "access.log"), f"{folder}/cache")
    (folder / "groundswell.conf").write_text(ours, "utf-8")
    (folder / "access.log").touch()
    user = "user root;" if os.geteuid() == 0 else ""  # else its worker can't reach the folder
    whole = folder / "nginx.conf"
    whole.write_text(user + WHOLE.format(folder=folder), "utf-8")
    return whole, port


@contextmanager
def proxied(folder: Path, ports: Sequence[int]) -> Iterator[Proxy]:
    """Runs nginx before replicas on these ports until the block ends."""
    program = nginx()
    whole, port = written(folder, ports)
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(whole)])
    try:
        _wait(port, process, folder)
        yield Proxy(port, folder / "access.log")
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline or process.poll() is not None:
                log = folder / "error.log"
                said = log.read_text("utf-8") if log.exists() else ""
                raise RuntimeError(f"nginx did not start:\n{said}") from None
            time.sleep(0.02)
        else:
            return


def unfilled() -> set[str]:
    """What the template leaves to the environment."""
    return set(re.findall(r"\$\{(\w+)\}", re.sub(r"(?m)^#.*$", "", TEMPLATE.read_text("utf-8"))))
