"""Kinds of claims: one file each, with a pure `draft(spec, library)`."""
