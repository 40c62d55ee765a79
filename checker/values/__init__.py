"""Reading of values: one module per kind, each with `find(doc, article)`.

`find_values` runs them all and settles overlaps: the longer span wins, then the more specific kind.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from checker.model import Article, Value
from checker.values import (
    ages,
    counts,
    dates,
    durations,
    measures,
    money,
    multiples,
    ordinals,
    percentages,
    ratios,
    scores,
    times,
)
from checker.values.changes import mark_changes

if TYPE_CHECKING:
    from checker.language import Doc

# The most specific kind first: of two readings of the same words the earlier one stands.
_KINDS = (
    *(ages, times, dates, durations, money, percentages, ratios, multiples),
    *(ordinals, measures, scores, counts),
)


def find_values(doc: Doc, article: Article) -> list[Value]:
    """Every value of the article in the order of the text, none overlapping another."""
    readings = [(value, rank) for rank, kind in enumerate(_KINDS) for value in kind.find(doc, article)]
    return mark_changes(doc, article, _settle(readings))


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
