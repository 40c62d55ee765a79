"""How the values of two claims of one thing relate: as sets, as rounded, as told of each and of all."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.claims.claim import Claim
from checker.model import CAP, Basis, Kind, Relation, Value
from checker.topics import MOST

if TYPE_CHECKING:
    from checker.rules.rule import Rule


def relate(a: Claim, b: Claim, rule: Rule | None) -> Relation:
    """How the values of two claims of one thing relate, for a rule's tolerance and rounding."""
    x, y = a.value, b.value
    if x.change and y.change and x.change != y.change:
        return Relation.DISJOINT
    if _other_caps(a, b):
        return Relation.DISJOINT
    exact = rule is not None and rule.compare.rounding == "exact"
    best = x.bounds.relation(y.bounds)
    if best is not Relation.DISJOINT:
        return best
    if not exact and x.rounded is not None and y.rounded is not None:
        rounded = x.rounded.relation(y.bounds), x.bounds.relation(y.rounded)
        if any(r is not Relation.DISJOINT for r in rounded):
            return Relation.OVERLAPS
    if rule is not None and rule.compare.within is not None and rule.compare.within.covers(x, y):
        return Relation.OVERLAPS
    if each_and_total(x, y):
        return Relation.EQUAL
    if _one_hedged(x, y) or (not exact and _converted(x, y)):
        return Relation.OVERLAPS
    return best


def _converted(x: Value, y: Value) -> bool:
    """Whether one account may have turned the unit of the other into its own, and both rounded."""
    if x.kind is not Kind.MEASURE or x.unit == y.unit or x.rounded is None or y.rounded is None:
        return False
    return x.rounded.relation(y.rounded) is not Relation.DISJOINT


def _one_hedged(x: Value, y: Value) -> bool:
    """Whether one account hedges the figure of the other: "more than 1,000", "just over 1,000", "1,000".

    In another unit a limit need only be near: "up to 160 km/h", "100 mph".
    """
    exact = any(v.bounds.low == v.bounds.high for v in (x, y))
    if exact and x.stated and x.unit == y.unit and x.stated == y.stated:
        return True
    limits = [v.bounds.low is None or v.bounds.high is None for v in (x, y)]
    if limits[0] == limits[1]:
        return False
    if x.unit == y.unit:
        return x.stated == y.stated
    limit, figure = (x, y) if limits[0] else (y, x)
    at = limit.bounds.high if limit.bounds.low is None else limit.bounds.low
    near = figure.bounds.low if limit.bounds.low is None else figure.bounds.high
    return x.kind is Kind.MEASURE and at is not None and near is not None and _near(at, near)


def _other_caps(a: Claim, b: Claim) -> bool:
    """ "up to 9bn" and "up to 100bn": each says how far it may go, and they do not say the same.

    Caps within 5 % of each other are the same ("up to a month", "up to 30 days").
    """
    x, y = a.value, b.value
    capped = all(CAP in c.value.notes or MOST in c.topic.modifiers for c in (a, b))
    if not capped or x.bounds.high is None or y.bounds.high is None:
        return False
    return not _near(x.bounds.high, y.bounds.high)


def _near(a: Fraction, b: Fraction) -> bool:
    """Whether two figures are within 5 % of each other."""
    return abs(a - b) * 20 <= max(abs(a), abs(b))


def each_and_total(a: Value, b: Value) -> bool:
    """Whether one is the other of both sides: 175 each, of two sides, and 350 in all."""
    for each, other in ((a, b), (b, a)):
        if each.basis is Basis.EACH and other.basis is not Basis.EACH:
            doubled = each.bounds.scaled(Fraction(2))
            if doubled.relation(other.bounds) is not Relation.DISJOINT:
                return True
    return False
