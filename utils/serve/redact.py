"""Errors without their contents: for visitors a sentence, for the log the places in the code.

The message of an error may hold a cell of somebody's file, a path or a key. What is ours to say is
the kind of error and the lines it went through.
"""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parents[2]
SECRET = re.compile(
    r"(?i)((?:api[-_]?key|key|token|secret|passw(?:or)?d|authorization|bearer|cookie)\b[\"']?"
    r"\s*[=:]?\s*(?:bearer\s+)?)(?:\"[^\"]*\"|'[^']*'|[^\s&,;\"']+)"
)
"""What usually stands before a secret in an address, a header or a setting."""
IN_ADDRESS = re.compile(r"(?i)(\w+://)[^\s/@:]+:[^\s/@]+@")
"""A name and password written into an address, as in a database's."""


def text(words: str) -> str:
    """Words without what looks like a secret."""
    return IN_ADDRESS.sub(r"\1[hidden]@", SECRET.sub(r"\1[hidden]", words))


def trace(error: BaseException) -> str:
    """An error as file, line and function, innermost last, then its kind and those behind it."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {_file(one.filename)}:{one.lineno} in {one.name}" for one in frames]
    known = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    behind = f"\n  after {type(known).__name__}" if known else ""
    # an error of ours has a message that was written for people to read
    ours = type(error).__module__.startswith("utils.")
    told = f": {text(str(error))}" if ours else " (its message is not printed)"
    return "\n".join(["Traceback, without values:", *lines, type(error).__name__ + told]) + behind


def _file(name: str) -> str:
    """A file below the project, or the last two parts of its name: no folder of this machine."""
    path = Path(name)
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix().rpartition("site-packages/")[2]
    return "/".join(path.parts[-2:])


def logs() -> None:
    """From now on every record of every logger is redacted before anything can print it."""
    if getattr(logging.getLogRecordFactory(), "redacts", False):
        return
    make = logging.getLogRecordFactory()

    def redacting(*args: object, **kwargs: object) -> logging.LogRecord:
        record: logging.LogRecord = make(*args, **kwargs)
        record.msg, record.args = text(record.getMessage()), ()
        if record.exc_info and record.exc_info[1]:
            record.exc_text, record.exc_info = trace(record.exc_info[1]), None
        return record

    redacting.redacts = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(redacting)


def shown(error: Exception) -> bool:
    """What a visitor sees in place of an error; Streamlit then shows nothing of its own."""
    st.error(
        f"This page failed ({type(error).__name__}). Your choices are in the address: reload the "
        "page to try again. If it fails again, please tell the people who run this server what "
        "you chose; what went wrong stands in its log."
    )
    return True
