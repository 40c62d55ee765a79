"""How likely two quotations of two accounts are one, told otherwise: features with fitted weights.

The weights stand in rules/vocabulary/quoted.yaml, which `python -m tools.fit_quotations` writes.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from checker.data import load
from checker.matching.contexts import Contexts, contexts_of
from checker.matching.weights import dot, probability
from checker.model import Span
from checker.quotations.gaps import pieces
from checker.quotations.wordings import Word, quotations, saying_little
from checker.readings import Reading, SetReading

_LEAST = 3  # words; two are a term that anybody may use
_HALF = 0.5  # share of the shorter one's words that both must have to be weighed: it only saves time
_MANY, _LONG = 3, 8  # exchanges, and words in them, from which on more make no difference


@dataclass(frozen=True, slots=True, eq=False)
class Quoted:
    """Words in quotation marks, up to a gap that they own up to."""

    reading: Reading
    speaker: str | None
    span: Span
    words: Sequence[Word]

    @property
    def texts(self) -> list[str]:
        return [word.text for word in self.words]


class Likeness(NamedTuple):
    """One number a feature, in the order of the weights; the same whichever of the two comes first."""

    ratio: float  # words that both have in order, of the shorter one's …
    ratio_longer: float  # … and of the longer one's
    same: float  # log of how many
    exchanged: float  # stretches in the place of others, both with words that say something
    exchanged_words: float  # words in stretches that stand in the place of others
    one: float  # one such stretch alone
    balanced: float  # each as long as what it stands for
    rank_most: float  # whether no sentence is more like that of either
    rank_least: float
    start: float  # they begin alike …
    end: float  # … and end alike


def likeness(a: Quoted, b: Quoted, contexts: Contexts) -> Likeness:
    x, y = a.texts, b.texts
    codes = SequenceMatcher(None, x, y, autojunk=False).get_opcodes()
    same = sum(c[2] - c[1] for c in codes if c[0] == "equal")
    exchanges = [(x[c[1] : c[2]], y[c[3] : c[4]]) for c in codes if c[0] == "replace"]
    telling = sum(
        not (saying_little().issuperset(left) or saying_little().issuperset(right))
        for left, right in exchanges
    )
    ends = [contexts.at(one.reading, one.span.start) for one in (a, b)]
    ranks = contexts.rank(*ends), contexts.rank(*reversed(ends))
    return Likeness(
        ratio=same / min(len(x), len(y)),
        ratio_longer=same / max(len(x), len(y)),
        same=math.log(same) if same else -1.0,
        exchanged=min(telling, _MANY),
        exchanged_words=min(sum(max(len(left), len(right)) for left, right in exchanges), _LONG) / _LONG,
        one=float(len(exchanges) == telling == 1),
        balanced=float(bool(exchanges) and all(len(left) == len(right) for left, right in exchanges)),
        rank_most=max(ranks),
        rank_least=min(ranks),
        start=float(codes[0][0] == "equal"),
        end=float(codes[-1][0] == "equal"),
    )


def unlike_pairs(reading: SetReading) -> Iterator[tuple[Quoted, Quoted]]:
    """The quotations of two sources that share half of their words, and that neither has whole."""
    found = [
        Quoted(item, speaker, *piece)
        for item in reading.sources
        for speaker, part in quotations(item)
        for piece in pieces(item, part)
        if len(piece[1]) >= _LEAST
    ]
    having: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for text in set(one.texts) - saying_little():
            having[text].append(number)
    pairs = {pair for numbers in having.values() for pair in combinations(numbers, 2)}
    counts = [Counter(one.texts) for one in found]
    wholes = [f" {' '.join(one.texts)} " for one in found]
    for x, y in sorted(pairs):
        if found[x].reading is found[y].reading or wholes[x] in wholes[y] or wholes[y] in wholes[x]:
            continue
        shared = sum(min(n, counts[y][text]) for text, n in counts[x].items())
        if shared >= _HALF * min(len(found[x].words), len(found[y].words)):
            yield found[x], found[y]


@dataclass(frozen=True, slots=True)
class QuotedWeights:
    pair: Sequence[float]  # a weight a feature, and the bias
    cut: float  # probability from which on two quotations are one, told otherwise

    def are_one(self, told: Likeness) -> bool:
        return probability(dot(self.pair, told)) >= self.cut


@lru_cache(maxsize=1)
def quoted_weights() -> QuotedWeights:
    data = load("quoted")
    return QuotedWeights([data["pair"][name] for name in (*Likeness._fields, "bias")], data["cut"])


def altered_pairs(reading: SetReading) -> Iterator[tuple[Quoted, Quoted]]:
    """The quotations of two sources that are one, with other words in one of them."""
    contexts, weights = contexts_of(reading), quoted_weights()
    for a, b in unlike_pairs(reading):
        if weights.are_one(likeness(a, b, contexts)):
            yield a, b
