"""Dates: spans found word by word, each resolved against the article's day of publication.

`bounds` is the days that the words denote (ordinals, both ends in it), `rounded` all that they may
mean where usage is loose ("last Tuesday", "two years ago") and the same days where it is not. A date
that cannot be placed, for want of a publication date or of a company's calendar, has a `dimension` of
its own ("weekday", "month-day", "fiscal-quarter", "relative") and so compares only with its like.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.model import Article, Interval, Kind, Span, Value
from checker.values import (
    absolute_dates,
    beside_dates,
    date_offsets,
    deictic_dates,
    holidays,
    lone_days,
    named_periods,
    nth_dates,
    numeric_dates,
    relative_dates,
    years,
)
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.date_reading import Reading
from checker.values.length_forms import find_lengths
from checker.values.lengths import Length
from checker.values.periods import Period
from checker.values.words import Words, split_words

if TYPE_CHECKING:
    from checker.language import Doc

_LINKS = ("to", "until", "till", "through", "thru")
_DEEPEST = 3  # "the end of the first half of next year"
_ABOUT = ("around", "about", "circa", "approximately", "roughly")
_NEAR = {"day": 3, "week": 3, "month": 15, "quarter": 31, "season": 31, "year": 366, "decade": 1826}
_LAST_DAY = date.max.toordinal()


def find(doc: Doc, article: Article) -> list[Value]:
    """Every date of the article in the order of the text."""
    words = split_words(article.text)
    lengths = {length.start: length for length in find_lengths(article.text)}
    anchor = Anchor(doc, article)
    found: list[Value] = []
    i = 0
    while i < len(words):
        start, reading = i, _at(words, i, anchor, lengths)
        if reading is None:
            i += 1
            continue
        reading = _range(words, start, reading, anchor)
        found.append(_value(words, start, reading, lengths.get(start), anchor))
        i = max(reading.end, i + 1)
    return found


def _at(words: Words, i: int, anchor: Anchor, lengths: dict[int, Length]) -> Reading | None:
    """The date that starts at word `i`."""
    length = lengths.get(i)
    if length is not None:
        found = date_offsets.offset(words, length, anchor, read)
        if found is not None:
            return found
    return read(words, i, anchor)


def read(words: Words, i: int, anchor: Anchor, depth: int = 0) -> Reading | None:
    """The date at word `i`, by the first reader for that word that finds one.

    A part of a period ("early next year") reads the period in turn; `depth` is how often it did.
    """

    def within(words: Words, i: int, anchor: Anchor) -> Reading | None:
        return read(words, i, anchor, depth + 1) if depth < _DEEPEST else None

    for reader in _DIGITS if words.at(i)[:1].isdigit() else _readers().get(words.at(i), ()):
        whole = reader in _OF_OTHERS
        reading = reader(words, i, anchor, within) if whole else reader(words, i, anchor)
        if reading is not None:
            return reading
    return None


_OF_OTHERS = (named_periods.part, nth_dates.nth_of_period, beside_dates.beside)
_DIGITS: tuple[Callable[..., Reading | None], ...] = (
    numeric_dates.numeric_date,
    nth_dates.nth_of_period,
    absolute_dates.day_first,
    named_periods.quarter,
    named_periods.century,
    named_periods.decade,
    lone_days.lone_day,
    absolute_dates.year_first,
    date_offsets.weekdays_from_now,
    years.bare_year,
)


@lru_cache(maxsize=1)
def _readers() -> dict[str, tuple[Callable[..., Reading | None], ...]]:
    """The readers to try for each word that a date may start with, in order."""
    known = calendar_words()
    table: dict[str, list[Callable[..., Reading | None]]] = {}

    def add(words: object, *readers: Callable[..., Reading | None]) -> None:
        for word in words:  # type: ignore[attr-defined]
            table.setdefault(word, []).extend(
                reader for reader in readers if reader not in table.get(word, [])
            )

    add(known.holidays, holidays.holiday)
    add(known.part_words, named_periods.part)
    add(("earlier", "later"), named_periods.part)
    add(("last", "final"), nth_dates.nth_of_period)
    add(known.deictics, deictic_dates.deictic)
    add(known.months, absolute_dates.month_first)
    add(known.weekdays, relative_dates.weekday_first)
    add(date_offsets.SMALL, date_offsets.weekdays_from_now)
    add(known.relative_days, relative_dates.simple_day)
    add(("day",), relative_dates.day_after_next)
    add(("day", "week", "weekend", "month", "quarter", "year"), beside_dates.beside)
    add(("eighteen", "nineteen", "twenty"), years.spelled_alone)
    add(("overnight",), relative_dates.overnight)
    add(known.seasons, named_periods.season)
    add(("fiscal", "fy", "financial"), named_periods.fiscal_year)
    add(("q", "h"), named_periods.quarter)
    ordinals = (*known.ordinals, "thirtieth", "twenty", "thirty")
    add(
        ordinals,
        nth_dates.nth_of_period,
        absolute_dates.day_first,
        named_periods.quarter,
        named_periods.century,
        lone_days.lone_day,
    )
    return {word: tuple(readers) for word, readers in table.items()}


def _range(words: Words, start: int, first: Reading, anchor: Anchor) -> Reading:
    """From one date to another: "from Monday to Friday", "between 2019 and 2021"."""
    before, link = words.at(start - 1), words.at(first.end)
    if not (link in _LINKS or words.is_dash(first.end) or (link == "and" and before == "between")):
        return first
    k = first.end + 1
    second = read(words, k + 1 if words.at(k) == "the" else k, anchor)
    if second is None or first.period is None or second.period is None or first.grain == "time":
        return first
    if words.at(start) in calendar_words().weekdays and link in _LINKS and before not in ("from", "between"):
        return (
            first
            if second.grain != "day" or "weekday" not in "".join(second.notes)
            else first.upto(first.end)
        )
    if before == "from" and _moves(words, start, anchor):
        return first
    begin, finish = _aligned(first, second)
    if begin.first > finish.last:
        return first
    return Reading(
        second.end, begin.joined(finish), second.grain, notes=(*first.notes, *second.notes, "range")
    )


def _moves(words: Words, start: int, anchor: Anchor) -> bool:
    """Whether "from X to Y" tells of a change of date: "postponed from Tuesday to Friday"."""
    verb = anchor.verb(words.starts[start])
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
    from checker.values.periods import shifted

    first, last = (shifted(day, "year", years) for day in (period.first, period.last))
    return Period(first or period.first, last or period.last, period.grain)


def _value(words: Words, start: int, reading: Reading, length: Length | None, anchor: Anchor) -> Value:
    begin = words.starts[start]
    if length is not None and reading.end > length.end:
        begin = length.span.start
    if "range" in reading.notes and words.at(start - 1) in ("between", "from"):
        begin = words.starts[start - 1]
    if words.at(start - 1) in _ABOUT:
        begin = words.starts[start - 1]
    span = Span(begin, words.ends[reading.end - 1])
    bounds = reading.period.interval if reading.period else reading.symbol
    value = Value(
        Kind.DATE,
        span,
        words.text[span.start : span.end],
        bounds=bounds,
        unit=None,
        dimension=reading.dimension,
        grain=reading.grain,
        rounded=reading.wide.interval if reading.wide else bounds,
        notes=reading.notes,
    )
    return _shown(_bounded(words, start, reading, value, anchor))


def _noun_follows(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether the date only says which: "after the 1999 shooting"."""
    if not words.at(i)[:1].isalpha():
        return False
    return anchor.token(words.starts[i]).pos_ in ("NOUN", "PROPN", "ADJ")


def _bounded(words: Words, start: int, reading: Reading, value: Value, anchor: Anchor) -> Value:
    """With the preposition before it: "before March" is any day up to March, "since 2014" is noted."""
    before = words.at(start - 1)
    before = words.at(start - 2) if before == "the" else before
    if before in _ABOUT and reading.period:
        wide = (reading.wide or reading.period).widened(_NEAR.get(reading.grain, 0))
        return replace(value, hedge="~", rounded=wide.interval)
    if before not in ("by", "before", "after", "since", "until", "till"):
        return value
    noun_follows = words.possessive(reading.end) != reading.end or _noun_follows(words, reading.end, anchor)
    if before in ("since", "until", "till") or noun_follows or value.dimension or value.hedge != "=":
        return replace(value, notes=(*value.notes, before))
    low, high = value.bounds.low, value.bounds.high
    match before:
        case "by":
            bounds, hedge = Interval(None, high, whole=True), "<"
        case "before":
            bounds, hedge = Interval(None, low, high_open=True, whole=True), "<"
        case _:
            bounds, hedge = Interval(high, None, low_open=True, whole=True), ">"
    return replace(value, bounds=bounds, hedge=hedge, rounded=bounds, notes=(*value.notes, before))


def _shown(value: Value) -> Value:
    """With `low` and `high` in ISO 8601, where the days are known."""
    if value.dimension:
        return value
    return replace(value, low=_iso(value.bounds.low), high=_iso(value.bounds.high))


def _iso(day: Fraction | None) -> str | None:
    return None if day is None else date.fromordinal(min(max(int(day), 1), _LAST_DAY)).isoformat()
