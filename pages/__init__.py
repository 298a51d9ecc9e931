"""One question a page. A page reads, asks, draws; it holds no logic of its own."""
