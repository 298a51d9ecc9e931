"""Limits of the house as named constants: what may be how large, how many, how old."""

HELPLINE_MAX_AGE_DAYS = 400
"""Days after which a helpline must be looked up again; a test fails beyond it."""
