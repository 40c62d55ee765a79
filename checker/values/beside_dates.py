"""Days said by the day beside them: "the day after March 4", "week from today", "Tuesday week"."""

from __future__ import annotations

from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reader, Reading
from checker.values.periods import Period
from checker.values.words import Words

_UNITS = ("day", "week", "month", "year")


def beside(words: Words, i: int, anchor: Anchor, read: Reader) -> Reading | None:
    """ "the day after March 4", "the day before Christmas Eve"; "week from today" of a headline."""
    link = words.at(i + 1)
    beyond = {("after", "next"): 2, ("before", "last"): -2}.get((link, words.at(i + 2)))
    if beyond and words.at(i) != "day":
        found = periods.neighbour(anchor.day, words.at(i), beyond) if anchor.day else None
        return Reading(i + 3, found, found.grain) if found else None
    if link == "from" and words.at(i - 1) not in calendar_words().sets["indefinite"]:
        base = _one_day(read(words, i + 2, anchor))
        if base is None or base.period is None or words.at(i + 2) not in calendar_words().relative_days:
            return None
        return _on(base.end, base.period.first, words.at(i), 1)
    if words.at(i) != "day" or words.at(i - 1) != "the" or link not in ("before", "after"):
        return None
    base = _one_day(read(words, i + 2, anchor))
    if base is None or base.period is None:
        return None
    return _on(base.end, base.period.first, "day", 1 if link == "after" else -1)


def _on(end: int, day: int, unit: str, count: int) -> Reading | None:
    found = periods.shifted(day, unit, count) if unit in _UNITS else None
    return Reading(end, Period(found, found), "day") if found else None


def _one_day(reading: Reading | None) -> Reading | None:
    if reading is None or reading.period is None or reading.grain != "day":
        return None
    return reading if reading.period.first == reading.period.last else None


def a_week_on(words: Words, reading: Reading, anchor: Anchor, future: bool | None) -> Reading:
    """ "Tuesday week", "tomorrow week": that day of the week after, where it lies ahead."""
    if not future or words.at(reading.end) != "week" or reading.period is None or anchor.day is None:
        return reading
    later = reading.period.first + 7
    return Reading(reading.end + 1, Period(later, later), "day", notes=reading.notes)
