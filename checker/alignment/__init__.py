"""Which claims speak of the same thing: candidates by key, what puts them together, what sets them apart."""
