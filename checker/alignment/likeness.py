"""How much alike two accounts tell of a value: by the words around it, the rare and the near ones most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checker.claims.claim import Claim

_FADING = 0.25  # by how much a word that is a token further away counts less


@dataclass(frozen=True, slots=True)
class Likeness:
    """`share` of the words around two values, 0 to 1, and those that both have, the most telling first."""

    share: float
    words: tuple[str, ...]


class Surroundings:
    """The words around the values of a set, each weighed by how few of the sentences have it."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        sentences: dict[tuple[str, int], set[str]] = {}
        for claim in claims:
            sentences.setdefault((claim.article.id, claim.sentence.start), set()).update(claim.around.words)
        had = Counter(word for words in sentences.values() for word in words)
        self._rarity = {word: math.log((len(sentences) + 1) / times) for word, times in had.items()}
        self._weights = [
            {word: self._rarity[word] / (1 + _FADING * away) for word, away in claim.around.words.items()}
            for claim in claims
        ]
        self._whole = [sum(weights.values()) for weights in self._weights]

    def likeness(self, x: int, y: int) -> Likeness:
        """How alike the claims at two places are told."""
        a, b = self._weights[x], self._weights[y]
        shared = {word: math.sqrt(a[word] * b[word]) for word in a.keys() & b.keys()}
        whole = math.sqrt(self._whole[x] * self._whole[y])
        words = sorted(shared, key=lambda word: (-shared[word], word))
        return Likeness(sum(shared[word] for word in words) / whole if whole else 0.0, tuple(words))

    def rarest(self, x: int, most: int) -> list[str]:
        """The words around the claim at a place that few others have."""
        weights = self._weights[x]
        return sorted(weights, key=lambda word: (-self._rarity[word], word))[:most]
