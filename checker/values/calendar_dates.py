"""Productions of dates that the calendar alone gives: days of months, months, years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.data import word_list
from checker.values import periods
from checker.values.date_reading import Reading, dated, fixed, yearless
from checker.values.labels import counts
from checker.values.periods import Period
from checker.values.time_items import Named, TimeMatch, first_part, rule

if TYPE_CHECKING:
    from checker.language import Token

_HALF_CENTURY = 50  # 'of this century, below; above, of the last
_SEPT_11 = (9, 11)
_MAY = 5


class Day(NamedTuple):
    number: int
    told: bool  # said as a day: "18th", "the eighteenth"
    until: int = 0  # the last of days in a row

    def of(self, month: int) -> MonthDay:
        return MonthDay(month, self.number, self.until or self.number)


class MonthDay(NamedTuple):
    """A day, or days in a row, of a month."""

    month: int
    first: int
    last: int

    def of(self, year: int) -> Period | None:
        first, last = (periods.day(year, self.month, number) for number in (self.first, self.last))
        return first.joined(last) if first and last else None


# days


@rule("a day in digits", "day", "int")
def _day(m: TimeMatch) -> Day | None:
    other = m.after() == "%" or (m.after() == ":" and m.chart.joined(m.end + 1))
    fits = 1 <= m[0] <= 31 and len(m.pieces[m.start].text) <= 2
    return Day(m[0], told=False) if fits and not (other and m.chart.joined(m.end)) else None


@rule("an ordinal day", "day", "ordinal")
def _ordinal_day(m: TimeMatch) -> Day | None:
    return Day(m[0], told=True) if 1 <= m[0] <= 31 else None


@rule("a day in words", "spoken", "numeral")
def _spoken_day(m: TimeMatch) -> Day | None:
    value = m[0].value
    return Day(int(value), told=True) if m[0].whole_words and 1 <= value <= 31 else None


@rule("days in a row", "days", "from|between? the? day dash|to|and|or the? day")
def _days(m: TimeMatch) -> Day | None:
    first, last = m.all("day")
    return Day(first.number, told=last.told, until=last.number) if first.number < last.number else None


# days of months


@rule("month and day", "md", "month the? day", "month ~dash|/ ~day", "month ~. day", "month the? spoken")
def _month_day(m: TimeMatch) -> MonthDay | None:
    month, day = m[0], m.parts[-1].data
    in_words = m.has("spoken") and not m.has("the") and day.number <= 20
    told = m.has("the") or day.told or _is_day(m, month)
    return None if in_words or not told else day.of(month.value)


def _is_day(m: TimeMatch, month: Named) -> bool:
    """Whether the number after a month is its day and counts nothing: "in March 20 people …"."""
    if m.comes("year", m.end + (m.after() == ",")):
        return True
    if month.word in word_list("calendar", "small_months") and not m.chart.capital(m.start):
        told = m.start == 0 or m.lead("day cue", "and", "between")
        return told and (m.closed or m.tail("and", "to", "at", "in"))
    return not (counts(m.chart.token(m.end - 1)) and m.lead("in"))


@rule("day and month", "daymonth", "day|days of|.? month", "day ~dash ~month", "day ~/ ~month")
def _day_month(m: TimeMatch) -> MonthDay | None:
    month = m.part("month")
    if m.chart.joined(m.start) and m.before() in (".", "/"):
        return None
    shown = m.chart.capital(m.parts[-1].start) or m.has("of") or m.comes("year") or m.lead("weekday")
    small = month.word in word_list("calendar", "small_months") and not shown
    return None if small else m[0].of(month.value)


@rule("days of one month", "md", "md dash|to|and|or the? day")
def _month_days(m: TimeMatch) -> MonthDay | None:
    days, last = m[0], m.parts[-1].data.number
    linked = m.has("and") or m.has("or")
    counted = linked and not m.closed and not m.comes("year")  # "March 3 and 20 others"
    return None if m.tail("month") or counted or not days.first < last else days._replace(last=last)


@rule("a day before a month and its day", "daymonth", "from|between day dash|to|and|or md")
def _days_month(m: TimeMatch) -> MonthDay | None:
    """ "From 4 to March 22"."""
    first, days = m[1], m[3]
    return (
        days._replace(first=first.number) if m.comes("day", m.end - 1) and first.number < days.first else None
    )


rule("day and month, either way", "md", "daymonth")(first_part)


# years


@rule("a year in digits", "year", "int")
def _year(m: TimeMatch) -> int | None:
    glued = m.chart.joined(m.end) and (m.pieces[m.end].is_word or m.after() in ("%", ":"))
    fits = len(m.pieces[m.start].text) == 4 and 1000 <= m[0] <= 2999
    return int(m[0]) if fits and not glued else None


@rule("a year in words", "year", "numeral", "numeral nought? numeral")
def _year_words(m: TimeMatch) -> int | None:
    """ "Two thousand and eighteen", "nineteen eighty-four"."""
    first, rest = m[0], m.parts[-1].data
    if not (first.whole_words and rest.whole_words):
        return None
    if len(m.parts) == 1:
        return int(first.value) if 1900 <= first.value <= 2100 else None
    fits = first.value in (18, 19, 20) and 0 < rest.value < 100 and (rest.value < 10) == m.has("nought")
    return int(100 * first.value + rest.value) if fits else None


@rule("a year from this one", "yeartold", "deictic unit")
def _year_told(m: TimeMatch) -> int | None:
    if m[1].value != periods.YEAR or m.today is None or not m.chart.is_a(m.start, "near year"):
        return None
    return date.fromordinal(m.today).year + int(m[0].value)


@rule("a short year", "short", "' ~int")
def _short_year(m: TimeMatch) -> int | None:
    return of_century(m[1]) if len(m.pieces[m.end - 1].text) == 2 else None


def of_century(number: int) -> int:
    return (2000 if number < _HALF_CENTURY else 1900) + number


@rule("the year of a day", "ofyear", ",|.|of|in? year", ",? short", ",|of|in? yeartold", "~dash|/ ~year")
def _of_year(m: TimeMatch) -> Any:
    return m.parts[-1].data


@rule("a day of a year", "mdate", "md ofyear")
def _full(m: TimeMatch) -> Reading:
    return dated(m[0].of(m[1]))


@rule("a year, month and day", "mdate", "year month day")
def _year_first(m: TimeMatch) -> Reading | None:
    day = periods.day(m[0], m[1].value, m[2].number)
    return dated(day) if m.chart.capital(m.start + 1) else None


@rule("a day without its year", "mdate", "md")
def _no_year(m: TimeMatch) -> Reading | None:
    if m[0][:2] == _SEPT_11 and m.tail("after Sept. 11"):
        return fixed(m[0].of(2001), "event")
    return yearless(m.chart.anchor, m.future(), m[0].of) or dated(None)


# months


@rule("a month of a year", "date", "month of? ofyear", "year ,? month")
def _month_year(m: TimeMatch) -> Reading | None:
    year, month = m.part("ofyear") or m.part("year"), m.part("month")
    person = m.chart.is_a(m.start + 1, "in") and not _is_month(m, month)  # "Theresa May in 2018"
    return None if person else fixed(periods.month(year, month.value))


@rule("a month without its year", "date", "month")
def _month(m: TimeMatch) -> Reading | None:
    if not _is_month(m, m[0]):
        return None
    return yearless(m.chart.anchor, m.future(), lambda year: periods.month(year, m[0].value))


def _is_month(m: TimeMatch, month: Named) -> bool:
    """Whether a month's name alone is a month and not a verb, a name or an abbreviation of something else."""
    nth = m.lead("of") and m.lead("unit", "timeunit", "weekday", "dayword", "half", "part", back=2)
    cued = nth or m.lead("in", "since", "up to", "part", back=1 + (m.before() == "-"))
    if m.pieces[m.end - 1].text == "." or m.lead("title", back=1 + (m.before() == ".")):
        return False
    if m.chart.capital(m.start):
        return _is_named(m.chart.token(m.start), month, cued)
    small = month.word in word_list("calendar", "small_months")  # "this may"
    return cued or m.lead("loose") or (m.lead("of", "deictic") and not small)


def _is_named(token: Token, month: Named, cued: bool) -> bool:
    """Whether a name with a capital is a month's: "March", "Jun" and "Theresa May" may be others."""
    if month.word not in word_list("calendar", "doubtful_months"):
        return bool(token.ent_type_ != "PERSON")
    short = len(month.word) == 3 and month.value != _MAY
    if short or token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("PERSON", "ORG"):
        return False
    return cued or bool(token.ent_type_ == "DATE")
