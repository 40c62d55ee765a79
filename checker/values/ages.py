"""Ages: "12-year-old", "aged 12", "in her 40s", "six months old", "Maddon, 66,", "the retirement age of 65".

`bounds` are years: someone of 12 is in [12, 13). `stated`, `low` and `high` are in the unit said. Ages
that a law sets are of nobody; a note says what they are the age of ("retirement age").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from checker.data import load
from checker.model import Article, Interval, Kind, Span, Value
from checker.values.bare_ages import OLDEST, age_words, is_bare_age, legal_age, next_listed, one_person
from checker.values.chart import Edge, Match
from checker.values.lengths import Length
from checker.values.numerals import Numeral, decimal_text, hedged_after
from checker.values.time_chart import time_chart
from checker.values.time_items import TIME, TimeChart, chart_of
from checker.values.transitions import FROM_TO

if TYPE_CHECKING:
    from checker.language import Doc

_YEAR = 12  # months
_YOUTH = (8, 23)  # the ages of teams of youths
_YEAR_DAYS = Fraction(3652425, 10000)


@dataclass(frozen=True, slots=True)
class Age:
    """`said` is in whole units: 12 is anything from 12 up to 13."""

    values: tuple[Fraction, ...]
    said: Interval
    unit: str = "year"
    hedge: str = "="
    span: Span | None = None  # of a number with its hedge, where it begins before or ends after
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, numeral: Numeral, *notes: str) -> Age:
        return cls(numeral.values, numeral.bounds, "year", numeral.hedge, numeral.span, notes)

    def limited(self, word: dict[str, str]) -> Age:
        """With "or older", "and under": open at one end."""
        sign = word["sign"]
        bounds = (
            Interval(self.said.low, None)
            if sign == ">"
            else Interval(None, self.said.high, high_open="open" in word)
        )
        return replace(self, said=bounds, hedge=sign)


@TIME.production(
    "a length of time and old", "age", "length dash? old", "length of age_word", "length and|or limit"
)
def _by_length(m: Match) -> Age:
    """ "12-year-olds", "six months old", "eighteen months of age", "16 years and over"."""
    length: Length = m[0]
    part = length.parts[0]
    found = Age(part.values, part.bounds, part.unit.name, length.hedge, length.span)
    return found.limited(m.get("limit").value) if m.has("limit") else found


@TIME.production("a length of time as an age", "age", "aged length", "length")
def _of_length(m: Match) -> Age | None:
    """ "aged six months", "a girl of six months"."""
    chart, length = chart_of(m), m.get("length")
    if length.article or not (
        m.has("aged") or (chart.is_a(m.start - 1, "of") and one_person(chart, m.start - 2))
    ):
        return None
    part = length.parts[0]
    if not m.has("aged") and part.unit.months >= _YEAR:
        return None  # "a teacher of 30 years"
    start = m.span.start if m.has("aged") else length.span.start
    return Age(part.values, part.bounds, part.unit.name, length.hedge, Span(start, m.span.end))


@TIME.production(
    "a number after a word for age",
    "age",
    "aged of|:? numeral",
    "aged be numeral",
    "aged from|between|of between? numeral",
)
def _aged(m: Match) -> Age | None:
    """ "aged 12", "at the age of 30", "the average age is 42"."""
    chart, numeral = chart_of(m), m.get("numeral")
    if not _plain(numeral) or not 0 < numeral.value <= 1000 or _is_other(chart, m.end, numeral):
        return None
    if (m.has("from") and not numeral.range) or legal_age(
        chart, numeral, m.parts[-1].start + chart.is_a(m.parts[-1].start, "from"), m.end
    ):
        return None
    limited, stop = hedged_after(chart.text, numeral, m.span.end)
    return replace(Age.of(limited), span=Span(m.span.start, max(m.span.end, stop)))


def _is_other(chart: TimeChart, at: int, numeral: Numeral) -> bool:
    return (chart.word(at) in ("%", "-") or chart.is_a(at, "percent")) and not numeral.range


def _plain(numeral: Numeral) -> bool:
    return not (numeral.bare_article or numeral.fraction or numeral.vague or numeral.magnitude)


@TIME.production("a limit of ages", "age", "aged of|:|from? numeral and|or limit", "numeral and|or older")
def _onwards(m: Match) -> Age | None:
    """ "18 or older", "aged 65 and over"."""
    numeral = m.get("numeral")
    word = m.parts[-1].data
    return Age.of(numeral).limited(word.value) if _plain(numeral) and 0 < numeral.value <= OLDEST else None


@TIME.production("between two ages", "age", "aged of numeral and|to numeral", "aged numeral and|to numeral")
def _between(m: Match) -> Age | None:
    chart = chart_of(m)
    between = chart.is_a(m.start - 1, "between") or chart.is_a(m.start - 2, "between")
    first, last = m.all("numeral")
    if not between or first.range or last.range or not first.value < last.value <= OLDEST:
        return None
    return Age((first.value, last.value), Interval(first.value, last.value))


@TIME.production("an age in short", "age", "numeral yo", "numeral dash? y dash|/ o")
def _short(m: Match) -> Age | None:
    return Age.of(m[0]) if _plain(m[0]) and 0 < m[0].value <= OLDEST else None


@TIME.production("those under or over an age", "age", "limit dash? int ~s", "limit ~dash ~int")
def _those(m: Match) -> Age | None:
    """ "under-16s", "the under-19 side"."""
    chart, number, limit = chart_of(m), Fraction(m.get("int")), m[0].value
    youth = limit["sign"] == "<" and _YOUTH[0] <= number <= _YOUTH[1] and not chart.joined(m.end)
    if not (10 <= number <= 100 if m.has("s") else youth) or not chart.is_a(m.start, "bare limit"):
        return None
    return Age((number,), Interval.point(number)).limited({**limit, "open": "yes"})


@TIME.production("people over or under an age", "age", "numeral")
def _people(m: Match) -> Age | None:
    """ "people over 65", "women 25-54"."""
    chart, numeral = chart_of(m), m[0]
    if not _plain(numeral) or not 0 < numeral.value <= OLDEST:
        return None
    told = not chart.alpha(m.end) or m.after() in age_words()["after"] | age_words()["verbs"]
    if not told or m.after() in ("%", "-"):
        return None
    opened = m.start
    while opened and m.pieces[opened - 1].start >= numeral.span.start:
        opened -= 1
    if chart.word(opened - 1) not in age_words()["people"]:
        return None
    if numeral.range and opened == m.start:
        return Age.of(numeral) if numeral.values[0] >= 10 and numeral.value <= 99 else None
    return Age.of(numeral) if opened < m.start and numeral.hedge in ("<", ">") else None


@TIME.production("a decade of a life", "age", "part? dash? decades", "part? dash? int '? ~s", "teens")
def _decade(m: Match) -> Age | None:
    """ "in her 40s", "in his mid-thirties", "in their teens"."""
    chart, data = chart_of(m), age_words()
    if (
        chart.word(m.start - 1) not in data["possessives"]
        or not chart.is_a(m.start - 2, "in")
        or chart.is_a(m.start - 1, "the")
    ):
        return None
    if m.has("teens"):
        return Age((Fraction(10),), Interval(Fraction(13), Fraction(20), high_open=True), hedge="~")
    number = m.get("int") if m.has("int") else m.get("decades").value
    share = data["decade_parts"].get(m[0].word) if m.has("part") else (0, 10)
    if number % 10 or not 10 <= number <= 110 or share is None:
        return None
    bounds = Interval(Fraction(number + share[0]), Fraction(number + share[1]), high_open=True)
    return Age((Fraction(number),), bounds, hedge="~")


@TIME.production("an age told by its place", "age", "numeral")
def _bare(m: Match) -> Age | None:
    """A number that nothing but its place tells to be an age: "Maddon, 66, said"."""
    return Age.of(m[0]) if _plain(m[0]) and is_bare_age(chart_of(m), m[0], m.start, m.end) else None


@TIME.production("an age that a law sets", "age", "from? numeral", "from numeral to numeral")
def _legal(m: Match) -> Age | None:
    numerals = m.all("numeral")
    at = next(part.start for part in m.parts if part.symbol == "numeral")
    name = legal_age(chart_of(m), numerals[0], at + chart_of(m).is_a(at, "from"), m.end)
    if name is None or not all(_plain(numeral) for numeral in numerals):
        return None
    moved = any(chart_of(m).is_a(at, "from") for at in (m.start - 1, m.start))
    values = tuple(value for numeral in numerals for value in numeral.values)
    if moved and len(values) > 1:
        span = numerals[0].span
        return Age((values[0], values[-1]), Interval.point(values[-1]), span=span, notes=(name, FROM_TO))
    return Age.of(numerals[0], name) if not m.has("from") and len(values) == 1 else None


def find(doc: Doc, article: Article) -> list[Value]:
    """Every age of the article in the order of the text, each word in one at most."""
    return list(_find(time_chart(doc, article)))


def _find(chart: TimeChart) -> Iterator[Value]:
    at = listed = 0  # `listed`: where the last of the ages after "aged" ends
    while at < len(chart.pieces):
        edge = chart.longest(at, "age")
        if (
            edge is None
            and listed
            and (numeral := chart.numerals.get(at))
            and next_listed(chart, listed, numeral)
        ):
            edge = numeral._replace(data=Age.of(numeral.data))
            listed = at
        if edge is None:
            at += 1
            continue
        listed = edge.end if listed == at or chart.is_a(at, "aged") else 0
        yield _value(chart, edge)
        at = edge.end


def _value(chart: TimeChart, edge: Edge) -> Value:
    age: Age = edge.data
    span = chart.span(edge.start, edge.end)
    if age.span is not None:
        span = Span(min(span.start, age.span.start), max(span.end, age.span.end))
    bounds = age.said
    if age.hedge == "=" and bounds.high is not None and not bounds.high_open:
        bounds = Interval(bounds.low, bounds.high + 1, high_open=True)
    return Value(
        Kind.AGE,
        span,
        chart.text[span.start : span.end],
        stated=tuple(decimal_text(value) for value in age.values),
        bounds=_in_years(bounds, age.unit),
        low=None if bounds.low is None else decimal_text(bounds.low),
        high=None if bounds.high is None else decimal_text(bounds.high),
        unit=age.unit,
        hedge=age.hedge,
        grain=age.unit,
        notes=age.notes,
    )


def _in_years(bounds: Interval, unit: str) -> Interval:
    shares: dict[str, Any] = load("ages")["shares of a year"]
    share = (
        Fraction(str(shares[unit]))
        if unit in shares
        else Fraction(load("ages")["days"].get(unit, 0)) / _YEAR_DAYS
    )
    return bounds.scaled(share)
