"""YAML read with the line of every key, so that an error can show it."""
