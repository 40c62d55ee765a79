"""Productions of weekdays: "Tuesday", "Tuesday, 18 March", "last Friday", "Sunday of next week"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from checker.data import word_list
from checker.values import periods
from checker.values.date_reading import Reading, fixed, occurrence, single, weekday
from checker.values.periods import Period
from checker.values.time_items import Named, TimeChart, TimeMatch, rule


class Deictic(NamedTuple):
    """Which one before, at or after publication is meant; `near` where it can be no other ("this past")."""

    step: int
    near: bool


@rule("last, this, next", "dx", "deictic", "deictic deictic")
def _deictic(m: TimeMatch) -> Deictic | None:
    first, last = m[0], m.parts[-1].data
    if len(m.parts) == 1:
        return Deictic(first.value, not m.chart.is_a(m.start, "loose"))
    return Deictic(last.value, near=True) if first.value == 0 and last.value else None


@rule("a weekday with its date", "date", "weekday ,? the? mdate", "mdate , weekday")
def _dated_weekday(m: TimeMatch) -> Reading | None:
    """Both are kept: where they do not fit each other a note says so."""
    number, found = m.part("weekday").value, m.part("mdate")
    actual = periods.weekday_of(found.day) if found.day else number
    if actual == number:
        return found.noted(f"weekday:{number}") if found.day or m.parts[0].symbol == "weekday" else None
    behind = m.parts[0].symbol == "mdate"  # "on 3 May, Friday's storm …": two things
    return None if behind else found.noted(f"weekday:{number}", f"weekday differs:{actual}")


@rule("a weekday and the day of its month", "date", "weekday ,? the day|spoken", "weekday day")
def _weekday_day(m: TimeMatch) -> Reading | None:
    day, words = m.parts[-1].data, not m.pieces[m.parts[-1].start].is_number
    if not day.told or m.today is None or (words and not m.has("the")) or not closes(m, words=words):
        return None
    days = filter(None, days_of_months(m.today, day.number))
    fitting = [found for found in days if periods.weekday_of(found.first) == m[0].value]
    return fixed(occurrence(fitting, m.today, None))


def days_of_months(today: int, number: int) -> list[Period | None]:
    """The day of that number in each of the months around a day."""
    here = date.fromordinal(today).year * 12 + date.fromordinal(today).month - 1
    return [periods.day(n // 12, n % 12 + 1, number) for n in range(here - 3, here + 4)]


def closes(m: TimeMatch, *, words: bool = False) -> bool:
    """Whether no noun follows, which an ordinal belongs to: "on the 18th floor", "the fourth decline"."""
    if m.closed:
        return not (m.chart.dash(m.end) or m.after() in ("%", "/", "'"))
    return m.chart.token(m.end).pos_ in _CLOSING or (not words and m.tail("timetelling"))


_CLOSING = frozenset(["ADP", "CCONJ", "SCONJ", "PRON", "AUX", "ADV"])


@rule("the days of any week", "no date", "weekday dash? to|dash dash? weekday")
def _any_week(m: TimeMatch) -> bool | None:
    """ "Open Monday to Friday", not "from Monday …"."""
    return None if m.lead("from", "between", "on") else True


@rule("a name with a day in it", "no date", "proper")
def _proper(m: TimeMatch) -> bool | None:
    """ "The Mail on Sunday", "Black Friday": all of it with capitals, but for small words."""
    places = (m.start, m.end - 1)
    return True if all(m.chart.capital(at) for at in places) else None


@rule("a weekday", "wd", "weekday")
def _weekday(m: TimeMatch) -> Reading | None:
    from_another = m.lead("told from another") and m.lead("the", back=2)
    if not _names_day(m, m.end) or from_another or (m.lead("the") and m.tail("after", "before")):
        return None  # "the Friday after the vote": told from a day that is not known
    anchor, number = m.chart.anchor, m[0].value
    future = m.chart.future(m.start, m.start, weekday=True)
    found = weekday(anchor, number, future)
    if found.period and anchor.day and not future and anchor.unclear(m.span.start):
        ahead = periods.weekday_from(anchor.day, number, forward=True)
        return replace(found, wide=found.period.joined(Period(ahead, ahead)))
    return found


@rule(
    "a weekday after or before a day",
    "date",
    "ordinal weekday after|before the? date",
    "weekday after|before the? date",
)
def _from_day(m: TimeMatch) -> Reading | None:
    """ "The Monday after Easter", "the second Friday before Christmas"."""
    base, number, sign = m.part("date").day, m.part("ordinal") or 1, 1 if m.has("after") else -1
    if base is None or not 0 < number < 10 or not (m.lead("the") or m.has("ordinal")):
        return None
    return single(weeks_on(base, m.part("weekday").value, sign, number - 1))


def _names_day(m: TimeMatch, end: int) -> bool:
    """Whether a weekday is one of the calendar: no day of any week and no other word."""
    return _is_told(m.chart, m[0], m.start, end) and not m.lead("indefinite", "ordinal", "suffix")


def _is_told(chart: TimeChart, name: Named, at: int, end: int) -> bool:
    """Whether a short name that is a word too ("Sat", "Wed") is a weekday: "on Fri", "due Mon."."""
    if name.word not in word_list("calendar", "doubtful_weekdays"):
        return True
    told = (end == at + 2 and chart.alpha(at - 1)) or chart.is_a(at - 1, "on", "deictic")
    return told and chart.capital(at) and not chart.is_a(at, "star")


@rule("a weekday of the week before or after", "wd", "dx weekday")
def _deictic_weekday(m: TimeMatch) -> Reading | None:
    (step, is_near), number, today = m[0], m[1].value, m.today
    of_another = m.lead("the") and m.tail("of", "in")  # "the last Friday of the month"
    if of_another or not _is_told(m.chart, m[1], m.parts[1].start, m.end):
        return None
    if today is None:
        return weekday(m.chart.anchor, number, None)
    near = periods.weekday_from(today + step, number, forward=step >= 0)
    chosen, note = Period(near, near), f"weekday:{number}"
    week = periods.neighbour(today, periods.WEEK, step)
    other = week and periods.nth_weekday(week, number, 1)
    if not step or is_near or not other:
        return fixed(chosen, note)
    return Reading(other if step > 0 else chosen, periods.DAY, chosen.joined(other), notes=(note,))


@rule("a day a week further on", "date", "wd|rd week")
def _further(m: TimeMatch) -> Any:
    """ "Tuesday week"."""
    return single(m[0].day + 7, *m[0].notes) if m[0].day and m.future() else None


@rule("weekdays counted", "date", "numeral weekdays ago", "numeral weekdays from now|relday")
def _counted(m: TimeMatch) -> Reading | None:
    count, number = m[0].value, m[1].value
    if m.today is None or not 1 < count < 10:
        return None
    return single(weeks_on(m.today, number, -1 if m.has("ago") else 1, int(count) - 1), f"weekday:{number}")


def weeks_on(today: int, number: int, step: int, weeks: int) -> int:
    """The nearest day of that name before or after today, and so many weeks on."""
    return periods.weekday_from(today + step, number, forward=step > 0) + 7 * weeks * step


@rule(
    "a weekday of a week told",
    "date",
    "weekday of|in? dx unit",
    "dx unit on|,? weekday",
    "dx unit ' ~s weekday",
)
def _in_week(m: TimeMatch) -> Reading | None:
    number = m.part("weekday").value
    if m.part("unit").value != periods.WEEK:
        return None
    if m.today is None:
        return weekday(m.chart.anchor, number, None)
    week = periods.neighbour(m.today, periods.WEEK, m.part("dx").step)
    return fixed(week and periods.nth_weekday(week, number, 1), f"weekday:{number}")
