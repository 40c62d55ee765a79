"""Which words of a draft no source has in any form: what a draft adds of its own.

A word is a source's where it stands there, in another form ("resign", "resignation"), as a synonym, or
as a broader word for one that stands there ("vehicle" where the source has "lorry"). A narrower word
("lorry" for "vehicle") counts half, a word that no lexicon has, so most likely a name, counts more than
one. One new word is a writer's choice; it is several in one sentence that tell of something new.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from checker import concepts, lexicon
from checker.content_words import ContentWord
from checker.data import load
from checker.gazetteer import fold
from checker.model import Span
from checker.readings import Reading, SetReading, once

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STEM = 5  # letters that two forms of one word share at least
_ENDING = 3  # letters of a longer word that may differ
_SENSES = 3
_LONGEST = 24


class NewWord(NamedTuple):
    word: ContentWord
    weight: float


class Wordstock:
    """The words of some articles, in every form in which a draft may have them."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._forms: set[str] = set()
        self._stems: set[str] = set()
        self._lemmas: dict[str, set[str]] = {"n": set(), "v": set(), "a": set()}
        self._sentences: list[tuple[Reading, Span]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        for reading in readings:
            self._forms.update(fold(part) for part in _WORD.findall(reading.article.text))
            self._add_sentences(reading)
            for word in reading.words:
                self._forms.add(word.lemma)
                self._lemmas[word.pos].add(word.lemma)
        for form in self._forms:
            self._stems.update(form[:end] for end in range(_STEM, min(len(form), _LONGEST) + 1))
        self._senses = {
            pos: {s for lemma in lemmas for s in lexicon.entry(lemma, pos).senses[:_SENSES]}
            for pos, lemmas in self._lemmas.items()
        }
        self._concepts = {c for pos, found in self._lemmas.items() for w in found for c in _listed(w, pos)}
        self._derived = {
            key
            for pos, lemmas in self._lemmas.items()
            for w in lemmas
            for key in lexicon.entry(w, pos).derived
        }
        self._above: dict[str, frozenset[str]] = {}

    def _add_sentences(self, reading: Reading) -> None:
        for sentence, found in by_sentence(reading):
            for lemma in {word.lemma for word in found}:
                self._with[lemma].append(len(self._sentences))
            self._sentences.append((reading, sentence))

    def closest(self, words: Sequence[ContentWord]) -> tuple[Reading, Span, float] | None:
        """The sentence that shares most of the words, and what share of them it has."""
        lemmas = {word.lemma for word in words}
        votes: Counter[int] = Counter()
        for lemma in lemmas:
            votes.update(self._with.get(lemma, ()))
        if not votes:
            return None
        shared = max(votes.values())
        reading, sentence = self._sentences[min(n for n, count in votes.items() if count == shared)]
        return reading, sentence, shared / len(lemmas)

    def has(self, text: str) -> bool:
        """Whether the word itself or another form of it stands there."""
        folded = fold(text)
        return folded in self._forms or (
            len(folded) >= _STEM and folded[: max(_STEM, len(folded) - _ENDING)] in self._stems
        )

    def weight(self, word: ContentWord) -> float:
        """How much a word adds: 0 where the articles have it."""
        if word.lemma in quiet() or self.has(word.text) or self.has(word.lemma):
            return 0
        entry = lexicon.entry(word.lemma, word.pos)
        if not entry.senses and not any(lexicon.known(word.lemma, pos) for pos in "nva"):
            return _weights()["unknown"]
        here = set(entry.senses[:_SENSES])
        if here & self._senses[word.pos] or self._derived_from(word, entry):
            return 0
        if _listed(word.lemma, word.pos) & self._concepts or self._is_above(word):
            return 0
        narrower = lexicon.above(word.lemma, word.pos) & self._senses[word.pos]
        full = _weights()["name" if word.name else word.pos]
        return full * _weights()["narrower"] if narrower else full

    def _derived_from(self, word: ContentWord, entry: lexicon.Entry) -> bool:
        if f"{word.pos}:{word.lemma}" in self._derived:
            return True
        return any(key[2:] in self._lemmas.get(key[0], ()) for key in entry.derived)

    def _is_above(self, word: ContentWord) -> bool:
        if word.pos not in self._above:
            self._above[word.pos] = frozenset(
                sense for lemma in self._lemmas[word.pos] for sense in lexicon.above(lemma, word.pos)
            )
        return bool(set(lexicon.entry(word.lemma, word.pos).senses[:1]) & self._above[word.pos])


@once
def wordstock_of(reading: SetReading) -> Wordstock:
    """The words of all sources."""
    return Wordstock(reading.sources)


def new_words(words: Iterable[ContentWord], known: Wordstock, items: Sequence[Span]) -> list[NewWord]:
    """The words that add something, each once; not those inside values, names and quotations (`items`)."""
    found: dict[str, NewWord] = {}
    for word in words:
        if word.lemma in found or any(span.overlaps(word.span) for span in items):
            continue
        weight = known.weight(word)
        if weight:
            found[word.lemma] = NewWord(word, weight)
    return list(found.values())


def by_sentence(reading: Reading) -> list[tuple[Span, list[ContentWord]]]:
    """Every sentence of an article with its content words."""
    found: list[tuple[Span, list[ContentWord]]] = [(sentence, []) for sentence in reading.sentences]
    at = 0
    for word in reading.words:
        while at < len(found) and found[at][0].end <= word.span.start:
            at += 1
        if at < len(found):
            found[at][1].append(word)
    return found


def _listed(lemma: str, pos: str) -> frozenset[str]:
    """The concepts that list a word; none where it stands for itself."""
    found = concepts.of_word(lemma, pos)
    return frozenset(c for c in found if c[1:2] != ":")


@lru_cache(maxsize=1)
def quiet() -> frozenset[str]:
    """Words that a writer may add without saying anything new."""
    return frozenset(load("novelty")["quiet"]) | frozenset(load("drafts")["publishers"])


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    found: dict[str, Any] = load("novelty")["weights"]
    return {name: float(weight) for name, weight in found.items()}


@lru_cache(maxsize=1)
def enough() -> float:
    """The weight of new words in one sentence from which on it tells of something new."""
    return float(load("novelty")["enough"])
