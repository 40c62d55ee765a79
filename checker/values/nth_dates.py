"""The nth of a longer time: "the first Friday of July", "the last week of 2024", "the 20th of next month"."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reader, Reading, fixed, preposition, unanchored
from checker.values.periods import Period
from checker.values.words import Words


def nth_of_period(words: Words, i: int, anchor: Anchor, read: Reader) -> Reading | None:
    """ "the first Friday of July", "the last week of 2024", "the 20th of next month"."""
    known = calendar_words()
    number = words.integer(i)
    j = i + 2 if number and words.at(i + 1) in ("st", "nd", "rd", "th") else i + 1
    if number is None:
        number, used = known.ordinal(words.at(i), words.at(i + 1))
        j = i + used
    number = -1 if words.at(i) in ("last", "final") else number
    if not number or number > 31:
        return None
    what = words.at(j)
    after = j if what in ("of", "in") else j + 1
    if words.at(after) not in ("of", "in"):
        return None
    if words.at(after + 1) == "the" and words.at(after + 2) in ("month", "year"):
        return _of_this(words, i, after + 2, what if after > j else "date", number, anchor)
    last_quarter = what == "quarter" and number < 0  # the others are read as quarters
    if not (
        after == j or last_quarter or what in known.weekdays or what in ("day", "week", "half", "weekend")
    ):
        return None
    k = after + 2 if words.at(after + 1) == "the" else after + 1
    if after == j and words.at(k) not in known.deictics:
        return None  # a day of the month is left to "the 18th of March"
    whole = read(words, k, anchor)
    if whole is None or whole.grain == "day":
        return None
    if "rolling" in whole.notes:
        return None
    if whole.period is None:
        return unanchored(whole.end, "day" if what != "half" else whole.grain)
    return fixed(whole.end, _nth(whole.period, what if after > j else "date", number), *whole.notes)


def _of_this(words: Words, i: int, at: int, what: str, number: int, anchor: Anchor) -> Reading | None:
    """ "the last Friday of the month", where it lies ahead: of the month that runs."""
    future = anchor.future(words.starts[i], preposition(words, i))
    if anchor.day is None or not future or (what not in calendar_words().weekdays and what != "day"):
        return None
    whole = periods.neighbour(anchor.day, words.at(at), 0)
    found = whole and _nth(whole, what, number)
    return fixed(at + 1, found) if found and found.first >= anchor.day else None


def _nth(whole: Period, what: str, number: int) -> Period | None:
    known = calendar_words()
    if what == "half" and whole.grain == "year":
        at = date.fromordinal(whole.first)
        return periods.of_months(at.year * 12 + at.month - 1 + 6 * (number - 1), 6, "season")
    if what == "half":
        return whole.part(*((Fraction(0), Fraction(1, 2)) if number == 1 else (Fraction(1, 2), Fraction(1))))
    if what == "date":
        at = date.fromordinal(whole.first)
        return periods.day(at.year, at.month, number) if number > 0 and whole.grain == "month" else None
    if what == "quarter":
        return periods.quarter(date.fromordinal(whole.first).year, 4) if whole.grain == "year" else None
    if what in ("week", "weekend"):
        first = whole.last - 6 if number < 0 else whole.first + 7 * (number - 1)
        return Period(first, min(first + 6, whole.last), "week") if first <= whole.last else None
    if what == "day":
        found = whole.last + 1 + number if number < 0 else whole.first + number - 1
        return Period(found, found) if whole.first <= found <= whole.last else None
    return periods.nth_weekday(whole, known.weekdays[what], number)
