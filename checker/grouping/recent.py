"""The articles at hand by their terms and by their runs of words: which come into question at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from datasketch import MinHashLSH

from checker.grouping.rarity import Rarity

if TYPE_CHECKING:
    from checker.grouping.events import Told

_TERMS = 60  # of an article, the rarest, that are looked up
_MOST = 40  # articles that come into question


class Recent:
    """Articles to be found by what they have in common with another."""

    def __init__(self, rarity: Rarity, copy: float) -> None:
        self._rarity, self._copy = rarity, copy
        self._having: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._told: dict[int, Told] = {}
        self._copies: MinHashLSH | None = None

    def add(self, one: Told) -> None:
        self._told[one.number] = one
        for term in _terms(one):
            self._having[term].add(one.number)
        self._lsh(one).insert(one.number, one.sketch.signature)

    def forget(self, one: Told) -> None:
        del self._told[one.number]
        for term in _terms(one):
            self._having[term].discard(one.number)
            if not self._having[term]:
                del self._having[term]
        self._lsh(one).remove(one.number)

    def like(self, one: Told) -> list[int]:
        """The numbers of the articles most like one by rare terms, and of those it may be a copy of."""
        rare = {term: self._rarity.rare(*term) for term in _terms(one) if term in self._having}
        votes: dict[int, float] = defaultdict(float)
        for term in sorted(rare, key=lambda term: (-rare[term], term))[:_TERMS]:
            for number in self._having[term]:
                votes[number] += rare[term]
        ranked = sorted(votes, key=lambda number: (-votes[number], number))
        copies = [one.copy_of.number] if one.copy_of else []
        return list(dict.fromkeys([*copies, *ranked[:_MOST]]))

    def copied(self, one: Told) -> Told | None:
        """The first of the articles at hand that has nearly the words of this one."""
        for number in sorted(self._lsh(one).query(one.sketch.signature)):
            if self._told[number].sketch.signature.jaccard(one.sketch.signature) >= self._copy:
                return self._told[number]
        return None

    def _lsh(self, one: Told) -> MinHashLSH:
        if self._copies is None:
            self._copies = MinHashLSH(threshold=self._copy, num_perm=len(one.sketch.signature))
        return self._copies


def _terms(one: Told) -> Iterator[tuple[str, str]]:
    for field in ("names", "words"):
        for term in one.sketch.fields[field]:
            yield field, term
