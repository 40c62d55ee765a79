"""Dates: spans found by the productions of time, each resolved against the article's day of publication.

`bounds` is the days that the words denote (ordinals, both ends in it), `rounded` all that they may
mean where usage is loose ("last Tuesday", "two years ago") and the same days where it is not. A date
that cannot be placed, for want of a publication date or of a company's calendar, has a `dimension` of
its own ("weekday", "month-day", "fiscal-quarter", "relative") and so compares only with its like.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from checker.data import word_list
from checker.model import Interval, Kind, Span, Value
from checker.values import periods
from checker.values.chart import Edge
from checker.values.date_offsets import UNITS_OF
from checker.values.date_reading import REPORTING, Reading
from checker.values.lengths import Length
from checker.values.long_times import NOTE
from checker.values.periods import Period
from checker.values.quantity import made
from checker.values.time_items import TimeChart

_NEAR = dict(zip(periods.GRAINS, (3, 3, 15, 31, 31, 366, 1826, 0), strict=True))  # days around "about"
_LAST_DAY = date.max.toordinal()
_RECENT = 1200  # characters within which a quarter is still the one that is told of


@dataclass(slots=True)
class _Told:
    """What dates of an article are told from: the date before, and the quarter whose results are told.

    That is the latest of those told nearby that are over, or else one that runs.
    """

    today: int | None
    date: Period | None = None
    quarter: Period | None = None
    at: int = 0

    def resolved(self, reading: Reading, at: int) -> Reading | None:
        """A date told from an earlier one, where that is known; None where it then is nothing."""
        if at - self.at >= _RECENT:
            self.quarter = None
        held = self.quarter if reading.base == REPORTING else self.date
        if reading.of is None:
            return reading
        found = reading.of(held) if held else None
        return found or reading.placed()

    def tell(self, reading: Reading, found: Period, at: int) -> None:
        self.date = found
        if NOTE not in reading.notes:
            return
        self.at = at
        if not reading.base and (self.quarter is None or self._rank(self.quarter) < self._rank(found)):
            self.quarter = found

    def _rank(self, quarter: Period) -> tuple[bool, int]:
        return self.today is None or quarter.last < self.today, quarter.last


def read(chart: TimeChart) -> Iterator[tuple[Edge, Value]]:
    """The dates of a text from left to right, none overlapping another, with what each was read from."""
    at, told = 0, _Told(chart.anchor.day)
    while at < len(chart.pieces):
        start = chart.pieces[at].start
        for edge in chart.longest_first(at, "no date", "date", "span"):
            if edge.symbol == "no date":
                at = edge.end - 1
                break
            reading = told.resolved(edge.data, start)
            if reading is None:
                continue
            if reading.period is not None:
                told.tell(reading, reading.period, start)
            yield edge, _value(chart, edge, reading)
            at = edge.end - 1
            break
        at += 1


def _value(chart: TimeChart, edge: Edge, reading: Reading) -> Value:
    at = edge.start
    opened = chart.is_a(at - 1, "from", "between") and "range" in reading.notes
    span = chart.span(at - (opened or chart.is_a(at - 1, "roughly")), edge.end)
    lengths = (part.data.span.start for part in edge.steps() if part.symbol == "length" and part.start == at)
    span = Span(min(span.start, next(lengths, span.start)), span.end)
    bounds = reading.period.interval if reading.period else reading.symbol
    value = Value(
        Kind.DATE,
        span,
        chart.text[span.start : span.end],
        bounds=bounds,
        dimension=reading.dimension,
        grain=reading.grain,
        rounded=reading.wide.interval if reading.wide else bounds,
        notes=reading.notes,
    )
    value = replace(_bounded(chart, edge, reading, value), parts=tuple(_parts(chart, edge)))
    low, high = value.bounds.low, value.bounds.high
    return value if value.dimension else replace(value, low=_iso(low), high=_iso(high))


def _parts(chart: TimeChart, edge: Edge) -> Iterator[Value]:
    """What a stretch is told by, which is shown beside it: "the first nine months" and "the year"."""
    for part in edge.parts if edge.rule == UNITS_OF else ():
        span = chart.span(part.start, part.end)
        if part.symbol == "length":
            length: Length = part.data
            unit, said = length.unit, [value for one in length.parts for value in one.values]
            yield made(chart.text, Kind.DURATION, span, length.bounds, said, unit=unit, grain=unit)
        elif part.symbol in ("date", "running") and part.data.period:
            yield dated(chart, span, part.data.period)


def dated(chart: TimeChart, span: Span, period: Period) -> Value:
    """A stretch of days as a date, which is shown beside the words that tell it."""
    bounds, words = period.interval, chart.text[span.start : span.end]
    low, high = _iso(bounds.low), _iso(bounds.high)
    return Value(
        Kind.DATE, span, words, bounds=bounds, low=low, high=high, grain=period.grain, rounded=bounds
    )


def _bounded(chart: TimeChart, edge: Edge, reading: Reading, value: Value) -> Value:
    """With the preposition before it: "before March" is any day up to March, "since 2014" is noted."""
    at = edge.start - 1
    at -= chart.is_a(at, "the")
    if chart.is_a(at, "roughly") and reading.period:
        wide = (reading.wide or reading.period).widened(_NEAR.get(reading.grain, 0))
        return replace(value, hedge="~", rounded=wide.interval)
    if not chart.is_a(at, "by", "before", "after", "since", "up to"):
        return value
    value = replace(value, notes=(*value.notes, chart.word(at)))
    names_other = chart.possessive(edge.end) != edge.end or _noun_follows(chart, edge.end)
    if chart.is_a(at, "since", "up to") or names_other or value.dimension:
        return value
    low, high = value.bounds.low, value.bounds.high
    if chart.is_a(at, "after"):
        bounds, hedge = Interval(high, None, low_open=True, whole=True), ">"
    else:
        before = chart.is_a(at, "before") and word_list("calendar", "ends").isdisjoint(reading.notes)
        bounds, hedge = Interval(None, low if before else high, high_open=before, whole=True), "<"
    return replace(value, bounds=bounds, hedge=hedge, rounded=bounds)


def _noun_follows(chart: TimeChart, at: int) -> bool:
    """Whether the date only says which: "after the 1999 shooting"."""
    word = at < len(chart.pieces) and chart.pieces[at].is_word
    return word and chart.token(at).pos_ in ("NOUN", "PROPN", "ADJ")


def _iso(day: Fraction | None) -> str | None:
    return None if day is None else date.fromordinal(min(max(int(day), 1), _LAST_DAY)).isoformat()
