"""How rare the words and days of articles are among the articles at hand."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from checker.grouping.sketch import Sketch, Terms

_FEW = 40  # articles: among fewer every word would be common


@dataclass(frozen=True, slots=True)
class Weighed:
    """Terms with their weights, and the length of them all as one vector."""

    weights: dict[str, float]
    length: float

    def cosine(self, other: Weighed) -> float:
        """0 for nothing in common to 1 for the same terms alike often."""
        a, b = sorted((self.weights, other.weights), key=len)
        both = math.fsum(weight * b[term] for term, weight in a.items() if term in b)
        return both / (self.length * other.length) if both else 0.0


class Rarity:
    """How many of the articles at hand have each term; those that are let go no longer count."""

    def __init__(self) -> None:
        self._articles = 0
        self._having: dict[str, Counter[str]] = {"names": Counter(), "words": Counter(), "lead": Counter()}
        self._days: Counter[int] = Counter()

    def add(self, one: Sketch) -> None:
        self._articles += 1
        for field, terms in one.fields.items():
            self._having[field].update(terms.keys())
        self._days.update(one.days)

    def forget(self, one: Sketch) -> None:
        self._articles -= 1
        for field, terms in one.fields.items():
            _less(self._having[field], terms)
        _less(self._days, one.days)

    def weigh(self, field: str, terms: Terms) -> Weighed:
        """A term counts more the oftener the article has it and the fewer others have it."""
        found = {term: (1 + math.log(n)) * self.rare(field, term) for term, n in terms.items()}
        return Weighed(found, math.sqrt(math.fsum(w * w for w in found.values())))

    def rare(self, field: str, term: str) -> float:
        return self._rare(self._having[field][term])

    def rare_day(self, day: int) -> float:
        """0 for a day that every article has, as that of a day's feed, to 1 for one that two have."""
        return self._rare(max(2, self._days[day])) / self._rare(2)

    def _rare(self, having: int) -> float:
        every = max(self._articles, _FEW)
        return math.log((every + 1) / (min(having or 1, every) + 0.5))


def _less(counts: Counter[str] | Counter[int], terms: object) -> None:
    for term in terms:  # type: ignore[attr-defined]
        counts[term] -= 1
        if counts[term] <= 0:
            del counts[term]
