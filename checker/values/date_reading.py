"""What a date was read as, and how an incomplete one is completed from the day of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from checker.model import Interval
from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.periods import Period

_LEAP = date(2000, 1, 1).toordinal() - 1
ANY_DAY = Interval(None, None, whole=True)
NO_DAY = "no such day"  # note of a date that the calendar has not
_UNANCHORED = "unanchored"
ROLLING = "rolling"  # note of a stretch up to publication
TOLD, REPORTING = "told", "reporting"
_NEAR = 92  # days within which the nearest year stands for a day whose verb does not tell when
_AHEAD = 30  # days ahead that stand beside a past verb: "they named 8 March as the day"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a date denote.

    `period` is the days it denotes and `wide` all the days it may mean where that is more. Where the
    words do not give the days (no publication date, a business year) `period` is None, and `symbol`
    is the set in `dimension`: weekdays 1-7, days of a leap year 1-366, numbers of fiscal quarters.
    """

    period: Period | None
    grain: str
    wide: Period | None = None
    dimension: str = ""
    symbol: Interval = ANY_DAY
    notes: tuple[str, ...] = ()
    base: str = ""  # what it is told from: the date told before (TOLD), the quarter of results (REPORTING)
    of: Callable[[Period], Reading | None] | None = None  # what it is once that is known

    def noted(self, *notes: str) -> Reading:
        return replace(self, notes=self.notes + notes)

    def placed(self) -> Reading | None:
        """Itself, where anything is known of when it is."""
        return self if self.dimension or self.period else None

    @property
    def day(self) -> int | None:
        """The one day that it is, if it is one."""
        return self.period.first if self.period and self.period.first == self.period.last else None


def fixed(period: Period | None, *notes: str) -> Reading | None:
    """A reading of known days; None where the calendar has no such days."""
    return Reading(period, period.grain, notes=notes) if period else None


def single(day: int | None, *notes: str) -> Reading | None:
    return fixed(Period(day, day), *notes) if day else None


def dated(period: Period | None) -> Reading:
    """A day; of one that the calendar has not ("June 31") that is all that is known."""
    return fixed(period) or Reading(None, periods.DAY, dimension="no day", notes=(NO_DAY,))


def unanchored(grain: str, *notes: str) -> Reading:
    return Reading(None, grain, dimension="relative", notes=(_UNANCHORED, *notes))


def told(of: Callable[[Period], Reading | None], reading: Reading) -> Reading:
    """A time told from the date before it; where there is none, `reading` is all that is known."""
    return replace(reading, base=TOLD, of=of)


def of_whole(whole: Reading, make: Callable[[Period], Reading | None]) -> Reading | None:
    """What `make` makes of the days of another time, at once or when these are known."""
    if whole.of is None:
        return make(whole.period) if whole.period else None

    def later(held: Period, of: Callable[[Period], Reading | None] = whole.of) -> Reading | None:
        found = of(held)
        return make(found.period) if found and found.period else None

    return told(later, (make(whole.period) if whole.period else None) or Reading(None, whole.grain))


def occurrence(days: Iterable[Period | None], today: int, future: bool | None) -> Period | None:
    """Of what comes again and again the one meant: the last up to today, the next from it, or the nearest."""
    known = [one for one in days if one]
    if future is False:
        known = [one for one in known if one.first <= today][-1:]
    elif future:
        known = [one for one in known if one.last >= today][:1]
    return periods.nearest(known, today)


def yearless(anchor: Anchor, future: bool | None, of_year: Callable[[int], Period | None]) -> Reading | None:
    """A day, month or season without its year: the last before publication, or the next, by tense.

    Where no tense is known it is the nearest, if that is near, else the last in a text that tells of the past
    and of the year of publication in another. `of_year` gives the days in a year, None where it has none.
    """
    if anchor.day is None:
        days = of_year(2000)
        if days is None:
            return None
        symbol = Interval(Fraction(days.first - _LEAP), Fraction(days.last - _LEAP), whole=True)
        return Reading(None, days.grain, dimension="month-day", symbol=symbol, notes=(_UNANCHORED,))
    today, year = anchor.day, date.fromordinal(anchor.day).year
    known = [days for n in range(max(1, year - 8), min(9990, year + 8) + 1) if (days := of_year(n))]
    near = periods.nearest(known, today)
    if near and future is False and near.grain == periods.DAY and 0 < near.first - today <= _AHEAD:
        future = None  # the same day a year back would be said with its year
    elif near and future is None and max(near.first - today, today - near.last) > _NEAR:
        if anchor.narrated:
            future = False
        else:
            known = [days for days in known if date.fromordinal(days.first).year == year] or known
    return fixed(occurrence(known, today, future), "year inferred")


def weekday(anchor: Anchor, number: int, future: bool | None) -> Reading:
    """A day of the week: the last up to publication, or the next where it lies ahead, or else the nearest."""
    note = f"weekday:{number}"
    if anchor.day is None:
        symbol = Interval.point(number, whole=True)
        return Reading(None, periods.DAY, dimension="weekday", symbol=symbol, notes=(_UNANCHORED, note))
    if future is None:
        future = (number - periods.weekday_of(anchor.day)) % 7 < 4
    found = periods.weekday_from(anchor.day, number, forward=future)
    return Reading(Period(found, found), periods.DAY, notes=(note,))


def fiscal(year: int, quarter: int | None) -> Reading:
    """A business year or quarter: its days differ by company, so it compares by number only."""
    first = year * 4 + (quarter or 1) - 1
    symbol = Interval(Fraction(first), Fraction(first + (0 if quarter else 3)), whole=True)
    grain = periods.QUARTER if quarter else periods.YEAR
    return Reading(None, grain, dimension="fiscal-quarter", symbol=symbol, notes=(f"fiscal:{year}",))
