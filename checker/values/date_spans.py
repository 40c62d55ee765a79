"""Productions of bare years, dates in digits, and stretches from one date to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from checker.values import periods
from checker.values.calendar_dates import of_century
from checker.values.calendar_words import calendar_words
from checker.values.chart import Match
from checker.values.date_reading import Reading, fixed, yearless
from checker.values.periods import Period
from checker.values.time_items import TIME, TimeChart, chart_of, split

_LEAST, _SURE, _MOST = 1000, 1500, 2100  # of years that need a cue, that need none, that come
_OTHERS = ((24, 7), (9, 11))  # two numbers that are something else
_DAY_FIRST, _MONTH_FIRST = "day first", "month first"


# years alone: a reading that competes with a count, a score, a name


@TIME.production("a bare year", "date", "year", "year dash|/ ~int")
def _bare_year(m: Match) -> Reading | None:
    chart, year = chart_of(m), m[0]
    end = m.parts[0].end
    words = not m.pieces[m.start].is_number
    told = _told_in_words(chart, m.start, end, year) if words else _is_year(chart, m.start, end, year)
    if not told:
        return None
    found = fixed(periods.year(year))
    if len(m.parts) == 1 or found is None or found.period is None:
        return found
    last = m[2]
    if len(m.pieces[m.end - 1].text) == 2:
        last += year - year % 100
    later = periods.year(last) if year < last < year + 100 and chart.joined(end) else None
    return replace(found, period=found.period.joined(later)) if later else None


def _told_in_words(chart: TimeChart, at: int, end: int, year: int) -> bool:
    """A year of two numbers in words, where nothing is counted after it: "in nineteen eighty-four"."""
    if year % 100 == 0 or end - at < 2 or chart.dash(end) or chart.word(at) == chart.word(end - 1):
        return False
    last = chart.token(end - 1)
    counts = last.dep_ == "nummod" and last.head.i > last.i and last.head.tag_ == "NNS"
    told = chart.word(at - 1) in calendar_words().sets["year_strong"] or not chart.alpha(end)
    return told and not counts


def _is_year(chart: TimeChart, i: int, after: int, year: int) -> bool:
    known = calendar_words().sets
    before, following = chart.word(i - 1), chart.word(after)
    if following in known["year_never_before"] or before in known["money_signs"]:
        return False
    if chart.joined(i) and (chart.alpha(i - 1) or before in ("/", ".", ":", "+", "_", "@")):
        return False
    if chart.dash(i - 1) and chart.joined(i) and chart.word(i - 2) not in known["year_strong"]:
        return False
    if chart.dash(after) and chart.joined(after + 1) and chart.pieces[after + 1].is_word:
        return False
    if _next_year(chart, after, year):
        return True
    strong = before in known["year_strong"]
    token = chart.token(i)
    if not (_LEAST if strong else _SURE) <= year <= _MOST or _in_name(chart, i):
        return False
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    if chart.is_a(i - 1, "by") and 1900 <= year <= _MOST and not counts and not _moved_by(chart, i):
        return True
    if token.ent_type_ == "DATE":
        return not counts or chart.is_a(i - 1, "the")
    return strong and not counts


def _moved_by(chart: TimeChart, i: int) -> bool:
    """Whether the number is how far something moved: "grew by 2050"."""
    return i < 2 or chart.token(i - 2).pos_ in ("VERB", "AUX")


def _next_year(chart: TimeChart, i: int, year: int) -> bool:
    """Whether the next year follows: "the 2024/25 season"."""
    linked = chart.word(i) == "/" or chart.dash(i)
    if not linked or not chart.joined(i) or not chart.joined(i + 1) or not _SURE <= year <= _MOST:
        return False
    return chart.word(i + 1) == f"{(year + 1) % 100:02d}" and not (
        i + 2 < len(chart.pieces) and chart.pieces[i + 2].is_number
    )


def _in_name(chart: TimeChart, i: int) -> bool:
    """Whether the number belongs to a name before it: "Boeing 2020", "Euro 2024"."""
    if not chart.capital(i - 1) or chart.is_a(i - 1, "month", "season"):
        return False
    return (
        chart.word(i - 1) not in calendar_words().sets["year_strong"] and chart.token(i - 1).pos_ == "PROPN"
    )


# dates in digits alone


class Fields(NamedTuple):
    """Numbers that one mark joins; a month among them may have been named."""

    numbers: tuple[int, ...]
    sizes: tuple[int, ...]
    mark: str
    named: bool


@TIME.production(
    "numbers that one mark joins",
    "fields",
    "int ~/ ~int",
    "int ~/ ~int|month ~/ ~int",
    "int ~/ ~int , int",
    "int ~dash ~int",
    "int ~dash ~int|month ~dash ~int",
    "pointed",
)
def _fields(m: Match) -> Fields | None:
    chart = chart_of(m)
    if not _alone(chart, m.start, m.end):
        return None
    if m.has("pointed"):
        if not all(text.isdecimal() for text in m[0]) or chart.is_a(m.start - 1, "version"):
            return None
        return Fields(tuple(map(int, m[0])), tuple(map(len, m[0])), ".", named=False)
    parts = [part for part in m.parts if part.symbol in ("int", "month")]
    numbers = tuple(part.data if part.symbol == "int" else part.data.value for part in parts)
    sizes = tuple(len(m.pieces[part.start].text) if part.symbol == "int" else 2 for part in parts)
    return Fields(numbers, sizes, m.pieces[m.start + 1].text, m.has("month"))


@TIME.production("a date in digits", "mdate", "fields")
def _in_digits(m: Match) -> Reading | None:
    """ISO 8601, "3/18/2025", "18.03.2025", "2019-sep-1".

    Where day and month could be either way round, the other dates in digits of the text decide; failing
    that the month is first, and the reading says that it may be the other.
    """
    (numbers, sizes, _, named) = m[0]
    if len(numbers) != 3:
        return None
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        return fixed(periods.day(*numbers))
    if named or max(sizes[:2]) > 2 or sizes[2] not in (2, 4):
        return None
    first, second, year = numbers
    year = year if sizes[2] == 4 else of_century(year)
    month_first, day_first = periods.day(year, first, second), periods.day(year, second, first)
    if month_first and day_first and first != second:
        order = day_order(chart_of(m).text)
        if order is None:
            note = "day and month may be the other way round"
            return Reading(month_first, "day", month_first.joined(day_first), notes=(note,))
        return fixed(month_first if order == _MONTH_FIRST else day_first)
    return fixed(month_first or day_first)


def _alone(chart: TimeChart, at: int, end: int) -> bool:
    """Whether the digits are no part of something longer: an address, a path, a version."""
    if chart.joined(at) and (
        chart.word(at - 1) in ("/", "-", ".", "$", "#", "_", "@", ":") or chart.pieces[at - 1].is_word
    ):
        return False
    iso_time = chart.word(end)[:1] == "t"  # the T of an ISO time
    glued = chart.joined(end) and (
        chart.word(end) in ("/", "-", "%", "_") or (chart.alpha(end) and not iso_time)
    )
    return not glued


@TIME.production("a day in digits without its year", "mdate", "fields")
def _two_fields(m: Match) -> Reading | None:
    """ "on 22/04": a day of no year, only with a sign that it is one."""
    chart, fields = chart_of(m), m[0]
    if len(fields.numbers) != 2 or max(fields.sizes) > 2:
        return None
    first, second = fields.numbers
    stroke = fields.mark == "/"
    cued = chart.is_a(m.start - 1, "on") or (stroke and chart.is_a(m.start - 1, "day cue"))
    apart = stroke and max(first, second) > 12 and not chart.is_a(m.start - 1, "in", "at", "article", "the")
    follows = chart.alpha(m.end) and not chart.is_a(m.end, "to", "and", "at")
    if follows or m.after() in ("%", "/", "(") or not (cued or apart) or (first, second) in _OTHERS:
        return None
    month, number = (first, second) if first <= 12 else (second, first)
    if first <= 12 and second <= 12 and day_order(chart.text) == _DAY_FIRST:
        month, number = second, first
    future = chart.future(m.start, m.start)
    return yearless(chart.anchor, future, lambda year: periods.day(year, month, number))


@TIME.production("a month in digits", "date", "fields")
def _month_in_digits(m: Match) -> Reading | None:
    """ "2016-11", "11/2016"; "2008-10" is a stretch of years."""
    fields = m[0]
    if (
        len(fields.numbers) != 2
        or sorted(fields.sizes)[1] != 4
        or sorted(fields.sizes)[0] > 2
        or fields.mark == "."
    ):
        return None
    year, month = fields.numbers if fields.sizes[0] == 4 else fields.numbers[::-1]
    if not 1900 <= year <= _MOST or not 1 <= month <= 12 or (fields.sizes[0] == 4 and month > year % 100):
        return None
    return fixed(periods.month(year, month))


@lru_cache(maxsize=64)
def day_order(text: str) -> str | None:
    """Which comes first in the text's dates in digits, where one of them shows it."""
    pieces, seen = split(text), set()
    for i in range(1, len(pieces) - 3):
        mark = pieces[i].lower
        if mark in ("/", "-") and pieces[i + 2].lower == mark:
            fields = [pieces[i - 1].text, pieces[i + 1].text, pieces[i + 3].text]
        else:
            fields = pieces[i].text.split(".")
        if len(fields) == 3 and all(field.isdecimal() for field in fields) and len(fields[2]) == 4:
            first, second = int(fields[0]), int(fields[1])
            if 12 < first <= 31 and second <= 12:
                seen.add(_DAY_FIRST)
            elif first <= 12 < second <= 31:
                seen.add(_MONTH_FIRST)
    return seen.pop() if len(seen) == 1 else None


# a date with or without its year, told alone


@TIME.production("a day told", "date", "mdate")
def _told_day(m: Match) -> Any:
    return m[0]


# stretches


@TIME.production("now", "today", "now")
def _now(m: Match) -> Reading | None:
    """The day of publication, as an end of a stretch: "between now and 15 November"."""
    today = chart_of(m).anchor.day
    return fixed(Period(today, today)) if today else None


@TIME.production(
    "from one date to another",
    "span",
    "date|today to|dash dash? the? date",
    "date to|dash today",
    "date|today and the? date|today",
)
def _stretch(m: Match) -> Reading | None:
    """ "from Monday to Friday", "between 2019 and 2021"."""
    chart, first, second = chart_of(m), m[0], m.parts[-1].data
    opened = chart.is_a(m.start - 1, "from", "between")
    if first.period is None or second.period is None or first.base or second.base:
        return None
    if m.has("and") and not chart.is_a(m.start - 1, "between"):
        return None
    weekdays = chart.is_a(m.start, "weekday")
    if weekdays and not m.has("dash") and not opened:
        return None
    if chart.is_a(m.start - 1, "from") and _moves(chart, m.start):
        return None
    begin, finish = _aligned(first, second)
    if begin.first > finish.last:
        return None
    return Reading(
        Period(begin.first, finish.last, begin.joined(finish).grain),
        second.grain,
        notes=(*first.notes, *second.notes, "range"),
    )


def _moves(chart: TimeChart, at: int) -> bool:
    """Whether "from X to Y" tells of a change of date: "postponed from Tuesday to Friday"."""
    verb = chart.anchor.verb(chart.pieces[at].start)
    return verb is not None and verb.lemma_ in calendar_words().sets["moved"]


def _aligned(first: Reading, second: Reading) -> tuple[Period, Period]:
    """Both ends, where one had its year or week guessed: the start is the last before the end."""
    assert first.period is not None
    assert second.period is not None
    begin, finish = first.period, second.period
    if "year inferred" in first.notes:
        years = date.fromordinal(finish.last).year - date.fromordinal(begin.first).year
        begin = _years_on(begin, years)
        if begin.first > finish.last:
            begin = _years_on(begin, -1)
    elif any(note.startswith("weekday:") for note in second.notes) and finish.first < begin.first:
        finish = Period(finish.first + 7, finish.last + 7, finish.grain)
    return begin, finish


def _years_on(period: Period, years: int) -> Period:
    first, last = (periods.shifted(day, "year", years) for day in (period.first, period.last))
    return Period(first or period.first, last or period.last, period.grain)
