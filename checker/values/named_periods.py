"""Periods with a name, and parts of periods: quarters, decades, "late March"."""

from __future__ import annotations

from dataclasses import replace

from checker.values import periods
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reader, Reading, fiscal, fixed, preposition, yearless
from checker.values.deictic_dates import season_days
from checker.values.periods import Period
from checker.values.words import APOSTROPHES, Words
from checker.values.years import deictic_year, year_number


def decade(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "the 1990s", "the '80s", "the 1990's"."""
    number, j = words.integer(i), i + 1
    if number is None or number % 10:
        return None
    short = len(words.at(i)) == 2 and words.at(i - 1) in APOSTROPHES and words.joined(i)
    if not short and not (len(words.at(i)) == 4 and 1000 <= number <= 2090):
        return None
    j = j + 1 if words.at(j) in APOSTROPHES and words.joined(j) else j
    if words.at(j) != "s" or not words.joined(j) or (words.is_dash(j + 1) and words.joined(j + 1)):
        return None
    first = number + 1900 if short else number
    size, grain = (1200, "century") if first % 100 == 0 and first != 2000 else (120, "decade")
    return fixed(j + 1, periods.of_months(first * 12, size, grain))


def century(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "the 19th century", "the twentieth century"."""
    number = words.integer(i)
    j = i + 2 if number and words.at(i + 1) in ("st", "nd", "rd", "th") else i + 1
    if number is None:
        number, used = calendar_words().ordinal(words.at(i), words.at(i + 1))
        j = i + used
    j = j + 1 if words.is_dash(j) else j
    if not number or words.at(j) != "century" or not 1 <= number <= 30 or words.at(j + 1) == "bc":
        return None
    return fixed(j + 1, periods.of_months(max(12, (number - 1) * 1200), 1200, "century"))


def quarter(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "Q3 2024", "third-quarter profit", "the first quarter of last year", "H1 2024"."""
    if words.at(i) in ("q", "h"):
        number, j = words.integer(i + 1) or 0, i + 2
        if (
            not words.joined(i + 1)
            or not 1 <= number <= (4 if words.at(i) == "q" else 2)
            or not (words.capital(i) or year_number(words, i + 2)[0])
        ):
            return None
        size = 3 if words.at(i) == "q" else 6
    else:
        number, j = calendar_words().ordinals.get(words.at(i), 0), i + 1
        j = j + 1 if words.is_dash(j) else j
        j = j + 1 if words.at(j) in ("fiscal", "financial") else j
        size = {"quarter": 3, "half": 6}.get(words.at(j), 0)
        j += 1
        if not size or not 1 <= number <= 12 // size:
            return None
    return _quarter_of_year(words, i, j, number, size, anchor)


def _quarter_of_year(words: Words, i: int, j: int, number: int, size: int, anchor: Anchor) -> Reading | None:
    k = j + 1 if words.at(j) in ("of", "in", ",") else j
    business = words.at(k) in ("fiscal", "financial", "fy") or words.at(j - 2) in ("fiscal", "financial")
    k = k + 1 if words.at(k) in ("fiscal", "financial", "fy") else k
    k = k + 1 if words.at(k) == "year" else k
    year, end = year_number(words, k, least=1900)
    if not year:
        year, end = deictic_year(words, k, anchor)
    if business:
        return fiscal(end, year, number) if year and size == 3 else None
    months = (number - 1) * size
    grain = "quarter" if size == 3 else "season"
    if year:
        return fixed(end, periods.of_months(year * 12 + months, size, grain))
    if size == 6 and words.at(i) != "h":
        return None
    if words.at(i) != "q" and not any(
        words.at(at) in calendar_words().sets["business"] for at in range(j, j + 3)
    ):
        return None
    future = anchor.future(words.starts[i], preposition(words, i)) or False  # results come afterwards
    found = yearless(j, anchor, future, lambda y: periods.of_months(y * 12 + months, size, grain))
    return found and replace(found, notes=(*found.notes, "quarter"))


def fiscal_year(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "fiscal 2024", "the financial year 2024", "FY2024"."""
    j = i + 2 if words.at(i + 1) == "year" else i + 1
    year, end = year_number(words, j, least=1900)
    if not year and words.at(i) == "fy" and len(words.at(j)) == 2 and words.integer(j) is not None:
        year, end = 2000 + int(words.at(j)), j + 1
    if year and words.is_dash(end) and words.joined(end) and words.integer(end + 1) is not None:
        end += 2
    return fiscal(end, year, None) if year else None


def season(words: Words, i: int, anchor: Anchor) -> Reading | None:
    """ "summer 2024", "the winter of 1963", "in spring"."""
    j = i + 1 if words.at(i + 1) == "of" else i
    year, end = year_number(words, j + 1 if j > i else i + 1, least=1500)
    if not year:
        year, end = deictic_year(words, i + 1, anchor)
    if not year:
        return None
    return fixed(end, season_days(words.at(i), year), words.at(i))


def part(words: Words, i: int, anchor: Anchor, read: Reader) -> Reading | None:
    """ "late March", "mid-2020", "early next year", "the end of last month", "earlier this week"."""
    if words.at(i) in ("earlier", "later"):
        return _up_to_now(words, i, anchor, read)
    share = calendar_words().parts[calendar_words().part_words[words.at(i)]]
    j = i + 1
    if words.at(i) in ("early", "mid", "late"):
        j = j + 1 if words.is_dash(j) else j
        j = j + 1 if words.at(j) in ("in", "on") else j
    elif words.at(j) == "of":
        j += 1
    else:
        return None
    j = j + 1 if words.at(j) == "the" else j
    whole = read(words, j, anchor)
    if whole is None:
        return None
    if whole.grain == "day" or whole.period is None:
        return whole.upto(whole.end, words.at(i))
    return Reading(whole.end, whole.period.part(*share), whole.grain, notes=(*whole.notes, words.at(i)))


def _up_to_now(words: Words, i: int, anchor: Anchor, read: Reader) -> Reading | None:
    """The days of the period before publication ("earlier"), or after it ("later")."""
    if words.at(i + 1) not in ("this", "today", "last", "next"):
        return None
    whole = read(words, i + 1, anchor)
    if whole is None or whole.grain == "day" or whole.period is None or anchor.day is None:
        return whole and whole.upto(whole.end, words.at(i))
    if not whole.period.first <= anchor.day <= whole.period.last:
        return whole.upto(whole.end, words.at(i))
    days = whole.wide or whole.period
    if words.at(i) == "earlier":
        found = Period(days.first, max(days.first, anchor.day - 1), whole.grain)
        wide = Period(days.first, anchor.day, whole.grain)
    else:
        found = Period(min(days.last, anchor.day + 1), days.last, whole.grain)
        wide = Period(anchor.day, days.last, whole.grain)
    return Reading(whole.end, found, whole.grain, wide, notes=(*whole.notes, words.at(i)))
