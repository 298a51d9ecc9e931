"""Asks evidence for something and gives evidence back: select, compare, change, rank."""
