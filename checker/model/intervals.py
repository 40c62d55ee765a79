"""Exact sets of numbers, and how two sets of possibilities relate."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

End = tuple[int, Fraction | int, int]


class Relation(StrEnum):
    """How two sets of possibilities relate; the first is the one on the left."""

    EQUAL = "equal"
    NARROWER = "narrower"
    BROADER = "broader"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"

    def swapped(self) -> Relation:
        """The same relation seen from the other side."""
        return _SWAPPED.get(self, self)


_SWAPPED = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}


@dataclass(frozen=True, slots=True)
class Interval:
    """An exact set of numbers between two ends; None is unbounded.

    `step` is 1 for things that come whole (people, votes): then (100, ∞) and [101, ∞) are the
    same set. Ends are normalised on comparison, never on construction, so that what was said
    ("more than 100") can still be rendered.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    whole: bool = False
    _ends: tuple[End, End] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def point(cls, value: Fraction | int, *, whole: bool = False) -> Interval:
        exact = Fraction(value)
        return cls(exact, exact, whole=whole)

    @property
    def is_point(self) -> bool:
        return self.low is not None and (self.low is self.high or self.low == self.high)

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Interval:
        """Every member times `factor` plus `offset`; `factor` is positive (a change of unit)."""
        return Interval(
            None if self.low is None else self.low * factor + offset,
            None if self.high is None else self.high * factor + offset,
            self.low_open,
            self.high_open,
        )

    def widened(self, by: Fraction) -> Interval:
        """With all that lies no further than `by` from an end of it."""
        low, high = self.low, self.high
        return Interval(None if low is None else low - by, None if high is None else high + by)

    def ends(self) -> tuple[End, End]:
        """Comparable keys of both ends: (-1/0/1 for -∞/finite/∞, value, -1/0/1 for just below/at/just above).

        Whole intervals close their open ends first; two intervals are the same set iff these agree.
        """
        if self._ends is None:
            object.__setattr__(self, "_ends", self._ends_of(self.whole))
        assert self._ends is not None
        return self._ends

    def _ends_of(self, whole: bool) -> tuple[End, End]:
        low, high, low_open, high_open = self.low, self.high, self.low_open, self.high_open
        start: End = (-1, 0, 0) if low is None else (0, _plain(low), 1 if low_open else 0)
        stop: End = (1, 0, 0) if high is None else (0, _plain(high), -1 if high_open else 0)
        if whole and low is not None:
            start = (0, low.__floor__() + 1 if low_open else low.__ceil__(), 0)
        if whole and high is not None:
            stop = (0, high.__ceil__() - 1 if high_open else high.__floor__(), 0)
        return start, stop

    def relation(self, other: Interval) -> Relation:
        """Exact set relation. Two intervals of which one is whole are compared as whole sets.

        Where that leaves one of them empty (15.9 points), what is measured does not come whole after all.
        """
        a, b = self.ends(), other.ends()
        if self.whole != other.whole:
            a, b = self._ends_of(True), other._ends_of(True)
            if a[0] > a[1] or b[0] > b[1]:
                a, b = self._ends_of(False), other._ends_of(False)
        if a == b:
            return Relation.EQUAL
        if a[1] < b[0] or b[1] < a[0]:
            return Relation.DISJOINT
        if b[0] <= a[0] and a[1] <= b[1]:
            return Relation.NARROWER
        if a[0] <= b[0] and b[1] <= a[1]:
            return Relation.BROADER
        return Relation.OVERLAPS


def _plain(number: Fraction) -> Fraction | int:
    """The same number as an integer where it is one: those compare much faster."""
    return number.numerator if number.denominator == 1 else number
