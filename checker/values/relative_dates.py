"""Dates counted from the day of publication: "Tuesday", "last Friday", "yesterday", "next week"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.data import load
from checker.values import periods
from checker.values.absolute_dates import day_first, day_number, month_first, spelled
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading, fixed, preposition, unanchored, weekday, yearless
from checker.values.periods import Period
from checker.values.words import Words


def weekday_first(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "Tuesday", "Tuesday, 18 March 2025", "Friday the 22nd", "Sunday of next week", "Monday night"."""
    known = calendar_words()
    number, j = known.weekdays[words.at(i)], i + 1
    doubtful = words.at(i) in known.doubtful_weekdays
    if words.at(j) == "." and words.joined(j) and len(words.at(i)) <= 5:
        j += 1
    dated = _dated_weekday(words, i, j, number, anchor)
    if dated or doubtful or words.at(i - 1) in known.sets["indefinite"] or _is_name(words, i):
        return dated
    if _recurring(words, i, j) and dated is None:
        return None
    future = anchor.future(words.starts[i], preposition(words, i))
    alone = weekday(j, anchor, number, future)
    return _in_week(words, j, alone, number, anchor) or _daypart(words, alone)


def _is_name(words: Words, i: int) -> bool:
    """A weekday within a name: "the Mail on Sunday", "Black Friday"."""
    known = calendar_words()
    if any(
        words.lower[i + 1 : i + 1 + len(name)] == name and words.capital(i + 1) for name in known.names_after
    ):
        return True
    return any(
        words.lower[max(0, i - len(name)) : i] == name and words.capital(i - len(name))
        for name in known.names_before
    )


def _recurring(words: Words, i: int, j: int) -> bool:
    """Whether two weekdays name the days of any week: "open Monday to Friday", not "from Monday …"."""
    known = calendar_words()
    links = ("to", "through", "thru")
    ahead = j + 2 if words.is_dash(j) and words.at(j + 1) in links else j + 1
    if (words.is_dash(j) or words.at(j) in links) and words.at(
        ahead + words.is_dash(ahead)
    ) in known.weekdays:
        return words.at(i - 1) not in ("from", "between", "on")
    back = (
        i - 2
        if words.at(i - 1) in links or (words.is_dash(i - 1) and words.at(i - 2) in known.weekdays)
        else i - 3
    )
    linked = words.at(i - 1) in links or words.is_dash(i - 1)
    if linked and words.is_dash(back):
        back -= 1
    return linked and words.at(back) in known.weekdays and words.at(back - 1) not in ("from", "between", "on")


def _dated_weekday(words: Words, i: int, j: int, number: int, anchor: Anchor) -> Reading | None:
    """A weekday with its date. Both are kept: where they do not fit each other a note says so."""
    k = j + 1 if words.at(j) == "," else j
    k = k + 1 if words.at(k) == "the" else k
    found = month_first(words, k, anchor) if words.at(k) in calendar_words().months else None
    found = found or day_first(words, k, anchor)
    if (
        found is None
        or found.grain != "day"
        or (found.end == k + 1 and words.at(k) in calendar_words().months)
    ):
        found = _day_of_month(words, k, number, anchor) if k > j else None
    if found is None:
        return None
    note = f"weekday:{number}"
    if found.period and found.period.first == found.period.last:
        actual = periods.weekday_of(found.period.first)
        if actual != number:
            return replace(found, notes=(*found.notes, note, f"weekday differs:{actual}"))
    return replace(found, notes=(*found.notes, note))


def _day_of_month(words: Words, i: int, number: int, anchor: Anchor) -> Reading | None:
    """ "Friday the 22nd", "Friday the fifteen": the nearest such day."""
    day, end = day_number(words, i)
    if not day and (said := spelled(words, i)) and said[0] <= 31:
        day, end = said
    if not day or anchor.day is None or words.at(i - 1) != "the":
        return None
    months = [periods.shifted(anchor.day, "month", n) for n in (0, -1, 1, -2, 2, -3, 3)]
    days = [periods.day(at.year, at.month, day) for at in map(date.fromordinal, filter(None, months))]
    fitting = [found for found in days if found and periods.weekday_of(found.first) == number]
    return fixed(end, periods.nearest(fitting, anchor.day))


def _in_week(words: Words, j: int, alone: Reading, number: int, anchor: Anchor) -> Reading | None:
    """A weekday of a week named after it: "Friday next week", "Sunday of last week"."""
    k = j + 1 if words.at(j) in ("of", "in") else j
    step = calendar_words().deictics.get(words.at(k))
    if step is None or words.at(k + 1) != "week":
        return None
    if anchor.day is None:
        return alone.upto(k + 2)
    week = periods.neighbour(anchor.day, "week", step)
    found = week and periods.nth_weekday(week, number, 1)
    return fixed(k + 2, found or None, f"weekday:{number}")


def _daypart(words: Words, reading: Reading) -> Reading:
    """With the part of the day that follows: "Tuesday night", "yesterday morning"."""
    part = words.at(reading.end)
    if part in calendar_words().dayparts and part != "overnight":
        return reading.upto(reading.end + 1, part)
    return reading


def simple_day(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "today", "yesterday evening", "tonight"."""
    if words.at(i - 1) in ("usa", "of") and words.at(i) == "today" and not words.at(i).islower():
        return None
    if (
        words.at(i) == "today"
        and words.capital(i)
        and words.capital(i - 1)
        and words.at(i - 1) not in (".", "")
    ):
        return None  # the paper
    step = calendar_words().relative_days[words.at(i)]
    return _daypart(words, _day_away(i + 1, anchor, step))


def _day_away(end: int, anchor: Anchor, step: int) -> Reading:
    if anchor.day is None:
        return unanchored(end, "day", f"day:{step:+d}")
    return Reading(end, Period(anchor.day + step, anchor.day + step), "day")


def day_after_next(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    step = {"before": -1, "after": 1}.get(words.at(i + 1), 0)
    named = calendar_words().relative_days.get(words.at(i + 2), 0)
    return _day_away(i + 3, anchor, step + named) if step and step == named else None


def deictic(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "last week", "this month", "next Friday", "last March", "this past weekend", "last night"."""
    known = calendar_words()
    step, j = known.deictics[words.at(i)], i + 1
    near = words.at(i) not in ("last", "next")
    if step == 0 and words.at(j) in ("past", "coming", "last", "next", "upcoming"):
        step, j = known.deictics[words.at(j)], j + 1
    rolling = words.at(i - 1) == "the"
    what = words.at(j)
    if what in known.weekdays and what not in known.doubtful_weekdays:
        return _deictic_weekday(words, j, anchor, step, near)
    if what in known.months and words.capital(j) and not rolling:
        return _deictic_month(words, j, anchor, step)
    if what in known.dayparts and what != "overnight":
        return _day_away(j + 1, anchor, step if step < 0 else 0).upto(j + 1, what) if step <= 0 else None
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
        return _daypart(words, Reading(j + 1, Period(found, found), "day", notes=(f"weekday:{number}",)))
    near = periods.weekday_from(anchor.day + step, number, forward=step > 0)
    week = periods.neighbour(anchor.day, "week", step)
    other = periods.nth_weekday(week, number, 1) if week else None
    chosen = Period(near, near)
    wide = chosen.joined(other) if other and other != chosen and not nearest else None
    if step > 0 and other and not nearest:
        chosen = other
    return _daypart(words, Reading(j + 1, chosen, "day", wide, notes=(f"weekday:{number}",)))


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
    if rolling and step:  # "the past year": the twelve months up to publication
        other = periods.shifted(anchor.day, "week" if unit == "weekend" else unit, step)
        found = Period(min(anchor.day, other), max(anchor.day, other), grain) if other else None
        return fixed(end, found, "rolling")
    if unit == "weekend" and step == 0 and periods.weekday_of(anchor.day) <= 3:
        step = 0 if anchor.future(words.starts[j]) else -1  # on Monday "this weekend" is over, or far ahead
    found = periods.neighbour(anchor.day, unit, step)
    after = end + 1 if words.at(end) in ("on", ",") else end
    if unit == "week" and found and words.at(after) in calendar_words().weekdays:
        number = calendar_words().weekdays[words.at(after)]
        return fixed(after + 1, periods.nth_weekday(found, number, 1), f"weekday:{number}")
    if unit == "week" and found and step <= 0:
        # Where weeks start on Sunday the one before belongs to it; writers of both kinds are read.
        return Reading(end, found, grain, Period(found.first - 1, found.last, grain))
    return fixed(end, found)


def overnight(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "drones hit the port overnight": the night before publication. "An overnight stay" is a length."""
    lasting = load("durations")
    if words.at(i + 1) in lasting["overnight_lasting"] or words.at(i + 1) in lasting["overnight_idioms"]:
        return None
    if anchor.day is None:
        return unanchored(i + 1, "night")
    return Reading(i + 1, Period(anchor.day - 1, anchor.day), "night")
