"""Finds a Chromium for the browser tests, and installs one when asked: stdlib only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "GROUNDSWELL_CHROMIUM"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
USUAL_PLACES = (
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PLAYWRIGHT_BINARIES = (
    "chromium-*/*/chrome",
    "chromium-*/*/chrome.exe",
    "chromium-*/*/*.app/Contents/MacOS/*",
)
DOWNLOAD_SECONDS = 120  # a closed network must not hold up who has another way
PACKAGE_SECONDS = 900
# Playwright's driver is linked to libatomic, which a bare Debian lacks.
PACKAGES = ("chromium", "fonts-dejavu-core", "libatomic1")
HELP = f"""No Chromium found, which the browser tests need. One of these gives you one:
  Debian:           apt-get install {" ".join(PACKAGES)}
  Fedora:           dnf install chromium
  macOS:            brew install --cask chromium
  anywhere else:    .venv/bin/python -m playwright install chromium
  already have one: set {VARIABLE} to its full path
Without one: .venv/bin/python -m pytest -m "not browser" runs all other tests."""


def find() -> str | None:
    """Return the path of the first Chromium, Chrome or Edge that there is, or None."""
    return next((str(path) for path in _candidates() if os.access(path, os.X_OK)), None)


def install() -> str | None:
    """Try Playwright's own download, then Debian's package; return the path or None."""
    return _by_playwright() or _by_apt()


def driver_starts() -> bool:
    """Return whether Playwright's own driver runs here; on Debian, install what it lacks."""
    check = [sys.executable, "-m", "playwright", "--version"]
    return _run(check, 30) or (_apt("libatomic1") and _run(check, 30))


def _candidates() -> Iterator[Path]:
    # A browser that was named is the only one meant: a wrong path must not be passed over.
    if named := os.environ.get(VARIABLE):
        yield Path(named)
        return
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from map(Path, USUAL_PLACES)
    yield from _from_playwright()


def _from_playwright() -> Iterator[Path]:
    for folder in _playwright_folders():
        for pattern in PLAYWRIGHT_BINARIES:
            yield from sorted(folder.glob(pattern), reverse=True)  # newest build first


def _playwright_folders() -> Iterator[Path]:
    if named := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        yield Path(named)
    try:
        home = Path.home()
    except RuntimeError:  # no HOME and no entry in the password file
        return
    yield home / ".cache/ms-playwright"
    yield home / "Library/Caches/ms-playwright"
    yield home / "AppData/Local/ms-playwright"


def _by_playwright() -> str | None:
    print(f"No Chromium here; trying Playwright's download, {DOWNLOAD_SECONDS} s at most")
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    _run(command, DOWNLOAD_SECONDS)
    path = find()
    # A downloaded browser without its system libraries is there but can't start.
    return path if path and _run([path, "--version"], 30) else None


def _by_apt() -> str | None:
    return find() if _apt(*PACKAGES) else None


def _apt(*packages: str) -> bool:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"Installing Debian's {', '.join(packages)}")
    _run(["apt-get", "-qq", "update"], PACKAGE_SECONDS)
    install = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
    return _run(install, PACKAGE_SECONDS)


def _run(command: list[str], seconds: int) -> bool:
    """Run a command without stdin, say what went wrong, and return whether it succeeded."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=seconds,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}")
        return False
    if done.returncode != 0:
        print("  " + "\n  ".join(done.stdout.strip().splitlines()[-5:]))
    return done.returncode == 0


def main(arguments: list[str]) -> int:
    """Print the path that was found; with --install, get a browser first if there is none."""
    path = find()
    if path is None and "--install" in arguments and VARIABLE not in os.environ:
        path = install()
    if path is None:
        named = os.environ.get(VARIABLE)
        print(f"{VARIABLE} names {named}, which can't be run." if named else HELP, file=sys.stderr)
        return 1
    if "--install" in arguments and not driver_starts():
        print("Playwright's driver does not start, see above.", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
