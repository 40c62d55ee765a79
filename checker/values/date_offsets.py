"""Productions of dates at a length of time from another day: "two weeks ago", "a day before Christmas"."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from checker.data import load
from checker.model import Interval
from checker.values import periods
from checker.values.date_reading import Reading, fixed, of_whole, single, unanchored
from checker.values.lengths import Length
from checker.values.long_times import of_business, reported
from checker.values.periods import Period
from checker.values.time_items import Named, TimeMatch, rule
from checker.values.units import DAY, Unit

_FARTHEST = 10**5
_WORKDAYS = 5
_WEEKS = (periods.WEEK, "fortnight")
UNITS_OF = "so many units of a time"


@rule("a length ago", "date", "length ago", "length hence", "length from now", "length ' s? time")
def _from_publication(m: TimeMatch) -> Reading | None:
    length, ago = m[0], m.has("ago")
    if m.today is None:
        # How long ago is all that is known: a duration, but for "a year ago", which tells of a time.
        return unanchored(length.unit, "ago") if length.article and ago and length.days else None
    if m.has("time") and not m.lead("in"):
        return None
    found = counted(length, m.today, -1 if ago else 1)
    if found and ago and length.article and length.unit == periods.YEAR:
        return _held_against(m, found)
    return found


@rule("a length and a day", "date", "length ago? relday", "length ago? on? weekday")
def _and_day(m: TimeMatch) -> Reading | None:
    """ "A year ago today", "a week ago Tuesday", "a week tomorrow", "a fortnight on Monday"."""
    length, ago, weekday, relday = m[0], m.has("ago"), m.part("weekday"), m.part("relday")
    weeks = length.unit in _WEEKS and length.article
    if m.today is None or not length.days:
        return None
    if ago and weekday:
        found = counted(length, m.today, -1)
        if length.unit != periods.WEEK or not (found and found.day) or (m.has("on") and not length.article):
            return None
        day = periods.weekday_from(found.day, weekday.value, forward=False)
        return Reading(Period(day, day), periods.DAY, Period(day - 7, day + 7))
    if weekday:
        day = periods.weekday_from(m.today + 1, weekday.value, forward=True)
        return counted(length, day, 1, exact=True) if weeks and m.has("on") and m.future() else None
    ahead = length.unit == periods.WEEK and relday.value >= 0 and not m.lead("lasting")
    return counted(length, m.today + relday.value, -1 if ago else 1, exact=True) if ago or ahead else None


@rule("working days ahead", "date", "length")
def _working_days(m: TimeMatch) -> Reading | None:
    return counted(m[0], m.today, 1) if m[0].business and m.lead("in") and m.today else None


@rule("a time the story tells of", "date", "length apart")
def _told(m: TimeMatch) -> Reading | None:
    """ "A year earlier", where no number says how many: a time, not how long."""
    half = m.chart.numerals.get(m.start - 1)  # "half a century later"
    if not m[0].article or not m[0].days or (half and half.data.fraction):
        return None
    found = unanchored(m[0].unit, m[1])
    earlier = m[0].unit == periods.YEAR and m.chart.is_a(m.end - 1, "back")
    return _held_against(m, found) if earlier else found


def _held_against(m: TimeMatch, found: Reading) -> Reading | None:
    """Beside figures, the time they are held against: "$3 million a year earlier", "less than a year ago"."""
    business = m.lead("than") or of_business(m.chart, m.start, m.end)
    return reported(m, found, -1) if business else found


@rule("a length from a day", "date", "length from|after|before the? date")
def _from_day(m: TimeMatch) -> Reading | None:
    base = m.part("date").day
    lasting = m.has("from") and m.lead("for")  # "shut for two weeks from 3 March"
    return counted(m[0], base, -1 if m.has("before") else 1) if base and not lasting else None


@rule(
    UNITS_OF,
    "date",
    *(
        "ordinal length of|in the? date|running",
        "length|unit ended in|on? the? date",
        "length|unit to the? date",
    ),
)
def _units_of(m: TimeMatch) -> Reading | None:
    """ "The first two weeks of July", "the three months to March", "the year ended 30 June"."""
    whole, first = m.parts[-1].data, m.has("ordinal") and m[0] > 0
    what = m.parts[1 if m.has("ordinal") else 0]
    told = (
        abs(m[0]) == 1 and whole.grain != periods.DAY if m.has("ordinal") else m.has("ended") or m.lead("the")
    )
    if not told or what.data in (periods.DAY, periods.WEEKEND) or whole.dimension:
        return None

    def of(held: Period) -> Reading | None:
        found = stretch(what.data, held.first if first else held.last + 1, 1 if first else -1)
        return (
            fixed(found)
            if found and (not m.has("ordinal") or held.first <= found.first <= found.last <= held.last)
            else None
        )

    return of_whole(whole, of)


@rule("a length from a day on", "run", "for length from|starting from? the? date", "date for length")
def _run(m: TimeMatch) -> Any:
    """ "For two weeks from 3 March", "from 1 July for 90 days": where the length begins, and its days."""
    day, length = m.part("date").day, next(part for part in m.parts if part.symbol == "length")
    found = stretch(length.data, day, 1) if day else None
    return (length.start, found) if found else None


def stretch(length: Length | Named, day: int, sign: int) -> Period | None:
    """The days of a length (or of one unit) from a day on, or up to the day before it."""
    if isinstance(length, Named):
        other = periods.shifted(day, length.value, sign)
    else:
        found = counted(length, day, sign, exact=True)
        ends = found.period if found else None
        other = None if ends is None else ends.last if sign > 0 else ends.first
    first, last = (day, other) if sign > 0 else (other, day)
    return Period(first, last - 1) if first and last and first < last else None


def counted(length: Length, day: int, sign: int, *, exact: bool = False) -> Reading | None:
    """The day (or, of a vague or hedged length, the days) at the length from `day`; `exact` has no slack."""
    alone = len(length.parts) == 1
    if alone and not length.parts[0].bounds.is_point:
        return _between(length, day, sign)
    found: int | None = day
    for part in sorted(length.parts, key=lambda p: -p.unit.months):
        found = found and _moved(found, part.bounds.low or Fraction(0), part.unit, sign, length.business)
    if not found or exact:
        return single(found)
    grain = length.unit if alone else periods.DAY
    chosen, slack = Period(found, found), _slack(length, grain)
    return Reading(chosen, grain, chosen.widened(slack) if slack else None)


def _slack(length: Length, grain: str) -> int:
    """The days that may lie between what is said and meant: more of a longer unit, one of "ten days"."""
    count = length.parts[-1].bounds.low
    if grain == periods.DAY and count and count % 10 == 0:
        return 1
    return int(load("durations")["slack"].get(grain, 0 if length.days else 1))


def _between(length: Length, day: int, sign: int) -> Reading:
    bounds, unit = length.parts[0].bounds, length.parts[0].unit
    ends = [
        n if n is None else _moved(day, n, unit, sign, length.business) for n in (bounds.low, bounds.high)
    ]
    first, last = ends if sign > 0 else reversed(ends)
    if first is not None and last is not None:
        chosen = Period(first, last)
        return Reading(chosen, unit.shown, chosen.widened(_slack(length, unit.shown)))
    first, last = (first or day, last) if sign > 0 else (first, last or day)
    low, high = (None if end is None else Fraction(end) for end in (first, last))
    return Reading(None, unit.shown, symbol=Interval(low, high, whole=True))


def _moved(day: int, count: Fraction, unit: Unit, sign: int, business: bool) -> int | None:
    """`day` moved by so many of the unit; parts of a unit as days, parts of a day not at all."""
    if business and unit.low == DAY and count < _FARTHEST:
        return _business(day, int(count) * sign)
    if not unit.months:
        whole = int if unit.low < DAY else round
        moved = day + sign * whole(count * unit.low / DAY)
        return moved if 0 < moved < _FARTHEST * 10 and abs(count) < _FARTHEST * 100 else None
    months = count * unit.months
    return periods.shifted(day, periods.MONTH, int(months) * sign) if abs(months) < _FARTHEST else None


def _business(day: int, count: int) -> int:
    """So many working days on; Saturdays and Sundays are none, and no holiday is known."""
    step = 1 if count > 0 else -1
    while count:
        day += step
        count -= step * (periods.weekday_of(day) <= _WORKDAYS)
    return day
