"""Draws evidence: every figure is a pure function of rows, card, place names and a theme."""
