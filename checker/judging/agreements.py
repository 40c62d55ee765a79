"""Which claims say the same as another: a claim that is backed elsewhere is not in dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from checker.claims.claim import Claim
from checker.claims.updates import published
from checker.matching.pairings import Pairing
from checker.model import Kind, Relation, Role


class Agreements:
    """For each claim, the like claims of other articles that are compatible with it."""

    def __init__(self, pairs: Iterable[Pairing], relate: Callable[[Claim, Claim], Relation]) -> None:
        self._like: dict[int, list[Claim]] = {}
        for pair in pairs:
            if pair.refused is not None or relate(pair.a, pair.b) is Relation.DISJOINT:
                continue
            self._like.setdefault(id(pair.a), []).append(pair.b)
            self._like.setdefault(id(pair.b), []).append(pair.a)

    def told_in_both(self, a: Claim, b: Claim) -> bool:
        """Whether the account of one side also says what the other says: then they tell of two things."""
        one = a.article is b.article
        if one and a.value.kind is Kind.TERM:
            return False  # a speaker who says now this, now that
        return any(
            (like.account == other.account if one else like.article is other.article)
            for claim, other in ((a, b), (b, a))
            for like in self._like.get(id(claim), ())
        )

    def by_source(self, claim: Claim, trust: int = 0) -> bool:
        """Whether a source of at least that trust says what the claim says."""
        return any(
            like.article.role is not Role.DRAFT and like.article.trust >= trust
            for like in self._like.get(id(claim), ())
        )

    def before(self, claim: Claim, time: datetime | None) -> bool:
        """Whether the very same was told before that time; "at least 50" is not the same as 288."""
        if time is None:
            return False
        alike = (c for c in self._like.get(id(claim), ()) if c.value.bounds == claim.value.bounds)
        told = (published(like) for like in alike)
        return any(when is not None and when < time for when in told)
