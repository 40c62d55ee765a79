"""Limits: "more than 15,000", "up to 15 km". What a writer meant by one, and what its words allow.

A writer who gives a limit means a figure near it: at most twice as much above a floor of one digit
("more than 200"), half as much again above one of more ("more than 2,400"); so below a ceiling. Two caps
("up to 9bn", "up to 100bn") each say how far it may go.
"""

from __future__ import annotations

from fractions import Fraction

from checker.comparison.policy import Comparison, Policy, Reason, Route
from checker.data import word_list
from checker.model import CAP, Interval, Kind, Relation, Value

_TIMED = frozenset({Kind.DATE, Kind.TIME})
_NO_ESTIMATES = _TIMED | {Kind.AGE}  # "under-16s" are a group, "by 2028" is a day that is set
_ROUND, _TELLING = Fraction(2), Fraction(3, 2)  # how many times as great a figure told by a limit may be
CONVERTIBLE = frozenset({Kind.DURATION, Kind.MEASURE})
_ALIKE = 20  # two figures within a twentieth of each other are one, as converted or as rounded


def is_limit(value: Value) -> bool:
    """Whether it is open at one end."""
    return (value.bounds.low is None) != (value.bounds.high is None)


def as_meant(a: Value, b: Value, best: Relation, policy: Policy) -> Comparison | None:
    """Two accounts of one figure, one of them a limit: whether the figures that they mean may be one."""
    if _both_caps(a, b, policy):
        return _of_caps(a, b, best)
    if not _opposed(a, b) and (_one_number(a, b) or _converted(a, b)):
        return Comparison(Relation.OVERLAPS if best is Relation.DISJOINT else best, Reason.HEDGED)
    far = a.kind not in _NO_ESTIMATES and meant(a).relation(meant(b)) is Relation.DISJOINT
    if best is not Relation.DISJOINT and far and policy.route is Route.SOURCES:
        return _FAR
    return None if best is Relation.DISJOINT else Comparison(best, Reason.LIMIT_HELD)


def literally(a: Value, b: Value, best: Relation) -> Comparison | None:
    """A draft's value and its source's, one of them a limit: whether the draft's words follow."""
    if is_limit(a):
        return _limit_of_draft(a, b, best)
    if _one_number(a, b):
        if best is Relation.DISJOINT and not a.bounds.is_point:
            return Comparison(best, Reason.LIMIT_BROKEN)  # "nearly 200" of "more than 200"
        return Comparison(Relation.OVERLAPS if best is Relation.DISJOINT else best, Reason.UNHEDGED)
    end = _end(b)
    rounded = a.rounded if a.kind not in _TIMED and end is not None else None
    if rounded and end is not None and rounded.relation(Interval.point(end)) is not Relation.DISJOINT:
        return Comparison(Relation.OVERLAPS if best is Relation.DISJOINT else best, Reason.UNHEDGED)
    if _converted(a, b):
        return Comparison(Relation.OVERLAPS, Reason.CONVERTED)
    if best is Relation.DISJOINT:
        return None
    if _of_size(a, b):
        return Comparison(best, Reason.LESS_PRECISE)
    return Comparison(best, Reason.MORE_PRECISE) if _is_near(b, a) else _far(b, a, best)


_FAR = Comparison(Relation.DISJOINT, Reason.FAR_OFF)


def _far(limit: Value, other: Value, best: Relation) -> Comparison:
    """A figure far within a limit; where it is of one order with one told in full, the limit is a slip."""
    return Comparison(best, Reason.FAR_OFF) if _is_round(limit) or not of_one_order(limit, other) else _FAR


def _limit_of_draft(a: Value, b: Value, best: Relation) -> Comparison:
    if is_limit(b) and (_both_caps(a, b) or a.kind in _TIMED):
        return _of_caps(a, b, best)
    if is_limit(b) and not _opposed(a, b) and (_one_number(a, b) or _converted(a, b)):
        return Comparison(Relation.OVERLAPS if best is Relation.DISJOINT else best, Reason.HEDGED)
    if best is not Relation.BROADER:
        beyond = is_limit(b) and not _opposed(a, b)  # "more than 75" of "more than 73"
        if not is_limit(b) and _is_round_of(a, b):
            return Comparison(Relation.OVERLAPS, Reason.LIMIT_BROKEN)
        return Comparison(Relation.DISJOINT if beyond else best, Reason.LIMIT_BROKEN)
    if a.kind not in _TIMED and not _is_near(a, b):
        return _far(a, b, best)
    if is_limit(b) and _other_limit(a, b):
        return Comparison(Relation.DISJOINT, Reason.LIMIT_BROKEN)
    return Comparison(best, Reason.LIMIT_HELD)


def _other_limit(a: Value, b: Value) -> bool:
    """Whether a limit of a draft is not a source's, nor that in fewer digits: "over 40" of "over 50"."""
    if a.kind in _TIMED or a.unit != b.unit or len(a.stated) != 1 or len(b.stated) != 1:
        return False
    return not rounds(a.stated[0], b.stated[0])


def rounds(told: str, number: str) -> bool:
    """Whether a number is another, or the other in fewer digits, rounded up or down."""
    fewer = _digits(told) < _digits(number)
    gap = abs(Fraction(told) - Fraction(number))
    return gap == 0 or (fewer and gap < _last_place(told))


def _digits(number: str) -> int:
    return len(number.replace(".", "").strip("-0"))


def _last_place(number: str) -> Fraction:
    """What one more in its last digit that is no zero comes to: 100 in 300, a tenth in 1.3."""
    whole, _, part = number.partition(".")
    if part := part.rstrip("0"):
        return Fraction(1, 10 ** len(part))
    return Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))


def _is_round_of(limit: Value, other: Value) -> bool:
    """Whether a limit may be meant of what was measured and rounded: "over a fifth" of 20 %."""
    if limit.kind is Kind.COUNT or other.rounded is None:
        return False
    return limit.bounds.relation(other.rounded) is not Relation.DISJOINT


def _of_caps(a: Value, b: Value, best: Relation) -> Comparison:
    """Two stated ends: one, or not."""
    one = a.kind not in _TIMED and _alike(_end(a), _end(b)) and not _opposed(a, b)
    if not one:
        return Comparison(Relation.DISJOINT, Reason.LIMIT_BROKEN)
    relation = Relation.OVERLAPS if best is Relation.DISJOINT else best
    return Comparison(relation, Reason.HEDGED if a.unit == b.unit else Reason.CONVERTED)


def is_wide(value: Value) -> bool:
    """Whether it is a range of which the ends are far apart: "from 3 to 48" does not say 24."""
    low, high = value.bounds.low, value.bounds.high
    if value.kind in _NO_ESTIMATES or low is None or high is None or len(value.stated) != 2:
        return False
    return value.hedge == "=" and low * _ROUND < high


def is_loose_word_for(a: Value, b: Value) -> bool:
    """Whether one is told by a loose word ("a few days", "several") that may mean the other's figure."""
    if (_is_loose(a) and _is_loose(b)) or a.bounds.low is None or b.bounds.low is None:
        return False
    loose, other = (a, b) if _is_loose(a) else (b, a)
    low, high = loose.bounds.low, loose.bounds.high
    if not _is_loose(loose) or low is None or high is None:
        return False
    return Interval(low / _ROUND, high * _ROUND).relation(other.bounds) is not Relation.DISJOINT


def _is_loose(value: Value) -> bool:
    return not word_list("numbers", "vague").isdisjoint(value.text.lower().split())


def _both_caps(a: Value, b: Value, policy: Policy | None = None) -> bool:
    if a.bounds.high is None or b.bounds.high is None:
        return False
    return (CAP in a.notes and CAP in b.notes) or (policy is not None and policy.capped)


def meant(value: Value) -> Interval:
    """A limit as the figures that it may stand for."""
    low, high = value.bounds.low, value.bounds.high
    reach = _ROUND if _is_round(value) else _TELLING
    if high is None and low is not None and low > 0:
        return Interval(low, low * reach)
    if low is None and high is not None and high > 0:
        return Interval(high / reach, high)
    return value.bounds


def _is_round(limit: Value) -> bool:
    """Whether a limit is told in one digit, or in words: "more than 200", "at least half"."""
    return all(_digits(n) < 2 for n in limit.stated)


def _is_near(limit: Value, other: Value) -> bool:
    """Whether what another value faces a limit with is among the figures that it may stand for."""
    end = _end(other, limit)
    near = meant(limit)
    if limit.kind in _NO_ESTIMATES or end is None or near.low is None or near.high is None:
        return True
    return near.low <= end <= near.high


def of_one_order(limit: Value, other: Value) -> bool:
    """Whether a figure is less than ten times its limit, or more than a tenth: a slip keeps the order."""
    low, high = sorted(abs(end or Fraction(0)) for end in (_end(limit), _end(other, limit)))
    return high < low * 10


def _of_size(size: Value, least: Value) -> bool:
    """Whether the least of a figure is of a size that is told in one word: "dozens", "hundreds"."""
    low, floor = size.bounds.low, least.bounds.low
    if low is None or size.bounds.high is None or floor is None or least.bounds.high is not None:
        return False
    return len(size.stated) > 1 and low <= floor < Fraction(size.stated[-1])


def _one_number(a: Value, b: Value) -> bool:
    return bool(a.stated) and a.stated == b.stated and a.unit == b.unit


def _converted(a: Value, b: Value) -> bool:
    """Whether a limit is near a figure in another unit: "up to 160 km/h", "100 mph"."""
    if a.kind not in CONVERTIBLE or a.unit == b.unit or _opposed(a, b):
        return False
    return _alike(_end(a, b), _end(b, a))


def faces(limit: Value, other: Value) -> bool:
    """Whether a limit is so near another figure that a writer may have made it from that figure."""
    return is_limit(limit) and _alike(_end(limit), _end(other, limit))


def _opposed(a: Value, b: Value) -> bool:
    """Whether one is a floor and the other a ceiling."""
    return is_limit(a) and is_limit(b) and (a.bounds.low is None) != (b.bounds.low is None)


def _end(value: Value, other: Value | None = None) -> Fraction | None:
    """The end of a limit, or of a figure the end that faces the other, a limit."""
    if is_limit(value):
        return value.bounds.high if value.bounds.low is None else value.bounds.low
    if other is None or other.bounds.low is not None:
        return value.bounds.high
    return value.bounds.low


def _alike(a: Fraction | None, b: Fraction | None) -> bool:
    return a is not None and b is not None and abs(a - b) * _ALIKE <= max(abs(a), abs(b))


def near_limits(a: Value, b: Value) -> bool:
    """Whether two limits may be meant of one day, given in another way: "after May", "since June"."""
    limits = a.kind is Kind.DATE and is_limit(a) and is_limit(b)
    return limits and meant(a).relation(meant(b)) is not Relation.DISJOINT
