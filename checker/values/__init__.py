"""Reading of values: one module per kind, each with `find(doc, article)`.

`find_values` runs them all and settles overlaps: the longer span wins, then the more specific kind.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import CAP, FLOOR, Article, Kind, Value
from checker.values import (
    ages,
    counts,
    dates,
    durations,
    measures,
    money,
    multiples,
    none_of,
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
    *(ordinals, measures, scores, counts, none_of),
)


_LIMITED = frozenset((Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION))


def find_values(doc: Doc, article: Article) -> list[Value]:
    """Every value of the article in the order of the text, none overlapping another."""
    readings = [(value, rank) for rank, kind in enumerate(_KINDS) for value in kind.find(doc, article)]
    return [_limited(value) for value in mark_changes(doc, article, _settle(readings))]


def _limited(value: Value) -> Value:
    """With the note "cap" or "floor" where the words say how far it may go: "up to 9bn", "within 15 days"."""
    if value.kind not in _LIMITED:
        return value
    bounds = value.bounds
    if (value.hedge == "<" and bounds.low is None and not bounds.high_open) or "within" in value.notes:
        return replace(value, notes=(*value.notes, CAP))
    if value.hedge == ">" and bounds.high is None and not bounds.low_open:
        return replace(value, notes=(*value.notes, FLOOR))
    return value


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
