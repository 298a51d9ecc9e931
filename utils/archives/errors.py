"""What stops a count: says what, where and what to do next, and nothing from inside a post."""

from __future__ import annotations


class ArchiveError(ValueError):
    """A count that can't be made: a file, an option or a program that is not as needed."""
