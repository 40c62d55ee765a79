"""Figures of one thing in two units: 6.2 million kronor here, 6.2 million francs there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.claims.claim import Claim
from checker.comparison import SOURCES, Reason, why
from checker.lexical import concepts
from checker.matching.crowds import pairs_of
from checker.matching.evidence import is_apart, shared
from checker.model import Kind

_KINDS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT})
_OTHER_UNIT = frozenset({Reason.OTHER_CURRENCY, Reason.OTHER_UNIT, Reason.PERCENT_FOR_COUNT})
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
            if a.article is b.article or not _in_another_unit(a, b) or is_apart(a, b):
                continue
            if shared(a, b) >= _NEEDED:
                yield a, b


def _in_another_unit(a: Claim, b: Claim) -> bool:
    """Whether two claims give one figure of one thing in another currency, or a share of it for a count."""
    x, y = a.value, b.value
    if x.comparable(y) or x.change != y.change or not concepts.same(a.topic.core, b.topic.core):
        return False
    return why(x, y, SOURCES).reason in _OTHER_UNIT
