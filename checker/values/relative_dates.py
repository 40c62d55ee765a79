"""Productions of times told from the day of publication: "today", "last week", "late March"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from checker.data import load
from checker.values import periods
from checker.values.calendar_dates import season_days
from checker.values.calendar_words import calendar_words, word_set
from checker.values.date_reading import Reading, fixed, occurrence, single, unanchored, yearless
from checker.values.periods import Period
from checker.values.time_items import Named, TimeMatch, rule
from checker.values.weekdays import closes

_SATURDAY = 6
_HALF = Fraction(1, 2)
_ROLLING = "rolling"


# days


@rule("today and its like", "rd", "relday")
def _relative_day(m: TimeMatch) -> Reading | None:
    paper = m[0].word == "today" and m.text.capital(m.start) and m.text.capital(m.start - 1)  # "USA Today"
    return None if paper and m.text.alpha(m.start - 1) else day_away(m.today, m[0].value)


def day_away(today: int | None, step: int) -> Reading:
    found = single(today + step) if today else None
    return found or unanchored(periods.DAY, f"day:{step:+d}")


@rule("a day", "date", "wd|rd")
def _whole_day(m: TimeMatch) -> Any:
    return m[0]


@rule("a day and its part", "date", "wd|rd daypart", "dx daypart")
def _day_part(m: TimeMatch) -> Any:
    if _is_night(m[1]) or (m.has("dx") and m[0].step > 0):
        return None
    return (day_away(m.today, m[0].step) if m.has("dx") else m[0]).noted(m[1].word)


def _is_night(part: Named) -> bool:
    """Whether the part of a day is a whole night, which belongs to two."""
    return bool(part.value[0] < 0)


@rule("the day beyond yesterday or tomorrow", "date", "dayword before|after relday")
def _beyond(m: TimeMatch) -> Reading | None:
    step = -1 if m.has("before") else 1
    return day_away(m.today, 2 * step) if m[2].value == step else None


@rule("overnight", "date", "daypart")
def _overnight(m: TimeMatch) -> Reading | None:
    """The night before publication. "An overnight stay" is a length."""
    lasting = load("durations")
    other = m.after() in lasting["overnight_lasting"] or m.after() in lasting["overnight_idioms"]
    if other or not _is_night(m[0]):
        return None
    if m.today is None:
        return unanchored(m[0].word)
    return Reading(Period(m.today - 1, m.today), "night")


@rule("a day of this month", "date", "day")
def _lone_day(m: TimeMatch) -> Reading | None:
    """ "On the 18th", "for the 27.": a day of this month or of the one that fits."""
    told = m[0].told or (m.lead("the") and m.closed)
    one_word = not m.pieces[m.start].is_number and m.end == m.start + 1  # "the third"
    if m.today is None or not told or one_word or m.tail("of") or not closes(m) or not _said_as_day(m):
        return None
    at = date.fromordinal(m.today)
    months = range(at.year * 12 + at.month - 3, at.year * 12 + at.month + 2)
    days = [periods.day(n // 12, n % 12 + 1, m[0].number) for n in months]
    return fixed(occurrence(days, m.today, m.future()), "month inferred")


def _said_as_day(m: TimeMatch) -> bool:
    if not m.lead("the"):
        return m.lead("on")  # "shut on 5th"
    beside = m.lead("or", "and", back=2) and m.lead("weekday", back=3)  # "on Monday or the 18th"
    night = m.lead("of", back=2) and m.lead("daypart", "unit", back=3)
    token = m.text.token(m.start)
    when = token.dep_ == "npadvmod" and token.head.pos_ in ("VERB", "AUX") and token.head.i < token.i
    return beside or night or when or m.before(2) in word_set("day_prepositions")


@rule(
    "a day of a month told",
    "date",
    *("day dx unit", "day of the? dx unit", "dx unit ,? the? day", "day of the unit"),
)
def _day_of_unit(m: TimeMatch) -> Reading | None:
    """ "The 20th of next month", "5th of this month", "next month the 20th"."""
    day, dx = m.part("day"), m.part("dx")
    if m.part("unit").value != periods.MONTH or m.today is None:
        return None
    if m.parts[0].symbol == "day":
        if not (day.told or m.has("of")) or not (dx or m.future()):
            return None
    elif not m.closed or m.after() in ("%", "-", "/"):
        return None
    month = periods.neighbour(m.today, periods.MONTH, dx.step if dx else 0)
    first = date.fromordinal(month.first) if month else None
    return fixed(periods.day(first.year, first.month, day.number)) if first else None


@rule("the day before or after another", "date", "dayword before|after date", "dayword|unit from date")
def _beside(m: TimeMatch) -> Reading | None:
    base = m.part("date").day
    if base is None:
        return None
    if m.has("before") or m.has("after"):
        return single(base + (-1 if m.has("before") else 1)) if m.lead("the") else None
    near = m.text.is_a(m.parts[-1].start, "relday") and not m.lead("indefinite")
    unit = m[0].value if m.has("unit") else periods.DAY
    return single(periods.shifted(base, unit, 1)) if near and unit != periods.WEEKEND else None


# longer times


@rule("a month or season before or after", "date", "dx month|season", "season")
def _of_year(m: TimeMatch) -> Reading | None:
    """ "Last March" in April is this year's or last year's: the nearest stands, both are possible."""
    name, month = m.parts[-1].data, m.part("month")

    def of_year(year: int) -> Period | None:
        return periods.month(year, month.value) if month else season_days(name.value, year)

    if len(m.parts) == 1:
        told = m.lead("the") and m.lead("in", "since", back=2) and m.closed  # "in the autumn"
        return yearless(m.text.anchor, m.future(), of_year) if told else None
    step, today, notes = m[0].step, m.today, () if month else (name.word,)
    if m.lead("the") or (month and not m.text.capital(m.end - 1)):
        return None
    if today is None:
        return yearless(m.text.anchor, None, of_year) if month else unanchored(periods.SEASON, *notes)
    if month and not step:
        ahead = month.value > date.fromordinal(today).month or m.future()
        return yearless(m.text.anchor, ahead, of_year)
    year = date.fromordinal(today).year
    known = [found for n in range(-3, 4) if (found := of_year(year + n))]
    if step:
        known = [p for p in known if (p.last < today if step < 0 else p.first > today)]
    near, beyond = sorted(known, key=lambda p: max(p.first - today, today - p.last))[:2]
    return Reading(near, near.grain, near.joined(beyond) if month else None, notes=notes)


@rule("a week, month or year before or after", "date", "dx unit")
def _deictic_unit(m: TimeMatch) -> Reading | None:
    step, unit, today = m[0].step, m[1].value, m.today
    rolling = m.lead("the") and step
    grain = periods.DAY if unit == periods.WEEKEND else unit
    if unit == periods.DAY or (rolling and unit == periods.QUARTER):
        return None  # "the last quarter for which …"
    if today is None:
        return unanchored(grain, f"{unit}:{step:+d}")
    if rolling:  # "the past year": the twelve months up to publication
        other = periods.shifted(today, periods.WEEK if unit == periods.WEEKEND else unit, step)
        return fixed(Period(min(today, other), max(today, other), grain), _ROLLING) if other else None
    if unit == periods.WEEKEND and step == 0 and periods.weekday_of(today) <= 3:
        step = 0 if m.text.anchor.future(m.span.start) else -1  # on Monday it is over, or far ahead
    found = periods.neighbour(today, unit, step)
    if unit == periods.WEEK and found and step <= 0:
        # Where weeks start on Sunday the one before belongs to it; writers of both kinds are read.
        return Reading(found, grain, Period(found.first - 1, found.last, grain))
    return fixed(found)


@rule("the weekend", "date", "the unit")
def _weekend(m: TimeMatch) -> Reading | None:
    compound = not m.closed and m.text.token(m.end).pos_ == "NOUN"
    if m[1].value != periods.WEEKEND or compound or m.tail("of", "after", "before"):
        return None
    if m.today is None:
        return unanchored(periods.DAY, m[1].word)
    over = periods.weekday_of(m.today) < _SATURDAY and not m.future(m.end - 1)
    return fixed(periods.neighbour(m.today, periods.WEEKEND, -1 if over else 0))


@rule("the week after next", "date", "unit after|before deictic")
def _after_next(m: TimeMatch) -> Reading | None:
    step = m[2].value
    if not step or m.has("before") != (step < 0) or m.today is None or m[0].value == periods.DAY:
        return None
    return fixed(periods.neighbour(m.today, m[0].value, 2 * step))


@rule("the week of a day", "date", "unit of|starting on? the? date")
def _week_of(m: TimeMatch) -> Reading | None:
    day = m.part("date").day
    told = m[0].value == periods.WEEK and m.lead("the")
    return fixed(periods.around(day, periods.WEEK)) if told and day else None


# parts


@rule("a part of a time", "date", "part dash? in|on? the? date", "part of|dash the? date|running")
def _part(m: TimeMatch) -> Any:
    """ "Late March", "mid-2020", "the end of last month"."""
    whole, adjective = m.parts[-1].data, m.text.is_a(m.start, "part adjective")
    if adjective == m.has("of") or not (adjective or m.has("of") or m.has("dash")):
        return None
    if whole.grain == periods.DAY or whole.period is None:
        return whole.noted(m[0].word) if m.has("date") else None
    period = whole.period.part(*calendar_words().parts[m[0].value])
    return Reading(period, whole.grain, notes=(*whole.notes, m[0].word))


@rule("the month or year that runs", "running", "unit")
def _running(m: TimeMatch) -> Reading | None:
    """ "By the end of the month", where it lies ahead."""
    if m.today is None or not m.lead("the", "of") or m[0].value == periods.WEEKEND:
        return None
    at = m.start - 1
    while m.text.is_a(at, "of", "part", "the", "ordinal", "weekday", "unit", "dayword", "rest"):
        at -= 1
    behind = m.text.future(m.start, at + 1) is False
    return None if behind else fixed(periods.neighbour(m.today, m[0].value, 0))


@rule("later in a time told before", "date", "apart that unit")
def _later_that(m: TimeMatch) -> Reading | None:
    later = not m.text.is_a(m.start, "back") and m[2].value not in (periods.DAY, periods.WEEKEND)
    return Reading(None, m[2].value, base=m[2].value, notes=(m[0],)) if later else None


@rule("the rest of a time", "date", "rest of the? date|running")
def _rest(m: TimeMatch) -> Reading | None:
    whole, today = m.parts[-1].data.period, m.today
    runs = whole is not None and today is not None and whole.first <= today < whole.last
    return fixed(Period(today, whole.last, whole.grain)) if runs and today else None


@rule("earlier or later in a time", "date", "apart date", "apart in the running")
def _up_to_now(m: TimeMatch) -> Any:
    """The days of the period before publication ("earlier"), or after it ("later")."""
    whole, today = m.parts[-1].data, m.today
    if not m.has("in") and not m.text.is_a(m.start + 1, "deictic", "relday"):
        return None
    noted, days = whole.noted(m[0]), whole.wide or whole.period
    if whole.grain == periods.DAY or days is None or today is None:
        return None if m.has("in") else noted
    if not whole.period.first <= today <= whole.period.last:
        return noted
    if m.text.is_a(m.start, "back"):
        found, wide = (days.first, max(days.first, today - 1)), (days.first, today)
    else:
        found, wide = (min(days.last, today + 1), days.last), (today, days.last)
    return replace(noted, period=Period(*found, whole.grain), wide=Period(*wide, whole.grain))


@rule(
    "the nth of a time",
    "date",
    "ordinal weekday|unit|dayword|half of|in the? date|running",
    "ordinal ordinal weekday|unit|dayword|half of|in the? date",
)
def _nth_of(m: TimeMatch) -> Reading | None:
    """ "The first Friday of July", "the second last week of 2024", "the last day of the month"."""
    number, whole = m[0], m.parts[-1].data
    what = m.parts[1]
    if what.symbol == "ordinal":
        number, what = (-number if m[1] < 0 < number else 0), m.parts[2]
    if not number or number > 31 or whole.grain == periods.DAY or _ROLLING in whole.notes:
        return None
    if what.symbol == "unit" and what.data.value not in (periods.WEEK, periods.WEEKEND, periods.QUARTER):
        return None
    if what.symbol == "unit" and what.data.value == periods.QUARTER and number > 0:
        return None  # read as a quarter of a year
    if what.symbol == "unit" and what.data.value not in (periods.WEEK, periods.WEEKEND, periods.QUARTER):
        return None
    if what.symbol == "unit" and what.data.value == periods.QUARTER and number > 0:
        return None  # read as a quarter of a year
    if whole.period is None:
        return unanchored(whole.grain if what.symbol == "half" else periods.DAY)
    found = _nth(whole.period, what.symbol, what.data, number)
    ahead = found and m.today and found.last >= m.today
    return fixed(found, *whole.notes) if ahead or not m.has("running") else None


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
    size, grain = (7, periods.WEEK) if kind == "unit" else (1, periods.DAY)
    first = whole.last + 1 + size * number if number < 0 else whole.first + size * (number - 1)
    fits = whole.first <= first <= whole.last
    return Period(first, min(first + size - 1, whole.last), grain) if fits else None
