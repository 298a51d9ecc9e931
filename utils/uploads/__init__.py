"""Brings a person's own export in: read apart, reduced at once to counts, nobody left in it."""
