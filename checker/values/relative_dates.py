"""Productions of dates told from the day of publication: weekdays, "last week", "late March"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from checker.data import load
from checker.values import periods
from checker.values.calendar_dates import season_days
from checker.values.calendar_words import calendar_words
from checker.values.chart import Match
from checker.values.date_reading import Reading, fixed, single, unanchored, weekday, yearless
from checker.values.periods import Period
from checker.values.time_items import TIME, Named, TimeChart, chart_of

_SATURDAY = 6


class Deictic(NamedTuple):
    """Which one before, at or after publication is meant; `near` where it can be no other ("this past")."""

    step: int
    near: bool


@TIME.production("last, this, next", "dx", "deictic", "deictic deictic")
def _deictic(m: Match) -> Deictic | None:
    first, last = m[0], m.parts[-1].data
    if len(m.parts) == 1:
        return Deictic(first.value, not chart_of(m).is_a(m.start, "loose"))
    return Deictic(last.value, near=True) if first.value == 0 and last.value else None


# weekdays


@TIME.production("a weekday with its date", "date", "weekday ,? the? mdate")
def _dated_weekday(m: Match) -> Reading:
    return _with_weekday(m.get("weekday"), m.get("mdate"))


@TIME.production("a date with its weekday", "date", "mdate , weekday")
def _weekday_after(m: Match) -> Reading | None:
    read = m.get("mdate")
    same = read.day is not None and periods.weekday_of(read.day) == m.get("weekday").value
    return _with_weekday(m.get("weekday"), read) if same else None


def _with_weekday(name: Named, found: Reading) -> Reading:
    """Both are kept: where they do not fit each other a note says so."""
    note = f"weekday:{name.value}"
    if found.day is not None and (actual := periods.weekday_of(found.day)) != name.value:
        return found.noted(note, f"weekday differs:{actual}")
    return found.noted(note)


@TIME.production("a weekday and the day of its month", "date", "weekday ,? the day|spoken", "weekday day")
def _weekday_day(m: Match) -> Reading | None:
    chart, day, number = chart_of(m), m.parts[-1].data, m[0].value
    at = m.parts[-1].start
    words = not m.pieces[at].is_number
    if (
        not day.told
        or chart.anchor.day is None
        or (words and not m.has("the"))
        or not _closes(chart, m.end, words=words)
    ):
        return None
    months = [periods.shifted(chart.anchor.day, "month", n) for n in (0, -1, 1, -2, 2, -3, 3)]
    days = [periods.day(at.year, at.month, day.number) for at in map(date.fromordinal, filter(None, months))]
    fitting = [found for found in days if found and periods.weekday_of(found.first) == number]
    return fixed(periods.nearest(fitting, chart.anchor.day))


def _closes(chart: TimeChart, at: int, *, words: bool = False) -> bool:
    """Whether no noun follows, which an ordinal belongs to: "on the 18th floor", "the fourth decline"."""
    if not chart.alpha(at):
        return not (chart.is_a(at, "dash") or chart.word(at) in ("-", "%", "/", "'"))
    return chart.token(at).pos_ in ("ADP", "CCONJ", "SCONJ", "PRON", "AUX", "ADV") or (
        not words and chart.is_a(at, "timetelling")
    )


@TIME.production("a weekday", "wd", "weekday")
def _weekday(m: Match) -> Reading | None:
    chart, number = chart_of(m), m[0].value
    if not _names_day(chart, m.start, m.end, m[0]):
        return None
    if chart.is_a(m.start - 1, "the") and chart.is_a(m.end, "after", "before"):
        return None  # "the Friday after the vote": told from a day that is not known
    if chart.is_a(m.start - 2, "the") and chart.is_a(m.start - 1, "told from another"):
        return None
    future = chart.future(m.start, m.start, weekday=True)
    found = weekday(chart.anchor, number, future)
    if found.period and chart.anchor.day and not future and chart.anchor.unclear(m.span.start):
        ahead = periods.weekday_from(chart.anchor.day, number, forward=True)
        return replace(found, wide=found.period.joined(Period(ahead, ahead)))
    return found


def _names_day(chart: TimeChart, at: int, end: int, name: Named) -> bool:
    """Whether a weekday is one of the calendar: no part of a name, no day of any week, no other word."""
    if name.word in calendar_words().doubtful_weekdays and not _is_told(chart, at, end):
        return False
    if chart.is_a(at - 1, "indefinite", "ordinal", "suffix") or _in_name(chart, at):
        return False
    return not _recurring(chart, at, end)


def _is_told(chart: TimeChart, at: int, end: int) -> bool:
    """Whether a short name that is a word too ("Sat", "Wed") is a weekday: "on Fri", "due Mon."."""
    if not chart.capital(at) or chart.is_a(at, "star"):
        return False
    return chart.is_a(at - 1, "on", "deictic") or (end == at + 2 and chart.alpha(at - 1))


def _in_name(chart: TimeChart, at: int) -> bool:
    """A weekday within a name: "the Mail on Sunday", "Black Friday"."""
    known = calendar_words()
    after = any(
        all(chart.word(at + 1 + n) == word for n, word in enumerate(name)) and chart.capital(at + 1)
        for name in known.names_after
    )
    return after or any(
        all(chart.word(at - len(name) + n) == word for n, word in enumerate(name))
        and chart.capital(at - len(name))
        for name in known.names_before
    )


def _recurring(chart: TimeChart, at: int, end: int) -> bool:
    """Whether two weekdays name the days of any week: "open Monday to Friday", not "from Monday …"."""

    def linked(i: int, step: int) -> int:
        """Beyond "to", a dash or both, from piece `i` on in one direction; `i` where nothing links."""
        j = i
        while chart.dash(j) or chart.is_a(j, "to"):
            j += step
        return j

    opened = ("from", "between", "on")
    ahead = linked(end, 1)
    if ahead > end and chart.is_a(ahead, "weekday"):
        return not chart.is_a(at - 1, *opened)
    back = linked(at - 1, -1)
    return back < at - 1 and chart.is_a(back, "weekday") and not chart.is_a(back - 1, *opened)


@TIME.production("a weekday of the week before or after", "wd", "dx weekday")
def _deictic_weekday(m: Match) -> Reading | None:
    chart, step, number = chart_of(m), m[0].step, m[1].value
    if m[1].word in calendar_words().doubtful_weekdays and not _is_told(chart, m.end - 1, m.end):
        return None
    if chart.is_a(m.start - 1, "the") and chart.is_a(m.end, "of", "in"):
        return None  # "the last Friday of the month"
    today, note = chart.anchor.day, f"weekday:{number}"
    if today is None:
        return weekday(chart.anchor, number, None)
    if step == 0:
        return single(periods.weekday_from(today, number, forward=True), note)
    near = periods.weekday_from(today + step, number, forward=step > 0)
    week = periods.neighbour(today, "week", step)
    other = periods.nth_weekday(week, number, 1) if week else None
    chosen = Period(near, near)
    wide = chosen.joined(other) if other and other != chosen and not m[0].near else None
    if step > 0 and other and not m[0].near:
        chosen = other
    return Reading(chosen, "day", wide, notes=(note,))


@TIME.production("a weekday a week further on", "date", "weekday before|after deictic", "wd|rd week")
def _further(m: Match) -> Reading | None:
    chart, today = chart_of(m), chart_of(m).anchor.day
    if today is None:
        return None
    if m.has("week"):
        ahead = chart.future(m.start, m.start) and m[0].day is not None
        return single(m[0].day + 7, *m[0].notes) if ahead else None
    step = m[2].value
    if not step or m.has("before") != (step < 0) or not _names_day(chart, m.start, m.start + 1, m[0]):
        return None
    return single(
        periods.weekday_from(today + step, m[0].value, forward=step > 0) + 7 * step, f"weekday:{m[0].value}"
    )


@TIME.production(
    "a weekday of a week told",
    "date",
    "weekday of|in? dx unit",
    "dx unit on|,? weekday",
    "dx unit ' ~s weekday",
)
def _in_week(m: Match) -> Reading | None:
    chart, name = chart_of(m), m.get("weekday")
    if m.get("unit").value != "week":
        return None
    if chart.anchor.day is None:
        return weekday(chart.anchor, name.value, None)
    week = periods.neighbour(chart.anchor.day, "week", m.get("dx").step)
    return fixed(week and periods.nth_weekday(week, name.value, 1), f"weekday:{name.value}")


@TIME.production("weekdays counted", "date", "numeral weekdays ago", "numeral weekdays from now|relday")
def _weekdays_counted(m: Match) -> Reading | None:
    today, count = chart_of(m).anchor.day, m[0].value
    if today is None or count.denominator != 1 or not 1 < count < 10:
        return None
    step = -1 if m.has("ago") else 1
    found = periods.weekday_from(today + step, m[1].value, forward=step > 0) + (int(count) - 1) * 7 * step
    return single(found, f"weekday:{m[1].value}")


# days


@TIME.production("today and its like", "rd", "relday")
def _relative_day(m: Match) -> Reading | None:
    chart = chart_of(m)
    if (
        m[0].word == "today"
        and chart.capital(m.start)
        and chart.capital(m.start - 1)
        and chart.alpha(m.start - 1)
    ):
        return None  # the paper
    return day_away(chart, m[0].value)


def day_away(chart: TimeChart, step: int) -> Reading:
    if chart.anchor.day is None:
        return unanchored("day", f"day:{step:+d}")
    return Reading(Period(chart.anchor.day + step, chart.anchor.day + step), "day")


@TIME.production("a day and its part", "date", "wd|rd", "wd|rd daypart")
def _day_part(m: Match) -> Any:
    if len(m.parts) == 1:
        return m[0]
    return m[0].noted(m[1].word) if not _is_night(m[1]) else None


def _is_night(part: Named) -> bool:
    """Whether the part of a day is a whole night, which belongs to two."""
    return bool(part.value[0] < 0)


@TIME.production("a part of this day or the last", "date", "dx daypart")
def _deictic_part(m: Match) -> Reading | None:
    step = m[0].step
    return day_away(chart_of(m), step).noted(m[1].word) if step <= 0 and not _is_night(m[1]) else None


@TIME.production("the day beyond yesterday or tomorrow", "date", "dayword before|after relday")
def _beyond(m: Match) -> Reading | None:
    step = -1 if m.has("before") else 1
    return day_away(chart_of(m), 2 * step) if m[2].value == step else None


@TIME.production("overnight", "date", "daypart")
def _overnight(m: Match) -> Reading | None:
    """The night before publication. "An overnight stay" is a length."""
    chart, lasting = chart_of(m), load("durations")
    if (
        not _is_night(m[0])
        or m.after() in lasting["overnight_lasting"]
        or m.after() in lasting["overnight_idioms"]
    ):
        return None
    if chart.anchor.day is None:
        return unanchored("night")
    return Reading(Period(chart.anchor.day - 1, chart.anchor.day), "night")


@TIME.production("a day of this month", "date", "day")
def _lone_day(m: Match) -> Reading | None:
    """ "on the 18th", "for the 27.": a day of this month or of the one that fits."""
    chart, today, day = chart_of(m), chart_of(m).anchor.day, m[0]
    told = day.told or (chart.is_a(m.start - 1, "the") and not chart.alpha(m.end))
    single_word = not m.pieces[m.start].is_number and m.end == m.start + 1  # "the third"
    if today is None or not told or single_word or chart.is_a(m.end, "of"):
        return None
    if not _said_as_day(chart, m.start, m.end):
        return None
    return fixed(_in_month(day.number, today, chart.future(m.start, m.start)), "month inferred")


@TIME.production(
    "a day of a month told",
    "date",
    "day dx unit",
    "day of the? dx unit",
    "dx unit ,? the? day",
    "day of the unit",
)
def _day_of_unit(m: Match) -> Reading | None:
    """ "The 20th of next month", "5th of this month", "next month the 20th"."""
    chart, today, day = chart_of(m), chart_of(m).anchor.day, m.get("day")
    if m.get("unit").value != "month" or today is None:
        return None
    if m.parts[0].symbol == "day":
        if not (day.told or m.has("of")) or (not m.has("dx") and not chart.future(m.start, m.start)):
            return None
    elif chart.alpha(m.end) or m.after() in ("%", "-", "/"):
        return None
    month = periods.neighbour(today, "month", m.get("dx").step if m.has("dx") else 0)
    first = date.fromordinal(month.first) if month else None
    return fixed(periods.day(first.year, first.month, day.number)) if first else None


def _said_as_day(chart: TimeChart, at: int, end: int) -> bool:
    if chart.is_a(at - 1, "on"):
        return _closes(chart, end)  # "shut on 5th"
    if not chart.is_a(at - 1, "the") or not _closes(chart, end):
        return False
    beside = chart.is_a(at - 2, "or", "and") and chart.is_a(at - 3, "weekday")  # "on Monday or the 18th"
    night = chart.is_a(at - 2, "of") and chart.is_a(at - 3, "daypart", "unit")
    token = chart.token(at)
    when = token.dep_ == "npadvmod" and token.head.pos_ in ("VERB", "AUX") and token.head.i < token.i
    return beside or night or when or chart.word(at - 2) in calendar_words().sets["day_prepositions"]


def _in_month(number: int, today: int, future: bool | None) -> Period | None:
    at = date.fromordinal(today)
    index = at.year * 12 + at.month - 1
    known = [day for n in range(index - 2, index + 3) if (day := periods.day(n // 12, n % 12 + 1, number))]
    if future is False:
        known = [day for day in known if day.last <= today][-1:]
    elif future:
        known = [day for day in known if day.first >= today][:1]
    return periods.nearest(known, today)


# longer times


@TIME.production("a month before or after", "date", "dx month")
def _deictic_month(m: Match) -> Reading | None:
    chart, today, number = chart_of(m), chart_of(m).anchor.day, m[1].value
    if not chart.capital(m.end - 1) or chart.is_a(m.start - 1, "the"):
        return None
    if today is None or m[0].step == 0:
        ahead = (
            None
            if today is None
            else number > date.fromordinal(today).month or chart.future(m.start, m.start)
        )
        return yearless(chart.anchor, ahead, lambda year: periods.month(year, number))
    # "last March" in April is this year's or last year's: the nearest stands, both are possible.
    return _nearest(today, m[0].step, lambda year: periods.month(year, number), twice=True)


@TIME.production("a season before or after", "date", "dx season", "season")
def _deictic_season(m: Match) -> Reading | None:
    chart, today, name = chart_of(m), chart_of(m).anchor.day, m.parts[-1].data.word
    if len(m.parts) == 1:
        told = (
            chart.is_a(m.start - 1, "the")
            and chart.is_a(m.start - 2, "in", "since")
            and not chart.alpha(m.end)
        )
        return (
            yearless(chart.anchor, chart.future(m.start, m.start), lambda year: season_days(name, year))
            if told
            else None
        )
    if chart.is_a(m.start - 1, "the"):
        return None
    if today is None:
        return unanchored("season", name)
    found = _nearest(today, m[0].step, lambda year: season_days(name, year))
    return found and found.noted(name)


def _nearest(
    today: int, step: int, of_year: Callable[[int], Period | None], *, twice: bool = False
) -> Reading | None:
    """The nearest that lies wholly before or after today, or beside it; `twice`: it may be the one beyond."""
    year = date.fromordinal(today).year
    known = [found for n in range(-3, 4) if (found := of_year(year + n))]
    if step == 0:
        return fixed(periods.nearest(known, today))
    beyond = [p for p in known if (p.last < today if step < 0 else p.first > today)]
    near, next_one = sorted(beyond, key=lambda p: abs(p.first - today))[:2]
    return Reading(near, near.grain, near.joined(next_one) if twice else None)


@TIME.production("a week, month or year before or after", "date", "dx unit")
def _deictic_unit(m: Match) -> Reading | None:
    chart, today, step, unit = chart_of(m), chart_of(m).anchor.day, m[0].step, m[1].value
    rolling = chart.is_a(m.start - 1, "the") and step
    grain = "day" if unit == "weekend" else unit
    if unit == "day" or (rolling and unit == "quarter"):
        return None  # "the last quarter for which …"
    if today is None:
        return unanchored(grain, f"{unit}:{step:+d}")
    if rolling:  # "the past year": the twelve months up to publication
        other = periods.shifted(today, "week" if unit == "weekend" else unit, step)
        return fixed(Period(min(today, other), max(today, other), grain), "rolling") if other else None
    if unit == "weekend" and step == 0 and periods.weekday_of(today) <= 3:
        step = (
            0 if chart.anchor.future(m.span.start) else -1
        )  # on Monday "this weekend" is over, or far ahead
    found = periods.neighbour(today, unit, step)
    if unit == "week" and found and step <= 0:
        # Where weeks start on Sunday the one before belongs to it; writers of both kinds are read.
        return Reading(found, grain, Period(found.first - 1, found.last, grain))
    return fixed(found)


@TIME.production("the weekend", "date", "the unit")
def _weekend(m: Match) -> Reading | None:
    chart, today = chart_of(m), chart_of(m).anchor.day
    if m[1].value != "weekend" or chart.is_a(m.end, "of", "after", "before") or _noun_comes(chart, m.end):
        return None
    if today is None:
        return unanchored("day", "weekend")
    ahead = chart.future(m.end - 1, m.start)
    over = periods.weekday_of(today) < _SATURDAY and not ahead
    return fixed(periods.neighbour(today, "weekend", -1 if over else 0))


def _noun_comes(chart: TimeChart, at: int) -> bool:
    return chart.alpha(at) and chart.token(at).pos_ == "NOUN"


@TIME.production("the week after next", "date", "unit after|before deictic")
def _after_next(m: Match) -> Reading | None:
    today, step = chart_of(m).anchor.day, m[2].value
    if not step or m.has("before") != (step < 0) or today is None or m[0].value == "day":
        return None
    return fixed(periods.neighbour(today, m[0].value, 2 * step))


@TIME.production("the week of a day", "date", "unit of|starting on? the? date")
def _week_of(m: Match) -> Reading | None:
    found = m.get("date")
    told = m[0].value == "week" and chart_of(m).is_a(m.start - 1, "the")
    return fixed(periods.around(found.day, "week")) if told and found.day else None


@TIME.production(
    "the day before or after another", "date", "dayword before|after date", "dayword|unit from date"
)
def _beside(m: Match) -> Reading | None:
    chart, base = chart_of(m), m.get("date")
    if base.day is None:
        return None
    if m.has("from"):
        near = chart.is_a(m.parts[-1].start, "relday") and not chart.is_a(m.start - 1, "indefinite")
        unit = "day" if m.has("dayword") else m[0].value
        return single(periods.shifted(base.day, unit, 1)) if near and unit != "weekend" else None
    return single(base.day + (-1 if m.has("before") else 1)) if chart.is_a(m.start - 1, "the") else None


# parts


@TIME.production("a part of a time", "date", "part dash? in|on? the? date", "part of|dash the? date|running")
def _part(m: Match) -> Reading | None:
    whole = m.parts[-1].data
    name = m[0].value
    adjective = chart_of(m).is_a(m.start, "part adjective")
    if adjective == m.has("of") or (not adjective and not (m.has("of") or m.has("dash"))):
        return None
    if whole.grain == "day" or whole.period is None:
        return whole.noted(m[0].word) if m.parts[-1].symbol == "date" else None
    share = calendar_words().parts[name]
    return Reading(whole.period.part(*share), whole.grain, notes=(*whole.notes, m[0].word))


@TIME.production("the month or year that runs", "running", "unit")
def _running(m: Match) -> Reading | None:
    chart, unit = chart_of(m), m[0].value
    if chart.anchor.day is None or not chart.is_a(m.start - 1, "the", "of") or unit == "weekend":
        return None
    at = m.start - 1 - chart.is_a(m.start - 1, "the")  # "by the end of the month"
    while chart.is_a(at, "of", "part", "the", "ordinal", "weekday", "unit", "dayword", "rest"):
        at -= 1
    if chart.future(m.start, at + 1) is False:
        return None
    return fixed(periods.neighbour(chart.anchor.day, unit, 0))


@TIME.production("later in a time told before", "date", "apart that unit")
def _later_that(m: Match) -> Reading | None:
    unit = m[2].value
    later = not chart_of(m).is_a(m.start, "back") and unit not in ("day", "weekend")
    return Reading(None, unit, base=unit, notes=(m[0],)) if later else None


@TIME.production("the rest of a time", "date", "rest of the? date|running")
def _rest(m: Match) -> Reading | None:
    whole, today = m.parts[-1].data.period, chart_of(m).anchor.day
    if whole is None or today is None or not whole.first <= today < whole.last:
        return None
    return fixed(Period(today, whole.last, whole.grain))


@TIME.production("earlier or later in a time", "date", "apart date", "apart in the running")
def _up_to_now(m: Match) -> Any:
    """The days of the period before publication ("earlier"), or after it ("later")."""
    chart, whole, today = chart_of(m), m.parts[-1].data, chart_of(m).anchor.day
    if not m.has("in") and not chart.is_a(m.start + 1, "deictic", "relday"):
        return None
    if whole.grain == "day" or whole.period is None or today is None:
        return whole.noted(m[0]) if not m.has("in") else None
    if not whole.period.first <= today <= whole.period.last:
        return whole.noted(m[0])
    days = whole.wide or whole.period
    if chart.is_a(m.start, "back"):
        found = Period(days.first, max(days.first, today - 1), whole.grain)
        wide = Period(days.first, today, whole.grain)
    else:
        found = Period(min(days.last, today + 1), days.last, whole.grain)
        wide = Period(today, days.last, whole.grain)
    return Reading(found, whole.grain, wide, notes=(*whole.notes, m[0]))


@TIME.production(
    "the nth of a time",
    "date",
    "ordinal weekday|unit|dayword|half of|in the? date",
    "ordinal weekday|unit|dayword|half of|in the running",
    "ordinal ordinal weekday|unit|dayword|half of|in the? date",
)
def _nth_of(m: Match) -> Reading | None:
    whole, what = (
        m.parts[-1].data,
        next(p for p in m.parts if p.symbol in ("weekday", "unit", "dayword", "half")),
    )
    number = m[0]
    if m.parts[1].symbol == "ordinal":  # "the second last week"
        number = -number if m[1] < 0 < number else 0
    if not number or number > 31 or whole.grain == "day" or "rolling" in whole.notes:
        return None
    if what.symbol == "unit" and not (
        what.data.value in ("week", "weekend") or (what.data.value == "quarter" and number < 0)
    ):
        return None
    if whole.period is None:
        return unanchored("day" if what.symbol != "half" else whole.grain)
    found, today = _nth(whole.period, what.symbol, what.data, number), chart_of(m).anchor.day or 0
    if m.parts[-1].symbol == "running" and not (found and found.last >= today):
        return None
    return fixed(found, *whole.notes)


def _nth(whole: Period, kind: str, what: Named | str, number: int) -> Period | None:
    at = date.fromordinal(whole.first)
    if kind == "half" and whole.grain == "year":
        return (
            periods.of_months(at.year * 12 + at.month - 1 + 6 * (number - 1), 6, "season")
            if number > 0
            else None
        )
    if kind == "half":
        half = Fraction(1, 2)
        return whole.part(*((Fraction(0), half) if number == 1 else (half, Fraction(1))))
    if kind == "dayword":
        found = whole.last + 1 + number if number < 0 else whole.first + number - 1
        return Period(found, found) if whole.first <= found <= whole.last else None
    assert isinstance(what, Named)
    if kind == "weekday":
        return periods.nth_weekday(whole, what.value, number)
    if what.value == "quarter":
        return periods.quarter(at.year, 4) if whole.grain == "year" else None
    first = whole.last + 1 + 7 * number if number < 0 else whole.first + 7 * (number - 1)
    return Period(first, min(first + 6, whole.last), "week") if whole.first <= first <= whole.last else None
