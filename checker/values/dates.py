"""Dates: spans found by the productions of time, each resolved against the article's day of publication.

`bounds` is the days that the words denote (ordinals, both ends in it), `rounded` all that they may
mean where usage is loose ("last Tuesday", "two years ago") and the same days where it is not. A date
that cannot be placed, for want of a publication date or of a company's calendar, has a `dimension` of
its own ("weekday", "month-day", "fiscal-quarter", "relative") and so compares only with its like.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model import Article, Interval, Kind, Span, Value
from checker.values import periods, quarters
from checker.values.chart import Edge
from checker.values.date_reading import Reading
from checker.values.periods import Period
from checker.values.time_chart import time_chart
from checker.values.time_items import TimeChart

if TYPE_CHECKING:
    from checker.language import Doc

_NEAR = {"day": 3, "week": 3, "month": 15, "quarter": 31, "season": 31, "year": 366, "decade": 1826}
_LAST_DAY = date.max.toordinal()
_RECENT = 1200  # characters within which a quarter is still the one that is told of


def find(doc: Doc, article: Article) -> list[Value]:
    """Every date of the article in the order of the text."""
    chart = time_chart(doc, article)
    return [_value(chart, edge, reading) for edge, reading in read_dates(chart)]


def read_dates(chart: TimeChart) -> Iterator[tuple[Edge, Reading]]:
    """The dates of a text from left to right, none overlapping another, with what each was read as."""
    at, told_at = 0, -_RECENT
    reporting: Period | None = None  # the quarter whose results are told
    earlier: Period | None = None
    while at < len(chart.pieces):
        edge = max(chart.of(at, "date") + chart.of(at, "span"), key=lambda edge: edge.end, default=None)
        at += 1
        if edge is None:
            continue
        found: Reading = edge.data
        start = chart.pieces[edge.start].start
        reading: Reading | None = found
        if found.base == "reporting":
            near = start - told_at < _RECENT and quarters.of_business(chart, edge.start, edge.end)
            reading = quarters.resolved(found, reporting if near else None)
        elif found.base:
            reading = _that(found, earlier)
        if reading is None:
            continue
        if reading.period is not None:
            earlier = reading.period
            if quarters.NOTE in reading.notes:
                told_at, reporting = start, reporting if found.base else reading.period
        yield edge, reading
        at = max(edge.end, at)


def _that(reading: Reading, earlier: Period | None) -> Reading | None:
    """ "Later that year", of the day told last."""
    if earlier is None or earlier.first == 1:
        return None
    whole = periods.around(earlier.first, reading.base)
    if whole is None:
        return None
    first = max(whole.first, min(earlier.last + 1, whole.last)) if earlier.last < whole.last else whole.first
    return Reading(Period(first, whole.last, whole.grain), whole.grain, whole, notes=reading.notes)


def _value(chart: TimeChart, edge: Edge, reading: Reading) -> Value:
    begin = edge.start
    before = chart.is_a(begin - 1, "from", "between") and "range" in reading.notes
    if before or chart.is_a(begin - 1, "nearly"):
        begin -= 1
    span = chart.span(begin, edge.end)
    offset = next(
        (
            part.data.span.start
            for part in edge.steps()
            if part.symbol == "length" and part.start == edge.start
        ),
        span.start,
    )
    span = Span(min(span.start, offset), span.end)
    bounds = reading.period.interval if reading.period else reading.symbol
    value = Value(
        Kind.DATE,
        span,
        chart.text[span.start : span.end],
        bounds=bounds,
        unit=None,
        dimension=reading.dimension,
        grain=reading.grain,
        rounded=reading.wide.interval if reading.wide else bounds,
        notes=reading.notes,
    )
    return _shown(_bounded(chart, edge, reading, value))


def _noun_follows(chart: TimeChart, at: int) -> bool:
    """Whether the date only says which: "after the 1999 shooting"."""
    return (
        0 <= at < len(chart.pieces)
        and chart.pieces[at].is_word
        and chart.token(at).pos_ in ("NOUN", "PROPN", "ADJ")
    )


def _bounded(chart: TimeChart, edge: Edge, reading: Reading, value: Value) -> Value:
    """With the preposition before it: "before March" is any day up to March, "since 2014" is noted."""
    at = edge.start - 1
    at -= chart.is_a(at, "the")
    before = chart.word(at)
    if chart.is_a(at, "nearly") and reading.period:
        wide = (reading.wide or reading.period).widened(_NEAR.get(reading.grain, 0))
        return replace(value, hedge="~", rounded=wide.interval)
    if not chart.is_a(at, "by", "before", "after", "since", "up to"):
        return value
    noun_follows = chart.possessive(edge.end) != edge.end or _noun_follows(chart, edge.end)
    if chart.is_a(at, "since", "up to") or noun_follows or value.dimension or value.hedge != "=":
        return replace(value, notes=(*value.notes, before))
    low, high = value.bounds.low, value.bounds.high
    if chart.is_a(at, "by"):
        bounds, hedge = Interval(None, high, whole=True), "<"
    elif chart.is_a(at, "before"):
        bounds, hedge = Interval(None, low, high_open=True, whole=True), "<"
    else:
        bounds, hedge = Interval(high, None, low_open=True, whole=True), ">"
    return replace(value, bounds=bounds, hedge=hedge, rounded=bounds, notes=(*value.notes, before))


def _shown(value: Value) -> Value:
    """With `low` and `high` in ISO 8601, where the days are known."""
    if value.dimension:
        return value
    return replace(value, low=_iso(value.bounds.low), high=_iso(value.bounds.high))


def _iso(day: Fraction | None) -> str | None:
    return None if day is None else date.fromordinal(min(max(int(day), 1), _LAST_DAY)).isoformat()
