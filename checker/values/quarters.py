"""Productions of business quarters: "Q3 2024", "third-quarter profit", "the year-ago quarter"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from checker.values import periods
from checker.values.date_reading import REPORTING, Reading, fiscal, fixed, occurrence, unanchored, yearless
from checker.values.lexer import time_words
from checker.values.time_items import TimeChart, TimeMatch, rule

_YEAR = 12  # months
_SEASON = 3
NOTE = "quarter"  # of a date that is one of business
_FIRST_YEAR = 1000  # years from there are fewer


class Part(NamedTuple):
    """The nth quarter, or half, of a year."""

    number: int
    months: int
    fiscal: bool
    short: bool  # "Q3"

    def of(self, year: int) -> periods.Period | None:
        grain = periods.QUARTER if self.months == _SEASON else periods.SEASON
        return periods.of_months(year * _YEAR + (self.number - 1) * self.months, self.months, grain)


@rule("a quarter", "qtr", "ordinal dash? fiscal? unit", "fiscal ordinal unit", "ordinal dash? half")
def _quarter(m: TimeMatch) -> Part | None:
    number, unit = m.get("ordinal"), m.get("unit")
    months = 6 if unit is None else _SEASON * (unit.value == periods.QUARTER)
    fits = months and 1 <= number <= _YEAR // months
    return Part(number, months, m.has("fiscal"), short=False) if fits else None


@rule("a quarter in short", "qtr", "quarterly ~int", "int ~quarterly")
def _short(m: TimeMatch) -> Part | None:
    """ "Q3", "H1", "1Q"."""
    months, number = m.get("quarterly").value, m.get("int")
    shown = m.chart.capital(m.start) or m.comes("year") or m.pieces[m.start].is_number
    fits = shown and 1 <= number <= _YEAR // months
    return Part(number, months, fiscal=False, short=True) if fits else None


@rule("a quarter of a year", "date", "qtr ofyear", "year the? qtr", "year|yeartold ' ~s qtr")
def _of_year(m: TimeMatch) -> Reading | None:
    part, year = m.get("qtr"), m.get("ofyear") or m.get("year") or m.get("yeartold")
    return fiscal(year, part.number) if part.fiscal else fixed(part.of(year))


@rule("a quarter of a business year", "date", "qtr of? the? date")
def _of_business_year(m: TimeMatch) -> Reading | None:
    year = m.get("date")
    whole = year.grain == periods.YEAR and bool(year.dimension) and year.symbol.low is not None
    return fiscal(int(year.symbol.low) // 4, m[0].number) if whole and m[0].months == _SEASON else None


@rule("a quarter without its year", "date", "qtr")
def _alone(m: TimeMatch) -> Reading | None:
    part = m[0]
    if part.fiscal:
        return replace(unanchored(periods.QUARTER), dimension="fiscal-quarter")
    if not part.short and (part.months != _SEASON or not of_business(m.chart, m.start, m.end)):
        return None
    if m.today is None:
        found = yearless(m.chart.anchor, None, part.of)
        return found and found.noted(NOTE)
    # Results come afterwards: what lies ahead is the nearest, and may be over.
    year = date.fromordinal(m.today).year
    days = (part.of(year + n) for n in (-1, 0, 1))
    return fixed(occurrence(days, m.today, None if m.future() else False), "year inferred", NOTE)


def of_business(chart: TimeChart, at: int, end: int) -> bool:
    """Whether the quarter is one of results and not of a match: by the words and signs of its sentence."""
    if any(chart.word(i) in time_words("business") for i in range(end, end + 3)):
        return True
    sentence = chart.sentence(at)
    told = not sentence.isdisjoint(time_words("business") | time_words("amount_signs"))
    return told and sentence.isdisjoint(time_words("match"))


@rule("the time a year before", "date", "year_ago period|unit", "article? year_ago")
def _year_ago(m: TimeMatch) -> Reading | None:
    """ "The year-ago quarter", "year-earlier results"."""
    period = len(m.parts) > 1 and not m.has("article")
    if not period and (m.closed or not of_business(m.chart, m.start, m.end)):
        return None
    return reported(unanchored(periods.QUARTER, "year-ago"), -1)


@rule(
    "the quarter that results are held against",
    "date",
    *("year period|unit", "yeartold ' ~s period|unit", "latest|the unit"),
    *("like period|unit yeartold", "like period|unit of? year"),
)
def _held_against(m: TimeMatch) -> Reading | None:
    """ "The 1988 period", "last year's quarter", "the latest quarter"."""
    unit = m.get("unit")
    other = unit is not None and unit.value != periods.QUARTER
    if other or not of_business(m.chart, m.start, m.end):
        return None
    return reported(Reading(None, periods.QUARTER), m.get("year") or m.get("yeartold") or 0)


def reported(reading: Reading, shift: int) -> Reading:
    """Told from the quarter that results are of: so many years from it, or the same of the year `shift`."""

    def of(reporting: periods.Period) -> Reading | None:
        here = date.fromordinal(reporting.first)
        year = shift if shift > _FIRST_YEAR else here.year + shift
        months = round((reporting.last - reporting.first) / 30.4)
        return fixed(periods.of_months(year * _YEAR + here.month - 1, months, reporting.grain), NOTE)

    return replace(reading, base=REPORTING, of=of)
