"""Claims: a value in its context."""
