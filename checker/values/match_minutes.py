"""Minutes of a match: "on 54 minutes", "(54')" are the 54th minute, and neither a length nor a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Article, Counted, Interval, Kind, Value
from checker.values.calendar_words import calendar_words
from checker.values.chart import Match
from checker.values.time_chart import time_chart
from checker.values.time_items import TIME, TimeChart, chart_of

if TYPE_CHECKING:
    from checker.language import Doc

_LONGEST = 130  # with extra time


@TIME.production("a minute of a match", "minute", "on int timeunit", "on int", "( int ' )")
def _minute(m: Match) -> int | None:
    chart = chart_of(m)
    told = chart.capital(m.start - 1)
    if m.has("on"):
        minutes = (
            m.parts[-1].data.value.name if m.has("timeunit") else next(iter(calendar_words().sets["minutes"]))
        )
        told = (
            minutes in calendar_words().sets["minutes"]
            and not chart.is_a(m.end, "of")
            and _of_match(chart, m.start)
        )
    return int(m[1]) if told and 0 < m[1] <= _LONGEST else None


def _of_match(chart: TimeChart, at: int) -> bool:
    words, known = chart.sentence(at), calendar_words().sets
    return not words.isdisjoint(known["match"]) and not words.isdisjoint(known["minutes"])


def find(doc: Doc, article: Article) -> list[Value]:
    """Every minute of a match that is told otherwise than by its ordinal."""
    chart = time_chart(doc, article)
    edges = (chart.longest(at, "minute") for at in range(len(chart.pieces)))
    return [
        _value(chart, edge.start + 1, edge.end - (edge.end - edge.start == 4), edge.data)
        for edge in edges
        if edge
    ]


def _value(chart: TimeChart, start: int, end: int, number: int) -> Value:
    span, minute = chart.span(start, end), sorted(calendar_words().sets["minutes"])[0]
    return Value(
        Kind.ORDINAL,
        span,
        chart.text[span.start : span.end],
        stated=(str(number),),
        bounds=Interval.point(number, whole=True),
        low=str(number),
        high=str(number),
        counted=Counted(minute, chart.span(end - 1, end), minute),
    )
