"""Productions of times told from the day of publication: "today", "last week", "late March"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from checker.data import load, word_list
from checker.model import EITHER_YEAR
from checker.values import periods
from checker.values.date_reading import ROLLING, Reading, fixed, occurrence, single, unanchored, yearless
from checker.values.lexer import time_words
from checker.values.long_times import season_days
from checker.values.periods import Period
from checker.values.time_items import Named, TimeMatch, first_part, rule
from checker.values.weekdays import closes, days_of_months, weeks_on

# days


@rule("today and its like", "rd", "relday")
def _relative_day(m: TimeMatch) -> Reading | None:
    paper = m[0].word == "today" and m.chart.capital(m.start) and m.chart.capital(m.start - 1)  # "USA Today"
    return None if paper and m.chart.alpha(m.start - 1) else _away(m, m[0].value)


def _away(m: TimeMatch, step: int) -> Reading:
    found = single(m.today + step) if m.today else None
    return found or unanchored(periods.DAY, f"day:{step:+d}")


rule("a day", "date", "wd|rd|mdate")(first_part)


@rule("a day and its part", "date", "wd|rd daypart", "dx daypart")
def _day_part(m: TimeMatch) -> Any:
    if _is_night(m[1]) or (m.has("dx") and m[0].step > 0):
        return None
    return (_away(m, m[0].step) if m.has("dx") else m[0]).noted(m[1].word)


def _is_night(part: Named) -> bool:
    """Whether the part of a day is a whole night, which belongs to two."""
    return bool(part.value[0] < 0)


@rule("overnight", "date", "daypart")
def _overnight(m: TimeMatch) -> Reading | None:
    """The night before publication. "An overnight stay" is a length."""
    lasting = load("durations")
    other = m.after() in lasting["overnight_lasting"] or m.after() in lasting["overnight_idioms"]
    if other or not _is_night(m[0]) or m.today is None:
        return None
    return Reading(Period(m.today - 1, m.today), "night")


@rule("a day of this month", "date", "day")
def _lone_day(m: TimeMatch) -> Reading | None:
    """ "On the 18th", "for the 27.": a day of this month or of the one that fits."""
    one_word = not m.pieces[m.start].is_number and m.end == m.start + 1  # "the third"
    if m.today is None or one_word or m.tail("of") or not closes(m) or not _said_as_day(m):
        return None
    days = days_of_months(m.today, m[0].number)
    return fixed(occurrence(days, m.today, m.future()), "month inferred")


def _said_as_day(m: TimeMatch) -> bool:
    if not m.lead("the"):
        return m[0].told and m.lead("on")  # "shut on 5th"
    of_it = m.lead("of", back=2) and m.lead("daypart", "unit", back=3)  # "the week of the 18th"
    token = m.chart.token(m.start)
    when = token.dep_ == "npadvmod" and token.head.pos_ in ("VERB", "AUX") and token.head.i < token.i
    return of_it or when or m.before(2) in time_words("day_prepositions")


@rule(
    "a day of a month told",
    "date",
    *("day dx unit", "day|days of the? dx unit", "dx unit ,? the? day", "day|days of the unit"),
)
def _day_of_unit(m: TimeMatch) -> Reading | None:
    """ "The 20th of next month", "the 5th to the 9th of this month", "next month the 20th"."""
    day, dx = m.part("day") or m.part("days"), m.part("dx")
    if m.part("unit").value != periods.MONTH or m.today is None:
        return None
    if m.parts[0].symbol != "dx" and not ((day.told or m.has("of")) and (dx or m.future())):
        return None
    month = periods.neighbour(m.today, periods.MONTH, dx.step if dx else 0)
    first = date.fromordinal(month.first) if month else None
    return fixed(day.of(first.month).of(first.year)) if first else None


@rule("the day before or after another", "date", "dayword before|after date", "dayword|unit from date")
def _beside(m: TimeMatch) -> Reading | None:
    base = m.part("date").day
    if base is None:
        return None
    if m.has("before") or m.has("after"):
        told = m.lead("the") or m.chart.is_a(m.parts[-1].start, "relday")  # "day after tomorrow"
        return single(base + (-1 if m.has("before") else 1)) if told else None
    near = m.chart.is_a(m.parts[-1].start, "relday") and not m.lead("indefinite")
    unit = m[0].value if m.has("unit") else periods.DAY
    return single(periods.shifted(base, unit, 1)) if near and unit != periods.WEEKEND else None


# longer times


OfYear = Callable[[int], Period | None]


@rule("a season of no year", "date", "season")
def _season(m: TimeMatch) -> Reading | None:
    """ "In the autumn"."""
    told = m.lead("the") and m.lead("in", "since", back=2) and m.closed
    return yearless(m.chart.anchor, m.future(), partial(season_days, m[0].value)) if told else None


@rule("a month or season before or after", "date", "dx month|season")
def _of_year(m: TimeMatch) -> Reading | None:
    """ "This March" is of the year of publication or by the tense; "last summer" the nearest that is over."""
    step, month, today = m[0].step, m.part("month"), m.today
    small = month and not m.chart.capital(m.end - 1) and month.word in word_list("calendar", "small_months")
    if m.lead("the") or small:
        return None
    if month and not (step and today):
        ahead = None if today is None else month.value > date.fromordinal(today).month or m.future()
        return yearless(m.chart.anchor, ahead, partial(_month_of, month.value))
    if today is None:
        return unanchored(periods.SEASON, m[1].word)
    if month:
        return _either_year(today, step, partial(_month_of, month.value))
    return fixed(_nearest(today, step, partial(season_days, m[1].value))[0], m[1].word)


def _month_of(number: int, year: int) -> Period | None:
    return periods.month(year, number)


def _nearest(today: int, step: int, of_year: OfYear) -> list[Period]:
    """What comes once a year, the nearest first: all that are over, all to come, or any."""
    year = date.fromordinal(today).year
    known = [found for n in range(-3, 4) if (found := of_year(year + n))]
    if step:
        known = [p for p in known if (p.last < today if step < 0 else p.first > today)]
    return sorted(known, key=lambda p: max(p.first - today, today - p.last))


def _either_year(today: int, step: int, of_year: OfYear) -> Reading:
    """ "Last March" in April is this year's or last year's: the nearest stands, both are possible."""
    near, beyond = _nearest(today, step, of_year)[:2]
    if date.fromordinal(near.first).year != date.fromordinal(today).year:
        return Reading(near, near.grain)
    return Reading(near, near.grain, near.joined(beyond), notes=(EITHER_YEAR,))


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
        return fixed(Period(min(today, other), max(today, other), grain), ROLLING) if other else None
    if unit == periods.WEEKEND and not step:
        step = _weekend_step(m, today, periods.WEDNESDAY)
    return _of_calendar(periods.neighbour(today, unit, step), ahead=step > 0)


def _of_calendar(found: Period | None, *, ahead: bool) -> Reading | None:
    """A period of the calendar; where weeks start on Sunday the one before belongs to it: both are read."""
    if found and found.grain == periods.WEEK and not ahead:
        return Reading(found, found.grain, Period(found.first - 1, found.last, found.grain))
    return fixed(found)


def _weekend_step(m: TimeMatch, today: int, over: int) -> int:
    """Up to a day of the week the weekend is the last one, unless the verb says that it lies ahead."""
    return -1 if periods.weekday_of(today) <= over and not m.future(m.end - 1) else 0


@rule("the weekend", "date", "the unit")
def _weekend(m: TimeMatch) -> Reading | None:
    compound = not m.closed and m.chart.token(m.end).pos_ == "NOUN"
    if m[1].value != periods.WEEKEND or compound or m.today is None:
        return None
    return fixed(periods.neighbour(m.today, periods.WEEKEND, _weekend_step(m, m.today, periods.FRIDAY)))


@rule("the one after next", "date", "unit|weekday after|before deictic")
def _after_next(m: TimeMatch) -> Reading | None:
    """ "The week after next", "the Monday before last"."""
    step, named = m[2].value, m[0]
    if not step or m.has("before") != (step < 0) or m.today is None or named.value == periods.DAY:
        return None
    if m.has("unit"):
        return fixed(periods.neighbour(m.today, named.value, 2 * step))
    return single(weeks_on(m.today, named.value, step, 1), f"weekday:{named.value}")


@rule("the week of a day", "date", "unit of|starting on? the? date", "commencing the? date")
def _week_of(m: TimeMatch) -> Reading | None:
    """ "The week of 7 April", "week commencing 7 April", "w/c 7 April"."""
    day = m.part("date").day
    told = m.has("commencing") or (m[0].value == periods.WEEK and (m.has("starting") or m.lead("the")))
    return fixed(periods.around(day, periods.WEEK)) if told and day else None


@rule("a week by its number", "date", "unit int ofyear")
def _numbered_week(m: TimeMatch) -> Reading | None:
    """ "Week 14 of 2020"."""
    whole = periods.year(m[2]) if m[0].value == periods.WEEK else None
    return fixed(periods.nth_week(whole, m[1])) if whole else None
