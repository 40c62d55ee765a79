"""Ages: "12-year-old", "aged 12", "in her 40s", "six months old", "Maddon, 66,", "the retirement age of 65".

`bounds` are years: someone of 12 is in [12, 13). `stated`, `low` and `high` are in the unit said. Ages
that a law sets are of nobody; a note says what they are the age of ("retirement age").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from checker.data import load
from checker.model import Interval, Kind, Span, Value
from checker.values.bare_ages import OLDEST, is_bare_age, is_to_come, legal_age, one_person
from checker.values.chart import Edge
from checker.values.durations import lasts
from checker.values.lengths import Length
from checker.values.lexer import age_words, index_at
from checker.values.numerals import Numeral
from checker.values.quantity import made
from checker.values.time_items import TimeChart, TimeMatch, rule
from checker.values.transitions import FROM_TO
from checker.values.units import DAY, Unit, times

_YEAR = 12  # months
_YOUTH = range(8, 24)  # the ages of teams of youths
_YEAR_DAYS = Fraction(3652425, 10000)


@dataclass(frozen=True, slots=True)
class Age:
    """`said` is in whole units: 12 is anything from 12 up to 13."""

    values: tuple[Fraction, ...]
    said: Interval
    unit: Unit
    hedge: str = "="
    span: Span | None = None  # of a number with its hedge, where it begins before or ends after
    notes: tuple[str, ...] = ()

    def limited(self, limit: dict[str, Any], *, below: bool = False) -> Age:
        """With "or older", "and under": open at one end; `below`: not of that age itself."""
        sign = limit["sign"]
        low, high = (self.said.low, None) if sign == ">" else (None, self.said.high)
        return replace(self, said=Interval(low, high, high_open=below and high is not None), hedge=sign)

    def to_come(self) -> Age:
        """Of somebody who will be that old: so far a year younger, or that old by the time it is read."""
        return replace(self, said=Interval(self.values[0] - 1, self.values[-1]))


def _years(values: tuple[Fraction, ...], said: Interval, hedge: str = "=", **other: Any) -> Age:
    return Age(values, said, times()["year"], hedge, **other)


def _of(numeral: Numeral, *notes: str) -> Age:
    return _years(numeral.values, numeral.bounds, numeral.hedge, span=numeral.span, notes=notes)


@rule("a number that may be an age", "years", "numeral")
def _number(m: TimeMatch) -> Numeral | None:
    return m[0] if 1 <= m[0].value <= 1000 and not m[0].bare_article else None


@rule(
    "a length of time as an age",
    "age",
    *("length dash? old", "length of age_word", "length and|or limit", "aged length", "length"),
)
def _by_length(m: TimeMatch) -> Age | None:
    """ "12-year-olds", "eighteen months of age", "a girl of six months", not "a three-day-old truce"."""
    length: Length = m.part("length")
    part = length.parts[0]
    alone = part.unit.months < _YEAR and m.lead("of") and one_person(m.chart, m.start - 2)
    told = not length.article and alone if len(m.parts) == 1 else not (m.has("aged") and length.article)
    if not told or (length.hyphen and m.has("old") and lasts(m.chart, m.end)):
        return None
    found = Age(part.values, part.bounds, part.unit, length.hedge, length.span)
    return found.limited(m.part("limit").value) if m.has("limit") else found


@rule(
    "a number after a word for age", "age", "aged of|:|be? years", "aged as|at|from|between|of between? years"
)
def _aged(m: TimeMatch) -> Age | None:
    """ "Aged 12", "at the age of 30", "the average age is 42", "put her age at 43"."""
    numeral, at = m.part("years"), m.parts[-1].start
    if legal_age(m.chart, numeral, at, m.end):
        return None
    return replace(_of(numeral), span=Span(m.span.start, max(m.span.end, numeral.span.end)))


@rule("a limit of ages", "age", "aged of|:|from? years and|or limit", "years and|or limit")
def _onwards(m: TimeMatch) -> Age | None:
    """ "18 or older", "aged 65 and over"."""
    limit = m.part("limit").value
    return _of(m.part("years")).limited(limit) if m.has("aged") or "alone" in limit else None


@rule("between two ages", "age", "aged of? years and|to years")
def _between(m: TimeMatch) -> Age | None:
    first, last = m.all("years")
    if not (m.lead("between", back=2) and first.value < last.value):
        return None
    return _years((first.value, last.value), Interval(first.value, last.value))


@rule("an age in short", "age", "years yo", "years dash? y dash|/ o")
def _short(m: TimeMatch) -> Age:
    return _of(m[0])


@rule("those under or over an age", "age", "limit dash? int ~s", "limit ~dash ~int")
def _those(m: TimeMatch) -> Age | None:
    """ "Under-16s", "the under-19 side"."""
    number, limit = m.part("int"), m[0].value
    told = m.has("s") or (number in _YOUTH and not m.chart.joined(m.end))
    if not told or not m.chart.is_a(m.start, "bare limit"):
        return None
    return _years((Fraction(number),), Interval.point(number)).limited(limit, below=True)


@rule("people over or under an age", "age", "years")
def _people(m: TimeMatch) -> Age | None:
    """ "People over 65", "women 25-54"."""
    numeral, opened = m[0], index_at(m.pieces, m[0].span.start)
    if m.chart.word(opened - 1) not in age_words("people") or numeral.value > OLDEST:
        return None
    return _of(numeral) if (numeral.range if opened == m.start else numeral.hedge in ("<", ">")) else None


@rule("a decade of a life", "age", "part? dash? decades", "part? dash? int '? ~s", "teens")
def _decade(m: TimeMatch) -> Age | None:
    """ "In her 40s", "in his mid-thirties", "in their teens"."""
    data = load("ages")
    owned = m.before() in data["possessives"] and m.lead("in", back=2) and not m.lead("the")
    number = 10 if m.has("teens") else m.part("int") or getattr(m.part("decades"), "value", 0)
    whole = data["teens"] if m.has("teens") else (0, 10)
    share = data["decade_parts"].get(m[0].word) if m.has("part") else whole
    if not owned or number % 10 or share is None:
        return None
    low, high = (Fraction(number + end) for end in share)
    return _years((Fraction(number),), Interval(low, high, high_open=True), "~")


@rule("an age told by its place", "age", "years")
def _bare(m: TimeMatch) -> Age | None:
    """A number that nothing but its place tells to be an age: "Maddon, 66, said"."""
    if not is_bare_age(m.chart, m[0], m.start, m.end):
        return None
    return _of(m[0]).to_come() if is_to_come(m.chart, m.start) else _of(m[0])


@rule("a list of ages", "ages", "age|ages ,|and|or years", "age|ages , and|or years")
def _listed(m: TimeMatch) -> tuple[Edge, ...] | None:
    """ "Aged 4, 7 and 12": the numbers that go on with it."""
    numeral, last = m.part("years"), m.parts[-1]
    if not numeral.digits or not m.chart.is_a(m.start, "aged"):
        return None
    before = m[0] if m.parts[0].symbol == "ages" else (m.parts[0],)
    return (*before, last._replace(data=_of(numeral)))


@rule("an age that a law sets", "age", "from? years", "from years to years")
def _legal(m: TimeMatch) -> Age | None:
    numerals = m.all("years")
    at = next(part.start for part in m.parts if part.symbol == "years")
    name = legal_age(m.chart, numerals[0], at, m.end)
    values = tuple(value for numeral in numerals for value in numeral.values)
    if name is None or (len(values) == 1 and m.has("from")):
        return None
    if len(values) == 1:
        return _of(numerals[0], name)
    ends, notes = (values[0], values[-1]), (name, FROM_TO)
    return _years(ends, Interval.point(ends[1]), span=numerals[0].span, notes=notes)


def read(chart: TimeChart) -> Iterator[tuple[Edge, Value]]:
    """Every age of the text in order, with the result that it was read from."""
    for whole in chart.from_left("age", "ages"):
        for edge in whole.data if whole.symbol == "ages" else (whole,):
            yield edge, _value(chart, edge)


def _value(chart: TimeChart, edge: Edge) -> Value:
    age: Age = edge.data
    span = chart.span(edge.start, edge.end)
    if age.span is not None:
        span = Span(min(span.start, age.span.start), max(span.end, age.span.end))
    said = age.said
    if age.hedge == "=" and said.high is not None and not said.high_open:
        said = Interval(said.low, said.high + 1, high_open=True)
    months = age.unit.months
    share = Fraction(months, _YEAR) if months else Fraction(age.unit.low // DAY) / _YEAR_DAYS
    return made(
        chart.text,
        Kind.AGE,
        span,
        said.scaled(share),
        age.values,
        shown=said,
        unit=age.unit.shown,
        hedge=age.hedge,
        grain=age.unit.shown,
        notes=age.notes,
    )
