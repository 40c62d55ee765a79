"""How two figures that do not agree stand in their accounts: what speaks for their being a disagreement.

Beside the likeness of their surroundings: whether either has a better partner, whether one account gives the
other's figure, too, with whom further accounts side, and how near the two values are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from checker.model import Interval, Kind, Value

NEVER = -4.0  # log odds where there is no mention at all
_TIMES = 150  # times that one value is the other, from where on it makes no difference
_DIGITS = 5
_FEW = 12
_NEXT, _NEAR, _FAR, _WORLDS = math.log(1.2), math.log(2), math.log(10), math.log(100)
KINDS = tuple(k for k in Kind if k not in (Kind.TERM, Kind.QUOTE))


class Standing(NamedTuple):
    """One number a feature, in the order of the weights; the same whichever of the two comes first."""

    score: float  # log odds that their surroundings are of one thing
    lead_least: float  # how far the score is before that of the next partner of either, at least and at most
    lead_most: float
    first: float  # the best partner of one of them …
    mutual: float  # … of both
    told: float  # log odds above NEVER of the best mention in the other's account that agrees with one
    told_one: float  # whether there is such a mention, for one of them …
    told_both: float  # … for both
    siding: float  # by how many further accounts more the one is likely to be told than the other, 2 at most
    few: float  # 1 / the number of such figures in the account that has fewer
    sole: float  # the only such figure in both
    few_alike: float  # as `few`, of figures of one thing or state
    sole_alike: float
    apart: float  # log of how many times the one is the other
    next: float
    near_by: float
    far: float
    lasts_other: float  # one lasts more than a hundred times as long as the other: minutes and years
    digits: float  # share of digits that stand in the same place, of two numbers of one length
    one_digit: float  # … all but one
    permuted: float  # the same digits in another order
    scaled: float  # the same digits, but for the zeros they end in: 15 million for 15 billion
    small: float  # both counts of a few
    drafted: float  # one of them is a draft's …
    drafted_first: float  # … and each the best partner of the other
    kind: Kind

    def row(self) -> list[float]:
        return [*self[:-1], *_OF_KIND[self.kind]]


_OF_KIND: Mapping[Kind, Sequence[float]] = {kind: [float(kind is one) for one in KINDS] for kind in KINDS}
NAMES = (*Standing._fields[:-1], *map(str, KINDS))


def nearness(a: Value, b: Value) -> dict[str, float]:
    """How near two values of one kind are, as numbers and as they are written."""
    apart = math.log(float(min(_times(a.bounds, b.bounds), Fraction(_TIMES))))
    alike, permuted = 0.0, 0.0
    one_digit = False
    for x, y in _numbers(a, b):
        if len(x) == len(y) > 1 and x != y:
            same = sum(one == other for one, other in zip(x, y, strict=True))
            alike = max(alike, same / len(x) * min(len(x), _DIGITS) / _DIGITS)
            one_digit |= same == len(x) - 1
            permuted = max(permuted, float(sorted(x) == sorted(y)))
    digits = [{n.replace(".", "").strip("0-") for n in v.stated} for v in (a, b)]
    few = all(v.bounds.high is not None and v.bounds.high <= _FEW for v in (a, b))
    return {
        "apart": apart,
        "next": float(apart < _NEXT),
        "near_by": float(apart < _NEAR),
        "far": float(apart > _FAR),
        "lasts_other": float(a.kind is Kind.DURATION and apart > _WORLDS),
        "digits": alike,
        "one_digit": float(one_digit),
        "permuted": permuted,
        "scaled": float(bool(digits[0] & digits[1]) and apart > _NEXT),
        "small": float(a.kind is Kind.COUNT and few),
    }


def _numbers(a: Value, b: Value) -> Iterator[tuple[str, str]]:
    """Pairs of the digits of two values, without the zeros that whole numbers end in, and with them."""
    for x, y in product(a.stated, b.stated):
        one, other = (n.replace(".", "").replace("-", "") for n in (x, y))
        yield one, other
        yield (one if "." in x else one.rstrip("0")), (other if "." in y else other.rstrip("0"))


def _times(a: Interval, b: Interval) -> Fraction:
    """How many times the one is the other, by their nearest ends; 1 where they meet."""
    low, high = sorted((a, b), key=lambda bounds: bounds.low or 0)
    end, start = low.high if low.high is not None else low.low, high.low
    return max(Fraction(1), start / end) if end and start and end > 0 else Fraction(1)
