"""Productions of parts of a time: "late March", "the end of the month", "the first Friday of July"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from checker.data import load
from checker.values import periods
from checker.values.chart import Edge
from checker.values.date_reading import ROLLING, Reading, fixed, of_whole, told, unanchored
from checker.values.periods import Period
from checker.values.time_items import TimeMatch, rule

_HALF = Fraction(1, 2)


@rule("a part of a time", "date", "part dash? in|on? the? date", "part of|dash the? date|running")
def _part(m: TimeMatch) -> Any:
    """ "Late March", "mid-2020", "the end of last month"."""
    whole, adjective = m.parts[-1].data, m.chart.is_a(m.start, "part adjective")
    if adjective == m.has("of") or not (adjective or m.has("of") or m.has("dash")):
        return None
    if whole.grain == periods.DAY or (whole.period is None and m.has("date")):
        return whole.noted(m[0].word) if m.has("date") else None
    share = tuple(map(Fraction, load("calendar")["parts"][m[0].value]))
    notes = (*whole.notes, m[0].word)
    return of_whole(whole, lambda period: Reading(period.part(*share), whole.grain, notes=notes))


@rule("the week, month or year that runs", "running", "unit")
def _running(m: TimeMatch) -> Reading | None:
    """ "By the end of the month": of what has been the one of the date told before."""
    if m.today is None or not m.lead("the") or m[0].value == periods.WEEKEND:
        return None
    unit, today, at = m[0].value, m.today, m.start - 1
    while m.chart.is_a(at, "of", "part", "the", "ordinal", "weekday", "unit", "dayword", "rest", "half"):
        at -= 1
    found = fixed(periods.neighbour(today, unit, 0))
    if not found or unit == periods.YEAR or m.chart.future(m.start, at + 1) is not False:
        return found
    return told(lambda held: fixed(periods.around(held.first, unit)), Reading(None, unit))


@rule(
    "a time told from the one before",
    "date",
    "apart? stepping unit|weekday|daypart|dayword",
    "the deictic dayword|daypart",
    "the dayword|unit|daypart before|after",
)
def _stepped(m: TimeMatch) -> Reading | None:
    """ "The following week", "the day before", "later that year": from the date told before it."""
    step, what = _step(m), next(part for part in m.parts if part.symbol in _STEPPED)
    unit = what.data.value if what.symbol == "unit" else periods.DAY
    if step is None or unit == periods.WEEKEND:
        return None

    def of(held: Period) -> Reading | None:
        if periods.GRAINS.index(held.grain) > periods.GRAINS.index(unit):
            return None
        found = periods.neighbour(held.last if step > 0 else held.first, unit, step)
        if found and what.symbol == "weekday":
            day = periods.weekday_from(found.first, what.data.value, forward=step >= 0)
            found = Period(day, day)
        return _beside(m, held, found, unit) if found else None

    heading = step and m.chart.anchor.verb(m.span.start) is None  # told from publication
    return told(of, (of(Period(m.today, m.today)) if heading and m.today else None) or Reading(None, unit))


_STEPPED = ("unit", "weekday", "daypart", "dayword")


def _step(m: TimeMatch) -> int | None:
    """How many of them on from the date before it is: none of "the last day", which is no step."""
    if m.chart.dash(m.end):
        return None
    if m.has("before") or m.has("after"):
        return (-1 if m.has("before") else 1) if m.closed else None
    if m.has("stepping"):
        return int(m.part("stepping").value)
    return int(m.part("deictic").value) if m.part("deictic").value > 0 else None


def _beside(m: TimeMatch, held: Period, found: Period, unit: str) -> Reading:
    """What is told from the days of another date; of "later that year" the days after it."""
    if m.has("apart") and held.last < found.last and not m.chart.is_a(m.start, "back"):
        return Reading(Period(held.last + 1, found.last, unit), unit, found, notes=(m[0],))
    return Reading(found, unit, found.joined(Period(m.today, m.today)) if m.today else None)


@rule("the rest of a time", "date", "rest of the? date|running")
def _rest(m: TimeMatch) -> Reading | None:
    whole, today = m.parts[-1].data.period, m.today
    runs = whole and today and whole.first <= today < whole.last
    return fixed(Period(today, whole.last, whole.grain)) if runs and today else None


@rule("earlier or later in a time", "date", "apart date", "apart in the running")
def _up_to_now(m: TimeMatch) -> Any:
    """The days of the period before publication ("earlier"), or after it ("later")."""
    whole, today = m.parts[-1].data, m.today
    if not m.has("in") and not m.chart.is_a(m.start + 1, "deictic", "relday"):
        return None
    noted, days = whole.noted(m[0]), whole.wide or whole.period
    if whole.grain == periods.DAY or days is None or today is None:
        return None if m.has("in") else noted
    if m.chart.is_a(m.start, "back"):
        found, wide = (days.first, max(days.first, today - 1)), (days.first, today)
    else:
        found, wide = (min(days.last, today + 1), days.last), (today, days.last)
    return replace(noted, period=Period(*found, whole.grain), wide=Period(*wide, whole.grain))


@rule(
    "the nth of a time",
    "date",
    "ordinal weekday|unit|dayword|half of|in the? date|running",
    "ordinal ordinal weekday|unit|dayword|half of|in the? date",
    "ordinal unit date",
)
def _nth_of(m: TimeMatch) -> Reading | None:
    """ "The first Friday of July", "the second last week of 2024", "the last day of the month"."""
    whole = m.parts[-1].data
    number, what = _which(m)
    if not number or number > 31 or whole.grain == periods.DAY or ROLLING in whole.notes:
        return None
    units = (periods.WEEK, periods.WEEKEND, *([periods.QUARTER] if number < 0 else []))
    if what.symbol == "unit" and what.data.value not in units:
        return None
    if whole.period is None and not whole.of:
        return unanchored(whole.grain if what.symbol == "half" else periods.DAY)
    return of_whole(whole, lambda period: fixed(_nth(period, what.symbol, what.data, number), *whole.notes))


def _which(m: TimeMatch) -> tuple[int, Edge]:
    """The number and what it counts; the second last is -2, and what is neither is 0."""
    if m.parts[1].symbol == "ordinal":
        return (-m[0] if m[1] < 0 < m[0] else 0), m.parts[2]
    return m[0], m.parts[1]


def _nth(whole: Period, kind: str, what: Any, number: int) -> Period | None:
    at = date.fromordinal(whole.first)
    if kind == "half":
        if whole.grain == periods.YEAR and number > 0:
            return periods.of_months(at.year * 12 + 6 * (number - 1), 6, periods.SEASON)
        return whole.part(*((Fraction(0), _HALF) if number == 1 else (_HALF, Fraction(1))))
    if kind == "weekday":
        return periods.nth_weekday(whole, what.value, number)
    if kind == "unit" and what.value == periods.QUARTER:
        return periods.quarter(at.year, 4) if whole.grain == periods.YEAR else None
    if kind == "unit" and whole.grain == periods.YEAR:
        return periods.nth_week(whole, number)
    size, grain = (7, periods.WEEK) if kind == "unit" else (1, periods.DAY)
    first = whole.last + 1 + size * number if number < 0 else whole.first + size * (number - 1)
    fits = whole.first <= first <= whole.last
    return Period(first, min(first + size - 1, whole.last), grain) if fits else None
