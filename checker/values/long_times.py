"""Productions of times with a name or number of their own: decades, seasons, holidays, business quarters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from checker.data import load
from checker.values import periods
from checker.values.calendar_dates import of_century
from checker.values.date_reading import REPORTING, Reading, fiscal, fixed, occurrence, unanchored, yearless
from checker.values.lexer import time_words
from checker.values.periods import Period
from checker.values.time_items import TimeChart, TimeMatch, rule

_YEAR = 12  # months
_SEASON = 3
NOTE = "quarter"  # of a date that is one of business
_TENS = 10  # "the tens of thousands" are no decade
_FIRST_YEAR = 1000  # years from there are fewer


@rule("a decade", "date", "int '? ~s", "' ~int '? ~s", "int ' ~s")
def _decade(m: TimeMatch) -> Reading | None:
    number, apostrophe = m.part("int"), m.parts[0].symbol == "'"
    size = len(m.pieces[m.start + apostrophe].text)
    in_full = size == 4 and 1000 <= number <= 2090 and not apostrophe
    short = size == 2 and 20 <= number <= 90 and (apostrophe or _says_decade(m))
    if number % 10 or not (short or in_full) or (m.chart.dash(m.end) and m.chart.joined(m.end + 1)):
        return None  # "a 1980s-style sofa"
    first = number + 1900 if short else number
    century = first % 100 == 0 and first != 2000
    months, grain = (1200, periods.CENTURY) if century else (120, periods.DECADE)
    return fixed(periods.of_months(first * _YEAR, months, grain))


def _says_decade(m: TimeMatch) -> bool:
    """ "In the 70s", "since the early 60s": not of a temperature or a score."""
    told = m.lead("the", "part", "in")
    return told and m.chart.sentence(m.start).isdisjoint(time_words("measured in tens"))


@rule("a decade in words", "date", "decades", "numeral dash? decades")
def _decade_words(m: TimeMatch) -> Reading | None:
    """ "The nineties", "the early nineteen seventies", "the noughties"."""
    tens, alone = m.part("decades").value, len(m.parts) == 1
    century = (19 if tens else 20) if alone else m[0].value
    told = m.lead("the", "part") and (m.closed or m.tail("verb", "and", "of") or not tens)
    if century not in (18, 19, 20) or (alone and (not told or tens == _TENS)):
        return None
    first = int(century) * 100 + tens
    return fixed(periods.of_months(first * _YEAR, 120, periods.DECADE))


@rule("a century", "date", "ordinal dash? unit")
def _century(m: TimeMatch) -> Reading | None:
    if m.part("unit").value != periods.CENTURY or m[0] < 1 or m.tail("before christ"):
        return None
    return fixed(periods.of_months(max(_YEAR, (m[0] - 1) * 1200), 1200, periods.CENTURY))


@rule("a season of a year", "date", "season of? ofyear")
def _season(m: TimeMatch) -> Reading | None:
    year = m.parts[-1].data
    return fixed(season_days(m[0].value, year), m[0].word) if year >= 1500 else None


def season_days(ends: list[list[int]], year: int) -> Period | None:
    start, stop = ends
    first, last = periods.day(year, *start), periods.day(year + (stop < start), *stop)
    return Period(first.first, last.last, periods.SEASON) if first and last else None


@rule("a holiday", "date", "holiday", "holiday ofyear")
def _holiday(m: TimeMatch) -> Reading | None:
    how, beside = m[0].value, m.lead("on", "by", "before", "after", "since", "to")
    if not (m.chart.capital(m.start) or m.parts[0].end > m.start + 1 or beside):
        return None
    if len(m.parts) > 1:
        return fixed(_holiday_of(how, m[1]), "holiday")
    if "alone" in how:  # "on Christmas", not "the Friday after Christmas"
        after_day = m.lead("weekday", back=2) and m.lead("before", "after")
        if not beside or after_day or not (m.closed or m.tail("daypart")):
            return None
    step = load("time")["deictics"].get(m.before())
    future = step > 0 if step else m.future(m.end - 1)
    found = yearless(m.chart.anchor, future, lambda year: _holiday_of(how, year))
    return found and found.noted("holiday")


@rule("the weekend of a holiday", "date", "holiday unit", "holiday unit ofyear")
def _holiday_weekend(m: TimeMatch) -> Reading | None:
    """ "The Easter weekend", "Labor Day weekend 2023"."""

    def of_year(year: int) -> Period | None:
        day = _holiday_of(m[0].value, year)
        beside = (periods.neighbour(day.first, periods.WEEKEND, n) for n in (-1, 0)) if day else ()
        near = periods.nearest(list(filter(None, beside)), day.first if day else 0)
        return near.joined(day) if near and day else None

    year = m.part("ofyear")
    if m[1].value != periods.WEEKEND:
        return None
    return fixed(of_year(year)) if year else yearless(m.chart.anchor, m.future(m.end - 1), of_year)


def _holiday_of(how: dict[str, Any], year: int) -> Period | None:
    match how:
        case {"easter": days}:
            found = periods.easter(year) + days
            return Period(found, found)
        case {"fixed": (month, number)}:
            return periods.day(year, month, number)
        case {"nth": (nth, weekday, month)}:
            within = periods.month(year, month)
            return periods.nth_weekday(within, weekday, nth) if within else None
    return None


@rule("a business year", "date", "fiscal unit? ofyear", "fiscal int", "fiscal unit? year dash|/ ~int")
def _fiscal_year(m: TimeMatch) -> Reading | None:
    year = m.part("ofyear") or m.part("year")
    if year is None:  # "FY23"
        short = len(m.pieces[m.start].text) == 2 == len(m.pieces[m.end - 1].text)
        return fiscal(of_century(m[1]), None) if short else None
    return fiscal(year, None) if year >= 1900 else None


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
    number, unit = m.part("ordinal"), m.part("unit")
    months = 6 if unit is None else _SEASON * (unit.value == periods.QUARTER)
    fits = months and 1 <= number <= _YEAR // months
    return Part(number, months, m.has("fiscal"), short=False) if fits else None


@rule("a quarter in short", "qtr", "quarterly ~int", "int ~quarterly")
def _short(m: TimeMatch) -> Part | None:
    """ "Q3", "H1", "1Q"."""
    months, number = m.part("quarterly").value, m.part("int")
    shown = m.chart.capital(m.start) or m.comes("year") or m.pieces[m.start].is_number
    fits = shown and 1 <= number <= _YEAR // months
    return Part(number, months, fiscal=False, short=True) if fits else None


@rule("a quarter glued to its year", "date", "int ~quarterly ~int")
def _glued(m: TimeMatch) -> Reading | None:
    """ "2021Q3", "18Q4", "3Q22", "1H2024"."""
    months, sizes = m[1].value, [len(m.pieces[at].text) for at in (m.start, m.end - 1)]
    year, number = (m[0], m[2]) if sizes[1] == 1 else (m[2], m[0])
    if max(sizes) not in (2, 4) or min(sizes) != 1 or not 1 <= number <= _YEAR // months:
        return None
    return fixed(
        Part(number, months, fiscal=False, short=True).of(year if max(sizes) == 4 else of_century(year))
    )


@rule("a quarter of a year", "date", "qtr ofyear", "year the? qtr", "year|yeartold ' ~s qtr")
def _of_year(m: TimeMatch) -> Reading | None:
    part, year = m.part("qtr"), m.part("ofyear") or m.part("year") or m.part("yeartold")
    return fiscal(year, part.number) if part.fiscal else fixed(part.of(year))


@rule("a quarter of a business year", "date", "qtr of? the? date")
def _of_business_year(m: TimeMatch) -> Reading | None:
    year = m.part("date")
    whole = year.grain == periods.YEAR and bool(year.dimension) and year.symbol.low is not None
    return fiscal(int(year.symbol.low) // 4, m[0].number) if whole and m[0].months == _SEASON else None


@rule("a quarter without its year", "date", "qtr")
def _alone(m: TimeMatch) -> Reading | None:
    """In a sentence that does not tell of business it is a quarter once results have been told."""
    part = m[0]
    if part.fiscal:
        return replace(unanchored(periods.QUARTER), dimension="fiscal-quarter")
    if part.months != _SEASON and not part.short:
        return None
    if not part.short and not of_business(m.chart, m.start, m.end):
        return of_results(m, Reading(None, periods.QUARTER), lambda _: _last(m, part))
    return _last(m, part)


def _last(m: TimeMatch, part: Part) -> Reading | None:
    """Results come afterwards: what lies ahead is the nearest, and may be over."""
    if m.today is None:
        found = yearless(m.chart.anchor, None, part.of)
        return found and found.noted(NOTE)
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
    return reported(m, unanchored(periods.QUARTER, "year-ago"), -1)


@rule(
    "the quarter that results are held against",
    "date",
    *("year period|unit", "yeartold ' ~s period|unit", "latest period|unit", "the unit"),
    *("like period|unit yeartold", "like period|unit of? year"),
)
def _held_against(m: TimeMatch) -> Reading | None:
    """ "The 1988 period", "last year's quarter", "the latest quarter"."""
    unit = m.part("unit")
    if unit is not None and unit.value != periods.QUARTER:
        return None
    return reported(m, Reading(None, periods.QUARTER), m.part("year") or m.part("yeartold") or 0)


@rule("the year of results", "date", "the measuring? unit")
def _year_of_results(m: TimeMatch) -> Reading | None:
    """ "Profit for the year", "sales for the full year": the year of the quarter told, or of publication."""
    up_to = m.tail("ended") or (m.tail("to") and m.comes("date", m.end + 1))
    other = up_to or m[-1].value != periods.YEAR or m.chart.dash(m.end) or m.comes("year")
    if other or not m.today or not m.lead("for") or not of_business(m.chart, m.start, m.end):
        return None
    running = Reading(periods.around(m.today, periods.YEAR), periods.YEAR)
    return of_results(m, running, lambda told: fixed(periods.around(told.first, periods.YEAR)))


def reported(m: TimeMatch, reading: Reading, shift: int) -> Reading | None:
    """Told from the quarter that results are of: so many years from it, or the same of the year `shift`."""

    def of(reporting: Period) -> Reading | None:
        here = date.fromordinal(reporting.first)
        year = shift if shift > _FIRST_YEAR else here.year + shift
        months = round((reporting.last - reporting.first) / 30.4)
        return fixed(periods.of_months(year * _YEAR + here.month - 1, months, reporting.grain), NOTE)

    return of_results(m, reading, of)


def of_results(m: TimeMatch, reading: Reading, of: Callable[[Period], Reading | None]) -> Reading | None:
    """What it is once a quarter of results was told, but in a sentence that tells of a match."""
    match = not m.chart.sentence(m.start).isdisjoint(time_words("match"))
    return reading.placed() if match else replace(reading, base=REPORTING, of=of)
