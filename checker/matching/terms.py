"""The content words of a sentence, each with what it may also be told by.

Two words meet on one of three levels: the same lemma; the same meaning (a synonym, a word that one is
derived from, a concept of the vocabulary); a broader word for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from checker.data import load
from checker.keeping import kept
from checker.lexical import concepts, wordnet
from checker.lexical.content_words import ContentWord
from checker.model import Span

_SENSES = 2  # a word is told by its frequent senses


class Level(IntEnum):
    """How two words meet; each level holds for all that meet on a higher one."""

    BROADER = 1
    MEANING = 2
    LEMMA = 3


class Forms(NamedTuple):
    """A lemma, the keys of its meaning, its first senses and all that lies above these."""

    lemma: str
    meaning: frozenset[str]
    senses: frozenset[str]
    above: frozenset[str]


@kept(50_000)
def forms(lemma: str, pos: str) -> Forms:
    entry = wordnet.entry(lemma, pos)
    listed = {c for c in concepts.of_word(lemma, pos) if concepts.type_of(c)}
    words = {f"={lemma}", *(f"={key[2:]}" for key in entry.derived)}
    return Forms(
        lemma,
        frozenset({*entry.senses[:_SENSES], *listed, *words}),
        frozenset(entry.senses[:1]),
        wordnet.above(lemma, pos, 1) if pos == "n" else frozenset(),
    )


class Term(NamedTuple):
    span: Span
    place: int  # among the content words of its article
    forms: Forms


@dataclass(frozen=True, slots=True)
class Terms:
    """Some terms and, for a look-up, all of their forms together."""

    terms: Sequence[Term]
    lemmas: frozenset[str]
    meanings: frozenset[str]
    senses: frozenset[str]
    above: frozenset[str]

    @staticmethod
    def of(terms: Sequence[Term]) -> Terms:
        every = [term.forms for term in terms]
        return Terms(
            terms,
            frozenset(f.lemma for f in every),
            frozenset().union(*(f.meaning for f in every)),
            frozenset().union(*(f.senses for f in every)),
            frozenset().union(*(f.above for f in every)),
        )

    def level(self, one: Forms) -> int:
        """The highest level on which one of them meets a word; 0 where none does."""
        if one.lemma in self.lemmas:
            return Level.LEMMA
        if not one.meaning.isdisjoint(self.meanings):
            return Level.MEANING
        if not (one.senses.isdisjoint(self.above) and one.above.isdisjoint(self.senses)):
            return Level.BROADER
        return 0


@kept(50_000)
def noun_level(one: str, other: str) -> int:
    """The level on which two nouns meet."""
    told = forms(other, "n")
    return Terms((), frozenset({told.lemma}), *told[1:]).level(forms(one, "n"))


def terms_of(words: Sequence[ContentWord], sentences: Sequence[Span]) -> list[Terms]:
    """The terms of each sentence of an article."""
    found: list[list[Term]] = [[] for _ in sentences]
    at = 0
    for place, word in enumerate(words):
        while at + 1 < len(sentences) and sentences[at].end <= word.span.start:
            at += 1
        if found and word.lemma not in telling_words():
            found[at].append(Term(word.span, place, forms(word.lemma, word.pos)))
    return [Terms.of(terms) for terms in found]


@lru_cache(maxsize=1)
def telling_words() -> frozenset[str]:
    """Words of reporting, which say nothing of what is told."""
    return frozenset(load("topics")["telling"])


def windows(sentences: Sequence[Terms]) -> list[Terms]:
    """Each sentence together with the one before it and the one behind it."""
    padded = [[], *(s.terms for s in sentences), []]
    around = [[*a, *b] for a, b in pairwise(padded)]
    return [Terms.of([*around[i], *padded[i + 2]]) for i in range(len(sentences))]
