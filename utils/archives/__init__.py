"""Counts whole archives of posts by day, on one machine or many, and keeps nobody of them."""
