"""Figures as what a step of arithmetic takes and gives: which go together, and what comes to a draft's."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from checker.comparison.compare import why
from checker.comparison.derivation import Figure
from checker.comparison.limits import is_limit
from checker.comparison.policy import DRAFT, Reason
from checker.model import Basis, Interval, Kind, Value

_UNITS = frozenset({Kind.MONEY, Kind.MEASURE, Kind.DURATION})  # told in a unit, which says what is added up
SMALL = 12  # counts up to it come about by chance
MULTIPLE, SCORE, FROM_TO = "multiple", "score", "from-to"
_NEAR = Fraction(6, 5)  # how many times its limit a figure may be


def like(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind and dimension, and of one sort of thing as far as is known."""
    same = in_one_unit(a.value, b.value) and a.value.dimension not in (MULTIPLE, SCORE)
    return same and a.fits(b) and b.value.basis is not Basis.MORE


def in_one_unit(a: Value, b: Value) -> bool:
    """Whether two amounts compare, as told or once the unit is put back: "5 million euros … 2 million"."""
    return a.comparable(b) or any(x.kind in _UNITS and _is_bare(y) for x, y in ((a, b), (b, a)))


def in_unit_of(value: Value, figure: Figure) -> Figure:
    """A figure told without its unit in that of a draft's: "57 kilometres … which measures 53.9"."""
    bare = figure.value
    if (
        value.kind not in _UNITS
        or not _is_bare(bare)
        or len(value.stated) != 1
        or not Fraction(value.stated[0])
    ):
        return figure
    unit = number(value) / Fraction(value.stated[0])
    told = replace(
        bare, kind=value.kind, dimension=value.dimension, bounds=bare.bounds.scaled(unit), rounded=None
    )
    return replace(figure, value=told, alike=False)


def _is_bare(value: Value) -> bool:
    """Whether a number leaves what it counts to the words before it."""
    beside = value.counted is not None and value.counted.span.start > value.span.start
    return value.kind is Kind.COUNT and not value.dimension and not beside and _is_no_small_count(value)


def _is_no_small_count(value: Value) -> bool:
    return number(value) > SMALL or number(value).denominator > 1


def of_one_sort(*figures: Figure) -> bool:
    """Whether figures are known to be of one sort of thing; money and measures are by their unit."""
    return all(f.value.kind in _UNITS for f in figures) or all(
        a.counts_same(b) for a, b in combinations(figures, 2)
    )


def is_chance(*figures: Figure) -> bool:
    """Whether figures are too common to be meant together: one is a small count."""
    return any(f.value.kind is Kind.COUNT and number(f.value) <= SMALL for f in figures)


def number(value: Value) -> Fraction:
    low, high = value.bounds.low, value.bounds.high
    if low is None or high is None or low == high:
        return (high if low is None else low) or Fraction(0)
    return (low + high) / 2


def ends_of(value: Value) -> tuple[Value, Value] | None:
    """Both ends of "from 10 to 15", each a value of its own."""
    if FROM_TO not in value.notes or len(value.stated) != 2 or not Fraction(value.stated[1]):
        return None
    unit = number(value) / Fraction(value.stated[1])
    before, after = (
        replace(value, bounds=Interval.point(Fraction(n) * unit), rounded=None, stated=(n,))
        for n in value.stated
    )
    return before, after


def comes_to(number: Fraction, value: Value) -> bool:
    """Whether a number worked out is what a draft says, as it says it."""
    told = value.rounded or value.bounds
    if is_limit(value):  # what a writer gives a limit for is near it
        low, high = told.low, told.high
        told = Interval((high or 0) / _NEAR, high) if low is None else Interval(low, low * _NEAR)
    if (told.low is not None and number < told.low) or (told.high is not None and number > told.high):
        return False
    made = replace(
        value,
        bounds=Interval.point(number, whole=value.bounds.whole and number.denominator == 1),
        stated=(str(number),),
        hedge="=",
        rounded=None,
        basis=None,
        notes=(),
    )
    found = why(value, made, DRAFT)
    return found.backs and found.reason not in (Reason.FAR_OFF, Reason.EACH_AND_TOTAL)
