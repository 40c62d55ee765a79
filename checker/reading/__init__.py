"""Article sets from files: one module per format, and `sets` for how files make a set."""

from checker.reading.sets import draft_set, need_source, read_sets

__all__ = ["draft_set", "need_source", "read_sets"]
