"""Figures of one thing in two units: 6.2 million kronor here, 6.2 million francs there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.claims.claim import Claim
from checker.differences import another_unit, apart, exclusive_difference
from checker.matching.crowds import pairs_of
from checker.matching.evidence import together
from checker.model import Kind

_KINDS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT})
_NEEDED = 3  # pieces of evidence: the figure is the same, so only the unit is in doubt


def in_other_units(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of two accounts that give one figure of one thing in two units; one of them is wrong."""
    given: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if claim.value.kind in _KINDS and claim.topic.core:
            given.setdefault(claim.value.stated, []).append(claim)
    for alike in given.values():
        for x, y in pairs_of(alike):
            a, b = alike[x], alike[y]
            if a.article is b.article or not another_unit(a, b):
                continue
            if exclusive_difference(a, b) or apart(a, b):
                continue
            if sum(1 for _ in together(a, b)) >= _NEEDED:
                yield a, b
