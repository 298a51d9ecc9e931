"""The store: keeps the snapshot and can tell whether it is still what was imported."""
