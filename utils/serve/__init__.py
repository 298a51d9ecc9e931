"""The server: the app behind headers, limits and a health address. `start.py` puts it together."""
