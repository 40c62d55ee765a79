"""Relations of values are exact set algebra: what must hold of any two sets of numbers."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Article, Interval, Kind, Relation, Value
from checker.values.numerals import decimal_text, find_numerals
from checker.values.quantity import limited, rounded_to

HEDGES = (
    None,
    "over",
    "at_least",
    "under",
    "at_most",
    "just_over",
    "just_under",
    "nearly",
    "about",
    "exactly",
)

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=6)
ends = st.none() | numbers
whole_numbers = st.integers(min_value=1, max_value=10**12)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Sets that hold at least one number."""
    whole = draw(st.booleans())
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        return Interval.point(Fraction(low.__floor__()) if whole else low, whole=whole)
    found = Interval(low, high, draw(st.booleans()), draw(st.booleans()), whole)
    start, stop = found.ends()
    if start > stop:  # a whole interval between two whole numbers holds none
        assert low is not None
        return Interval.point(low.__floor__(), whole=True)
    return found


def holds(interval: Interval, number: Fraction) -> bool:
    low, high = interval.low, interval.high
    if interval.whole and number.denominator != 1:
        return False
    above = low is None or (number > low if interval.low_open else number >= low)
    return above and (high is None or (number < high if interval.high_open else number <= high))


def samples(*sets: Interval) -> list[Fraction]:
    """The ends of the sets and numbers close to and between them."""
    marks = sorted({end for item in sets for end in (item.low, item.high) if end is not None} | {Fraction(0)})
    near = [
        mark + step
        for mark in marks
        for step in (Fraction(-1), Fraction(-1, 7), Fraction(0), Fraction(1, 7), 1)
    ]
    between = [(a + b) / 2 for a, b in itertools.pairwise(marks)]
    whole = [Fraction(mark.__floor__() + step) for mark in marks for step in (-1, 0, 1, 2)]
    return [*near, *between, *whole]


@given(intervals(), intervals())
def test_swapping_sides_swaps_the_relation(a: Interval, b: Interval) -> None:
    assert b.relation(a) is a.relation(b).swapped()


@given(intervals())
def test_a_set_equals_itself(a: Interval) -> None:
    assert a.relation(a) is Relation.EQUAL


@given(intervals(), intervals(), intervals())
def test_equality_is_transitive(a: Interval, b: Interval, c: Interval) -> None:
    if len({a.whole, b.whole, c.whole}) == 1 and a.relation(b) is b.relation(c) is Relation.EQUAL:
        assert a.relation(c) is Relation.EQUAL


@given(intervals(), intervals())
def test_relations_are_those_of_the_members(a: Interval, b: Interval) -> None:
    if a.whole != b.whole:
        return
    relation = a.relation(b)
    in_a = {number for number in samples(a, b) if holds(a, number)}
    in_b = {number for number in samples(a, b) if holds(b, number)}
    if relation is Relation.EQUAL:
        assert in_a == in_b
    elif relation is Relation.NARROWER:
        assert in_a <= in_b
    elif relation is Relation.BROADER:
        assert in_a >= in_b
    elif relation is Relation.DISJOINT:
        assert not in_a & in_b
    if in_a & in_b:
        assert relation is not Relation.DISJOINT
    if in_a - in_b:
        assert relation not in (Relation.EQUAL, Relation.NARROWER)


@given(intervals(), intervals(), st.fractions(min_value=Fraction(1, 9), max_value=1000), numbers)
def test_a_change_of_unit_keeps_the_relation(
    a: Interval, b: Interval, factor: Fraction, offset: Fraction
) -> None:
    plain = [Interval(item.low, item.high, item.low_open, item.high_open) for item in (a, b)]
    scaled = [item.scaled(factor, offset) for item in plain]
    assert scaled[0].relation(scaled[1]) is plain[0].relation(plain[1])


@given(st.sampled_from(HEDGES), whole_numbers)
def test_what_is_said_lies_at_or_inside_its_hedged_bounds(hedge: str | None, value: int) -> None:
    bounds = limited(hedge, Fraction(value), Fraction(1))
    closed = Interval(bounds.low, bounds.high)
    assert Interval.point(value).relation(closed) in (Relation.NARROWER, Relation.EQUAL)


@given(whole_numbers, st.booleans())
def test_rounding_contains_what_was_said(value: int, exact: bool) -> None:
    band = rounded_to(Fraction(value), Fraction(1), exact=exact)
    assert Interval.point(value).relation(band) in (Relation.NARROWER, Relation.EQUAL)


@given(whole_numbers)
def test_a_number_in_digits_reads_back_as_itself(value: int) -> None:
    for text in (str(value), f"{value:,}"):
        (numeral,) = find_numerals(text)
        assert numeral.stated == (str(value),)


@given(st.integers(min_value=0, max_value=999_999), st.integers(min_value=0, max_value=99))
def test_a_decimal_reads_back_as_itself(whole: int, part: int) -> None:
    (numeral,) = find_numerals(f"{whole}.{part:02}")
    assert Fraction(numeral.stated[0]) == Fraction(f"{whole}.{part:02}")


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_plain_decimals_are_right_to_fifteen_digits(value: Fraction) -> None:
    shown = Fraction(decimal_text(value))
    assert abs(shown - value) <= abs(value) / 10**14


ONES = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(value: int) -> str:
    """The number in words as British papers write it."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= size:
            rest = value % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(value // size)} {name}" + (joint + in_words(rest) if rest else "")
    if value >= 100:
        return f"{ONES[value // 100 - 1]} hundred" + (f" and {in_words(value % 100)}" if value % 100 else "")
    if value >= 20:
        return TENS[value // 10 - 2] + (f"-{ONES[value % 10 - 1]}" if value % 10 else "")
    return ONES[value - 1]


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_a_number_in_words_reads_back_as_itself(value: int) -> None:
    (numeral,) = find_numerals(in_words(value))
    assert numeral.stated == (str(value),)


@given(intervals(), intervals())
def test_values_relate_as_their_bounds(a: Interval, b: Interval) -> None:
    article = Article("a", "7 men")
    span = find_numerals(article.text)[0].span
    left, right = (Value(Kind.COUNT, span, "7", bounds=bounds) for bounds in (a, b))
    assert left.relation(right) is a.relation(b)
