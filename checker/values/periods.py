"""The calendar as sets of days: periods of days with a grain, and what may be done with them.

A day is its ordinal in the proleptic Gregorian calendar (1 is 1 January of year 1); weeks start on
Monday (ISO 8601). Nothing here knows words or the publication date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from checker.model import Interval

GRAINS = ("day", "week", "month", "quarter", "season", "year", "decade", "century")
DAY, WEEK, MONTH, QUARTER, SEASON, YEAR, DECADE, CENTURY = GRAINS
WEEKEND = "weekend"
WEDNESDAY, FRIDAY = 3, 5
_MONTHS = {MONTH: 1, QUARTER: 3, YEAR: 12, DECADE: 120, CENTURY: 1200}
_CYCLE = 48  # months of four years, 1,461 days, between which leap years do not change a count
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both in it, as ordinals."""

    first: int
    last: int
    grain: str = DAY

    @property
    def interval(self) -> Interval:
        return Interval(Fraction(self.first), Fraction(self.last), whole=True)

    def joined(self, other: Period) -> Period:
        """All days from the start of one to the end of the other, in the finer grain."""
        grain = min(self.grain, other.grain, key=GRAINS.index)
        return Period(min(self.first, other.first), max(self.last, other.last), grain)

    def part(self, start: Fraction, stop: Fraction) -> Period:
        """A share of the period, as data has "late": in whole months of a year, whole years of a decade."""
        if self.grain in (YEAR, DECADE, CENTURY):
            at, until = date.fromordinal(self.first), date.fromordinal(self.last)
            unit = 1 if self.grain == YEAR else 12
            count = ((until.year - at.year) * 12 + until.month - at.month + 1) // unit
            low, high = (count * start).__floor__(), (count * stop).__ceil__()
            found = of_months(at.year * 12 + at.month - 1 + low * unit, (high - low) * unit, self.grain)
            return found or self
        length = self.last - self.first + 1
        first = self.first + (length * start).__floor__()
        return Period(first, max(first, self.first + (length * stop).__ceil__() - 1), self.grain)

    def widened(self, days: int) -> Period:
        return Period(max(1, self.first - days), min(date.max.toordinal(), self.last + days), self.grain)


def day(year: int, month: int, number: int) -> Period | None:
    """The day, or None where the calendar has no such day."""
    try:
        ordinal = date(year, month, number).toordinal()
    except ValueError:
        return None
    return Period(ordinal, ordinal)


def of_months(first: int, count: int, grain: str) -> Period | None:
    """`count` months from the month numbered `first` (year * 12 + month - 1)."""
    try:
        start = date(first // 12, first % 12 + 1, 1)
        stop = date((first + count) // 12, (first + count) % 12 + 1, 1)
    except ValueError:
        return None
    return Period(start.toordinal(), stop.toordinal() - 1, grain)


def month(year: int, number: int) -> Period | None:
    return of_months(year * 12 + number - 1, 1, MONTH)


def quarter(year: int, number: int) -> Period | None:
    return of_months(year * 12 + 3 * number - 3, 3, QUARTER)


def year(number: int) -> Period | None:
    return of_months(number * 12, 12, YEAR)


def around(ordinal: int, grain: str) -> Period | None:
    """The calendar period of that grain that holds the day: its week, month, year …"""
    if grain == DAY:
        return Period(ordinal, ordinal)
    at = date.fromordinal(ordinal)
    if grain == WEEK:
        first = ordinal - at.weekday()
        return Period(first, first + 6, WEEK)
    if grain == WEEKEND:
        first = ordinal - at.weekday() + 5
        return Period(first, first + 1, DAY)
    size = _MONTHS[grain]
    index = at.year * 12 + at.month - 1
    # A century starts with its round year, as most writers have it (and not with the year 1).
    return of_months(index - index % size, size, grain)


def shifted(ordinal: int, grain: str, count: int) -> int | None:
    """The day `count` days, weeks, months or years away; the last of the month where it has no such day."""
    try:
        if grain in (DAY, WEEK):
            moved = date.fromordinal(ordinal) + timedelta(days=count * (7 if grain == WEEK else 1))
            return moved.toordinal()
        at = date.fromordinal(ordinal)
        index = at.year * 12 + at.month - 1 + count * _MONTHS[grain]
        for number in range(at.day, 27, -1):
            found = day(index // 12, index % 12 + 1, number)
            if found:
                return found.first
        return date(index // 12, index % 12 + 1, at.day).toordinal()
    except (ValueError, OverflowError):
        return None


def neighbour(ordinal: int, grain: str, count: int) -> Period | None:
    """The calendar period `count` periods before or after the one that holds the day."""
    here = around(ordinal, WEEK if grain == WEEKEND else grain)
    moved = shifted(here.first, here.grain, count) if here else None
    return around(moved, grain) if moved else None


def weekday_of(ordinal: int) -> int:
    """1 is Monday, 7 Sunday."""
    return date.fromordinal(ordinal).isoweekday()


def weekday_from(ordinal: int, weekday: int, *, forward: bool) -> int:
    """The nearest day of that name at or after (forward) or at or before the day."""
    away = (weekday - weekday_of(ordinal)) % 7
    return ordinal + away if forward or away == 0 else ordinal + away - 7


def nth_week(of_year: Period, nth: int) -> Period | None:
    """The nth week of a year as ISO 8601 counts them; -1 is the last."""
    year_ = date.fromordinal(of_year.first).year
    try:
        start = date.fromisocalendar(year_, nth, 1) if nth > 0 else date.fromisocalendar(year_ + 1, 1, 1)
    except ValueError:
        return None
    return around(start.toordinal() + 7 * min(nth, 0), WEEK)


def nth_weekday(within: Period, weekday: int, nth: int) -> Period | None:
    """The nth day of that name in the period; -1 is the last."""
    if nth < 0:
        found = weekday_from(within.last, weekday, forward=False) + 7 * (nth + 1)
    else:
        found = weekday_from(within.first, weekday, forward=True) + 7 * (nth - 1)
    return Period(found, found) if within.first <= found <= within.last else None


def easter(number: int) -> int:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    a, b, c = number % 19, number // 100, number % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(number, f // 31, f % 31 + 1).toordinal()


def nearest(candidates: list[Period], ordinal: int) -> Period | None:
    """The candidate nearest to the day; the earlier where two are as near."""
    return min(candidates, key=lambda p: (_gap(p, ordinal), p.first), default=None)


def _gap(period: Period, ordinal: int) -> int:
    return max(period.first - ordinal, ordinal - period.last, 0)


def month_days(months: Fraction) -> tuple[Fraction, Fraction]:
    """The fewest and the most days of so many months in a row; a part of a month is 28 to 31 shares.

    A year counts from 365 days however many they are, as who turns years into days leaves leap days out.
    """
    whole = months.__floor__()
    rest = months - whole
    cycles, left = divmod(whole, _CYCLE)
    years, over = divmod(whole, 12)
    least, most = 365 * years + _runs(over)[0], 1461 * cycles + _runs(left)[1]
    return least + 28 * rest, most + 31 * rest


@lru_cache(maxsize=_CYCLE)
def _runs(months: int) -> tuple[int, int]:
    days = [_LENGTHS[n % 12] + (n == 1) for n in range(_CYCLE)] * 2
    sums = [sum(days[start : start + months]) for start in range(_CYCLE)]
    return min(sums), max(sums)
