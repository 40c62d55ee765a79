"""Which words of a draft no source has in any form: what a draft adds of its own.

A word is a source's where it stands there, in another form ("resign", "resignation"), as a synonym, or
as a broader word for one that stands there ("vehicle" where the source has "lorry"); so is one that means
it only with the word behind it ("call off" for "cancel"). A narrower word ("lorry" for "vehicle") and one
of the same sort ("visit" for "trip") count half, a part of a hyphenated word its share of it, a word that
no lexicon has, so most likely a name, counts more than one. One new word is a writer's choice; it is
several in one sentence that tell of something new.
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
from checker.drafts.phrases import phrases_of, share
from checker.gazetteer import codes, fold
from checker.model import Span
from checker.readings import Reading, SetReading, once

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STEM = 5  # letters that two forms of one word share at least
_ENDING = 3  # letters of a longer word that may differ
_SENSES = 4
_LONGEST = 24
_FREQUENT = 2  # senses of a word from which a step is taken


class NewWord(NamedTuple):
    word: ContentWord
    weight: float


class _Befell(NamedTuple):
    """What befell somebody: the concepts and the words by which articles tell of it."""

    concepts: frozenset[str]
    told_by: frozenset[str]


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
                self._lemmas[word.pos].add(_base(word))
            for pos, phrase in phrases_of(reading).values():
                self._lemmas[pos].add(phrase)
        for form in self._forms:
            self._stems.update(form[:end] for end in range(_STEM, min(len(form), _LONGEST) + 1))
        self._senses, self._frequent = (
            {
                pos: {s for lemma in lemmas for s in lexicon.entry(lemma, pos).senses[:most]}
                for pos, lemmas in self._lemmas.items()
            }
            for most in (_SENSES, _FREQUENT)
        )
        self._concepts = {c for pos, found in self._lemmas.items() for w in found for c in _listed(w, pos)}
        self._derived = {
            key
            for pos, lemmas in self._lemmas.items()
            for w in lemmas
            for key in lexicon.entry(w, pos).derived
        }
        self._above: dict[str, frozenset[str]] = {}
        self._sorts: set[str] = set()
        self._countries = frozenset(code for form in self._forms for code in codes(form))

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

    def weight(self, word: ContentWord, phrase: str = "") -> float:
        """How much a word adds, alone or with the word behind it: 0 where the articles have it."""
        lemma = _base(word)
        if {word.lemma, lemma} & quiet() or self.has(word.text) or self.has(lemma) or self._names(word.text):
            return 0
        if not any(lexicon.known(lemma, pos) for pos in "nva"):
            return _weights()["unknown"]
        befell = _befell().get(lemma)
        if befell is not None and not word.name:
            return 0 if self._tells(befell) or not self._new(lemma, word.pos) else enough()
        full = _weights()["name" if word.name else word.pos]
        return full * min(self._new(form, word.pos) for form in {lemma, phrase or lemma})

    def _tells(self, befell: _Befell) -> bool:
        """Whether the articles tell of what befell somebody, or of what it follows from."""
        return not (self._concepts.isdisjoint(befell.concepts) and self._forms.isdisjoint(befell.told_by))

    def _new(self, lemma: str, pos: str) -> float:
        """How new a lemma is: not at all as a synonym or broader word, half as one narrower or beside."""
        entry = lexicon.entry(lemma, pos)
        here = set(entry.senses[:_SENSES])
        if here & self._senses[pos] or self._derived_from(lemma, pos, entry):
            return 0
        if _listed(lemma, pos) & self._concepts or self._is_above(lemma, pos):
            return 0
        near = lexicon.above(lemma, pos) & self._senses[pos] or self._is_beside(lemma, pos)
        return _weights()["near"] if near else 1

    def _derived_from(self, lemma: str, pos: str, entry: lexicon.Entry) -> bool:
        """Whether a word is made from one of theirs, or from a synonym of one of theirs."""
        if f"{pos}:{lemma}" in self._derived:
            return True
        return any(
            key[2:] in self._lemmas.get(key[0], ())
            or not self._frequent[key[0]].isdisjoint(lexicon.entry(key[2:], key[0]).senses[:1])
            for key in entry.derived
        )

    def _is_above(self, lemma: str, pos: str) -> bool:
        if pos not in self._above:
            self._above[pos] = frozenset(
                sense for known in self._lemmas[pos] for sense in lexicon.above(known, pos)
            )
        return bool(set(lexicon.entry(lemma, pos).senses[:1]) & self._above[pos])

    def _is_beside(self, lemma: str, pos: str) -> bool:
        """Whether a noun is of the sort right above one of theirs; the sorts of verbs are too broad."""
        if pos != "n":
            return False
        if not self._sorts:
            self._sorts.update(up for sense in self._frequent["n"] for up in lexicon.parents(sense))
        senses = lexicon.entry(lemma, "n").senses[:_FREQUENT]
        return any(not self._sorts.isdisjoint(lexicon.parents(sense)) for sense in senses)

    def _names(self, text: str) -> bool:
        """Whether a people, a country or a capital is one that they name in another way."""
        return not codes(fold(text)).isdisjoint(self._countries)


@once
def wordstock_of(reading: SetReading) -> Wordstock:
    """The words of all sources."""
    return Wordstock(reading.sources)


def new_words(
    draft: Reading, words: Iterable[ContentWord], known: Wordstock, items: Sequence[Span]
) -> list[NewWord]:
    """The words that add something, each once; not those inside values, names and quotations (`items`)."""
    found: dict[str, NewWord] = {}
    phrases = phrases_of(draft)
    for word in words:
        if word.lemma in found or any(span.overlaps(word.span) for span in items):
            continue
        pos, phrase = phrases.get(word.span.start, ("", ""))
        weight = known.weight(word, phrase if pos == word.pos else "") * share(draft, word)
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


def _base(word: ContentWord) -> str:
    """The adjective behind an adverb ("possibly", "safely"), which the lexicon lacks; else the lemma."""
    lemma = word.lemma
    if word.pos != "a" or not lemma.endswith("ly") or lexicon.known(lemma, "a"):
        return lemma
    stem = lemma[:-2]
    forms = (stem, f"{stem}e", f"{stem}le", f"{stem[:-1]}y", stem.removesuffix("al"))
    return next((form for form in forms if lexicon.known(form, "a")), lemma)


def _listed(lemma: str, pos: str) -> frozenset[str]:
    """The concepts that list a word; none where it stands for itself."""
    found = concepts.of_word(lemma, pos)
    return frozenset(c for c in found if c[1:2] != ":")


@lru_cache(maxsize=1)
def quiet() -> frozenset[str]:
    """Words that a writer may add without saying anything new."""
    return frozenset(load("novelty")["quiet"]) | frozenset(load("drafts")["publishers"])


@lru_cache(maxsize=1)
def _befell() -> dict[str, _Befell]:
    """The words that tell what befell somebody, each with what makes them old news."""
    found: dict[str, _Befell] = {}
    for concept, entry in load("novelty")["befell"].items():
        known = _Befell(frozenset({concept, *entry.get("from", ())}), frozenset(entry["told_by"]))
        found.update(dict.fromkeys(entry["words"], known))
    return found


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    found: dict[str, Any] = load("novelty")["weights"]
    return {name: float(weight) for name, weight in found.items()}


@lru_cache(maxsize=1)
def enough() -> float:
    """The weight of new words in one sentence from which on it tells of something new."""
    return float(load("novelty")["enough"])
