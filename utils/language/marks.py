"""Marks texts for the catalogue where they are written down before they are said."""

from __future__ import annotations


def later(text: str) -> str:
    """The text itself; it is said later, where it is shown."""
    return text


def forms(one: str, many: str) -> tuple[str, str]:
    """Both forms of a text that counts; a language may need more, or only one."""
    return one, many


AXES = (
    later("Percent"),
    later("Per 100,000 people"),
    later("Deaths"),
    later("Days in the last 30"),
    later("People"),
    later("Referrals"),
    later("Courses of treatment"),
    later("Posts"),
    later("Page views"),
    later("Views"),
    later("Videos"),
    later("Accounts"),
    later("Interactions"),
    later("Retweets"),
    later("Replies"),
    later("Likes"),
    later("Index points"),
)
"""What stands at an axis, by `utils.model.units.AXIS` or from a unit; a test finds what lacks."""

STATUSES = (
    later("normal value"),
    later("break in series"),
    later("estimated or modelled"),
    later("missing"),
    later("provisional"),
    later("suppressed"),
    later("low reliability"),
)
"""What `utils.model.STATUSES` says of a row; a test compares the two."""
