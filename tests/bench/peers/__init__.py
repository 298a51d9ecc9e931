"""The same two pages, built twice more: with Dash, and as files without any server of their own.

They are what ours is measured against, by `make bench` alone. All three show the same question,
controls, charts, table, words and download, and their rows come from the same tables.
"""
