"""Times of day, and minutes of a match: "9:30 a.m. EST", "half past nine", "0230 local time", "on 54".

`bounds` are seconds of the day. With a known zone they are seconds of the UTC day and the dimension
is "utc", so that 14:30 GMT and 9:30 a.m. EST are the same; without one they are local, and a local
time compares only with a local one. A minute of a match is its 54th, and neither a length nor a count.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.model import EITHER_HALF, Counted, Interval, Kind, Value
from checker.values.chart import Edge
from checker.values.clock import LOCAL, Clock
from checker.values.lexer import time_words
from checker.values.quantity import made
from checker.values.time_items import TimeChart, TimeMatch, rule

_DAY = 86400
_LONGEST = 130  # with extra time
_MINUTE = "minute"


def read(chart: TimeChart) -> Iterator[tuple[Edge, Value]]:
    """Every time of day of the text in order, with the result that it was read from."""
    return ((edge, _value(chart, edge)) for edge in chart.from_left("clock", "clockspan"))


def _value(chart: TimeChart, edge: Edge) -> Value:
    clock: Clock = edge.data
    low = (clock.second - int((clock.offset or 0) * 3600)) % _DAY
    high = low + clock.lasting  # over midnight it goes on
    hedge, at = _nearly(chart, edge.start), edge.start
    opens = ("nearly",) if clock.until is None else ("nearly", "between", "from")
    span = chart.span(at - chart.is_a(at - 1, *opens), edge.end)
    near, half = clock.slack(hedge), 0 if clock.half else _DAY // 2
    return Value(
        Kind.TIME,
        span,
        chart.text[span.start : span.end],
        bounds=Interval(Fraction(low), Fraction(high)),
        low=_iso(low, clock.dimension),
        high=_iso(high, clock.dimension),
        unit=LOCAL if clock.zone == LOCAL else clock.zone and clock.zone.upper(),
        dimension=clock.dimension,
        hedge=hedge,
        grain=clock.grain,
        rounded=Interval(Fraction(low - near), Fraction(high + near + half)),
        notes=() if clock.half else (EITHER_HALF,),
    )


def _nearly(chart: TimeChart, at: int) -> str:
    """The hedge of a time at a piece: "about nine", "shortly after nine"."""
    hardly = chart.is_a(at - 1, "before", "after") and chart.is_a(at - 2, "hardly")
    return "~" if hardly or chart.is_a(at - 1, "nearly") else "="


def _iso(second: int, dimension: str) -> str:
    second %= _DAY
    return f"{second // 3600:02d}:{second % 3600 // 60:02d}{'Z' if dimension == 'utc' else ''}"


@rule("a minute of a match", "minute", "on int timeunit", "on int", "( int ' )")
def _minute(m: TimeMatch) -> int | None:
    other = m.has("timeunit") and m.parts[-1].data.value.shown != _MINUTE
    words = m.chart.sentence(m.start)
    of_match = not words.isdisjoint(time_words("match")) and not words.isdisjoint(time_words("minutes"))
    told = of_match and not m.tail("of") if m.has("on") else m.chart.capital(m.start - 1)
    return int(m[1]) if told and not other and 0 < m[1] <= _LONGEST else None


def read_minutes(chart: TimeChart) -> Iterator[tuple[Edge, Value]]:
    """Every minute of a match that is told otherwise than by its ordinal, with what it was read from."""
    for edge in chart.from_left("minute"):
        end = edge.end - (chart.word(edge.end - 1) == ")")
        span, said = chart.span(edge.start + 1, end), Fraction(edge.data)
        counted = Counted(_MINUTE, chart.span(end - 1, end), _MINUTE)
        bounds = Interval.point(said, whole=True)
        yield edge, made(chart.text, Kind.ORDINAL, span, bounds, [said], counted=counted)
