"""Errors tell visitors and logs what happened and where, and none of the values."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from utils.serve import redact
from utils.store.snapshot import SnapshotError

CANARY = "canary-7f3a9"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What a handler prints while records are redacted."""
    before, stream = logging.getLogRecordFactory(), io.StringIO()
    handler, logger = logging.StreamHandler(stream), logging.getLogger("made-up")
    logger.addHandler(handler)
    redact.logs()
    yield stream
    logger.removeHandler(handler)
    logging.setLogRecordFactory(before)


def fails(message: str) -> Exception:
    """An error that went through here, with another behind it."""
    try:
        try:
            {}[f"{CANARY} behind"]  # type: ignore[index]
        except KeyError as error:
            raise ValueError(message) from error
    except ValueError as error:
        return error


@pytest.mark.parametrize(
    "words",
    [
        f"GET https://api.example/v1?key={CANARY}&year=2020",
        f"https://api.example/v1?api_key={CANARY}",
        f"Authorization: Bearer {CANARY}",
        f"authorization={CANARY}",
        f"{{'X-App-Token': '{CANARY}', 'accept': 'text/csv'}}",
        f'{{"password": "{CANARY}"}}',
        f"DATABASE_PASSWORD={CANARY}",
        f"client_secret={CANARY}",
        f"postgresql://app:{CANARY}@db.example/reach",
        f"cookie: {CANARY}",
    ],
)
def test_what_looks_like_a_secret_is_hidden(words: str) -> None:
    assert CANARY not in redact.text(words)
    assert "[hidden]" in redact.text(words)


@pytest.mark.parametrize(
    "words",
    [
        "France has 52 series",
        "the keys of a table are unique",
        "see https://example.org/a?year=2020",
    ],
)
def test_plain_words_stay(words: str) -> None:
    assert redact.text(words) == words


def test_a_trace_names_places_and_kinds_but_no_values() -> None:
    told = redact.trace(fails(f"cell {CANARY}"))
    assert CANARY not in told
    assert "tests/serve/test_redact.py:" in told
    assert "in fails" in told
    assert "ValueError (its message is not printed)" in told
    assert "after KeyError" in told


def test_our_own_errors_speak_because_their_words_were_written_for_people() -> None:
    told = redact.trace(SnapshotError(f"x.csv is missing, token={CANARY}. Import it again."))
    assert "x.csv is missing" in told
    assert CANARY not in told


def test_every_logger_is_redacted(log: io.StringIO) -> None:
    logger = logging.getLogger("made-up")
    logger.error("asked %s", f"https://x.example/?token={CANARY}")
    try:
        raise fails(CANARY)
    except ValueError:
        logger.exception("failed")
    logger.error("again", exc_info=sys.exc_info())
    assert CANARY not in log.getvalue()
    assert "asked https://x.example/?token=[hidden]" in log.getvalue()
    assert "Traceback, without values" in log.getvalue()


def test_redacting_twice_is_redacting_once(log: io.StringIO) -> None:
    once = logging.getLogRecordFactory()
    redact.logs()
    assert logging.getLogRecordFactory() is once


def test_a_visitor_reads_what_to_do_and_not_what_it_was() -> None:
    def page() -> None:
        from tests.serve.test_redact import CANARY
        from utils.serve import redact

        redact.shown(ValueError(f"cell {CANARY}"))

    (alert,) = AppTest.from_function(page).run().error
    assert CANARY not in alert.value
    assert "ValueError" in alert.value
    assert "reload" in alert.value
    assert redact.shown(ValueError("x")) is True, "Streamlit would add its own"
