"""Times of day: "9:30 a.m. EST", "1400 GMT", "noon", "half past nine", "0230 local time".

`bounds` are seconds of the day. With a known zone they are seconds of the UTC day and the dimension
is "utc", so that 14:30 GMT and 9:30 a.m. EST are the same; without one they are local, and a local
time compares only with a local one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.model import EITHER_HALF, Interval, Kind, Value
from checker.values.chart import Edge
from checker.values.time_items import TimeChart

_DAY = 86400


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
