"""Article sets from files: one module per format, and `sets` for how files make a set."""

from checker.reading.sets import need_two, read_sets

__all__ = ["need_two", "read_sets"]
