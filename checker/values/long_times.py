"""Productions of times with a name or number of their own: decades, centuries, seasons, holidays."""

from __future__ import annotations

from typing import Any

from checker.data import load
from checker.values import periods
from checker.values.calendar_dates import of_century
from checker.values.date_reading import Reading, fiscal, fixed, yearless
from checker.values.lexer import time_words
from checker.values.periods import Period
from checker.values.time_items import TimeMatch, rule

_YEAR = 12  # months


@rule("a decade", "date", "int '? ~s", "' ~int '? ~s", "int ' ~s")
def _decade(m: TimeMatch) -> Reading | None:
    number, apostrophe = m.get("int"), m.parts[0].symbol == "'"
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
    lead = m.lead("the", "part") and m.lead("in", "of", "since", "the", "to", back=2)
    told = lead or m.lead("in")
    return told and m.chart.sentence(m.start).isdisjoint(time_words("measured in tens"))


@rule("a decade in words", "date", "decades", "numeral decades")
def _decade_words(m: TimeMatch) -> Reading | None:
    """ "The nineties", "the early nineteen seventies"."""
    century = m[0].value if len(m.parts) > 1 else 19
    alone = len(m.parts) == 1 and not (m.lead("the", "part") and (m.closed or m.tail("verb", "and", "of")))
    if century not in (18, 19, 20) or alone:
        return None
    first = int(century) * 100 + m.get("decades").value
    return fixed(periods.of_months(first * _YEAR, 120, periods.DECADE))


@rule("a century", "date", "ordinal dash? unit")
def _century(m: TimeMatch) -> Reading | None:
    if m.get("unit").value != periods.CENTURY or m[0] < 1 or m.tail("before christ"):
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
    year = m.get("ofyear") or m.get("year")
    if year is None:  # "FY23"
        short = len(m.pieces[m.start].text) == 2 == len(m.pieces[m.end - 1].text)
        return fiscal(of_century(m[1]), None) if short else None
    return fiscal(year, None) if year >= 1900 else None
