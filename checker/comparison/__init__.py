"""Whether two values agree, and whether one follows from others: one comparison for every route."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from checker.comparison.amounts import amounts, percent_change, signed
from checker.comparison.compare import compare, in_words, why
from checker.comparison.derivation import Derivation, Figure, Step, first_sure
from checker.comparison.elapsed import times
from checker.comparison.limits import meant, near_limits, of_one_order
from checker.comparison.operands import MULTIPLE, SMALL, ends_of, number
from checker.comparison.over_time import over_time
from checker.comparison.policy import DRAFT, SOURCES, WITHIN, Comparison, Policy, Reason, Route

__all__ = [
    "DRAFT",
    "MULTIPLE",
    "SMALL",
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
    "in_words",
    "meant",
    "near_limits",
    "number",
    "of_one_order",
    "percent_change",
    "signed",
    "why",
]


def derive(value: Figure, candidates: Sequence[Figure]) -> Derivation | None:
    """The one step of arithmetic by which a draft's figure follows from figures of its sources.

    Candidates are best those of the sentences that tell what the draft's sentence tells. A sure step goes
    before one that might be meant.
    """
    return first_sure(
        chain(amounts(value, candidates), times(value, candidates), over_time(value, candidates))
    )
