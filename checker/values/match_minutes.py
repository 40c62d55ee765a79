"""Minutes of a match: "on 54 minutes", "(54')" are the 54th minute, and neither a length nor a count."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.model import Counted, Interval, Kind, Value
from checker.values.chart import Edge
from checker.values.lexer import time_words
from checker.values.quantity import made
from checker.values.time_items import TimeChart, TimeMatch, rule

_LONGEST = 130  # with extra time
_MINUTE = "minute"


@rule("a minute of a match", "minute", "on int timeunit", "on int", "( int ' )")
def _minute(m: TimeMatch) -> int | None:
    other = m.has("timeunit") and m.parts[-1].data.value.name != _MINUTE
    words = m.chart.sentence(m.start)
    of_match = not words.isdisjoint(time_words("match")) and not words.isdisjoint(time_words("minutes"))
    told = of_match and not m.tail("of") if m.has("on") else m.chart.capital(m.start - 1)
    return int(m[1]) if told and not other and 0 < m[1] <= _LONGEST else None


def read(chart: TimeChart) -> Iterator[tuple[Edge, Value]]:
    """Every minute of a match that is told otherwise than by its ordinal, with what it was read from."""
    for edge in chart.from_left("minute"):
        end = edge.end - (chart.word(edge.end - 1) == ")")
        span, said = chart.span(edge.start + 1, end), Fraction(edge.data)
        counted = Counted(_MINUTE, chart.span(end - 1, end), _MINUTE)
        bounds = Interval.point(said, whole=True)
        yield edge, made(chart.text, Kind.ORDINAL, span, bounds, [said], counted=counted)
