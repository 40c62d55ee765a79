"""Which of many like claims are held against each other, so that the cost grows with their number.

All pairs of some are; of a crowd each is held against every claim of a draft and against what most
accounts say, since a figure that stands alone is told by what it contradicts there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.claim import Claim
from checker.model import Role

CROWD = 150  # claims; of no more than so many all pairs are held against each other
_COMMON = 60  # of a crowd, claims that each of the others is held against


def pairs_of(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The places of two claims at a time, the first before the second, in order."""
    if len(claims) <= CROWD:
        yield from combinations(range(len(claims)), 2)
        return
    common = _common(claims)
    for first in range(len(claims)):
        if first in common:
            yield from ((first, second) for second in range(first + 1, len(claims)))
        else:
            yield from ((first, second) for second in sorted(common) if second > first)


def _common(claims: Sequence[Claim]) -> frozenset[int]:
    """The claims of drafts and, for each value that most accounts tell, the first ones that tell it."""
    drafted = [n for n, claim in enumerate(claims) if claim.article.role is Role.DRAFT]
    told = Counter((claim.value.bounds, claim.value.stated) for claim in claims)
    places = sorted(range(len(claims)), key=lambda n: -told[claims[n].value.bounds, claims[n].value.stated])
    return frozenset((*drafted, *places[:_COMMON]))
