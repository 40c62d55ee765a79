"""Dates at a length of time from another day: "two weeks ago", "three days before Christmas"."""

from __future__ import annotations

from fractions import Fraction

from checker.model import Interval
from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reader, Reading, unanchored
from checker.values.lengths import DAY, Length
from checker.values.periods import Period
from checker.values.words import Words

# How many days around the day that is counted out may be meant: "two years ago" is half a year either way.
_SLACK = {"week": 3, "fortnight": 7, "month": 15, "year": 183, "decade": 1826, "century": 18262}


_LASTING = ("for", "in", "within", "of", "after", "over", "every")


def offset(words: Words, length: Length, anchor: Anchor, read: Reader) -> Reading | None:
    """The day that the words after a length count to, or None where it is only a length."""
    word, end = words.at(length.end), length.end + 1
    if length.article and length.unit not in ("hour", "minute", "second"):
        told = word in ("earlier", "later") or (word == "ago" and anchor.day is None)
        if told:  # "a year earlier": a time the story tells of, not how long
            return unanchored(end, length.unit, word)
    if word == "ago":
        return _from_publication(words, length, end, anchor, -1)
    if word == "hence" or (word == "from" and words.at(end) == "now"):
        return _from_publication(words, length, end + (word == "from"), anchor, 1)
    if past := _times_time(words, length):  # "in three days' time"
        return _from_publication(words, length, past, anchor, 1)
    if length.business and words.at(length.start - 1) == "in":
        return _from_publication(words, length, length.end, anchor, 1)
    ahead = calendar_words().relative_days.get(word, -1)
    if ahead >= 0 and length.unit == "week" and anchor.day and words.at(length.start - 1) not in _LASTING:
        return _counted(length, end, anchor.day + ahead, 1, exact=True)  # "a week tomorrow"
    if word in ("from", "after", "before"):
        base = read(words, end + (words.at(end) == "the"), anchor)
        if base is None or base.period is None or base.period.first != base.period.last:
            return None
        return _counted(length, base.end, base.period.first, -1 if word == "before" else 1)
    return None


def _times_time(words: Words, length: Length) -> int:
    """The index after the "time" of "in a week's time"; 0 where it is not said."""
    after = words.possessive(length.end)
    told = after > length.end and words.at(after) == "time" and words.at(length.start - 1) == "in"
    return after + 1 if told else 0


def _from_publication(words: Words, length: Length, end: int, anchor: Anchor, sign: int) -> Reading | None:
    if anchor.day is None:
        return None  # how long ago is all that is known: a duration
    found = _counted(length, end, anchor.day, sign)
    if found is None:
        return None
    other = calendar_words().relative_days.get(words.at(end))
    if sign < 0 and other is not None and length.unit in ("week", "month", "year"):  # "a year ago today"
        return _counted(length, end + 1, anchor.day + other, sign, exact=True)
    on = words.at(end) == "on" and length.article
    weekday = calendar_words().weekdays.get(words.at(end + on))
    if weekday and length.unit == "week" and found.period and words.capital(end + on):  # "a week ago Tuesday"
        day = periods.weekday_from(found.period.first, weekday, forward=False)
        return Reading(end + 1 + on, Period(day, day), "day", Period(day - 7, day + 7))
    return found


def _counted(length: Length, end: int, day: int, sign: int, *, exact: bool = False) -> Reading | None:
    """The day (or, of a vague or hedged length, the days) at the length from `day`; `exact` has no slack."""
    part = length.parts[0]
    low, high = part.bounds.low, part.bounds.high
    if len(length.parts) == 1 and not part.bounds.is_point:
        return _between(length, end, day, sign, low, high)
    found: int | None = day
    for part in sorted(length.parts, key=lambda p: -(p.unit.months or 0)):
        found = found and _moved(found, part.bounds.low or Fraction(0), length, part.unit.name, sign)
    if not found:
        return None
    finest = length.parts[-1].unit.name if len(length.parts) == 1 else "day"
    chosen = Period(found, found)
    if exact:
        return Reading(end, chosen, "day")
    slack = _SLACK.get(finest, 1 if finest in ("hour", "minute", "second") else 0)
    if finest == "day" and length.article is False and part.bounds.low and part.bounds.low % 10 == 0:
        slack = 1
    return Reading(end, chosen, finest, chosen.widened(slack) if slack else None)


def _between(
    length: Length, end: int, day: int, sign: int, low: Fraction | None, high: Fraction | None
) -> Reading | None:
    unit = length.unit
    near = _moved(day, low, length, unit, sign) if low is not None else None
    far = _moved(day, high, length, unit, sign) if high is not None else None
    first, last = (far, near) if sign < 0 else (near, far)
    if first is not None and last is not None:
        slack = _SLACK.get(unit, 0)
        return Reading(end, Period(first, last), unit, Period(first, last).widened(slack))
    if sign < 0 and last is None:
        last = day
    if sign > 0 and first is None:
        first = day
    symbol = Interval(
        None if first is None else Fraction(first), None if last is None else Fraction(last), whole=True
    )
    return Reading(end, None, unit, symbol=symbol)


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
        return periods.shifted(day, unit, int(count) * sign) if abs(count) < 10**5 else None
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
        count -= step if periods.weekday_of(day) <= 5 else 0
    return day


SMALL = ("two", "three", "four", "five", "six")


def weekdays_from_now(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "two Sundays from now", "three Fridays ago"; `i` is the number."""
    weekday = calendar_words().weekdays.get(words.at(i + 1)[:-1])
    number = _small_number(words.at(i))
    ahead = words.at(i + 2) == "from" and words.at(i + 3) in ("now", "today")
    if not weekday or not number or anchor.day is None or not (ahead or words.at(i + 2) == "ago"):
        return None
    day = anchor.day + (1 if ahead else -1)
    found = periods.weekday_from(day, weekday, forward=ahead) + (number - 1) * (7 if ahead else -7)
    return Reading(i + (4 if ahead else 3), Period(found, found), "day", notes=(f"weekday:{weekday}",))


def _small_number(word: str) -> int:
    return SMALL.index(word) + 2 if word in SMALL else int(word) if word in ("2", "3", "4", "5", "6") else 0
