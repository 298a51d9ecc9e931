"""What was worked out once and lies ready for whoever asks next. Every such function says so here.

Streamlit's own caches look at the signature of a function and at each argument whenever they are
asked, which costs about a millisecond; a page asks twenty times. Here a key is compared and no
more. Nothing that is kept is ever changed, so one copy serves all visitors.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")
MISSING: Any = object()


class Kept(Generic[Made]):
    """A function whose results are kept by its first argument, the least recently used going first.

    Two visitors who ask for the same at the same moment may both work it out; neither waits.
    """

    def __init__(self, make: Callable[..., Made], most: int) -> None:
        self._make, self._most = make, most
        self._found: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = threading.Lock()
        update_wrapper(self, make)

    def __call__(self, key: Hashable, *rest: Any) -> Made:
        """What belongs to the key, which must tell apart everything that ``rest`` can be."""
        with self._lock:
            found = self._found.get(key, MISSING)
            if found is not MISSING:
                self._found.move_to_end(key)
        if found is MISSING:
            found = self._make(key, *rest)
            with self._lock:
                self._found[key] = found
                while len(self._found) > self._most:
                    self._found.popitem(last=False)
        return found  # type: ignore[no-any-return]

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._found.clear()


def kept(most: int) -> Callable[[Callable[..., Made]], Kept[Made]]:
    """Keeps at most so many results of a function; the first argument alone is the key."""

    def decorated(make: Callable[..., Made]) -> Kept[Made]:
        return Kept(make, most)

    return decorated
