"""Days and hours of which the words leave something out: the year, the week, the half of the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from checker.comparison.policy import Comparison, Reason
from checker.model import EITHER_HALF, EITHER_YEAR, Interval, Relation, Value

_HALF_DAY = Fraction(43200)
_WEEKDAY = "weekday:"
_LEAP_YEAR = 2000  # days without a year are counted in a leap year


def readings(value: Value) -> Iterator[Value]:
    """The hours or days that words may mean: "half past nine" is one of the morning or one of the evening.

    Midnight ends one day and begins the next; "last March" is this year's or the one before. "Just before
    nine" is as near to either nine.
    """
    if EITHER_YEAR in value.notes:
        yield from _of_both_years(value)
        return
    halves = 2 if value.bounds == Interval.point(0) else 1 if EITHER_HALF in value.notes else 0
    low, rounded = value.bounds.low, value.rounded
    if not halves or low is None or rounded is None or rounded.low is None:
        yield value
        return
    for half in (0, halves):
        hours = value.bounds.scaled(Fraction(1), half * _HALF_DAY)
        yield replace(value, bounds=hours, rounded=hours.widened(low - rounded.low))


def _of_both_years(value: Value) -> Iterator[Value]:
    near, wide = value.bounds, value.rounded or value.bounds
    if near.low is None or near.high is None or wide.low is None or wide.high is None:
        return
    way = wide.high - near.high or wide.low - near.low  # days to the other year
    for bounds in (near, replace(near, low=near.low + way, high=near.high + way)):
        yield replace(value, bounds=bounds, rounded=bounds)


def weekday(value: Value) -> int | None:
    """The weekday that the words name: 1 is Monday."""
    found = [note for note in value.notes if note.startswith(_WEEKDAY)]
    return int(found[0].removeprefix(_WEEKDAY)) if found else None


def other_day(a: Value, b: Value) -> bool:
    """Whether two days are named by other weekdays, so that no loose use of words makes them one."""
    days = weekday(a), weekday(b)
    return None not in days and days[0] != days[1] and a.grain == b.grain == "day" and not _open(a, b)


def one_weekday(a: Value, b: Value) -> bool:
    """Whether two days bear the name of one weekday and lie a week apart at most.

    Of which week a bare name is depends on the tense around it.
    """
    low, other = a.bounds.low, b.bounds.low
    named = weekday(a) is not None and weekday(a) == weekday(b) and a.dimension == b.dimension
    return named and not _open(a, b) and low is not None and other is not None and abs(low - other) <= 7


def _open(*values: Value) -> bool:
    return any(v.bounds.low is None or v.bounds.high is None for v in values)


def undated(a: Value, b: Value) -> Comparison:
    """Two dates of which one has no year, no week or nothing to count from.

    Days of two months are two days; a month and a day of another may be told of two things.
    """
    one, other = (a, b) if a.dimension else (b, a)
    known = None if other.dimension or _open(one, other) else _symbols(other, one.dimension)
    if known is None or not {one.grain, other.grain} <= {"day", "month"}:
        return Comparison(Relation.OVERLAPS, Reason.UNRELATED)
    if one.bounds.relation(known) is Relation.DISJOINT:
        if one.grain == other.grain == "day":
            return Comparison(Relation.DISJOINT, Reason.OTHER_VALUE)
        return Comparison(Relation.OVERLAPS, Reason.UNRELATED)
    if (a.grain, b.grain) == ("day", "month"):
        return Comparison(Relation.NARROWER, Reason.MORE_PRECISE)
    if one is a:
        return Comparison(Relation.BROADER, Reason.LESS_PRECISE)
    return Comparison(Relation.NARROWER, Reason.HEDGED)


def _symbols(value: Value, dimension: str) -> Interval | None:
    """A day, or the days of a month, as those without their year or week."""
    ends = [date.fromordinal(int(end)) for end in (value.bounds.low, value.bounds.high) if end is not None]
    if dimension == "weekday" and value.grain == "day":
        return Interval.point(ends[0].isoweekday(), whole=True)
    if dimension == "month-day":
        first, last = (Fraction(day.replace(year=_LEAP_YEAR).timetuple().tm_yday) for day in ends)
        return Interval(first, last, whole=True) if first <= last else None
    return None
