"""Article sets from files: one module per format, and `sets` for how files make a set."""

from checker.reading.gate import Gate
from checker.reading.sets import GATE, draft_set, each_set, need_source, read_sets

__all__ = ["GATE", "Gate", "draft_set", "each_set", "need_source", "read_sets"]
