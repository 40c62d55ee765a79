"""What a date expression was read as, and how an incomplete one is completed from the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from checker.model import Interval
from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.periods import Period
from checker.values.words import Words

_LEAP = date(2000, 1, 1).toordinal() - 1
ANY_DAY = Interval(None, None, whole=True)


@dataclass(frozen=True, slots=True)
class Reading:
    """A date read from the words up to `end`.

    `period` is the days it denotes and `wide` all the days it may mean where that is more. Where the
    words do not give the days (no publication date, a business year) `period` is None, and `symbol`
    is the set in `dimension`: weekdays 1-7, days of a leap year 1-366, numbers of fiscal quarters.
    """

    end: int
    period: Period | None
    grain: str
    wide: Period | None = None
    dimension: str = ""
    symbol: Interval = ANY_DAY
    notes: tuple[str, ...] = ()

    def upto(self, end: int, *notes: str) -> Reading:
        return replace(self, end=end, notes=self.notes + notes)


Reader = Callable[[Words, int, Anchor], Reading | None]


def fixed(end: int, period: Period | None, *notes: str) -> Reading | None:
    """A reading of known days; None where the calendar has no such days."""
    return Reading(end, period, period.grain, notes=notes) if period else None


def unanchored(end: int, grain: str, *notes: str) -> Reading:
    return Reading(end, None, grain, dimension="relative", notes=("unanchored", *notes))


def yearless(
    end: int, anchor: Anchor, future: bool | None, of_year: Callable[[int], Period | None]
) -> Reading | None:
    """A day, month or season without its year: the last before publication, or the next, by tense.

    Where no tense is known it is the nearest. `of_year` gives the days in a year, None where it has none.
    """
    if anchor.day is None:
        days = of_year(2000)
        if days is None:
            return None
        symbol = Interval(Fraction(days.first - _LEAP), Fraction(days.last - _LEAP), whole=True)
        return Reading(end, None, days.grain, dimension="month-day", symbol=symbol, notes=("unanchored",))
    today = date.fromordinal(anchor.day).year
    years = range(max(1, today - 8), min(9990, today + 8) + 1)
    candidates = [days for number in years if (days := of_year(number))]
    if future is False and not _just_ahead(candidates, anchor.day):
        candidates = [days for days in candidates if days.first <= anchor.day][-1:]
    elif future:
        candidates = [days for days in candidates if days.last >= anchor.day][:1]
    return fixed(end, periods.nearest(candidates, anchor.day), "year inferred")


def _just_ahead(candidates: list[Period], today: int) -> bool:
    """Whether a day of the coming month is meant though the verb is past: "they named 8 March as the day".

    The same day a year back would be said with its year.
    """
    near = periods.nearest(candidates, today)
    return near is not None and near.grain == "day" and 0 < near.first - today <= 30


def weekday(end: int, anchor: Anchor, number: int, future: bool | None) -> Reading:
    """A day of the week: the last up to publication, or the next where it lies ahead, or else the nearest."""
    note = f"weekday:{number}"
    if anchor.day is None:
        symbol = Interval.point(number, whole=True)
        return Reading(end, None, "day", dimension="weekday", symbol=symbol, notes=("unanchored", note))
    if future is None:
        future = (number - periods.weekday_of(anchor.day)) % 7 < 4
    found = periods.weekday_from(anchor.day, number, forward=future)
    return Reading(end, Period(found, found), "day", notes=(note,))


def preposition(words: Words, i: int) -> str:
    """The word before a date, over an article and the part of a period: "since early August"."""
    parts = calendar_words().part_words
    at = i - 1 - (words.at(i - 1) == "the")
    if words.at(at) == "of" and words.at(at - 1) in parts:
        at -= 1
    if words.at(at) in parts:
        at -= 1 + (words.at(at - 1) == "the")
    return words.at(at)


def fiscal(end: int, year: int, quarter: int | None) -> Reading:
    """A business year or quarter: its days differ by company, so it compares by number only."""
    first = year * 4 + (quarter or 1) - 1
    symbol = Interval(Fraction(first), Fraction(first + (0 if quarter else 3)), whole=True)
    grain = "quarter" if quarter else "year"
    return Reading(end, None, grain, dimension="fiscal-quarter", symbol=symbol, notes=(f"fiscal:{year}",))
