"""Widgets that live in the address: one of several, several of many, a stretch of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from utils.language import say, units
from utils.ui import address

Words = Callable[[str], str]
Widget = Callable[..., Any]


def one(
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    words: Words = str,
    widget: Widget = st.selectbox,
    **more: Any,
) -> str:
    """One of ``options``; the address holds the option itself, the screen its words."""
    key = _key(name)
    asked = address.asked(name)
    wanted = default if asked is None else _first(name, asked, options, default, words)
    if address.first():
        more["index"] = options.index(wanted)
    elif asked is not None or st.session_state.get(key) not in options:
        st.session_state[key] = wanted
    chosen = str(widget(label, list(options), format_func=words, key=key, **more))
    address.settle(name, [chosen], [default])
    return chosen


def several(
    name: str,
    label: str,
    options: Sequence[str],
    default: Sequence[str],
    words: Words = str,
    most: int | None = None,
    follow: bool = False,
    **more: Any,
) -> list[str]:
    """Several of ``options``, at most ``most``; an empty choice is the page's to explain.

    With ``follow``, a choice that nobody touched moves along when its default does.
    """
    key = _key(name)
    if follow:
        _follow(key, list(default))
    asked = address.asked(name)
    wanted = list(default) if asked is None else _known(name, asked, options, default, most)
    if address.first():
        more["default"] = [value for value in wanted if value in options][:most]
    else:
        held = wanted if asked is not None else st.session_state.get(key, default)
        kept = [value for value in held if value in options]
        st.session_state[key] = (kept or (list(default) if held else []))[:most]
    chosen = st.multiselect(
        label, list(options), format_func=words, key=key, max_selections=most, wrap=True, **more
    )
    address.settle(name, list(chosen), list(default))
    return list(chosen)


def stretch(
    label: str, days: Sequence[str], words: Words, default: tuple[str, str] | None = None
) -> tuple[str, str]:
    """First and last of an ordered list of days, as `from` and `to` in the address.

    A ``default`` other than the whole list is followed for as long as nobody touches the choice.
    """
    key, ends = _key("range"), default or (days[0], days[-1])
    if default:
        _follow(key, default)
    wanted, proposed = _range(days, words, ends), ends
    held = st.session_state.get(key)
    if address.first():
        proposed = wanted or ends
    elif wanted or not held or not set(held) <= set(days):
        st.session_state[key] = wanted or ends
    # without a range as its default, the slider reads what comes back as a single value
    chosen = st.select_slider(label, list(days), proposed, format_func=words, key=key)
    start, end = str(chosen[0]), str(chosen[1])
    address.settle("from", [start], [ends[0]])
    address.settle("to", [end], [ends[1]])
    return start, end


def _range(days: Sequence[str], words: Words, ends: tuple[str, str]) -> tuple[str, str] | None:
    """The range that the address asks for, its ends in order; none if it asks for nothing."""
    first, last = address.asked("from"), address.asked("to")
    if first is None or last is None:
        return None
    start, end = (
        _first("from", first, days, ends[0], words),
        _first("to", last, days, ends[1], words),
    )
    if start > end:
        address.note(
            say(
                "The link asks for a range that ends ({end}) before it starts ({start}). The two "
                "were swapped.",
                end=words(end),
                start=words(start),
            )
        )
    return min(start, end), max(start, end)


def text(name: str, label: str, most: int = 16_000, **more: Any) -> str:
    """A line of text that the address carries."""
    key = _key(name)
    asked = address.asked(name)
    wanted = _cut(name, asked[0], most) if asked else ""
    if address.first():
        more["value"] = wanted
    elif asked is not None:
        st.session_state[key] = wanted
    written = str(st.text_input(label, key=key, max_chars=most, **more)).strip()
    address.settle(name, [written] if written else [], [])
    return written


def _cut(name: str, text: str, most: int) -> str:
    if len(text) > most:
        address.note(
            say(
                "The link holds {many} letters of {name}. The first {most} count.",
                many=units.number(len(text), 0),
                name=name,
                most=units.number(most, 0),
            )
        )
    return text[:most]


def _follow(key: str, default: Any) -> None:
    """Moves a choice along with its default for as long as it is the default."""
    before = st.session_state.get(f"{key}:default")
    if before is not None and before != default and st.session_state.get(key) == before:
        st.session_state[key] = default
    st.session_state[f"{key}:default"] = default


def _key(name: str) -> str:
    return f"{st.session_state[address.PAGE]}.{name}"


def _first(name: str, asked: list[str], options: Sequence[str], default: str, words: Words) -> str:
    if len(asked) > 1:
        address.note(say("The link gives {name} more than once. The first is shown.", name=name))
    if not asked:
        return default
    if asked[0] in options:
        return asked[0]
    instead = say("{shown} is shown instead.", shown=words(default))
    address.refused(name, asked[0], instead)
    return default


def _known(
    name: str, asked: list[str], options: Sequence[str], default: Sequence[str], most: int | None
) -> list[str]:
    unknown = [value for value in asked if value not in options]
    known = list(dict.fromkeys(value for value in asked if value in options))
    for value in unknown[:3]:
        address.refused(name, value, say("It was left out."))
    if len(unknown) > 3:
        more = len(unknown) - 3
        address.note(
            say("{more} more values of {name} are not available either.", more=more, name=name)
        )
    if most is not None and len(known) > most:
        address.note(
            say(
                "The link asks for {many} values of {name}; the first {most} are shown.",
                many=len(known),
                name=name,
                most=most,
            )
        )
        known = known[:most]
    return known or list(default)
