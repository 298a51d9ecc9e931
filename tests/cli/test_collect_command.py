"""The command `collect`: what it says, how it ends, and what it never tells anybody."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import logging
import os
import random
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.collect_house import CAMPAIGN, ONE, OTHER, POSTS, Mastodon, door, move_in
from tests.download.fault_server import Server, http, serving
from utils import catalog
from utils.cli import collect_command, collect_options
from utils.cli.__main__ import main
from utils.store import generations, snapshot
from utils.store.collected import opened
from utils.store.verify import verify

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
ROOT = Path(__file__).parents[2]
SECRET, HANDLE, PERSON = "key-canary-9a41", "handle-canary.example", "person-canary"
KEYED = {
    "credential": "GROUNDSWELL_TEST_KEY", "user": "GROUNDSWELL_TEST_USER",
    "header": "Authorization", "scheme": "Bearer", "get_key": "Ask the operator of the server.",
}  # fmt: skip


@pytest.fixture
def mastodon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Server, Mastodon]]:
    monkeypatch.setenv("GROUNDSWELL_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("GROUNDSWELL_MASTODON_SERVERS", f"{ONE} {OTHER}")
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setattr(collect_command, "open_door", lambda: door((SECRET, HANDLE)))
    one = Mastodon(dt.datetime.now(dt.UTC))
    with serving(one.answer) as server:
        move_in(monkeypatch.setattr, server.url, tmp_path)
        yield server, one


def test_one_round_in_words_and_for_machines(
    mastodon: tuple[Server, Mastodon], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["collect", CAMPAIGN]) == 0
    said = capsys.readouterr().out
    assert f"1/2 #ruokday on {ONE} (mastodon): 14 new, 0 changed, 0 unchanged." in said
    assert f"published: mastodon-accounts, {POSTS}" in said
    assert main(["collect", CAMPAIGN, "--once", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["well"]
    assert [(one["server"], one["unchanged"]) for one in told["asked"]] == [(ONE, 14), (OTHER, 14)]
    assert main(["collect", "--publish"]) == 0
    assert capsys.readouterr().out == "published: nothing new\n"
    assert main(["collect", "--migrate"]) == 0
    assert capsys.readouterr().out == "The file collected.sqlite is up to date.\n"


def test_a_failure_is_in_the_exit_code(
    mastodon: tuple[Server, Mastodon], capsys: pytest.CaptureFixture[str]
) -> None:
    mastodon[1].broken[ONE] = http(b"{}", status="403 Forbidden")
    assert main(["collect", CAMPAIGN]) == 1
    said = capsys.readouterr().out
    assert f"on {ONE} (mastodon): failed (refused)." in said
    assert f"on {OTHER} (mastodon): 14 new" in said
    assert main(["collect", "nobody"]) == 1
    assert "There is no campaign 'nobody'" in capsys.readouterr().err


def test_nobody_is_asked_without_a_contact(
    mastodon: tuple[Server, Mastodon],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.undo()
    monkeypatch.delenv("GROUNDSWELL_CONTACT", raising=False)
    assert main(["collect", CAMPAIGN]) == 1
    assert "Set GROUNDSWELL_CONTACT" in capsys.readouterr().err
    assert mastodon[0].asked == []


def test_a_source_without_its_key_says_how_to_get_one(
    mastodon: tuple[Server, Mastodon],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    move_in(monkeypatch.setattr, mastodon[0].url, tmp_path, **KEYED)
    assert main(["collect", CAMPAIGN]) == 0
    said = capsys.readouterr().out
    assert "mastodon: Not asked: GROUNDSWELL_TEST_KEY is not set. Ask the operator" in said
    assert mastodon[0].asked == []


LEAKS = {
    "refused": (403, {"error": f"{SECRET} of {HANDLE} is bad, says {PERSON}"}),
    "not found": (404, {"error": f"{PERSON} has moved"}),
    "server error": (500, {"error": f"{SECRET} {PERSON}"}),
    "number that is a name": (200, {"name": "ruokday", "history": [{"day": PERSON}]}),
    "other tag": (200, {"name": PERSON, "history": []}),
    "list instead": (200, [{"account": {"acct": PERSON}, "key": HANDLE}]),
    "key repeated": (200, {"name": SECRET}),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_keys_and_people_are_nowhere(
    leak: str,
    mastodon: tuple[Server, Mastodon],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    server, one = mastodon
    move_in(monkeypatch.setattr, server.url, tmp_path, **KEYED)
    monkeypatch.setenv("GROUNDSWELL_TEST_KEY", f" {SECRET}\n")
    monkeypatch.setenv("GROUNDSWELL_TEST_USER", HANDLE)
    status, content = LEAKS[leak]
    one.broken[ONE] = http(json.dumps(content).encode(), status=f"{status} Said")
    with caplog.at_level(logging.DEBUG):
        assert main(["collect", CAMPAIGN]) == 1
        assert main(["collect", CAMPAIGN, "--json"]) == 1
    assert f"authorization: Bearer {SECRET}".lower() in server.asked[0].lower()
    said = "".join(capsys.readouterr()) + caplog.text
    files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"other.example" in files
    for canary in (SECRET, HANDLE, PERSON):
        assert canary not in said
        assert canary.encode() not in files


def test_a_redirect_to_another_host_gets_no_key(
    mastodon: tuple[Server, Mastodon], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, one = mastodon
    move_in(monkeypatch.setattr, server.url, tmp_path, **KEYED)
    monkeypatch.setenv("GROUNDSWELL_TEST_KEY", SECRET)
    monkeypatch.setenv("GROUNDSWELL_TEST_USER", HANDLE)

    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(http(b"{}"))

    with serving(answer) as other:
        where = f"Location: {other.url}/x"
        one.broken = dict.fromkeys((ONE, OTHER), http(b"", where, status="302 Found"))
        assert main(["collect", CAMPAIGN]) == 1
        assert other.asked
        assert SECRET not in "".join(other.asked)


def test_a_database_that_is_away_ends_the_command_and_no_page(
    mastodon: tuple[Server, Mastodon],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["collect", CAMPAIGN]) == 0
    monkeypatch.setenv("DATABASE_URL", f"postgresql://me:{SECRET}@/x?host=/nonexistent")
    capsys.readouterr()
    assert main(["collect", CAMPAIGN]) == 1
    said = capsys.readouterr().err
    assert "not collected: The database x on this machine can't be used" in said
    assert SECRET not in said
    assert len(snapshot.read(POSTS)) == 12


@pytest.mark.parametrize(("text", "seconds"), [("15m", 900), ("6h", 21_600), ("1d", 86_400)])
def test_spans(text: str, seconds: int) -> None:
    assert collect_options.seconds(text) == seconds
    for wrong in ("14m", "6", "h", "-6h", "0d", "6 h"):
        with pytest.raises(argparse.ArgumentTypeError, match="15m at least"):
            collect_options.seconds(wrong)


class Twice(threading.Event):
    """Lets a round follow another without waiting, and then stops."""

    waited: tuple[float | None, ...] = ()

    def wait(self, timeout: float | None = None) -> bool:
        self.waited = (*self.waited, timeout)
        return len(self.waited) > 1


def test_rounds_follow_each_other_until_told_to_stop(
    mastodon: tuple[Server, Mastodon], capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    collect_options.add(parser.add_subparsers())
    stop = Twice()
    chosen = parser.parse_args(["collect", CAMPAIGN, "--every", "6h"])
    assert collect_command._done(chosen, stop) == 0
    assert stop.waited == (21_600, 21_600)
    assert capsys.readouterr().out.count("published:") == 2
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_a_wish_to_stop_is_heard_between_two_questions(
    mastodon: tuple[Server, Mastodon], monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = threading.Event()
    stop.set()
    parser = argparse.ArgumentParser()
    collect_options.add(parser.add_subparsers())
    assert collect_command._done(parser.parse_args(["collect", CAMPAIGN]), stop) == 0
    assert mastodon[0].asked == []


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_round_killed_forty_times_leaves_whole_tables(
    mastodon: tuple[Server, Mastodon], tmp_path: Path
) -> None:
    server, one = mastodon
    chance = random.Random(5)
    code = (
        "import sys, datetime as dt; from pathlib import Path; from tests.cli import collect_house "
        "as h; h.move_in(setattr, sys.argv[1], Path(sys.argv[2])); h.went(dt.datetime.now(dt.UTC))"
    )
    for turn in range(40):
        one.extra, asked = turn, len(server.asked)
        process = subprocess.Popen(
            [sys.executable, "-c", code, server.url, str(tmp_path)], cwd=ROOT, env=os.environ
        )
        while len(server.asked) == asked and process.poll() is None:
            threading.Event().wait(0.02)
        threading.Event().wait(chance.uniform(0, 0.6))
        process.kill()
        process.wait()
        newest = generations.current(generations.root())
        if newest:
            assert verify(POSTS, newest, passed_on=False) == []
            rows = snapshot.read(POSTS).rows
            made = {row["value"] - row["start"].day for _, row in rows.iterrows()}
            assert max(made) <= turn
    assert main(["collect", CAMPAIGN]) == 0
    evidence = opened().evidence(catalog.reach()[POSTS])
    assert evidence
    assert len(evidence) == 12
