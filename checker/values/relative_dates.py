"""Dates counted from the day of publication: "Tuesday", "last Friday", "yesterday", "next week"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.data import load
from checker.values import periods
from checker.values.absolute_dates import day_first, day_number, month_first
from checker.values.anchor import Anchor
from checker.values.beside_dates import a_week_on
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading, fixed, preposition, unanchored, weekday
from checker.values.periods import Period
from checker.values.words import Words
from checker.values.years import spelled


def weekday_first(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "Tuesday", "Tuesday, 18 March 2025", "Friday the 22nd", "Sunday of next week", "Monday night"."""
    known = calendar_words()
    number, j = known.weekdays[words.at(i)], i + 1
    told = is_told(words, i)
    doubtful = words.at(i) in known.doubtful_weekdays and not told
    if words.at(j) == "." and words.joined(j) and len(words.at(i)) <= 5:
        j += 1
    dated = _dated_weekday(words, i, j, number, anchor)
    if dated or doubtful or words.at(i - 1) in known.sets["indefinite"] or _is_name(words, i):
        return dated
    if _recurring(words, i, j) or _ranked(words, i):
        return None
    future = anchor.future(words.starts[i], preposition(words, i))
    alone = weekday(j, anchor, number, future)
    if alone.period and anchor.day and not future and anchor.unclear(words.starts[i]):
        ahead = periods.weekday_from(anchor.day, number, forward=True)
        alone = replace(alone, wide=alone.period.joined(Period(ahead, ahead)))
    if words.at(j) == "before" and words.at(j + 1) == "last" and anchor.day:
        past = periods.weekday_from(anchor.day - 1, number, forward=False) - 7
        return Reading(j + 2, Period(past, past), "day", notes=alone.notes)
    if words.at(j) == "after" and words.at(j + 1) == "next" and anchor.day:
        day = periods.weekday_from(anchor.day + 1, number, forward=True) + 7
        return Reading(j + 2, Period(day, day), "day", notes=alone.notes)
    if words.at(i - 1) == "the" and words.at(j) in ("after", "before"):
        return None  # "the Friday after the vote": told from a day that is not known
    if words.at(i - 2) == "the" and words.at(i - 1) in ("following", "previous", "preceding"):
        return None
    alone = a_week_on(words, alone, anchor, future)
    return _in_week(words, j, alone, number, anchor) or with_daypart(words, alone)


def is_told(words: Words, i: int) -> bool:
    """Whether a short name that is a word too ("Sat", "Wed") is a weekday: "on Fri", "due Mon."."""
    if not words.capital(i) or words.at(i) == "sun":
        return False
    before = words.at(i - 1)
    dotted = words.at(i + 1) == "." and words.joined(i + 1) and before.isalpha()
    return before == "on" or before in calendar_words().deictics or dotted


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


def _ranked(words: Words, i: int) -> bool:
    """ "the third Sunday in a row", "on the 2nd Tuesday": one of many, not the one beside the publication."""
    before = words.at(i - 1)
    if before == "last" and words.at(i - 2) == "the" and words.at(i + 1) in ("of", "in"):
        return True  # "the last Friday of the month"
    return before in calendar_words().ordinals or (before in ("st", "nd", "rd", "th") and words.joined(i - 1))


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
        found = _day_of_month(words, k, number, anchor)
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
    suffixed = end == i + 2 and words.joined(i + 1)  # "Friday 22nd"
    if not day or anchor.day is None or not (words.at(i - 1) == "the" or suffixed):
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


def with_daypart(words: Words, reading: Reading) -> Reading:
    """With the part of the day that follows: "Tuesday night", "yesterday morning"."""
    part = words.at(reading.end)
    if part in calendar_words().dayparts and part != "overnight":
        return reading.upto(reading.end + 1, part)
    return reading


def simple_day(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "today", "yesterday evening", "tonight"."""
    if (
        words.at(i) == "today"
        and words.capital(i)
        and words.capital(i - 1)
        and words.at(i - 1) not in (".", "")
    ):
        return None  # the paper
    step = calendar_words().relative_days[words.at(i)]
    found = day_away(i + 1, anchor, step)
    if words.at(i + 1) == "week":
        found = a_week_on(words, found, anchor, anchor.future(words.starts[i]))
    return with_daypart(words, found)


def day_away(end: int, anchor: Anchor, step: int) -> Reading:
    if anchor.day is None:
        return unanchored(end, "day", f"day:{step:+d}")
    return Reading(end, Period(anchor.day + step, anchor.day + step), "day")


def day_after_next(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    step = {"before": -1, "after": 1}.get(words.at(i + 1), 0)
    named = calendar_words().relative_days.get(words.at(i + 2), 0)
    return day_away(i + 3, anchor, step + named) if step and step == named else None


def overnight(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "drones hit the port overnight": the night before publication. "An overnight stay" is a length."""
    lasting = load("durations")
    if words.at(i + 1) in lasting["overnight_lasting"] or words.at(i + 1) in lasting["overnight_idioms"]:
        return None
    if anchor.day is None:
        return unanchored(i + 1, "night")
    return Reading(i + 1, Period(anchor.day - 1, anchor.day), "night")
