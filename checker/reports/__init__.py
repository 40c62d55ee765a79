"""Reports: one module per format out, each with `render(...) -> str`."""
