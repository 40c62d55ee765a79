"""Durations: how long something lasts, in seconds; a calendar month denotes 28 to 31 days.

How often something is done ("every two weeks", "daily", "four times a week") is a value of the
dimension "recurrence", and so much time in each so much ("40 hours a week") one of "per week": neither
compares with a plain length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.data import load
from checker.lexical import wordnet
from checker.model import Interval, Kind, Said, Span, Value
from checker.values.chart import Edge
from checker.values.date_offsets import stretch
from checker.values.dates import dated
from checker.values.length_forms import hedge_behind
from checker.values.lengths import Length, Part
from checker.values.lexer import length_words
from checker.values.periods import Period
from checker.values.quantity import Stated, decimal_text, made
from checker.values.time_items import TimeChart, TimeMatch, rule
from checker.values.units import times

_NOUNS = ("NOUN", "NUM", "SYM", "PROPN")
_OF_NOUNS = frozenset(["npadvmod", "nmod", "prep", "appos"])
_OF_VERB = "npadvmod"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LASTING = ("act", "event", "state")
_RECURRENCE = "recurrence"


def read(chart: TimeChart) -> Iterator[tuple[Edge, Value]]:
    """Every duration and recurrence of the text, with the result that it was read from."""
    runs = dict(edge.data for start in chart.starting("run") for edge in chart.of(start, "run"))
    for whole in chart.from_left("length"):
        length, end = hedge_behind(chart, whole.data, whole.end)
        if _is_length(chart, whole._replace(end=end), length):
            value = _duration(chart, whole._replace(end=end), length)
            days = runs.get(whole.start) or _around_now(chart, whole.start, end, length)
            shown = (dated(chart, value.span, days),) if days else ()
            yield whole, replace(value, parts=(*value.parts, *shown))
    for edge in chart.from_left("recurs"):
        yield edge, _recurrence(chart, edge)


def lasts(chart: TimeChart, at: int) -> bool:
    """Whether "three-day-old" before a piece tells how long a state or an act has lasted: "the … truce"."""
    noun = chart.token(at - 1).head
    if noun.pos_ != "NOUN" or not any(child.dep_ in ("det", "poss") for child in noun.children):
        return False
    broader = wordnet.above(noun.lemma_, "n", 1)
    return any(not broader.isdisjoint(wordnet.entry(lasting, "n").senses[:2]) for lasting in _LASTING)


def _is_length(chart: TimeChart, edge: Edge, length: Length) -> bool:
    """Whether a number and a unit of time tell how long: not "14 dollars a month", "a day of mourning"."""
    at, part = edge.start, length.parts[0]
    if _is_tail(chart, at, length):
        return False
    if len(length.parts) > 1 or length.hyphen or part.values != (Fraction(1),):
        return True
    if length.article and _is_rate(chart, edge):
        return False
    if not (length.article or chart.is_a(at, "one")) or length.unit not in length_words("needs_cue"):
        return True
    whole = chart.is_a(edge.end, "of") and part.unit.months > 0  # "a century of"
    return whole or _is_cued(chart, edge) or _is_spent(chart, edge, length)


def _is_tail(chart: TimeChart, at: int, length: Length) -> bool:
    """Whether what stands before a hyphen belongs to it: "once-a-year", "Pac-12"."""
    return chart.dash(at - 1) and chart.joined(at) and (length.article or chart.alpha(at - 2))


def _is_cued(chart: TimeChart, edge: Edge) -> bool:
    """Whether a word beside it asks how long: "took a day", "took him a day"."""
    before = chart.word(edge.start - 1 - chart.is_a(edge.start - 1, "whom"))
    return before in length_words("cues_before") or chart.word(edge.end) in length_words("cues_after")


def _is_spent(chart: TimeChart, edge: Edge, length: Length) -> bool:
    """Whether one unit is what was spent: "he sat one day.", "not one second was lost", "it cost one day"."""
    unit = chart.token(edge.end - 1)
    if length.article or unit.dep_ == _OF_VERB:
        return unit.dep_ == _OF_VERB and not chart.alpha(edge.end)
    return unit.dep_ in _SUBJECTS or (unit.dep_ == "dobj" and unit.head.i == chart.token(edge.start - 1).i)


def _is_rate(chart: TimeChart, edge: Edge) -> bool:
    """Whether "a week" stands for "per week": after a number, a sign or the noun that it counts."""
    at = edge.start
    if at == 0 or chart.is_a(edge.end, "ago", "apart"):
        return False
    if chart.pieces[at - 1].is_number or chart.word(at - 1) in length_words("rate_after"):
        return True
    unit, left = chart.token(edge.end - 1), chart.token(at - 1)
    above = left.head.head if left.head.dep_ == "prep" else left  # "tonnes of steel a year"
    return left.pos_ in _NOUNS and unit.head.i in {left.i, above.i} and unit.dep_ in _OF_NOUNS


def _duration(chart: TimeChart, edge: Edge, length: Length) -> Value:
    end, dimension = edge.end, ""
    if chart.is_a(end, "per") or chart.word(end) == "/":
        for each in chart.of(end + 1, "timeunit")[:1]:
            dimension, end = f"per {each.data.value.shown}", end + 2
    rate = bool(dimension)
    if chart.is_a(edge.start - 1, "every"):
        dimension = _RECURRENCE
    around = ((edge.start - 1, "sequence"), (edge.end, "direction"))
    notes = tuple(chart.word(at) for at, symbol in around if chart.is_a(at, symbol))
    stated = tuple(decimal_text(value) for part in length.parts for value in part.values)
    span = Span(length.span.start, chart.pieces[end - 1].end if end > edge.end else length.span.end)
    return replace(
        _shown(chart, span, length.bounds, length.unit, stated),
        dimension=dimension,
        hedge=length.hedge,
        grain=length.parts[-1].unit.shown,
        rounded=None if dimension else length.rounded,
        notes=(*notes, *(["business"] if length.business else [])),
        said=Said(stated, f"{length.unit} {dimension}") if rate else None,
        parts=tuple(_part(chart, part) for part in length.parts) if len(length.parts) > 1 else (),
    )


def _around_now(chart: TimeChart, at: int, end: int, length: Length) -> Period | None:
    """The days up to publication or from it: "the last three weeks", "within ten years"."""
    sign = load("durations")["to_or_from_now"].get(chart.word(at - 1))
    today = chart.anchor.day
    if not sign or today is None or chart.is_a(end, "of") or not length.days:
        return None
    return stretch(length, today, 1) if sign > 0 else stretch(length, today + 1, -1)


def _shown(chart: TimeChart, span: Span, bounds: Interval, unit: str, stated: Stated = ()) -> Value:
    return made(chart.text, Kind.DURATION, span, bounds, stated, unit=unit, grain=unit)


def _part(chart: TimeChart, part: Part) -> Value:
    """One number and unit of a length told in several: what is shown, never what is compared."""
    return _shown(chart, part.span or Span(0, 0), part.seconds, part.unit.shown, part.values)


# without a number


@rule("each of a unit of time", "recurs", "regular", "every timeunit")
def _each(m: TimeMatch) -> tuple[Fraction, str] | None:
    """ "Daily", "every week": the time from one to the next."""
    if m.has("regular"):
        return None if m.chart.capital(m.start) else (Fraction(1), m[0].value)
    brief = m.chart.is_a(m.end - 1, "brief unit", "plural unit")
    return None if brief else (Fraction(1), m[1].value.shown)


@rule("so many times in each", "recurs", "often per timeunit", "numeral times per timeunit")
def _often(m: TimeMatch) -> tuple[Fraction, str] | None:
    """No more often than once in the shortest unit: "78,000 times a minute" says no time, but how many."""
    count, unit = Fraction(m[0].value), m.part("timeunit").value
    return (count, unit.shown) if count > 0 and (unit.months or count <= unit.low) else None


def _recurrence(chart: TimeChart, edge: Edge) -> Value:
    count, unit = edge.data
    every = times()[unit].to_base(Interval.point(1)).scaled(1 / count)
    stated = (count,) if len(edge.parts) > 2 else ()
    value = _shown(chart, chart.span(edge.start, edge.end), every, unit, stated)
    return replace(value, kind=Kind.TERM, dimension=_RECURRENCE)
