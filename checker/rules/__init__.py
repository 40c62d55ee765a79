"""Rules and vocabularies as YAML: reading, testing, linting, trying and documenting them."""
