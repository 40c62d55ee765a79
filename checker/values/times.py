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
    clock, at = edge.data, edge.start
    shift = 0 if clock.offset is None else -int(clock.offset * 3600)
    low = (clock.second + shift) % _DAY
    high = low if clock.until is None else (clock.until + shift) % _DAY
    if high < low:  # over midnight
        high += _DAY
    bounds = Interval(Fraction(low), Fraction(high))
    nearly = chart.is_a(at - 1, "nearly")
    opened = nearly or (clock.until is not None and chart.is_a(at - 1, "between", "from"))
    span = chart.span(at - opened, edge.end)
    hardly = chart.is_a(at - 1, "before", "after") and chart.is_a(at - 2, "hardly")  # "shortly after nine"
    hedge = "~" if nearly or hardly else "="
    near = 1800 if clock.grain == "hour" or hedge == "~" else 300 if clock.second % 300 == 0 else 0
    half = 0 if clock.half else _DAY // 2
    rounded = Interval(Fraction(low - near), Fraction(high + near + half))
    dimension = "" if clock.offset is None else "utc"
    if clock.offset is None and clock.zone not in (None, "local"):
        dimension = f"zone {clock.zone}"
    unit = clock.zone.upper() if clock.zone and clock.zone != "local" else clock.zone
    return Value(
        Kind.TIME,
        span,
        chart.text[span.start : span.end],
        bounds=bounds,
        low=_iso(low, dimension),
        high=_iso(high, dimension),
        unit=unit,
        dimension=dimension,
        hedge=hedge,
        grain=clock.grain,
        rounded=rounded,
        notes=() if clock.half else (EITHER_HALF,),
    )


def _iso(second: int, dimension: str) -> str:
    second %= _DAY
    return f"{second // 3600:02d}:{second % 3600 // 60:02d}{'Z' if dimension == 'utc' else ''}"


@rule("a minute of a match", "minute", "on int timeunit", "on int", "( int ' )")
def _minute(m: TimeMatch) -> int | None:
    other = m.has("timeunit") and m.parts[-1].data.value.name != _MINUTE
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
