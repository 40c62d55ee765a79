"""Productions of bare years, dates in digits, and stretches from one date to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from checker.values import periods
from checker.values.calendar_dates import of_century
from checker.values.date_reading import Reading, fixed, yearless
from checker.values.labels import counts
from checker.values.lexer import lex, time_words
from checker.values.names import is_year
from checker.values.periods import Period
from checker.values.time_items import TimeMatch, rule

_SURE, _MOST = 1500, 2100  # of years that need no cue, and that come
_OTHERS = ((24, 7), (9, 11))  # two numbers that are something else
_DAYS = 7  # of a week
_DAY_FIRST, _MONTH_FIRST = "day first", "month first"


# years alone: a reading that competes with a count, a score, a name


@rule("a bare year", "date", "year", "year dash|/ ~int")
def _bare_year(m: TimeMatch) -> Reading | None:
    year, end = m[0], m.parts[0].end
    in_digits = m.pieces[m.start].is_number
    told = _is_year(m, end, year) if in_digits else _told_in_words(m, end, year)
    found = fixed(periods.year(year)) if told else None
    if len(m.parts) == 1 or found is None or found.period is None:
        return found
    last = m[2] + (year - year % 100 if len(m.pieces[m.end - 1].text) == 2 else 0)
    later = periods.year(last) if year < last < year + 100 and m.chart.joined(end) else None
    return replace(found, period=found.period.joined(later)) if later else None


def _told_in_words(m: TimeMatch, end: int, year: int) -> bool:
    """A year of two numbers in words, where nothing is counted after it: "a nineteen eighty-four accord"."""
    same = m.pieces[m.start].lower == m.pieces[end - 1].lower
    if (year % 100 == 0 and not m.lead("unit")) or end < m.start + 2 or m.chart.dash(end) or same:
        return False
    return not counts(m.chart.token(end - 1))


def _is_year(m: TimeMatch, end: int, year: int) -> bool:
    text, before, after = m.chart, m.before(), m.chart.word(end)
    if after in time_words("year_never_before") or before in time_words("money_signs"):
        return False
    if text.joined(m.start) and (text.alpha(m.start - 1) or before in ("/", ".", ":", "+", "_", "@")):
        return False
    if text.dash(end) and text.joined(end + 1) and text.alpha(end + 1) and m.pieces[end + 1].is_word:
        return False
    return _next_year(m, end, year) or is_year(text.context, text.span(m.start, m.start + 1))


def _next_year(m: TimeMatch, at: int, year: int) -> bool:
    """Whether the next year follows: "the 2024/25 season"."""
    linked = m.chart.word(at) == "/" or m.chart.dash(at)
    more = m.chart.alpha(at + 2) and m.chart.joined(at + 2)
    glued = m.chart.joined(at) and m.chart.joined(at + 1) and not more
    next_one = m.chart.word(at + 1) == f"{(year + 1) % 100:02d}"
    return linked and glued and next_one and _SURE <= year <= _MOST


# dates in digits alone


_DIGITS = 4  # of a year, the longest part of a date


class Fields(NamedTuple):
    """Numbers that one mark joins; a month among them may have been named."""

    numbers: tuple[int, ...]
    sizes: tuple[int, ...]
    mark: str
    named: bool


@rule(
    "numbers that one mark joins",
    "fields",
    *("int ~/ ~int", "int ~/ ~int|month ~/ ~int", "int ~/ ~int , int", "int / int / int", "pointed"),
    *("int ~dash ~int", "int ~dash ~int|month ~dash ~int"),
)
def _fields(m: TimeMatch) -> Fields | None:
    if m.chart.joined(m.start) and (m.before() in "/-.$#_@:" or m.chart.alpha(m.start - 1)):
        return None  # part of an address, a path, a version
    if m.has("pointed"):
        plain = all(text.isdecimal() and len(text) <= _DIGITS for text in m[0]) and not m.lead("version")
        return Fields(tuple(map(int, m[0])), tuple(map(len, m[0])), ".", named=False) if plain else None
    parts = [part for part in m.parts if part.symbol in ("int", "month")]
    numbers = tuple(part.data if part.symbol == "int" else part.data.value for part in parts)
    sizes = tuple(len(m.pieces[part.start].text) if part.symbol == "int" else 2 for part in parts)
    return Fields(numbers, sizes, m.pieces[m.start + 1].text, m.has("month"))


@rule("a date in digits", "mdate", "fields")
def _in_digits(m: TimeMatch) -> Reading | None:
    """ISO 8601, "3/18/2025", "18.03.2025", "2019-sep-1".

    Where day and month could be either way round, the other dates in digits of the text decide; failing
    that the month is first, and the reading says that it may be the other.
    """
    numbers, sizes, _, named = m[0]
    if len(numbers) != 3:
        return None
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        return fixed(periods.day(*numbers))
    if named or max(sizes[:2]) > 2 or sizes[2] not in (2, 4):
        return None
    first, second, year = numbers
    year = year if sizes[2] == 4 else of_century(year)
    month_first, day_first = periods.day(year, first, second), periods.day(year, second, first)
    if not (month_first and day_first) or first == second:
        return fixed(month_first or day_first)
    order = day_order(m.chart.text)
    if order is None:
        note = "day and month may be the other way round"
        return Reading(month_first, periods.DAY, month_first.joined(day_first), notes=(note,))
    return fixed(month_first if order == _MONTH_FIRST else day_first)


@rule("a day in digits without its year", "mdate", "fields")
def _two_fields(m: TimeMatch) -> Reading | None:
    """ "on 22/04": a day of no year, only with a sign that it is one."""
    fields = m[0]
    if len(fields.numbers) != 2 or max(fields.sizes) > 2 or fields.numbers in _OTHERS or not _is_told(m):
        return None
    first, second = fields.numbers
    month_first = first <= 12 and not (second <= 12 and day_order(m.chart.text) == _DAY_FIRST)
    month, number = (first, second) if month_first else (second, first)
    return yearless(m.chart.anchor, m.future(), lambda year: periods.day(year, month, number))


def _is_told(m: TimeMatch) -> bool:
    """Whether two numbers are told as a day: "on 22.4", "since 22/4", "22/4 and"."""
    stroke = m[0].mark == "/"
    cued = m.lead("on") or (stroke and m.lead("day cue"))
    apart = stroke and max(m[0].numbers) > 12 and not m.lead("in", "at", "article", "the")
    ends = (m.closed or m.tail("to", "and", "at")) and m.after() not in ("%", "/")
    return ends and (cued or apart)


@rule("a month in digits", "date", "fields")
def _month_in_digits(m: TimeMatch) -> Reading | None:
    """ "2016-11", "11/2016"; "2008-10" is a stretch of years."""
    numbers, sizes, mark, _ = m[0]
    if len(numbers) != 2 or sorted(sizes) not in ([1, 4], [2, 4]) or mark == ".":
        return None
    year, month = numbers if sizes[0] == 4 else numbers[::-1]
    stretch = sizes[0] == 4 and month > year % 100
    fits = 1900 <= year <= _MOST and 1 <= month <= 12 and not stretch
    return fixed(periods.month(year, month)) if fits else None


@lru_cache(maxsize=64)
def day_order(text: str) -> str | None:
    """Which comes first in the text's dates in digits, where one of them shows it."""
    pieces, seen = lex(text), set()
    for i in range(1, len(pieces) - 3):
        joined = pieces[i].lower in ("/", "-") and pieces[i + 2].lower == pieces[i].lower
        fields = [pieces[at].text for at in (i - 1, i + 1, i + 3)] if joined else pieces[i].text.split(".")
        if len(fields) == 3 and all(field.isdecimal() for field in fields) and len(fields[2]) == 4:
            first, second = int(fields[0]), int(fields[1])
            if 12 < first <= 31 and second <= 12:
                seen.add(_DAY_FIRST)
            elif first <= 12 < second <= 31:
                seen.add(_MONTH_FIRST)
    return seen.pop() if len(seen) == 1 else None


# stretches


@rule("now", "today", "now")
def _now(m: TimeMatch) -> Reading | None:
    """The day of publication, as an end of a stretch: "between now and 15 November"."""
    return fixed(Period(m.today, m.today)) if m.today else None


@rule(
    "from one date to another",
    "span",
    *("date|today to|dash dash? the? date", "date to|dash today", "date|today and the? date|today"),
)
def _stretch(m: TimeMatch) -> Reading | None:
    """ "From Monday to Friday", "between 2019 and 2021"."""
    first, second, between = m[0], m.parts[-1].data, m.lead("between")
    if not (first.period and second.period) or first.of or second.of or (m.has("and") and not between):
        return None
    weekdays = m.chart.is_a(m.start, "weekday") and not (m.has("dash") or between or m.lead("from"))
    if weekdays or (m.lead("from") and _moves(m)):
        return None
    begin, finish = _aligned(first, second, bare=m.parts[0].end == m.start + 1)
    if begin.first > finish.last:
        return None
    period = Period(begin.first, finish.last, begin.joined(finish).grain)
    return Reading(period, second.grain, notes=(*first.notes, *second.notes, "range"))


def _moves(m: TimeMatch) -> bool:
    """Whether "from X to Y" tells of a change of date: "postponed from Tuesday to Friday"."""
    verb = m.chart.anchor.verb(m.span.start)
    return verb is not None and verb.lemma_ in time_words("moved")


def _aligned(first: Reading, second: Reading, *, bare: bool) -> tuple[Period, Period]:
    """Both ends, where one had its year or week guessed: the start is the last before the end."""
    assert first.period is not None
    assert second.period is not None
    begin, finish = first.period, second.period
    if "year inferred" in first.notes:
        years = date.fromordinal(finish.last).year - date.fromordinal(begin.first).year
        begin = _years_on(begin, years)
        begin = _years_on(begin, -1) if begin.first > finish.last else begin
    elif (
        bare
        and any(note.startswith("weekday:") for note in first.notes)
        and finish.first - begin.first > _DAYS
    ):
        day = begin.first + (finish.first - begin.first) // _DAYS * _DAYS  # "Tuesday to Thursday next week"
        begin = Period(day, day) if begin.first == begin.last else begin
    return begin, finish


def _years_on(period: Period, years: int) -> Period:
    first, last = (periods.shifted(day, periods.YEAR, years) for day in (period.first, period.last))
    return Period(first or period.first, last or period.last, period.grain)
