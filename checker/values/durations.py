"""Durations: how long something lasts, in seconds; a calendar month denotes 28 to 31 days.

How often something is done ("every two weeks", "daily", "four times a week") is a value of the
dimension "recurrence", and so much time in each so much ("40 hours a week") one of "per week": neither
compares with a plain length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article, Interval, Kind, Said, Span, Value
from checker.values.chart import Edge, Match
from checker.values.length_forms import hedge_behind
from checker.values.lengths import Length, Part, seconds, sets, units
from checker.values.numerals import decimal_text
from checker.values.time_chart import time_chart
from checker.values.time_items import TIME, TimeChart, chart_of

if TYPE_CHECKING:
    from checker.language import Doc

_NOUNS = ("NOUN", "NUM", "SYM", "PROPN")


def find(doc: Doc, article: Article) -> list[Value]:
    """Every duration and recurrence of the article in the order of the text."""
    chart = time_chart(doc, article)
    found = []
    for edge, length in read_lengths(chart):
        if not age_end(chart, edge.end) and _is_length(chart, edge, length):
            found.append(_duration(chart, edge, length))
    found += _bare_ones(chart)
    return sorted(found, key=lambda value: value.span)


def read_lengths(chart: TimeChart) -> Iterator[tuple[Edge, Length]]:
    """The lengths of a text from left to right, with the hedges that follow them."""
    at = 0
    while at < len(chart.pieces):
        edge = chart.longest(at, "length")
        at += 1
        if edge is not None:
            length, end = hedge_behind(chart, edge.data, edge.end)
            yield edge._replace(end=end), length
            at = end


def age_end(chart: TimeChart, at: int) -> int:
    """The index after "old" or "of age" behind a length; 0 where there is none."""
    j = at + chart.dash(at)
    if chart.is_a(j, "old"):
        return j + 1
    return j + 2 if chart.is_a(j, "of") and chart.is_a(j + 1, "age_word") else 0


def _is_length(chart: TimeChart, edge: Edge, length: Length) -> bool:
    """Whether a number and a unit of time tell how long: not "14 dollars a month", "a day of mourning"."""
    at, end = edge.start, edge.end
    before = chart.word(at - 1)
    dash_after = chart.dash(end)
    if before in sets()["not_after"] or (dash_after and chart.is_a(end + 1, "no length")):
        return False
    if chart.dash(at - 1) and chart.joined(at):
        if length.article:
            return False  # "$12-an-hour"
        if chart.alpha(at - 2) and chart.pieces[at - 2].is_word:
            return before == "-" and chart.is_a(at - 2, "length prefix")
    first = chart.pieces[at].text
    if length.unit == "hour" and len(first) == 4 and first.isdigit():
        return not chart.is_a(at - 1, "clock cue") and first[0] != "0"
    single = length.parts[0].values == (Fraction(1),) and len(length.parts) == 1
    if not single or length.hyphen or chart.is_a(at, "one_of"):
        return True
    if length.article and not chart.is_a(at - 1, "for length") and _is_rate(chart, edge):
        return False
    if not (length.article or chart.is_a(at, "one")) or length.hedge != "=":
        return True
    if chart.is_a(at - 1, "whom"):
        before = chart.word(at - 2)  # "it took him a day"
    if chart.is_a(end, "of") and length.parts[0].unit.months >= 1200:
        return True
    after = chart.word(end)
    return (
        length.unit not in sets()["needs_cue"]
        or before in sets()["cues_before"]
        or after in sets()["cues_after"]
    )


def _is_rate(chart: TimeChart, edge: Edge) -> bool:
    """Whether "a week" stands for "per week": after a number, a sign or the noun that it counts."""
    at = edge.start
    if at == 0 or chart.is_a(edge.end, "ago", "apart"):
        return False
    if chart.pieces[at - 1].is_number or chart.word(at - 1) in sets()["rate_after"]:
        return True
    if chart.is_a(edge.end, "direction"):
        return False
    unit, left = chart.token(edge.end - 1), chart.token(at - 1)
    heads = {left.i, left.head.head.i} if left.head.dep_ == "prep" else {left.i}  # "tonnes of steel a year"
    return left.pos_ in _NOUNS and unit.head.i in heads and unit.dep_ in ("npadvmod", "nmod", "prep", "appos")


def _duration(chart: TimeChart, edge: Edge, length: Length) -> Value:
    values = [value for part in length.parts for value in part.values]
    bounds, dimension, end, notes = length.bounds, "", edge.end, []
    after = chart.word(end)
    if chart.is_a(end, "per") or after == "/":
        each = next((edge.data.value for edge in chart.of(end + 1, "timeunit")), None)
        if each is not None:
            dimension, end = f"per {each.name}", end + 2
    if chart.is_a(edge.start - 1, "every"):
        dimension = "recurrence"
    if chart.is_a(edge.start - 1, "sequence"):
        notes.append(chart.word(edge.start - 1))
    if chart.is_a(edge.end, "direction"):
        notes.append(after)
    notes += ["business"] if length.business else []
    stated = tuple(decimal_text(value) for value in values)
    span = Span(length.span.start, chart.pieces[end - 1].end if end > edge.end else length.span.end)
    return replace(
        _shown(chart, span, bounds, length.unit, stated),
        dimension=dimension,
        hedge=length.hedge,
        grain=length.parts[-1].unit.name,
        rounded=None if dimension else length.rounded,
        notes=tuple(notes),
        said=Said(stated, f"{length.unit} {dimension}") if dimension.startswith("per ") else None,
        parts=tuple(_part(chart, part) for part in length.parts) if len(length.parts) > 1 else (),
    )


def _shown(chart: TimeChart, span: Span, bounds: Interval, unit: str, stated: tuple[str, ...] = ()) -> Value:
    low, high = (None if side is None else decimal_text(side) for side in (bounds.low, bounds.high))
    text = chart.text[span.start : span.end]
    return Value(
        Kind.DURATION, span, text, stated=stated, bounds=bounds, low=low, high=high, unit=unit, grain=unit
    )


def _part(chart: TimeChart, part: Part) -> Value:
    """One number and unit of a length told in several: what is shown, never what is compared."""
    stated = tuple(decimal_text(value) for value in part.values)
    return _shown(chart, part.span or Span(0, 0), seconds(part), part.unit.name, stated)


# without a number


@TIME.production("each of a unit of time", "recurs", "regular", "every timeunit")
def _each(m: Match) -> tuple[Fraction, str] | None:
    chart = chart_of(m)
    if m.has("regular"):
        return None if chart.capital(m.start) else (Fraction(1), m[0].value)
    brief = chart.is_a(m.end - 1, "brief unit", "plural unit")
    return None if brief else (Fraction(1), m[1].value.name)


@TIME.production("so many times in each", "recurs", "often per timeunit", "numeral times per timeunit")
def _often(m: Match) -> tuple[Fraction, str] | None:
    count = Fraction(m[0].value)
    return (count, m.get("timeunit").value.name) if count > 0 else None


def _bare_ones(chart: TimeChart) -> Iterator[Value]:
    """ "Daily", "every week", "four times a month": the time between two; "an overnight curfew"."""
    at, lasting = 0, load("durations")
    while at < len(chart.pieces):
        edge = chart.longest(at, "recurs")
        if edge is not None:
            count, unit = edge.data
            every = seconds(Part((), Interval.point(1), units()[0][unit])).scaled(1 / count)
            stated = (decimal_text(count),) if len(edge.parts) > 2 else ()
            value = _shown(chart, chart.span(at, edge.end), every, unit, stated)
            yield replace(value, kind=Kind.TERM, dimension="recurrence")
        elif chart.word(at + 1) in lasting["overnight_lasting"] and any(
            e.data.value[0] < 0 for e in chart.of(at, "daypart")
        ):
            token = chart.token(at)
            if token.dep_ == "amod" and token.pos_ == "ADJ":
                low, high = (Fraction(hours * 3600) for hours in lasting["overnight"])
                yield _shown(chart, chart.span(at, at + 1), Interval(low, high), "hour")
        at = edge.end if edge is not None else at + 1
