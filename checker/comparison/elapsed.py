"""Ages, lengths of time and days that follow from days and hours: "since 2001", told in 2024, is 23 years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from checker.comparison.dates import weekday
from checker.comparison.derivation import Derivation, Figure, Step, derived
from checker.comparison.limits import meant
from checker.comparison.operands import number
from checker.data import word_list
from checker.model import CAP, Interval, Kind, Relation, Value

_DAY = Fraction(86400)  # seconds, in which lengths of time are held; ages are in years
_YEAR = Fraction(1461, 4)  # days
_LONG = {
    "month": 31,
    "year": 366,
    "decade": 1830,
    "century": 18300,
}  # days by which who counts in these may be out
_TOLD = {"day": 1, "week": 4} | _LONG  # the same for a length that only might be meant
_PLACED = frozenset({"day", "month", "year"})
_BORN = "v:bear"
_OTHER_EVENT = frozenset({"before", "after"})
_AHEAD = {"later": 1, "earlier": -1, "after": 1, "before": -1}


def times(figure: Figure, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """Every step by which days, hours and lengths come to an age, a length of time or a day."""
    kind = figure.value.kind
    if kind is Kind.AGE:
        yield from _ages(figure.value, candidates)
    if kind in (Kind.AGE, Kind.DURATION):
        yield from _since(figure.value, candidates)
        yield from _between(figure.value, candidates)
    if kind is Kind.DURATION:
        yield from _anniversaries(figure.value, candidates)
    if kind is Kind.DATE:
        yield from _days_after(figure.value, candidates)
        yield from _ahead(figure.value, candidates)


def _ages(age: Value, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """Somebody's age on the day of an account that tells the day, month or year of birth."""
    for born in candidates:
        ends = _days(born.value)
        if ends is None or born.day is None or _BORN not in born.heads or born.value.grain not in _PLACED:
            continue
        years = Interval(Fraction((born.day - ends[1]) // _YEAR), Fraction((born.day - ends[0]) // _YEAR + 1))
        if _meet(years, age.bounds):
            yield derived(Step.AGE, (born,), sure=True)


def _since(length: Value, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """From a day to that of the account that tells it. So is an age that of a thing: "built in 2021".

    An account without a day was told after every year that it names: enough for a length that is only said
    to be more than something.
    """
    if length.grain not in _LONG or CAP in length.notes:
        return
    unit = _DAY if length.kind is Kind.DURATION else 1 / _YEAR
    for begun in candidates:
        ends = _days(begun.value)
        if ends is None or begun.value.grain not in _LONG:
            continue
        if begun.day is None:
            named = (d[1] for c in candidates if c.account == begun.account and (d := _days(c.value)))
            gone = Interval.point((max(named) - ends[0]) * unit)
            follows = length.bounds.high is None
        else:
            slack = min(Fraction(_LONG[length.grain]), (length.bounds.low or Fraction(0)) / unit / 2)
            gone = Interval((begun.day - ends[1] - slack) * unit, (begun.day - ends[0] + slack) * unit)
            follows = ends[0] < begun.day
        if follows and _meet(gone, meant(length)):
            yield derived(Step.LENGTH, (begun,), sure=True)


def _anniversaries(length: Value, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """So many years since what has its so-manieth anniversary."""
    for told in candidates:
        day = told.value.counted
        if (
            day is not None
            and told.value.kind is Kind.ORDINAL
            and day.head in word_list("durations", "anniversaries")
        ):
            years = number(told.value) * _YEAR * _DAY
            if length.grain == "year" and _meet(Interval.point(years), meant(length)):
                yield derived(Step.LENGTH, (replace(told, alike=True),), sure=True)


def _between(length: Value, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """The length of a stretch ("from 2016 to 2022"), or from one day or hour to another beside it."""
    if length.kind is not Kind.DURATION or length.dimension:
        return
    for stretch in candidates:
        gone = _stretch(stretch.value, length)
        if gone is not None and _meet(gone, meant(length)):
            yield derived(Step.LENGTH, (stretch,), sure=True)
    for one, other in combinations(candidates, 2):
        if one.account != other.account or not one.value.comparable(other.value):
            continue
        begun, ended = (_start(c.value) for c in (one, other))
        if begun is None or ended is None:
            continue
        gone = Interval.point(abs(ended - begun))
        if ended != begun and (
            _meet(gone, meant(length)) or (length.rounded and _meet(gone, length.rounded))
        ):
            same = one.in_sentence(other) and one.value.kind is not Kind.AGE
            yield derived(Step.LENGTH, (one, other), same)
    for other in candidates:
        ends, slack = _days(other.value), _TOLD.get(length.grain or "")
        if ends is None or other.day is None or slack is None or other.value.grain not in _TOLD:
            continue
        days = abs(other.day - ends[0])
        around = Interval((days - slack) * _DAY, (days + slack) * _DAY)
        if days and _meet(around, meant(length)):
            yield derived(Step.LENGTH, (other,), sure=False)


def _stretch(value: Value, length: Value) -> Interval | None:
    """How long a range of days or of hours is, in seconds, as such lengths are told."""
    low, high = value.bounds.low, value.bounds.high
    if low is None or high is None:
        return None
    if value.kind is Kind.TIME and low < high:
        return Interval.point(high - low)
    if (
        value.kind is not Kind.DATE
        or value.dimension
        or "range" not in value.notes
        or length.grain not in _LONG
    ):
        return None
    slack = _LONG[length.grain]
    return Interval((high - low - 2 * slack) * _DAY, (high - low + slack) * _DAY)


def _start(value: Value) -> Fraction | None:
    """The second of a day of the calendar or an hour of the day, or when someone of an age was born."""
    if value.bounds.low is None or not value.grain:
        return None
    if value.kind is Kind.AGE and value.grain == "year":
        return value.bounds.low * _YEAR * _DAY
    if not value.bounds.is_point and value.bounds.high is not None:
        return None
    if value.kind is Kind.DATE and not value.dimension:
        return value.bounds.low * _DAY
    return value.bounds.low if value.kind is Kind.TIME else None


def _days_after(day: Value, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """So many days after, or before, another day: "on Friday … two days later" is a Sunday.

    What the days are before or after need not be that day: "two days before the vote".
    """
    for length in candidates:
        days = (length.value.bounds.low or Fraction(0)) / _DAY
        sign = next((_AHEAD[note] for note in length.value.notes if note in _AHEAD), 0)
        if length.value.kind is not Kind.DURATION or length.value.grain != "day" or not sign:
            continue
        for start in candidates:
            beside = start.account == length.account and start.value.kind is Kind.DATE
            if beside and _is_after(day, start.value, int(days) * sign):
                sure = start.near(length) and _OTHER_EVENT.isdisjoint(length.value.notes)
                yield derived(Step.DAY, (start, length), sure)


def _ahead(day: Value, candidates: Sequence[Figure]) -> Iterator[Derivation]:
    """So long after or before an account appeared: "until 2030" of one of 2015 that says "for 15 years"."""
    ends = _days(day)
    for length in candidates:
        bounds = length.value.bounds
        told = (
            length.value.kind is Kind.DURATION and length.value.grain in _LONG and not length.value.dimension
        )
        if ends is None or not told or length.day is None or bounds.low is None or bounds.high is None:
            continue
        low, high = bounds.low / _DAY, bounds.high / _DAY
        reached = (
            Interval(length.day + low, length.day + high),
            Interval(length.day - high, length.day - low),
        )
        if day.grain in _LONG and any(_meet(end, day.bounds) for end in reached):
            yield derived(Step.DAY, (length,), sure=False)


def _is_after(day: Value, start: Value, step: int) -> bool:
    wanted, named = weekday(day), _named(start)
    if wanted is not None and named is not None:
        return (named + step - wanted) % 7 == 0
    ends, first = _days(day), _days(start)
    if ends is None or first is None or not (day.grain == start.grain == "day"):
        return False
    return first[0] + step == ends[0]


def _named(day: Value) -> int | None:
    """The weekday of a day, as its words name it or as the calendar has it."""
    ends = _days(day)
    placed = date.fromordinal(int(ends[0])).isoweekday() if ends and day.grain == "day" else None
    return weekday(day) or placed


def _days(value: Value) -> tuple[Fraction, Fraction] | None:
    """The first and the last day of a date that is placed in the calendar."""
    low, high = value.bounds.low, value.bounds.high
    if value.kind is not Kind.DATE or value.dimension or low is None or high is None:
        return None
    return low, high


def _meet(a: Interval, b: Interval) -> bool:
    return a.relation(b) is not Relation.DISJOINT
