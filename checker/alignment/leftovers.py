"""Figures left over: each of two accounts has one that the other lacks, in sentences that tell the same.

Accounts tell one thing in many words, and what a figure is a figure of is not always read right. But where
one says "beat them by seven runs", another "went down by eight runs", and neither has the other's figure
anywhere, one of them is most likely wrong. A pair needs evidence, which is counted in points: how much of
the sentences is alike, how near the figures are, whether further accounts side with one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction

from checker.alignment.crowds import pairs_of
from checker.alignment.likeness import Likeness, Surroundings
from checker.alignment.pairings import Pairing
from checker.alignment.reasons import Reason, Why
from checker.alignment.same_figure import striking
from checker.claims.claim import TIMED, Claim
from checker.comparison import WITHIN, why
from checker.differences import difference_told_alike, listed, otherwise_told
from checker.differences.two_things import times_apart
from checker.lexical import wordnet
from checker.model import Kind, Role
from checker.topics import MOST

_KEYS = 12  # rare words that a claim is found by
_ALIKE = (0.2, 0.35, 0.55)  # shares of the words around two figures; each that is reached is a point
_SOMEWHAT = 0.1  # share of words from which on a figure may be of the same thing
_WORDS = 3  # as many shared words are a point
_NEAR, _FAR = 2, 5  # times that one figure is the other
_NEXT = Fraction(6, 5)  # so near are two sums or sizes seldom by chance
_MEASURED = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION})
_SIDES = 2  # more accounts that side with one than so many prove no more
_FEW = 12
_RARE = 60  # claims that share a word by which they are found
_PER_FIGURE = 3  # claims of one figure and thing under a word: more of them teach nothing
_ASKED = 20  # further accounts that are asked with whom they side
_NEEDED = 4


@dataclass(frozen=True, slots=True)
class _Candidate:
    x: int
    y: int
    likeness: Likeness
    agree: bool


def with_leftovers(claims: Sequence[Claim], pairs: Sequence[Pairing]) -> list[Pairing]:
    """The pairs of a set, and those that only show when it is known which figures are left over.

    A pair that was refused for its words alone, or for want of evidence, may come back as one that compares.
    """
    held = [claim for claim in claims if claim.value.kind is not Kind.TERM]
    found = {(id(pair.a), id(pair.b)): pair for pair in _Leftovers(held).pairs()}
    known = {(id(p.a), id(p.b)) for p in pairs if p.refused is None}
    new = {ends: pair for ends, pair in found.items() if ends not in known and ends[::-1] not in known}
    kept = [p for p in pairs if (id(p.a), id(p.b)) not in new and (id(p.b), id(p.a)) not in new]
    return [*kept, *new.values()]


class _Leftovers:
    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._around = Surroundings(claims)
        self._told: dict[tuple[Kind, str], dict[str, list[int]]] = {}
        for place, claim in enumerate(claims):
            by_article = self._told.setdefault((claim.value.kind, claim.value.dimension), {})
            by_article.setdefault(claim.article.id, []).append(place)
        numbers: dict[tuple[object, ...], int] = {}
        self._figure = [numbers.setdefault(_figure_of(claim), len(numbers)) for claim in claims]
        self._disjoint: dict[tuple[int, int], bool] = {}
        self._given: dict[tuple[str, int], bool] = {}

    def pairs(self) -> Iterator[Pairing]:
        candidates = list(self._candidates())
        best: dict[tuple[int, str], float] = {}
        for c in candidates:
            for place, other in ((c.x, c.y), (c.y, c.x)):
                key = (place, self._claims[other].article.id)
                best[key] = max(best.get(key, 0.0), c.likeness.share)
        for c in candidates:
            if c.agree or self._elsewhere(c.x, c.y) or self._elsewhere(c.y, c.x):
                continue
            a, b = self._claims[c.x], self._claims[c.y]
            ends = ((c.x, b.article.id), (c.y, a.article.id))
            fit = sum(c.likeness.share >= best[end] for end in ends)
            if fit and difference_told_alike(a, b) is None and not _strangers(a, b):
                points, reasons = self._weighed(c, mutual=fit == len(ends))
                if points >= _NEEDED:
                    yield Pairing(a, b, reasons)

    def _candidates(self) -> Iterator[_Candidate]:
        """Pairs of claims of one kind in two articles whose rare words meet."""
        buckets: dict[tuple[str, str, str], list[int]] = {}
        counted: dict[tuple[object, ...], int] = {}
        for place, claim in enumerate(self._claims):
            for word in self._around.rarest(place, _KEYS):
                key = (str(claim.value.kind), claim.value.dimension, word)
                alike = (*key, self._figure[place], claim.topic.core, claim.topic.states)
                counted[alike] = counted.get(alike, 0) + 1
                if counted[alike] <= _PER_FIGURE or claim.article.role is Role.DRAFT:
                    buckets.setdefault(key, []).append(place)
        seen: set[tuple[int, int]] = set()
        for key in sorted(buckets):
            bucket = buckets[key]
            if len(bucket) > _RARE:
                continue  # a word that so many have tells nothing apart
            for m, n in pairs_of([self._claims[place] for place in bucket]):
                x, y = bucket[m], bucket[n]
                a, b = self._claims[x], self._claims[y]
                if (x, y) in seen or a.article is b.article or not a.value.comparable(b.value):
                    continue
                seen.add((x, y))
                yield _Candidate(x, y, self._around.likeness(x, y), not self._apart(x, y))

    def _elsewhere(self, x: int, y: int) -> bool:
        """Whether the account of the claim at `y` also gives the figure of the one at `x`."""
        return self._gives(self._claims[y].article.id, x)

    def _gives(self, article: str, x: int) -> bool:
        """Whether an account has the figure of the claim at `x`, of what may be the same thing."""
        known = self._given.get((article, x))
        if known is None:
            claim = self._claims[x]
            told = self._told[claim.value.kind, claim.value.dimension].get(article, ())
            known = self._given[article, x] = any(self._same(x, y) for y in told)
        return known

    def _same(self, x: int, y: int) -> bool:
        if self._apart(x, y):
            return False
        a, b = self._claims[x], self._claims[y]
        return striking(a) or striking(b) or self._around.likeness(x, y).share >= _SOMEWHAT

    def _apart(self, x: int, y: int) -> bool:
        """Whether the figures at two places cannot be one; each two figures are compared once."""
        key = (self._figure[x], self._figure[y])
        known = self._disjoint.get(key)
        if known is None:
            a, b = self._claims[x], self._claims[y]
            known = not a.value.comparable(b.value) or not why(a.value, b.value, WITHIN).agrees
            self._disjoint[key] = known
        return known

    def _weighed(self, c: _Candidate, mutual: bool) -> tuple[int, tuple[Reason, ...]]:
        """The points of a pair, and the more telling of the reasons for them."""
        a, b = self._claims[c.x], self._claims[c.y]
        x, y = a.topic, b.topic
        words = len(c.likeness.words)
        reasons = [Reason(Why.TOLD_ALIKE, ", ".join(c.likeness.words[:4])), Reason(Why.LEFT_OVER)]
        points = sum(c.likeness.share >= share for share in _ALIKE) + (words >= _WORDS) - (words == 1)
        points += _nearness(a, b)
        if siding := self._siding(c.x, c.y):
            points += min(siding, _SIDES)
            reasons.append(Reason(Why.SIDING, str(siding)))
        points += bool(x.core & y.core) or bool(x.word and x.word.lower() == y.word.lower())
        points += bool(x.states & y.states or x.predicate & y.predicate)
        if a.owners & b.owners:
            points += 1
            reasons.append(Reason(Why.PARTIES, listed(a.owners & b.owners)))
        points -= otherwise_told(a, b) + _small(a, b)
        points -= (not mutual) + 2 * (a.value.kind in TIMED) + (a.dated != b.dated)
        return points, tuple(reasons)

    def _siding(self, x: int, y: int) -> int:
        """How many further accounts have the figure of one, where none has that of the other."""
        a, b = self._claims[x], self._claims[y]
        told = self._told[a.value.kind, a.value.dimension]
        articles = [id for id in told if id not in (a.article.id, b.article.id)][:_ASKED]
        counts = [sum(self._gives(article, place) for article in articles) for place in (x, y)]
        return max(counts) if min(counts) == 0 else 0


def _figure_of(claim: Claim) -> tuple[object, ...]:
    """All of a claim that tells how its figure relates to others."""
    v = claim.value
    figure = (v.kind, v.dimension, v.bounds, v.rounded, v.stated, v.unit, v.change, v.basis, v.notes)
    return (*figure, MOST in claim.topic.modifiers)


def _nearness(a: Claim, b: Claim) -> int:
    """Points for figures that one slip of the pen or of the ear would make of each other."""
    apart = times_apart(a, b)
    if _same_digits(a, b):
        return 2
    if apart <= _NEXT and a.value.kind in _MEASURED:
        return 2
    return (apart <= _NEAR) - (apart >= _FAR)


def _small(a: Claim, b: Claim) -> bool:
    """Whether both count no more than a few, as many things do that have nothing to do with each other."""
    few = (c.value.bounds.high is not None and c.value.bounds.high <= _FEW for c in (a, b))
    return a.value.kind is Kind.COUNT and all(few)


def _strangers(a: Claim, b: Claim) -> bool:
    """Whether names stand near both figures, or nouns after them, that say nothing of the other."""
    x, y = a.around, b.around
    if _apart(x.names, y.names) and x.names.isdisjoint(y.words) and y.names.isdisjoint(x.words):
        return True
    nouns = _apart(x.nouns, y.nouns) and x.nouns.isdisjoint(y.words) and y.nouns.isdisjoint(x.words)
    return nouns and not any(wordnet.related(one, other) for one in x.nouns for other in y.nouns)


def _apart(one: Set[str], other: Set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _same_digits(a: Claim, b: Claim) -> bool:
    """Whether two figures have the same two or more digits: 124 and 142, 0.3 % and 3.0 %."""
    one, other = ({n.replace(".", "").strip("0-") for n in claim.value.stated} for claim in (a, b))
    return any(len(x) > 1 and sorted(x) == sorted(y) for x in one for y in other)
