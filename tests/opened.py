"""Opens a page as Streamlit runs it, without a browser, and reads what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__")
HIDDEN = {"present"}
"""Pages that the menu leaves out: slides are opened from a deck."""
SECONDS = 30
FOLDS = ("table", "citation", "link")
"""What is folded away and made only when a reader opens it."""
ESCAPED = re.compile(r"\\([^\w\s])")


def opened(
    page: str, held: Mapping[str, object] | None = None, /, **asked: str | list[str]
) -> AppTest:
    """A page reached by a link; fails if it shows an exception or prints a missing value.

    ``held`` is what its session holds already.
    """
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    app.switch_page(f"pages/{page}.py")
    for name, values in asked.items():
        app.query_params[name] = values
    for name, value in (held or {}).items():
        app.session_state[name] = value
    for fold in FOLDS:
        app.session_state[f"fold-{fold}"] = True
    return sound(app.run())


def sound(app: AppTest) -> AppTest:
    """The same page, of which no reader may ever see a traceback or a `nan`."""
    assert not app.exception, f"{app.query_params}: {[one.stack_trace for one in app.exception]}"
    assert app.title, "a page without a title"
    assert not re.search(r"\b(nan|NaN|NaT|None|inf)\b", words(app)), words(app)
    return app


def words(app: AppTest) -> str:
    """All prose of a page as a reader sees it, notes and warnings included."""
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning)
    return "\n".join(plain(one.value) for kind in kinds for one in kind)


def announced(app: AppTest) -> str:
    """What the page says about a link that asks for something it can't give."""
    return "\n".join(plain(one.value) for kind in (app.info, app.warning) for one in kind)


def plain(text: str) -> str:
    """Markdown as it is read: escapes undone."""
    return ESCAPED.sub(r"\1", text)


def address(app: AppTest) -> dict[str, list[str]]:
    """The query of the address bar after the run, every value in a list."""
    asked = {k: v if isinstance(v, list) else [v] for k, v in app.query_params.items()}
    return {name: values for name, values in asked.items() if values}
