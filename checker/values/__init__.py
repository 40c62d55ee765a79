"""Reading of values: one module per kind, each with `find(doc, article)`.

`find_values` runs them all and settles overlaps: the longer span wins, then the more specific kind.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from checker.model import Article, Value

if TYPE_CHECKING:
    from checker.language import Doc

    Finder = Callable[[Doc, Article], Iterable[Value]]

# The most specific kind first: of two readings of the same words the earlier one stands.
_MODULES = (
    *("ages", "times", "dates", "durations", "money", "percentages", "ratios"),
    *("multiples", "measures", "scores", "ordinals", "counts"),
)


@lru_cache(maxsize=1)
def _finders() -> tuple[Finder, ...]:
    names = [f"checker.values.{name}" for name in _MODULES]
    return tuple(import_module(name).find for name in names if find_spec(name))


def find_values(doc: Doc, article: Article) -> list[Value]:
    """Every value of the article in the order of the text, none overlapping another."""
    readings = [(value, rank) for rank, find in enumerate(_finders()) for value in find(doc, article)]
    return _settle(readings)


def _settle(readings: list[tuple[Value, int]]) -> list[Value]:
    """Of readings that overlap the longer stands, then the more specific."""
    readings.sort(key=lambda reading: (reading[0].span.start - reading[0].span.end, reading[1]))
    starts: list[int] = []
    kept: list[Value] = []
    for value, _ in readings:
        at = bisect_left(starts, value.span.end)  # the last one that starts before this one ends
        if at and kept[at - 1].span.overlaps(value.span):
            continue
        starts.insert(at, value.span.start)
        kept.insert(at, value)
    return kept
