"""Claims in the reader's language: one set of plain templates that quote data in its own words.

English sentences are built from English words on the cards. Those words are data and stay as they
are, so other languages get sentences of another build, in which each such word stands in quotes.
"""

from utils.claims.tongues.refusing import refusal
from utils.claims.tongues.telling import Told, tell

__all__ = ["Told", "refusal", "tell"]
