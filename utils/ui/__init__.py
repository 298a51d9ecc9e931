"""The only room below the pages that knows Streamlit: controls, cards, the address, the cache."""
