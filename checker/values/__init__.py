"""Reading of values: productions over a chart of the text (chart), and the readings of their results
(readings).

Modules with `find(context)` are readers of their own, whose values compete as they are. Of overlapping
readings the longer wins, then the more specific kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import CAP, FLOOR, Article, Kind, Value
from checker.values import (  # noqa: F401  (they hold readings)
    ages,
    amount_values,
    calendar_dates,
    clock,
    counts,
    date_offsets,
    date_parts,
    date_spans,
    dates,
    durations,
    length_forms,
    long_times,
    none_of,
    ordinals,
    ratios,
    relative_dates,
    scores,
    times,
    weekdays,
)
from checker.values.changes import mark_changes
from checker.values.chart import Chart, Edge
from checker.values.numerals import chart_of
from checker.values.readings import Candidate, Context, Settled, candidates, settle, tokens_of
from checker.values.time_items import TimeChart

if TYPE_CHECKING:
    from checker.language import Doc

# Readers of their own with the rank of their readings, the most specific first; productions have theirs.
_TIMES = ((ages.read, 0), (times.read, 1), (dates.read, 2), (times.read_minutes, 2), (durations.read, 3))
_FINDERS = ((ratios, 6), (scores, 10), (counts, 11), (none_of, 12))


_LIMITED = frozenset((Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION))


def find_values(doc: Doc, article: Article) -> list[Value]:
    """Every value of the article in the order of the text, none overlapping another."""
    return [
        _limited(value)
        for value in mark_changes(doc, article, [one.value for one in settled(context_of(doc, article))])
    ]


def context_of(doc: Doc, article: Article) -> Context:
    """An article with its parse and its chart, as readings look at it."""
    return Context(doc, article, chart_of(article.text), tokens_of(doc))


def settled(context: Context) -> list[Settled]:
    """Every value with the readings that it won against; changes are not marked yet."""
    return settle([*candidates(context), *_found(context)])


def _found(context: Context) -> Iterator[Candidate]:
    """What the readers of their own have found."""
    chart = TimeChart(context)
    for read, rank in _TIMES:
        for edge, value in read(chart):
            yield _ready(value, rank, edge, chart)
    for finder, rank in _FINDERS:
        for value in finder.find(context):
            yield _ready(value, rank)


def _ready(value: Value, rank: int, edge: Edge | None = None, chart: Chart | None = None) -> Candidate:
    return Candidate(value.span, rank, value.kind.value, lambda: value, edge, chart)


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
