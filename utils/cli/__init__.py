"""The terminal: import publishers' files into the snapshot, verify what is there."""
