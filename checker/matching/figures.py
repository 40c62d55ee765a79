"""The figures of a set held against each other: how likely two are of one thing, and disagree about it.

Two steps, each with fitted weights (rules/vocabulary/slots.yaml). The first looks at the surroundings alone
and tells whether two figures are of one thing; the second, for two that do not agree, looks at where else
their partners might be, with whom further accounts side, and how near the values are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from checker.comparison import SOURCES, why
from checker.data import load
from checker.matching.barring import are_two_ages, excludes
from checker.matching.contexts import contexts_of
from checker.matching.crowds import Crowd, is_crowd
from checker.matching.evidence import NAMES as EVIDENCE
from checker.matching.evidence import evidence, is_known_apart
from checker.matching.features import SYMMETRIC, Mention, features, symmetric
from checker.matching.mentions import figures_of, is_telling, people_named
from checker.matching.standing import NAMES, NEVER, Standing, nearness
from checker.matching.weights import dot, probability
from checker.model import Interval, Kind, Role, Value
from checker.readings import SetReading, once

SURROUNDINGS = (*SYMMETRIC, *EVIDENCE)
CONFLICT = (*NAMES, *SURROUNDINGS)
_ALL = 1_000  # pairs of figures of one kind; of more, only those in sentences that tell alike are held …
_ALL_DRAFTED = 24 * _ALL  # … and of more than these the same of a draft's
_MOST_SIDES = 2.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of two accounts, by their numbers in the set."""

    x: int
    y: int
    surroundings: Sequence[float]
    agrees: bool
    alike: int  # figures of one thing or state in the account that has more of them; 0 if they share none


@dataclass(frozen=True, slots=True)
class SlotWeights:
    same: Sequence[float]  # a weight a feature of the surroundings, and the bias
    conflict: Sequence[float]  # … of the standing and the surroundings, and the bias
    agree: float  # log odds from which on two equal figures that say by themselves what they are of are one …
    agree_small: float  # … two others
    cut: float  # probability of a disagreement from which on there is one, between sources …
    cut_draft: float  # … and between a draft and a source

    def score(self, row: Sequence[float]) -> float:
        return dot(self.same, row)

    def probability(self, row: Sequence[float]) -> float:
        return probability(dot(self.conflict, row))


@lru_cache(maxsize=1)
def slot_weights() -> SlotWeights:
    data = load("slots")
    same, conflict = (
        [data[part][name] for name in (*names, "bias")]
        for part, names in (("same", SURROUNDINGS), ("conflict", CONFLICT))
    )
    return SlotWeights(same, conflict, **data["cutoffs"])


class Partners:
    """What each figure finds in every other account: the log odds of its partners there, the best first,
    and of the best one that agrees."""

    def __init__(self) -> None:
        self.scores: dict[tuple[int, str], list[float]] = defaultdict(list)
        self.agreeing: dict[tuple[int, str], float] = {}
        self._likely: dict[int, float] = defaultdict(float)

    def add(self, figure: int, account: str, score: float, agrees: bool) -> None:
        end = (figure, account)
        self.scores[end].append(score)
        if agrees:
            self.agreeing[end] = max(score, self.agreeing.get(end, score))

    def ready(self) -> None:
        """To be called when all are added."""
        for found in self.scores.values():
            found.sort(reverse=True)
        for (figure, _), score in self.agreeing.items():
            self._likely[figure] += probability(score)

    def beyond(self, figure: int, account: str) -> float:
        """How many of the accounts but this one are likely to tell the figure, too."""
        here = self.agreeing.get((figure, account))
        return self._likely[figure] - (probability(here) if here is not None else 0.0)


class Figures:
    """The figures of a set that say something, their pairs, and how each pair stands."""

    def __init__(self, reading: SetReading) -> None:
        self._contexts = contexts_of(reading)
        told = figures_of(reading)
        self.mentions = [m for name in told for m in told[name] if _is_held(m)]
        self._numbers = {m: n for n, m in enumerate(self.mentions)}
        self._sentence = [m.sentence for m in self.mentions]
        self._drafted = [s.reading.article.role is Role.DRAFT for s in self._sentence]
        self._account = [m.sentence.reading.article.id for m in self.mentions]
        self._of: dict[tuple[Kind, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, m in enumerate(self.mentions):
            self._of[_value(m).kind, _value(m).dimension][self._account[n]].append(n)
        self._people = people_named(reading)
        self._keys = [_keys(m) for m in self.mentions]
        self._alike_in: dict[tuple[str, object], set[Interval]] = defaultdict(set)
        for n, m in enumerate(self.mentions):
            for key in self._keys[n]:
                self._alike_in[self._account[n], key].add(_value(m).bounds)
        self.pairs = [self._pair(x, y) for x, y in self._candidates()]

    def _candidates(self) -> Iterator[tuple[int, int]]:
        for by_account in self._of.values():
            held = list(by_account.values())
            sizes = [len(one) for one in held]
            pairs = (sum(sizes) ** 2 - sum(n * n for n in sizes)) / 2
            for one, other in combinations(held, 2):
                between = self._between(one, other)
                alike = between if pairs <= _ALL else self._alike(between, pairs)
                yield from ((x, y) for x, y in alike if not self._exclude(x, y))

    def _between(self, one: Sequence[int], other: Sequence[int]) -> Iterable[tuple[int, int]]:
        """The figures of two accounts two at a time; of a crowd each with its likeliest partners."""
        if not is_crowd(one, other):
            return product(one, other)
        found: set[tuple[int, int]] = set()
        for ours, theirs in ((one, other), (other, one)):
            crowd = Crowd([self.mentions[n] for n in theirs], self._contexts)
            for x in ours:
                partners = crowd.likeliest(self.mentions[x], ours)
                found |= {(min(x, y), max(x, y)) for y in map(self._numbers.__getitem__, partners)}
        return sorted(found)

    def _exclude(self, x: int, y: int) -> bool:
        one, other = self.mentions[x], self.mentions[y]
        a, b = one.claim, other.claim
        return a is not None and b is not None and (excludes(a, b) or are_two_ages(one, other, self._people))

    def _alike(self, held: Iterable[tuple[int, int]], pairs: float) -> Iterator[tuple[int, int]]:
        """Those of so many figures that stand in sentences that tell alike, or in a draft and its source."""
        alike, sentence = self._contexts.alike, self._sentence
        drafted = self._drafted if pairs <= _ALL_DRAFTED else [False] * len(sentence)
        for x, y in held:
            if sentence[y] in alike[sentence[x]] or drafted[x] or drafted[y]:
                yield x, y

    def cut(self, pair: Pair, weights: SlotWeights) -> float:
        """The probability from which on two figures that do not agree are held to disagree."""
        drafted = self._drafted[pair.x] or self._drafted[pair.y]
        return weights.cut_draft if drafted else weights.cut

    def _pair(self, x: int, y: int) -> Pair:
        a, b = self.mentions[x], self.mentions[y]
        assert a.claim is not None, "only figures of claims are held"
        assert b.claim is not None
        alike = self._figures_alike(x, y)
        told = features(a, b, self._contexts)
        known = evidence(a.claim, b.claim, told, sole=alike == 1)
        agrees = why(_value(a), _value(b), SOURCES).agrees
        return Pair(x, y, (*symmetric(told), *known), agrees, alike)

    def kind(self, pair: Pair) -> Kind:
        return _value(self.mentions[pair.x]).kind

    def scores(self, weights: SlotWeights) -> list[float]:
        return [weights.score(pair.surroundings) for pair in self.pairs]

    def standings(self, scores: Sequence[float]) -> list[Standing | None]:
        """How each pair that does not agree stands among all, by the scores of their surroundings."""
        partners = Partners()
        for pair, score in zip(self.pairs, scores, strict=True):
            for one, other in ((pair.x, pair.y), (pair.y, pair.x)):
                partners.add(one, self._account[other], score, pair.agrees)
        partners.ready()
        return [
            None if pair.agrees else self._standing(pair, score, partners)
            for pair, score in zip(self.pairs, scores, strict=True)
        ]

    def _standing(self, pair: Pair, score: float, partners: Partners) -> Standing:
        ends = ((pair.x, self._account[pair.y]), (pair.y, self._account[pair.x]))
        leads = sorted(score - _next(partners.scores[end], score) for end in ends)
        firsts = [score >= partners.scores[end][0] for end in ends]
        told = [partners.agreeing.get(end) for end in ends]
        kind, dimension = self.kind(pair), _value(self.mentions[pair.x]).dimension
        drafted = self._drafted[pair.x] or self._drafted[pair.y]
        counts = [len(self._of[kind, dimension][self._account[n]]) for n in (pair.x, pair.y)]
        return Standing(
            score=score,
            lead_least=leads[0],
            lead_most=leads[1],
            first=float(any(firsts)),
            mutual=float(all(firsts)),
            told=max((max(0.0, t - NEVER) for t in told if t is not None), default=0.0),
            told_one=float(any(t is not None for t in told)),
            told_both=float(all(t is not None for t in told)),
            siding=min(abs(partners.beyond(*ends[0]) - partners.beyond(*ends[1])), _MOST_SIDES),
            few=1 / max(counts),
            sole=float(counts == [1, 1]),
            drafted=float(drafted),
            drafted_first=float(drafted and all(firsts)),
            kind=kind,
            few_alike=1 / pair.alike if pair.alike else 0.0,
            sole_alike=float(pair.alike == 1),
            **nearness(*(_value(self.mentions[n]) for n in (pair.x, pair.y))),
        )

    def _figures_alike(self, x: int, y: int) -> int:
        """See `Pair.alike`."""
        shared = self._keys[x] & self._keys[y]
        counts = (max(len(self._alike_in[self._account[n], key]) for n in (x, y)) for key in shared)
        return min(counts, default=0)


def _is_held(mention: Mention) -> bool:
    """Whether a figure says something; ranks are held by their order (propositions/ranks)."""
    return mention.claim is not None and mention.claim.value.kind is not Kind.ORDINAL


def _value(mention: Mention) -> Value:
    assert mention.value is not None, "a figure has a value"
    return mention.value


def _keys(mention: Mention) -> frozenset[tuple[Kind, str, str]]:
    """What a figure may be found by: its sort, and each thing or state that it is told of."""
    claim = mention.claim
    if claim is None or claim.topic.baseline:
        return frozenset()
    told = claim.topic.states | (frozenset() if claim.topic.about_people else claim.topic.core)
    return frozenset((claim.value.kind, claim.value.dimension, key) for key in told)


def _next(ranked: Sequence[float], score: float) -> float:
    """The best score but that of the pair itself."""
    rest = ranked[1] if ranked[0] == score and len(ranked) > 1 else ranked[0]
    return rest if len(ranked) > 1 else 2 * NEVER


def agrees_in_thing(pair: Pair, score: float, figures: Figures, weights: SlotWeights) -> bool:
    """Whether two figures that agree are of one thing: told alike, and nothing known sets them apart; of a
    number that anything may have not even other words."""
    telling = all(is_telling(_value(figures.mentions[n])) for n in (pair.x, pair.y))
    if score < (weights.agree if telling else weights.agree_small):
        return False
    row = dict(zip(SURROUNDINGS, pair.surroundings, strict=True))
    return not is_known_apart(row, words=not telling)


@once
def figures_held(reading: SetReading) -> Figures:
    return Figures(reading)
