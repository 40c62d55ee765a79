"""Exact sets of numbers, and how two sets of possibilities relate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


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

    @classmethod
    def point(cls, value: Fraction | int, *, whole: bool = False) -> Interval:
        exact = Fraction(value)
        return cls(exact, exact, whole=whole)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def _plain(self) -> bool:
        """Whether it is a single number that is whole where its kind comes whole: most are."""
        if self.low is None or (self.low is not self.high and self.low != self.high):
            return False
        return not self.low_open and not self.high_open and (not self.whole or self.low.denominator == 1)

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

    def ends(self) -> tuple[tuple[int, Fraction, int], tuple[int, Fraction, int]]:
        """Comparable keys of both ends: (-1/0/1 for -∞/finite/∞, value, -1/0/1 for just below/at/just above).

        Whole intervals close their open ends first; two intervals are the same set iff these agree.
        """
        low, high, low_open, high_open = self.low, self.high, self.low_open, self.high_open
        if self.whole:
            if low is not None:
                low = Fraction(low.__floor__() + 1 if low_open else low.__ceil__())
                low_open = False
            if high is not None:
                high = Fraction(high.__ceil__() - 1 if high_open else high.__floor__())
                high_open = False
        start = (-1, Fraction(0), 0) if low is None else (0, low, 1 if low_open else 0)
        stop = (1, Fraction(0), 0) if high is None else (0, high, -1 if high_open else 0)
        return start, stop

    def relation(self, other: Interval) -> Relation:
        """Exact set relation. Two intervals of which one is whole are compared as whole sets.

        Where that leaves one of them empty (15.9 points), what is measured does not come whole after all.
        """
        a, b = self, other
        if a._plain and b._plain:
            return Relation.EQUAL if a.low == b.low else Relation.DISJOINT
        if a.whole != b.whole:
            a, b = (Interval(x.low, x.high, x.low_open, x.high_open, True) for x in (a, b))
            if any(start > stop for start, stop in (a.ends(), b.ends())):
                a, b = (Interval(x.low, x.high, x.low_open, x.high_open) for x in (a, b))
        (a_low, a_high), (b_low, b_high) = a.ends(), b.ends()
        if (a_low, a_high) == (b_low, b_high):
            return Relation.EQUAL
        if a_high < b_low or b_high < a_low:
            return Relation.DISJOINT
        if b_low <= a_low and a_high <= b_high:
            return Relation.NARROWER
        if a_low <= b_low and b_high <= a_high:
            return Relation.BROADER
        return Relation.OVERLAPS
