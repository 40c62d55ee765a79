"""Signs that two counts are of two things: the dead of this disaster and of one long ago.

A draft is held to its sources as it is: for it these are no excuses.
"""

from __future__ import annotations

from fractions import Fraction

from checker.claims.claim import Claim
from checker.model import Interval, Kind, Role

_MANY_TIMES = 10  # two accounts of one thing are seldom that far apart


def drafted(a: Claim, b: Claim) -> bool:
    """Whether one of them is a draft's."""
    return Role.DRAFT in (a.article.role, b.article.role)


def far_apart(a: Claim, b: Claim) -> bool:
    """Whether two counts of sources are so far apart that they may be of two things."""
    return a.value.kind is Kind.COUNT and not drafted(a, b) and times_apart(a, b) >= _MANY_TIMES


def times_apart(a: Claim, b: Claim) -> Fraction:
    """How many times the one is the other, by their nearest ends; 1 where they meet."""
    low, high = sorted((a.value.bounds, b.value.bounds), key=lambda bounds: bounds.low or 0)
    end, start = _end(low), high.low
    return max(Fraction(1), start / end) if end and start else Fraction(1)


def _end(bounds: Interval) -> Fraction | None:
    return bounds.high if bounds.high is not None else bounds.low
