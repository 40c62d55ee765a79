"""What is read of a number, a date or a term: the set that it denotes, with its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from checker.model.intervals import Interval, Relation
from checker.model.texts import Span


class Kind(StrEnum):
    COUNT = "count"
    MONEY = "money"
    PERCENTAGE = "percentage"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    ORDINAL = "ordinal"
    TERM = "term"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: `text` is the noun phrase without determiner and number."""

    text: str
    span: Span
    head: str  # lemma of the head noun, lower case
    modifiers: tuple[str, ...] = ()  # lemmas of the words before and after that narrow it


class Basis(StrEnum):
    """What a number is a number of, where the words say it."""

    EACH = "each"
    TOTAL = "total"
    MORE = "more"  # in addition to others: "30 more"
    PART = "part"  # a subset of a whole named beside it: "three of them children"


CAP, FLOOR = "cap", "floor"  # notes of a Value: a limit was stated, "up to 9bn", "at least 30 days"
EITHER_HALF = "a.m. or p.m. not said"  # note of a time
EITHER_YEAR = "one of two years"  # note of a date: `bounds` is the nearer one, `rounded` reaches to the other


@dataclass(frozen=True, slots=True)
class Said:
    """Numbers and unit in the words of the text, where the value is normalised otherwise: 50 and "cent"."""

    stated: tuple[str | None, ...]
    unit: str | None


_UNBOUNDED = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Value:
    """A typed, normalised value with its verbatim words.

    `bounds` is the set it denotes in the base unit of its `dimension` (seconds for durations and
    times, days since 1 January of year 1 for dates, SI for measures, major currency units for
    money, percent for percentages). `stated` holds the number or numbers in plain decimals and in
    `unit`: as said, but money in major units ("50 cents" is 0.50, and `said` keeps the 50 cents).
    """

    kind: Kind
    span: Span
    text: str
    stated: tuple[str, ...] = ()
    bounds: Interval = _UNBOUNDED
    low: str | None = None  # bounds as shown: stated unit for measures, seconds for durations, ISO for dates
    high: str | None = None
    unit: str | None = None
    dimension: str = ""  # only values of one kind and dimension compare: "length", "USD", "people" is not one
    hedge: str = "="  # = ~ > <
    change: str | None = None  # up, down: the value is the size of a change, not a level
    counted: Counted | None = None
    basis: Basis | None = None
    grain: str | None = None  # dates and times: minute, hour, day, week, month, quarter, year, decade …
    rounded: Interval | None = None  # what a writer may have rounded to these words; contains `bounds`
    notes: tuple[str, ...] = ()  # finer distinctions for rules: "revised", "per-year", "early" …
    said: Said | None = None  # numbers and unit as said, where `stated` and `unit` are not
    parts: tuple[Value, ...] = ()  # what adds up to it: the hours and the minutes of "3 hours and 10 minutes"
    named: bool = False  # `change` is named by a noun or adjective ("a 3 % drop"), not told by a verb

    def comparable(self, other: Value) -> bool:
        return self.kind == other.kind and self.dimension == other.dimension

    def relation(self, other: Value) -> Relation:
        """How the two sets relate; values of another kind or dimension have nothing in common."""
        return self.bounds.relation(other.bounds) if self.comparable(other) else Relation.DISJOINT


class Placed:
    """The values of an article in the order of its text, to be found by where they stand."""

    def __init__(self, values: Iterable[Value]) -> None:
        self.values = sorted(values, key=lambda v: v.span)
        self._starts = [v.span.start for v in self.values]
        self._longest = max((v.span.end - v.span.start for v in self.values), default=0)

    def within(self, span: Span) -> list[Value]:
        first, last = (bisect_left(self._starts, at) for at in (span.start, span.end))
        return [v for v in self.values[first:last] if v.span.end <= span.end]

    def over(self, span: Span) -> list[Value]:
        """The values of which some words stand in a span."""
        first, last = (bisect_left(self._starts, at) for at in (span.start - self._longest, span.end))
        return [v for v in self.values[first:last] if v.span.overlaps(span)]
