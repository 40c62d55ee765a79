"""Dates said with "last", "this", "next" and their like: "last week", "next Friday", "this past weekend"."""

from __future__ import annotations

from datetime import date

from checker.values import periods
from checker.values.absolute_dates import day_number
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading, fixed, unanchored, weekday, yearless
from checker.values.periods import Period
from checker.values.relative_dates import day_away, is_told, with_daypart
from checker.values.words import Words


def deictic(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "last week", "this month", "next Friday", "last March", "this past weekend", "last night"."""
    known = calendar_words()
    step, j = known.deictics[words.at(i)], i + 1
    near = words.at(i) not in ("last", "next")
    if step == 0 and words.at(j) in ("past", "coming", "last", "next", "upcoming"):
        step, j = known.deictics[words.at(j)], j + 1
    rolling = words.at(i - 1) == "the"
    what = words.at(j)
    if what in known.weekdays and (what not in known.doubtful_weekdays or is_told(words, j)):
        if rolling and words.at(j + 1) in ("of", "in"):
            return None  # "the last Friday of the month"
        return _deictic_weekday(words, j, anchor, step, near)
    if what in known.months and words.capital(j) and not rolling:
        return _deictic_month(words, j, anchor, step)
    if what in known.dayparts and what != "overnight":
        return day_away(j + 1, anchor, step if step < 0 else 0).upto(j + 1, what) if step <= 0 else None
    if what in known.seasons and not rolling:
        return _deictic_season(words, j, anchor, step)
    if what in known.sets["periods"]:
        return _deictic_period(words, j, anchor, step, rolling)
    return None


def _deictic_weekday(words: Words, j: int, anchor: Anchor, step: int, nearest: bool) -> Reading:
    """The day of that name in the week before or after; it may also be the one just gone or to come."""
    number = calendar_words().weekdays[words.at(j)]
    if anchor.day is None:
        return weekday(j + 1, anchor, number, None)
    if step == 0:
        found = periods.weekday_from(anchor.day, number, forward=True)
        return with_daypart(words, Reading(j + 1, Period(found, found), "day", notes=(f"weekday:{number}",)))
    near = periods.weekday_from(anchor.day + step, number, forward=step > 0)
    week = periods.neighbour(anchor.day, "week", step)
    other = periods.nth_weekday(week, number, 1) if week else None
    chosen = Period(near, near)
    wide = chosen.joined(other) if other and other != chosen and not nearest else None
    if step > 0 and other and not nearest:
        chosen = other
    return with_daypart(words, Reading(j + 1, chosen, "day", wide, notes=(f"weekday:{number}",)))


def _deictic_month(words: Words, j: int, anchor: Anchor, step: int) -> Reading | None:
    number = calendar_words().months[words.at(j)]
    if anchor.day is None or step == 0:
        return yearless(j + 1, anchor, None, lambda year: periods.month(year, number))
    # "last March" in April is this year's or last year's: the nearest stands, both are possible.
    months = [periods.month(date.fromordinal(anchor.day).year + n, number) for n in (-2, -1, 0, 1, 2)]
    here = [
        found
        for found in months
        if found and (found.last < anchor.day if step < 0 else found.first > anchor.day)
    ]
    here.sort(key=lambda found: found.first, reverse=step < 0)
    return Reading(j + 1, here[0], "month", here[0].joined(here[1])) if len(here) > 1 else None


def season_days(name: str, year: int) -> Period | None:
    start, stop = calendar_words().seasons[name]
    first = periods.day(year, *start)
    last = periods.day(year + (stop < start), *stop)
    return Period(first.first, last.last, "season") if first and last else None


def _deictic_season(words: Words, j: int, anchor: Anchor, step: int) -> Reading | None:
    name = words.at(j)
    if anchor.day is None:
        return unanchored(j + 1, "season", name)
    year = date.fromordinal(anchor.day).year
    seasons = [found for n in (-2, -1, 0, 1, 2) if (found := season_days(name, year + n))]
    if step < 0:
        return fixed(j + 1, [found for found in seasons if found.last < anchor.day][-1], name)
    if step > 0:
        return fixed(j + 1, next(found for found in seasons if found.first > anchor.day), name)
    return fixed(j + 1, periods.nearest(seasons, anchor.day), name)


def _deictic_period(words: Words, j: int, anchor: Anchor, step: int, rolling: bool) -> Reading | None:
    unit, end = words.at(j), j + 1
    grain = "day" if unit == "weekend" else unit
    if anchor.day is None:
        return unanchored(end, grain, f"{unit}:{step:+d}")
    if rolling and step and unit == "quarter":
        return None  # "the last quarter for which …"
    if rolling and step:  # "the past year": the twelve months up to publication
        other = periods.shifted(anchor.day, "week" if unit == "weekend" else unit, step)
        found = Period(min(anchor.day, other), max(anchor.day, other), grain) if other else None
        return fixed(end, found, "rolling")
    if unit == "weekend" and step == 0 and periods.weekday_of(anchor.day) <= 3:
        step = 0 if anchor.future(words.starts[j]) else -1  # on Monday "this weekend" is over, or far ahead
    found = periods.neighbour(anchor.day, unit, step)
    after = end + 1 if words.at(end) in ("on", ",") else words.possessive(end)
    if unit == "week" and found and words.at(after) in calendar_words().weekdays:
        number = calendar_words().weekdays[words.at(after)]
        return fixed(after + 1, periods.nth_weekday(found, number, 1), f"weekday:{number}")
    if unit == "month" and found and (day := _day_within(words, end, found)):
        return day
    if unit == "week" and found and step <= 0:
        # Where weeks start on Sunday the one before belongs to it; writers of both kinds are read.
        return Reading(end, found, grain, Period(found.first - 1, found.last, grain))
    return fixed(end, found)


def _day_within(words: Words, i: int, month: Period) -> Reading | None:
    """ "next month the 20th", "this month, the 3rd": the day of the month that closes the clause."""
    j = i + 1 if words.at(i) == "," else i
    j = j + 1 if words.at(j) == "the" else j
    number, end = day_number(words, j)
    if not number or words.at(end)[:1].isalnum() or words.at(end) in ("%", "-", "/"):
        return None
    at = date.fromordinal(month.first)
    return fixed(end, periods.day(at.year, at.month, number))
