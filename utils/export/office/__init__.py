"""Slides and pages as office programs know them; loaded only when such a file is made."""
