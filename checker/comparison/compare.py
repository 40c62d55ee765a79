"""How two values relate: as sets, as rounded, as converted, as told of each and of all."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.comparison.dates import one_weekday, other_day, readings
from checker.comparison.limits import (
    CONVERTIBLE,
    as_meant,
    is_limit,
    is_loose_word_for,
    is_wide,
    literally,
    rounds,
)
from checker.comparison.policy import Comparison, Policy, Reason, Route
from checker.comparison.unlike import unlike
from checker.model import EITHER_YEAR, Basis, Interval, Kind, Relation, Value


def compare(a: Value, b: Value, policy: Policy) -> Relation:
    """How two values relate under a policy; of a draft and its source the draft's comes first."""
    return why(a, b, policy).relation


def why(a: Value, b: Value, policy: Policy) -> Comparison:
    """How two values relate, and the reason.

    Values that nothing relates (people and minutes) overlap, since neither speaks against the other.
    """
    if a.comparable(b) and (a.kind is b.kind is Kind.TIME or EITHER_YEAR in (*a.notes, *b.notes)):
        found = [_of_one_kind(x, y, policy) for x in readings(a) for y in readings(b)]
        return next((c for c in found if c.agrees), found[0])
    return unlike(a, b) or _of_one_kind(a, b, policy)


def _of_one_kind(a: Value, b: Value, policy: Policy) -> Comparison:
    if a.change and b.change and a.change != b.change:
        return Comparison(Relation.DISJOINT, Reason.OTHER_DIRECTION)
    best = a.bounds.relation(b.bounds)
    if best is Relation.EQUAL or (a.kind is Kind.DATE and one_weekday(a, b)):
        return Comparison(Relation.EQUAL, Reason.EQUAL)
    if _unit_replaced(a, b) or (a.kind is Kind.DATE and other_day(a, b)):
        return _apart(a, b)
    limited = is_limit(a) or is_limit(b)
    if limited and policy.route is Route.DRAFT:
        if is_limit(a) and b.hedge == "~" and a.bounds.relation(_core(b)) is Relation.BROADER:
            b, best = (
                replace(b, bounds=_core(b)),
                Relation.BROADER,
            )  # "over 75 million" of "roughly 75,085,894"
        found = literally(a, b, best)
    elif limited:
        found = as_meant(a, b, best, policy)
    elif policy.route is not Route.WITHIN and _other_ends(a, b):
        found = None
    else:
        found = _overlapping(a, b, best)
    return found or _near(a, b, policy) or _apart(a, b)


def _overlapping(a: Value, b: Value, best: Relation) -> Comparison | None:
    """Two sets with members in common: one says more than the other, or both are hedged."""
    if best is Relation.DISJOINT:
        return None
    if a.kind in CONVERTIBLE and a.unit != b.unit:
        return Comparison(best, Reason.CONVERTED)
    if _one_figure(a, b):
        return Comparison(best, Reason.HEDGED)
    if best is Relation.BROADER:
        return Comparison(best, Reason.ROUNDED if a.hedge == "~" else Reason.LESS_PRECISE)
    if best is Relation.NARROWER and a.kind is Kind.DATE and a.grain == b.grain:
        return Comparison(best, Reason.ROUNDED)  # "four years ago" and "in 1994" are told alike
    if best is Relation.NARROWER:
        return Comparison(best, Reason.FAR_OFF if is_wide(b) else Reason.MORE_PRECISE)
    return Comparison(best, Reason.HEDGED)


def _other_ends(a: Value, b: Value) -> bool:
    """Whether both give the two ends of a range, and not the same: 10 to 15 and 10 to 20 are two ranges."""
    if a.unit != b.unit or a.kind is Kind.DATE or not (_is_range(a) and _is_range(b)):
        return False
    ends = list(zip(a.stated, b.stated, strict=True))
    return not (all(rounds(x, y) for x, y in ends) or all(rounds(y, x) for x, y in ends))


def _is_range(value: Value) -> bool:
    return value.hedge == "=" and len(value.stated) == 2 and not value.bounds.is_point


def _near(a: Value, b: Value, policy: Policy) -> Comparison | None:
    """Two sets without a member in common that may tell of one figure all the same."""
    if not (is_limit(a) or is_limit(b)):
        if _one_figure(a, b):
            return Comparison(Relation.OVERLAPS, Reason.HEDGED)
        if policy.route is Route.SOURCES and is_loose_word_for(a, b):
            return Comparison(Relation.OVERLAPS, Reason.HEDGED)
        if not policy.exact and (rounded := _rounded(a, b, policy)):
            return Comparison(Relation.OVERLAPS, rounded)
    if policy.within is not None and policy.within.covers(a, b):
        return Comparison(Relation.OVERLAPS, Reason.TOLERATED)
    if _each_and_total(a, b):
        return Comparison(Relation.EQUAL, Reason.EACH_AND_TOTAL)
    return None


def _rounded(a: Value, b: Value, policy: Policy) -> Reason | None:
    """Whether one was rounded to the other, or either in another unit and then rounded."""
    converted = a.kind in CONVERTIBLE and a.unit != b.unit
    if a.rounded is not None and _meet(a.rounded, _core(b)):
        return Reason.CONVERTED if converted else Reason.ROUNDED
    if b.rounded is not None and _meet(_core(a), b.rounded):
        if converted:
            return Reason.CONVERTED
        # 1,204 of 1,200 is more than the source says
        more = policy.route is Route.DRAFT and a.kind is not Kind.DATE
        return Reason.MORE_PRECISE if more else Reason.ROUNDED
    both = a.kind is Kind.MEASURE and converted and a.rounded is not None and b.rounded is not None
    if both and a.stated != b.stated and _meet(a.rounded or a.bounds, b.rounded or b.bounds):
        return Reason.CONVERTED
    return None


def _core(value: Value) -> Interval:
    """The figure itself, where a hedge widens it: what may be rounded is not rounded once more."""
    low, high = value.bounds.low, value.bounds.high
    if value.hedge == "=" or value.kind is Kind.DATE or low is None or high is None:
        return value.bounds
    if len(value.stated) != 1 or low == high:
        return value.bounds
    if value.bounds.low_open or value.stated[0] == value.low:
        return Interval.point(low)
    if value.bounds.high_open or value.stated[0] == value.high:
        return Interval.point(high)
    return Interval.point((low + high) / 2)


def _meet(a: Interval, b: Interval) -> bool:
    return a.relation(b) is not Relation.DISJOINT


def _one_figure(a: Value, b: Value) -> bool:
    """Whether both state the same number of the same unit, each limited in its own way.

    A fraction in words stands for every figure that is nearest to it: "two in five" for "about 41 percent".
    """
    same = bool(a.stated) and a.stated == b.stated and a.unit == b.unit
    words = a.kind is b.kind is Kind.PERCENTAGE and in_words(a) and not in_words(b)
    return same or (words and a.rounded is not None and _meet(a.rounded, _core(b)))


def in_words(value: Value) -> bool:
    """Whether a percentage was said as a fraction: "one in five", "a third"."""
    return value.said is not None and value.said.unit is None


def _unit_replaced(a: Value, b: Value) -> bool:
    """Thousands of acres for thousands of hectares: both may be so, but it is not what was said."""
    loose = not a.bounds.is_point and not b.bounds.is_point
    return loose and bool(a.stated) and a.stated == b.stated and a.unit != b.unit


def _each_and_total(a: Value, b: Value) -> bool:
    """Whether one is the other of both sides: 175 each, of two sides, and 350 in all."""
    return any(
        each.basis is Basis.EACH
        and other.basis is not Basis.EACH
        and _meet(each.bounds.scaled(Fraction(2)), other.bounds)
        for each, other in ((a, b), (b, a))
    )


def _apart(a: Value, b: Value) -> Comparison:
    """Why two values disagree: the same number in another unit or scale, or another number."""
    reason = Reason.OTHER_VALUE
    if a.stated and a.stated == b.stated and a.unit != b.unit:
        reason = Reason.OTHER_UNIT
    elif _thousandfold(a.bounds.low, b.bounds.low) or _thousandfold(b.bounds.low, a.bounds.low):
        reason = Reason.OTHER_SCALE
    return Comparison(Relation.DISJOINT, reason)


def _thousandfold(a: Fraction | None, b: Fraction | None) -> bool:
    """Whether one is a thousand, a million, a billion … times the other."""
    if a is None or b is None or a.numerator <= 0 or b.numerator <= 0:
        return False
    times, rest = divmod(a.numerator * b.denominator, b.numerator * a.denominator)
    if rest or times < 2:
        return False
    while times % 1000 == 0:
        times //= 1000
    return times == 1
