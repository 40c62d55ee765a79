"""Productions of dates that the calendar alone gives: days of months, years, decades, quarters, holidays."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from checker.values import periods
from checker.values.calendar_words import calendar_words
from checker.values.chart import Match
from checker.values.date_reading import Reading, dated, fiscal, fixed, yearless
from checker.values.periods import Period
from checker.values.time_items import TIME, Named, TimeChart, chart_of

_YEAR = 12
_HALF_CENTURY = 50  # 'of this century, below; above, of the last


class Day(NamedTuple):
    number: int
    told: bool  # said as a day: "18th", "the eighteenth"


class MonthDay(NamedTuple):
    """A day, or days in a row, of a month."""

    month: int
    first: int
    last: int

    def of(self, year: int) -> Period | None:
        first, last = (periods.day(year, self.month, number) for number in (self.first, self.last))
        return first.joined(last) if first and last else None


# days


@TIME.production("a day in digits", "day", "int")
def _day(m: Match) -> Day | None:
    chart = chart_of(m)
    if not 1 <= m[0] <= 31 or len(m.pieces[m.start].text) > 2:
        return None
    glued = chart.joined(m.end) and (m.after() == "%" or (m.after() == ":" and chart.joined(m.end + 1)))
    return None if glued else Day(m[0], told=False)


@TIME.production("an ordinal day", "day", "ordinal", "int ~suffix")
def _ordinal_day(m: Match) -> Day | None:
    return Day(m[0], told=True) if 1 <= m[0] <= 31 else None


@TIME.production("an ordinal in digits", "ordinal", "int ~suffix")
def _ordinal(m: Match) -> int | None:
    return int(m[0]) if m[0] else None


@TIME.production("a day in words", "spoken", "numeral")
def _spoken_day(m: Match) -> Day | None:
    value = m[0].value
    plain = not m[0].digits and value.denominator == 1 and 1 <= value <= 31
    return Day(int(value), told=True) if plain else None


# days of months


@TIME.production(
    "month and day", "monthday", "month the? day", "month ~dash|/ ~day", "month the? spoken", "month ~. day"
)
def _month_day(m: Match) -> MonthDay | None:
    month, day = m.get("month"), m.parts[-1].data
    if m.has("spoken") and not m.has("the") and day.number <= 20:
        return None
    if m.has("the") or day.told or _is_day(m, month):
        return MonthDay(month.value, day.number, day.number)
    return None


def _is_day(m: Match, month: Named) -> bool:
    """Whether the number after a month is its day and counts nothing: "in March 20 people …"."""
    chart = chart_of(m)
    year = m.comes("year", m.end + (m.after() == ","))
    if "small month" in _kinds(month) and not chart.capital(m.start):
        told = m.start == 0 or chart.is_a(
            m.start - 1, "on", "to", "from", "and", "between", "since", "by", "before", "after"
        )
        return bool(year or (told and (not chart.alpha(m.end) or chart.is_a(m.end, "and", "to", "at", "in"))))
    token = chart.token(m.end - 1)
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    return bool(year or not (counts and chart.is_a(m.start - 1, "in")))


def _kinds(month: Named) -> set[str]:
    known = calendar_words()
    found = {"small month"} if month.word in known.small_months else set()
    return found | ({"doubtful month"} if month.word in known.doubtful_months else set())


@TIME.production("day and month", "daymonth", "day of|.? month", "day ~dash ~month", "day ~/ ~month")
def _day_month(m: Match) -> MonthDay | None:
    chart, month, day = chart_of(m), m.get("month"), m[0]
    if m.before() in calendar_words().sets["money_signs"] or (
        chart.joined(m.start) and m.before() in (".", "/")
    ):
        return None
    shown = chart.capital(m.end - 1) or chart.pieces[m.end - 1].text == "." or m.has("of")
    if "small month" in _kinds(month) and not (
        shown or m.comes("year") or chart.is_a(m.start - 1, "weekday")
    ):
        return None
    return MonthDay(month.value, day.number, day.number)


@TIME.production("days of one month", "monthday", "monthday dash|to|and|or the? day")
def _month_days(m: Match) -> Any:
    chart, days, last = chart_of(m), m[0], m.parts[-1].data
    if chart.is_a(m.end, "month") or (chart.is_a(m.end, "of") and chart.is_a(m.end + 1, "month")):
        return None
    counted = (m.has("and") or m.has("or")) and chart.alpha(m.end) and not m.comes("year")
    if not days.first < last.number or counted:
        return None  # "on March 3 and 20 others"
    return days._replace(last=last.number)


@TIME.production("days of one month, month last", "daymonth", "day dash|to|and|or the? daymonth")
def _days_month(m: Match) -> MonthDay | None:
    last = m.get("daymonth")
    return last._replace(first=m[0].number) if m[0].number < last.first else None


@TIME.production("days of one month, either way", "md", "monthday", "daymonth")
def _md(m: Match) -> Any:
    return m[0]


# years


@TIME.production("a year in digits", "year", "int")
def _year(m: Match) -> int | None:
    chart = chart_of(m)
    if len(m.pieces[m.start].text) != 4 or not 1000 <= m[0] <= 2999:
        return None
    glued = chart.joined(m.end) and (m.pieces[m.end].is_word or m.after() in ("%", ":"))
    return None if glued else int(m[0])


@TIME.production("a year in words", "year", "numeral")
def _year_words(m: Match) -> int | None:
    value = m[0].value
    plain = not m[0].digits and not m[0].range and value.denominator == 1 and not m[0].magnitude
    return int(value) if plain and 1900 <= value <= 2100 else None


@TIME.production("a year in two numbers", "year", "numeral numeral", "numeral nought numeral")
def _year_in_two(m: Match) -> int | None:
    century, rest = m[0], m.parts[-1].data
    plain = all(
        not n.digits and not n.range and n.value.denominator == 1 and not n.bare_article
        for n in (century, rest)
    )
    if not plain or century.value not in (18, 19, 20) or not 0 < rest.value < 100:
        return None
    return int(100 * century.value + rest.value) if (rest.value < 10) == m.has("nought") else None


@TIME.production("a year from this one", "yeartold", "deictic unit")
def _year_told(m: Match) -> int | None:
    today = chart_of(m).anchor.day
    if m[1].value != "year" or today is None or not chart_of(m).is_a(m.start, "near year"):
        return None
    return date.fromordinal(today).year + int(m[0].value)


@TIME.production("a short year", "short", "' ~int")
def _short_year(m: Match) -> int | None:
    return of_century(m[1]) if len(m.pieces[m.end - 1].text) == 2 else None


def of_century(number: int) -> int:
    return (2000 if number < _HALF_CENTURY else 1900) + number


@TIME.production(
    "the year of a day", "ofyear", ",|.? year", "of|in year", ",? short", ",|of|in? yeartold", "~dash|/ ~year"
)
def _of_year(m: Match) -> int:
    return int(m.parts[-1].data)


@TIME.production("a day of a year", "mdate", "md ofyear")
def _full(m: Match) -> Reading:
    return dated(m[0].of(m[1]))


@TIME.production("a year, month and day", "mdate", "year month day")
def _year_first(m: Match) -> Reading | None:
    return dated(periods.day(m[0], m[1].value, m[2].number)) if chart_of(m).capital(m.start + 1) else None


@TIME.production("a day without its year", "mdate", "md")
def _no_year(m: Match) -> Reading | None:
    chart, days = chart_of(m), m[0]
    if days[:2] == (9, 11) and chart.is_a(m.end, "after Sept. 11"):
        return fixed(days.of(2001), "event")
    return yearless(chart.anchor, chart.future(m.start, m.start), days.of) or dated(None)


# months


@TIME.production("a month of a year", "date", "month of? ofyear", "year ,? month")
def _month_year(m: Match) -> Reading | None:
    year, month = (m[0], m.get("month")) if m.parts[0].symbol == "year" else (m.get("ofyear"), m[0])
    return fixed(periods.month(year, month.value))


@TIME.production("a month without its year", "date", "month")
def _month(m: Match) -> Reading | None:
    chart = chart_of(m)
    if m.pieces[m.end - 1].text == "." or not _is_month(chart, m.start, m[0]):
        return None
    return yearless(
        chart.anchor, chart.future(m.start, m.start), lambda year: periods.month(year, m[0].value)
    )


def _is_month(chart: TimeChart, at: int, month: Named) -> bool:
    """Whether a month's name alone is a month and not a verb, a name or an abbreviation of something else."""
    cued = chart.is_a(at - 1 - (chart.word(at - 1) == "-"), "in", "since", "to", "part") or (
        chart.is_a(at - 1, "of") and chart.is_a(at - 2, "unit", "weekday", "dayword", "half", "part")
    )
    if not chart.capital(at):
        return (
            cued
            or chart.is_a(at - 1, "deictic")
            or (chart.is_a(at - 1, "of") and "small month" not in _kinds(month))
        )
    token = chart.token(at)
    if chart.is_a(at - 1 - (chart.word(at - 1) == "."), "title"):
        return False
    if "doubtful month" not in _kinds(month):
        return bool(token.ent_type_ != "PERSON")
    if len(month.word) == 3 and month.value != 5:
        return False
    if token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("PERSON", "ORG"):
        return False
    return bool(token.ent_type_ == "DATE") or cued


# longer times


@TIME.production("a decade", "date", "int '? ~s", "' ~int '? ~s", "int ' ~s")
def _decade(m: Match) -> Reading | None:
    chart, number = chart_of(m), m.get("int")
    at = m.start + (m.parts[0].symbol == "'")
    in_full = len(m.pieces[at].text) == 4 and 1000 <= number <= 2090 and at == m.start
    short = (
        len(m.pieces[at].text) == 2 and 20 <= number <= 90 and (at > m.start or _says_decade(chart, m.start))
    )
    if number % 10 or not (short or in_full) or (chart.dash(m.end) and chart.joined(m.end + 1)):
        return None  # "a 1980s-style sofa"
    first = number + 1900 if short else number
    size, grain = (1200, "century") if first % 100 == 0 and first != 2000 else (120, "decade")
    return fixed(periods.of_months(first * _YEAR, size, grain))


def _says_decade(chart: TimeChart, at: int) -> bool:
    """ "In the 70s", "since the early 60s": not of a temperature or an age."""
    lead = chart.is_a(at - 1, "the", "part") and chart.is_a(at - 2, "in", "of", "since", "the", "to", "-")
    told = lead or (chart.is_a(at - 1, "in") and chart.word(at + 1) == "'")
    return told and chart.sentence(at).isdisjoint(calendar_words().sets["measured in tens"])


@TIME.production("a decade in words", "date", "decades", "numeral decades")
def _decade_words(m: Match) -> Reading | None:
    chart = chart_of(m)
    century = 19 if len(m.parts) == 1 else m[0].value
    if century not in (18, 19, 20) or (len(m.parts) > 1 and m[0].digits):
        return None
    told = (chart.is_a(m.start - 1, "the", "part") and not chart.alpha(m.end)) or chart.is_a(
        m.end, "verb", "and", "of"
    )
    if (len(m.parts) == 1 and not (told or chart.token(m.start).dep_ in ("nsubj", "pobj"))) or chart.is_a(
        m.start - 1, "possessive"
    ):
        return None
    return fixed(periods.of_months(int(century * 100 + m.parts[-1].data.value) * _YEAR, 120, "decade"))


@TIME.production("a century", "date", "ordinal dash? unit")
def _century(m: Match) -> Reading | None:
    if m.get("unit").value != "century" or not 1 <= m[0] <= 30 or chart_of(m).is_a(m.end, "before christ"):
        return None
    return fixed(periods.of_months(max(_YEAR, (m[0] - 1) * 1200), 1200, "century"))


@TIME.production("a season of a year", "date", "season of? ofyear", "season year")
def _season(m: Match) -> Reading | None:
    return fixed(season_days(m[0].word, m.parts[-1].data), m[0].word) if m.parts[-1].data >= 1500 else None


def season_days(name: str, year: int) -> Period | None:
    start, stop = calendar_words().seasons[name]
    first = periods.day(year, *start)
    last = periods.day(year + (stop < start), *stop)
    return Period(first.first, last.last, "season") if first and last else None


@TIME.production("a holiday", "date", "holiday", "holiday ofyear")
def _holiday(m: Match) -> Reading | None:
    chart, rule = chart_of(m), m[0].value
    size = m.parts[0].end - m.start
    beside = chart.is_a(m.start - 1, "on", "by", "before", "after", "since", "to")
    if not (chart.capital(m.start) or size > 1 or beside):
        return None
    if "alone" in rule and len(m.parts) == 1:
        follows = chart.alpha(m.end) and not chart.is_a(m.end, "daypart")
        if (
            not beside
            or follows
            or (chart.is_a(m.start - 2, "weekday") and chart.is_a(m.start - 1, "before", "after"))
        ):
            return None

    def days(year: int) -> Period | None:
        if "easter" in rule:
            found = periods.easter(year) + rule["easter"]
            return Period(found, found)
        if "fixed" in rule:
            return periods.day(year, *rule["fixed"])
        nth, weekday, month = rule["nth"]
        within = periods.month(year, month)
        return periods.nth_weekday(within, weekday, nth) if within else None

    if len(m.parts) > 1:
        return fixed(days(m[1]), "holiday")
    if chart.is_a(m.start - 1, "indefinite"):
        return None
    step = calendar_words().deictics.get(m.before())
    future = step > 0 if step else chart.future(m.end - 1, m.start)
    found = yearless(chart.anchor, future, days)
    return found and found.noted("holiday")


# business years


@TIME.production(
    "a business year", "date", "fiscal ofyear", "fiscal unit ofyear", "fiscal ~int", "fiscal int"
)
def _fiscal_year(m: Match) -> Reading | None:
    year = m.parts[-1].data
    if m.parts[-1].symbol == "int":
        if len(m.pieces[m.end - 1].text) != 2 or m[0] != "fy":
            return None
        year = of_century(year)
    return fiscal(year, None) if year >= 1900 else None
