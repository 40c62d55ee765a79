"""Which words of a draft no source has in any form or meaning: what a draft adds of its own.

A word is a source's where it stands there, in another form or with one meaning in common, or where one
of the two is a broader word for the other. A new word or two are the writer's choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from checker.data import load
from checker.drafts.names import vocabulary_of
from checker.lexical import concepts, wordnet
from checker.lexical.content_words import ContentWord
from checker.lexical.gazetteer import fold
from checker.matching.terms import Terms, forms, terms_of
from checker.model import Span, Spans
from checker.propositions import Kind as Of
from checker.propositions import Proposition, Status
from checker.propositions import Role as In
from checker.readings import Reading, SetReading, once

_STEM = 5  # letters that two forms of one word share at least
_BEINGS = ("person", "people", "animal")
_FAR = 12  # steps up the lexicon, where all lies that is a being
_ENDING = 3  # letters of a longer word that may differ


class Novel(NamedTuple):
    """The words of one sentence of a draft that no source has, and what they weigh together."""

    sentence: Span
    words: Sequence[ContentWord]
    weight: float
    befell: Sequence[ContentWord]  # those that tell what befell somebody, of which no source tells


def novel_words(draft: Reading, reading: SetReading, taken: Sequence[Span]) -> Iterator[Novel]:
    """The new words of each sentence that has some; none inside values, names and quotations (`taken`)."""
    known, befalling, held = _known(reading), _befalling(draft, reading), Spans(taken)
    for sentence, words in by_sentence(draft):
        found = {w.lemma: w for w in words if not held.meet(w.span)}
        new = [w for w in found.values() if not w.name and _is_new(w, known, reading)]
        if new:
            weight = sum(_data()["weights"][w.pos] for w in new)
            yield Novel(sentence, new, weight, [w for w in new if any(_tells(w, p) for p in befalling)])


@once
def _known(reading: SetReading) -> Terms:
    return Terms.of(
        [t for s in reading.sources for part in terms_of(s.words, s.sentences) for t in part.terms]
    )


def _is_new(word: ContentWord, known: Terms, reading: SetReading) -> bool:
    folded = fold(word.text)
    stem = folded[: max(_STEM, len(folded) - _ENDING)]
    if word.pos == "a" and not wordnet.known(word.lemma, "a"):
        return False  # "badly", "entirely": how it was, nothing new
    if folded in vocabulary_of(reading) or (len(folded) >= _STEM and stem in _stems(reading)):
        return False
    return not known.level(forms(word.lemma, word.pos))


@once
def _stems(reading: SetReading) -> frozenset[str]:
    words = vocabulary_of(reading)
    return frozenset(word[:end] for word in words for end in range(_STEM, len(word) + 1))


def _befalling(draft: Reading, reading: SetReading) -> list[Proposition]:
    """What a draft tells to have befallen somebody, where no source has anything that it follows from."""
    facts = (p for p in draft.propositions if p.kind is not Of.NOMINAL and p.status is Status.FACT)
    return [p for p in facts if not p.negated and p.keys & _unheard(reading) and _of_somebody(p)]


def _tells(word: ContentWord, told: Proposition) -> bool:
    """Whether a word is the predicate, or that part of it which says what befell: "found them guilty"."""
    part = told.sentence.overlaps(word.span) and told.keys & concepts.of_word(word.lemma, word.pos)
    return bool(part) or word.span.overlaps(told.span)


def _of_somebody(told: Proposition) -> bool:
    """Whether it is told of people, as far as one can see: a line may be dead, too."""
    heads = (f.head for f in told.fillers if f.role in (In.PATIENT, In.AGENT) and f.pos == "NOUN")
    return all(any(wordnet.is_a(head, one, steps=_FAR) for one in _BEINGS) for head in heads)


@once
def _unheard(reading: SetReading) -> frozenset[str]:
    """The concepts of what may befall somebody that follow from nothing the sources tell."""
    sources = reading.sources
    states = {c for s in sources for w in s.words for c in concepts.of_word(w.lemma, w.pos)}
    states |= {key for s in sources for p in s.propositions for key in p.keys}
    words = vocabulary_of(reading) | {w.lemma for s in sources for w in s.words}
    return frozenset(
        concept
        for concept, entry in _data()["befell"].items()
        if states.isdisjoint({concept, *entry.get("from", ())}) and words.isdisjoint(entry["told_by"])
    )


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


def _data() -> Any:
    return load("novelty")


def enough() -> float:
    """The weight of new words in one sentence from which on it tells of something new."""
    return float(_data()["enough"])
