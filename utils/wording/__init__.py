"""Says which words to avoid, why, and what to say instead; the rules stand in data/wording.toml."""
