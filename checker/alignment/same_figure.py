"""Figures that two accounts hardly share by chance: 142 infections here, 142 cases there.

Such a pair needs no more than that nothing of substance sets it apart: all other words are another way to
tell of it. It shows that the accounts agree, and is never evidence for or against anything else.
"""

from __future__ import annotations

from checker.claims.claim import TIMED, Claim
from checker.comparison import SOURCES, why
from checker.differences import difference_of_fact
from checker.model import Kind

_CHANCE = 12  # smaller counts are shared by things that have nothing to do with each other
_DEAR = 10**6  # sums of millions are few in a set, round or not


def striking(claim: Claim) -> bool:
    """Whether a figure is one that says by itself which fact is told: 142, 3,417, $94.9bn."""
    value = claim.value
    if value.kind in TIMED or value.kind is Kind.TERM or len(value.stated) != 1:
        return False
    size = max(value.bounds.low or 0, value.bounds.high or 0)
    digits = value.stated[0].replace(".", "").strip("0-")
    return size >= _DEAR if value.kind is Kind.MONEY else len(digits) > 1 and size > _CHANCE


def same_figure(a: Claim, b: Claim) -> bool:
    """Whether two claims give one striking figure of what may be one thing."""
    if not striking(a) or a.value.stated != b.value.stated or not a.value.comparable(b.value):
        return False
    return why(a.value, b.value, SOURCES).agrees and difference_of_fact(a, b) is None
