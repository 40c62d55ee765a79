"""The word lists of rules/vocabulary/topics.yaml."""

from __future__ import annotations

from functools import lru_cache

from checker.data import load


@lru_cache(maxsize=64)
def words_of(key: str) -> frozenset[str]:
    """A word list of rules/vocabulary/topics.yaml."""
    return frozenset(load("topics")[key])
