"""Says what evidence shows, in sentences built from the same rows that are drawn."""
