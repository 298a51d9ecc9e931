"""The plain edition: every default view as HTML that needs no server and no Python."""
