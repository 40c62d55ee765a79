"""How alike two places in two accounts are told: by the words of their sentences and those near by.

A word weighs by its rarity among the sentences of the set; a word that stands near the place in question
weighs more than one further away.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from heapq import nsmallest
from itertools import compress
from typing import NamedTuple

from checker.matching.terms import Level, Term, Terms, terms_of, windows
from checker.model import Span
from checker.readings import Reading, SetReading, once

_MOST_LOOKED_AT = 10_000  # sentences that have a word of one sentence, those of its rarest words first
MOST = 20  # sentences of all other accounts that one sentence is held against


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of an account, with its neighbours' words."""

    reading: Reading
    number: int
    span: Span
    own: Terms
    window: Terms
    actors: frozenset[str]


class Likeness(NamedTuple):
    """Shares, 0 to 1, of the weight of the words of one side that the other side tells, too.

    By level: the same word, its meaning, a broader word. `near` counts those near the place most. `mass` is
    what the shared words weigh, the near ones most, and `rarest` the weightiest of them.
    """

    same: float = 0.0
    meaning: float = 0.0
    broader: float = 0.0
    near: float = 0.0
    window: float = 0.0
    mass: float = 0.0
    rarest: float = 0.0


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a place of a sentence."""

    terms: Sequence[tuple[float, float]]  # of each word of the sentence the weight, and by nearness
    hidden: Span | None  # the place, if words of the sentence stand in it
    whole: float
    whole_near: float


class Contexts:
    """The sentences of a set, to be found and compared by what they tell."""

    def __init__(self, reading: SetReading) -> None:
        self._sentences: dict[str, list[Sentence]] = {}
        for item in reading.articles:
            self._sentences[item.article.id] = _sentences(item, reading)
        every = [s for found in self._sentences.values() for s in found]
        had = Counter(lemma for s in every for lemma in s.own.lemmas)
        self._rarity = {lemma: math.log((len(every) + 1) / times) for lemma, times in had.items()}
        named = Counter(actor for s in every for actor in s.actors)
        self._named = {actor: math.log((len(every) + 1) / times) for actor, times in named.items()}
        self.rarest = math.log(len(every) + 1)
        self._every = every
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(every):
            for key in sentence.own.meanings:
                self._with[key].append(number)
        self.like = cache(self._like)
        self._ranks, self.around = cache(self._find_ranks), cache(self._find_around)
        self._met, self._window = cache(self._find_met), cache(self._find_window)
        self._without, self._weights = cache(_without), cache(self._find_weights)

    def at(self, reading: Reading, offset: int) -> Sentence:
        """The sentence of an account at a character offset."""
        return self._sentences[reading.article.id][reading.sentence_number(offset) or 0]

    def rarity(self, actors: Iterable[str]) -> float:
        """How rare the rarest of some actors is among the sentences of the set; 0 where there are none."""
        return max((self._named[actor] for actor in actors if actor in self._named), default=0.0)

    def away(self, one: Sentence, other: Sentence) -> float:
        """How far apart two sentences stand in their accounts, from 0 to 1."""
        return abs(self.place(one) - self.place(other))

    def place(self, sentence: Sentence) -> float:
        """Where in its account a sentence stands, from 0 to 1."""
        return sentence.number / len(self._sentences[sentence.reading.article.id])

    def _like(self, sentence: Sentence) -> Sequence[Sentence]:
        """The sentences of other accounts that share most of its rare words, at most MOST."""
        votes: dict[int, int] = defaultdict(int)
        left = _MOST_LOOKED_AT
        for term in sorted(sentence.own.terms, key=lambda term: -self._rarity[term.forms.lemma]):
            weight = int(1000 * self._rarity[term.forms.lemma])
            for key in term.forms.meaning if left > 0 else ():
                for number in self._with[key]:
                    votes[number] += weight
                left -= len(self._with[key])
        others = (n for n in votes if self._every[n].reading is not sentence.reading)
        return [self._every[n] for n in nsmallest(MOST, others, key=lambda n: (-votes[n], n))]

    @cached_property
    def alike(self) -> Mapping[Sentence, Set[Sentence]]:
        """The sentences of which either has the other among those that are most like it."""
        found: dict[Sentence, set[Sentence]] = defaultdict(set)
        for one in self._every:
            for other in self.like(one):
                found[one].add(other)
                found[other].add(one)
        return found

    def held_against(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences that tell alike, each pair of sentences from one of its ends only."""
        account = sentence.reading.article.id
        for other in self.like(sentence):
            if account < other.reading.article.id or not self.rank(other, sentence):
                yield other

    def rank(self, one: Sentence, other: Sentence) -> float:
        """1 where no sentence of the other account is more like `one`, a half for the second; 0 if unlike."""
        return self._ranks(one).get(other, 0.0)

    def _find_ranks(self, one: Sentence) -> Mapping[Sentence, float]:
        before: Counter[str] = Counter()
        ranks = {}
        for other in self.like(one):
            account = other.reading.article.id
            before[account] += 1
            ranks[other] = 1 / before[account]
        return ranks

    def likeness(self, one: Sentence, place: Span, other: Sentence, there: Span) -> Likeness:
        """How much of what `one` tells around a place `other` tells, too; neither place itself counts."""
        same = meaning = broader = mass = rarest = 0.0
        around = self.around(one, place)
        for n, level in self._met(one, other, self.around(other, there).hidden):
            weight, weight_near = around.terms[n]
            if level >= Level.MEANING:
                meaning += weight
                mass += weight_near
                rarest = max(rarest, weight)
                same += weight if level == Level.LEMMA else 0.0
            broader += weight
        whole, near = around.whole or 1.0, around.whole_near or 1.0
        window = self._window(one, other)
        return Likeness(same / whole, meaning / whole, broader / whole, mass / near, window, mass, rarest)

    def _find_around(self, sentence: Sentence, place: Span) -> Around:
        """The words of a sentence as they stand around a place in it."""
        starts = [t.span.start for t in sentence.own.terms]
        terms = [
            (0.0, 0.0) if t.span.overlaps(place) else (weight, weight / (1 + _away(t, place, starts)))
            for t in sentence.own.terms
            for weight in (self._rarity[t.forms.lemma],)
        ]
        hidden = place if any(t.span.overlaps(place) for t in sentence.own.terms) else None
        return Around(terms, hidden, sum(t[0] for t in terms), sum(t[1] for t in terms))

    def _find_met(self, one: Sentence, other: Sentence, hidden: Span | None) -> Sequence[tuple[int, int]]:
        """The words of `one` that meet one of `other` not hidden there, by number, each with the level."""
        told, terms = other.own, one.own.terms
        numbers: Iterable[int] = range(len(terms))
        if hidden is not None:
            told, numbers = self._without(other, hidden), (n for n, _ in self._met(one, other, None))
        return [(n, level) for n in numbers if (level := told.level(terms[n].forms))]

    def _find_window(self, one: Sentence, other: Sentence) -> float:
        """The share of the weight of the words in and around `one` that are told in and around `other`."""
        weights, whole = self._weights(one)
        theirs = other.window.meanings
        met = (not t.forms.meaning.isdisjoint(theirs) for t in one.window.terms)
        return sum(compress(weights, met)) / whole if whole else 0

    def _find_weights(self, one: Sentence) -> tuple[Sequence[float], float]:
        weights = [self._rarity[t.forms.lemma] for t in one.window.terms]
        return weights, sum(weights)


@once
def contexts_of(reading: SetReading) -> Contexts:
    return Contexts(reading)


def _sentences(item: Reading, reading: SetReading) -> list[Sentence]:
    terms = terms_of(item.words, item.sentences)
    around = windows(terms)
    return [
        Sentence(
            item,
            number,
            span,
            terms[number],
            around[number],
            frozenset(actor.id for actor in reading.index.within(item.article.id, span)),
        )
        for number, span in enumerate(item.sentences)
    ]


def _away(term: Term, place: Span, starts: Sequence[int]) -> int:
    """How many content words, which start there, stand between a word and a place."""
    between = (term.span.end, place.start) if term.span.end <= place.start else (place.end, term.span.start)
    first, last = (bisect_left(starts, at) for at in between)
    return max(0, last - first)


def _without(sentence: Sentence, hidden: Span) -> Terms:
    """The words of a sentence but for those at a place."""
    return Terms.of([t for t in sentence.own.terms if not t.span.overlaps(hidden)])
