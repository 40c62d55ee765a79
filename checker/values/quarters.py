"""Productions of business quarters: "Q3 2024", "third-quarter profit", "the year-ago quarter"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from checker.values import periods
from checker.values.calendar_words import calendar_words
from checker.values.chart import Match
from checker.values.date_reading import ANY_DAY, Reading, fiscal, fixed, yearless
from checker.values.time_items import TIME, TimeChart, chart_of

_YEAR = 12
NOTE = "quarter"  # of a date that is one of business


class Part(NamedTuple):
    """The nth quarter, or half, of a year."""

    number: int
    months: int
    fiscal: bool
    short: bool  # "Q3"


@TIME.production(
    "a quarter",
    "qtr",
    "ordinal dash? fiscal? unit",
    "fiscal ordinal unit",
    "ordinal dash? half",
    "quarterly ~int",
    "int ~quarterly",
)
def _quarter(m: Match) -> Part | None:
    chart = chart_of(m)
    short = m.get("quarterly")
    number = m.get("int") if short else m.get("ordinal")
    if short:
        shown = chart.capital(m.start) or m.comes("year") or not m.pieces[m.start].is_word
        months = short.value if shown else 0
    else:
        unit = m.get("unit")
        months = 6 if unit is None else 3 if unit.value == "quarter" else 0
    return (
        Part(number, months, m.has("fiscal"), bool(short))
        if months and 1 <= number <= _YEAR // months
        else None
    )


@TIME.production(
    "a quarter of a year",
    "date",
    "qtr ofyear",
    "year the? qtr",
    "year ' ~s qtr",
    "dx unit ' ~s qtr",
    "qtr of the unit",
)
def _of_year(m: Match) -> Reading | None:
    chart, part = chart_of(m), m.get("qtr")
    year = m.get("ofyear") or m.get("year")
    if m.has("unit"):
        if m.get("unit").value != "year" or chart.anchor.day is None:
            return None
        if m.has("the"):
            return None
        year = periods.neighbour(chart.anchor.day, "year", m.get("dx").step)
        year = year and date.fromordinal(year.first).year
    if not year or year < 1900:
        return None
    if part.fiscal:
        return fiscal(year, part.number) if part.months == 3 else None
    return fixed(_days(part, year))


def _days(part: Part, year: int) -> periods.Period | None:
    grain = "quarter" if part.months == 3 else "season"
    return periods.of_months(year * _YEAR + (part.number - 1) * part.months, part.months, grain)


@TIME.production("a quarter of a business year", "date", "qtr of? the? date", "qtr of? fiscal unit? ofyear")
def _of_business_year(m: Match) -> Reading | None:
    if m[0].months != 3:
        return None
    if m.has("ofyear"):
        return fiscal(m.get("ofyear"), m[0].number)
    year = m.get("date")
    if year.dimension != "fiscal-quarter" or year.grain != "year" or year.symbol.low is None:
        return None
    return fiscal(int(year.symbol.low) // 4, m[0].number)


@TIME.production("a quarter without its year", "date", "qtr")
def _alone(m: Match) -> Reading | None:
    chart, part = chart_of(m), m[0]
    if part.fiscal:
        return Reading(
            None, "quarter", dimension="fiscal-quarter", symbol=ANY_DAY, notes=(f"quarter:{part.number}",)
        )
    if part.months == 6 and not part.short:
        return None
    if not part.short and not of_business(chart, m.start, m.end):
        return None
    if chart.anchor.day is None:
        found = yearless(chart.anchor, None, lambda year: _days(part, year))
        return found and found.noted(NOTE)
    # Results come afterwards: what lies ahead is the nearest, and may be over.
    today = date.fromordinal(chart.anchor.day).year
    near = [days for year in (today - 1, today, today + 1) if (days := _days(part, year))]
    if not chart.future(m.start, m.start):
        near = [days for days in near if days.first <= chart.anchor.day][-1:]
    return fixed(periods.nearest(near, chart.anchor.day), "year inferred", NOTE)


def of_business(chart: TimeChart, at: int, end: int) -> bool:
    """Whether the quarter is one of results and not of a match: by the words and signs of its sentence."""
    known = calendar_words().sets
    if any(chart.word(i) in known["business"] for i in range(end, end + 3)):
        return True
    sentence = chart.sentence(at)
    return not sentence.isdisjoint(known["business"] | known["money_signs"]) and sentence.isdisjoint(
        known["match"]
    )


@TIME.production(
    "the quarter that results are held against",
    "date",
    "year_ago period|unit",
    "article? unit dash back dash? period|unit",
    "year period|unit",
    "yeartold ' ~s period|unit",
    "latest unit",
    "the unit",
    "article? year_ago",
    "like period|unit yeartold",
    "like period|unit of? year",
)
def _held_against(m: Match) -> Reading | None:
    """ "The year-ago quarter", "the 1988 period", "last year's quarter", "the latest quarter"."""
    chart = chart_of(m)
    unit = m.get("unit")
    units = [p.data.value for p in m.parts if p.symbol == "unit"]
    if m.has("back") and (units[0] != "year" or m[1 if m.has("article") else 0].value != "year"):
        return None
    if (unit is not None and not m.has("back") and unit.value != "quarter") or (
        m.has("back") and units[1:] not in ([], ["quarter"])
    ):
        return None
    told = m.get("year") or m.get("yeartold")
    if (
        len(m.parts) < 3
        and m.parts[-1].symbol == "year_ago"
        and not (chart.alpha(m.end) and of_business(chart, m.start, m.end))
    ):
        return None
    if told is None and not m.has("latest") and not m.has("the"):
        return Reading(
            None,
            "quarter",
            dimension="relative",
            notes=("unanchored", "year-ago"),
            base="reporting",
            shift=-1,
        )
    if told is not None and not of_business(chart, m.start, m.end):
        return None
    return Reading(None, "quarter", base="reporting", shift=told or 0)


def resolved(reading: Reading, reporting: periods.Period | None) -> Reading | None:
    """A quarter told from the one that results are of; None where that is not known and nothing else told."""
    if reporting is None:
        return reading if reading.dimension or reading.period else None
    here = date.fromordinal(reporting.first)
    year = here.year + reading.shift if abs(reading.shift) < 1000 else reading.shift
    months = round((reporting.last - reporting.first) / 30.4)
    found = periods.of_months(year * _YEAR + here.month - 1, months, reporting.grain)
    return (
        replace(reading, period=found, wide=None, dimension="", grain=reporting.grain, base="", notes=(NOTE,))
        if found
        else None
    )
