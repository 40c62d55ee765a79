"""Productions of dates at a length of time from another day: "two weeks ago", "a day before Christmas"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.model import Interval
from checker.values import periods
from checker.values.chart import Match
from checker.values.date_reading import Reading, single, unanchored
from checker.values.lengths import DAY, Length
from checker.values.periods import Period
from checker.values.time_items import TIME, chart_of

# How many days around the day that is counted out may be meant: "two years ago" is half a year either way.
_SLACK = {"week": 3, "fortnight": 7, "month": 15, "year": 183, "decade": 1826, "century": 18262}
_FARTHEST = 10**5
_WORKDAYS = 5


@TIME.production(
    "a length ago",
    "date",
    "length ago",
    "length ago relday",
    "length ago on? weekday",
    "length hence",
    "length from now",
    "length ' s? time",
)
def _from_publication(m: Match) -> Reading | None:
    chart, length, today = chart_of(m), m[0], chart_of(m).anchor.day
    if today is None:
        # how long ago is all that is known: a duration, but for "a year ago", which tells of a time
        return unanchored(length.unit, "ago") if length.article and m.has("ago") and length.days else None
    if m.has("time") and not chart.is_a(m.start - 1, "in"):
        return None
    sign = -1 if m.has("ago") else 1
    if len(m.parts) == 2 and m.has("ago") and length.article and length.unit == "year":
        found = _counted(
            length, today, sign
        )  # beside figures the time of the year before that they are held against
        return found and replace(found, base="reporting", shift=-1)
    if m.has("relday"):  # "a year ago today"
        return _counted(length, today + m.get("relday").value, sign, exact=True) if length.days else None
    found = _counted(length, today, sign)
    if found is not None and m.has("weekday"):  # "a week ago Tuesday"
        if (
            length.unit != "week"
            or found.day is None
            or not chart.capital(m.end - 1)
            or (m.has("on") and not length.article)
        ):
            return None
        day = periods.weekday_from(found.day, m.get("weekday").value, forward=False)
        return Reading(Period(day, day), "day", Period(day - 7, day + 7))
    return found


@TIME.production("working days ahead", "date", "length")
def _working_days(m: Match) -> Reading | None:
    chart = chart_of(m)
    ahead = m[0].business and chart.is_a(m.start - 1, "in") and chart.anchor.day
    return _counted(m[0], chart.anchor.day, 1) if ahead and chart.anchor.day else None


@TIME.production("a week tomorrow", "date", "length relday")
def _week_on(m: Match) -> Reading | None:
    chart, today = chart_of(m), chart_of(m).anchor.day
    if m[1].value < 0 or m[0].unit != "week" or not today or chart.is_a(m.start - 1, "lasting"):
        return None
    return _counted(m[0], today + m[1].value, 1, exact=True)


@TIME.production("a time the story tells of", "date", "length apart")
def _told(m: Match) -> Reading | None:
    """ "a year earlier", where no number says how many: a time, not how long."""
    if not m[0].article or not m[0].days:
        return None
    found = unanchored(m[0].unit, m[1])
    earlier = m[0].unit == "year" and chart_of(m).is_a(m.end - 1, "back")
    return (
        Reading(None, "year", dimension=found.dimension, notes=found.notes, base="reporting", shift=-1)
        if earlier
        else found
    )


@TIME.production("a length from a day", "date", "length from|after|before the? date")
def _from_day(m: Match) -> Reading | None:
    base = m.get("date").day
    return _counted(m[0], base, -1 if m.has("before") else 1) if base else None


def _counted(length: Length, day: int, sign: int, *, exact: bool = False) -> Reading | None:
    """The day (or, of a vague or hedged length, the days) at the length from `day`; `exact` has no slack."""
    part = length.parts[0]
    if len(length.parts) == 1 and not part.bounds.is_point:
        return _between(length, day, sign, part.bounds.low, part.bounds.high)
    found: int | None = day
    for part in sorted(length.parts, key=lambda p: -(p.unit.months or 0)):
        found = found and _moved(found, part.bounds.low or Fraction(0), length, part.unit.name, sign)
    if not found:
        return None
    finest = length.parts[-1].unit.name if len(length.parts) == 1 else "day"
    if exact:
        return single(found)
    slack = _SLACK.get(finest, 0 if length.days else 1)
    if finest == "day" and not length.article and part.bounds.low and part.bounds.low % 10 == 0:
        slack = 1
    chosen = Period(found, found)
    return Reading(chosen, finest, chosen.widened(slack) if slack else None)


def _between(
    length: Length, day: int, sign: int, low: Fraction | None, high: Fraction | None
) -> Reading | None:
    unit = length.unit
    near = _moved(day, low, length, unit, sign) if low is not None else None
    far = _moved(day, high, length, unit, sign) if high is not None else None
    first, last = (far, near) if sign < 0 else (near, far)
    if first is not None and last is not None:
        chosen = Period(first, last)
        return Reading(chosen, unit, chosen.widened(_SLACK.get(unit, 0)))
    if sign < 0 and last is None:
        last = day
    if sign > 0 and first is None:
        first = day
    ends = [None if end is None else Fraction(end) for end in (first, last)]
    return Reading(None, unit, symbol=Interval(ends[0], ends[1], whole=True))


def _moved(day: int, count: Fraction, length: Length, unit: str, sign: int) -> int | None:
    """`day` moved by so many of the unit; parts of a unit as days, parts of a day not at all."""
    if unit == "day" and length.business:
        return _business(day, int(count) * sign)
    if unit == "fortnight":
        unit, count = "week", count * 2
    part = next(part.unit for part in length.parts if part.unit.name == unit or unit in ("week", "century"))
    if part.seconds and part.seconds < DAY:
        return day + sign * int(count * part.seconds // DAY)
    if count.denominator == 1:
        return periods.shifted(day, unit, int(count) * sign) if abs(count) < _FARTHEST else None
    if unit == "year":
        return periods.shifted(day, "month", int(count * 12) * sign)
    days = count * (part.seconds // DAY if part.seconds else part.months * Fraction(1461, 48))
    moved = day + sign * round(days)
    return moved if moved > 0 else None


def _business(day: int, count: int) -> int:
    """So many working days on; Saturdays and Sundays are none, and no holiday is known."""
    step = 1 if count > 0 else -1
    while count:
        day += step
        count -= step if periods.weekday_of(day) <= _WORKDAYS else 0
    return day
