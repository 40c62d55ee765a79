"""Whether two values agree, and whether one follows from others: one comparison for every route."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from checker.comparison.amounts import amounts, percent_change, signed
from checker.comparison.compare import compare, why
from checker.comparison.dates import one_weekday
from checker.comparison.derivation import Derivation, Figure, Step, first_sure
from checker.comparison.elapsed import times
from checker.comparison.limits import meant, near_limits
from checker.comparison.operands import ends_of
from checker.comparison.policy import DRAFT, SOURCES, WITHIN, Comparison, Policy, Reason, Route

__all__ = [
    "DRAFT",
    "SOURCES",
    "WITHIN",
    "Comparison",
    "Derivation",
    "Figure",
    "Policy",
    "Reason",
    "Route",
    "Step",
    "compare",
    "derive",
    "ends_of",
    "meant",
    "near_limits",
    "one_weekday",
    "percent_change",
    "signed",
    "why",
]


def derive(value: Figure, candidates: Sequence[Figure]) -> Derivation | None:
    """The one step of arithmetic by which a draft's figure follows from figures of its sources.

    Candidates are best those of the sentences that tell what the draft's sentence tells. A sure step goes
    before one that might be meant.
    """
    return first_sure(chain(amounts(value, candidates), times(value, candidates)))
