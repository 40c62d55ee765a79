"""Claims: a value in its context, and what has no value: positions, deeds, spots."""
